//! A booking opened from its link: what the tests of moving it and calling it off share, and what is true of both.

use super::{
    strict::Strict,
    walk::{booked, is_free, times, token_of},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, Service, a_booking, a_business, a_service},
};
use chrono::TimeDelta;
use serde_json::{Value, json};

/// A Wednesday, five days ahead.
pub const WEDNESDAY: &str = "11月25日(水) 14:00";
pub const MOVE: &str = "日時を変更する";
pub const MOVE_BUTTON: &str = "この日時に変更する";
pub const CANCEL: &str = "予約をキャンセルする";

pub fn salon(settings: Value) -> (TestApp, Business, Service) {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).settings(settings).build();
    let policy = json!({
        "business_id": shop.id, "name": "標準", "hours_before": 24, "penalty_percent": 50,
        "steps_json": [{"hours_before": 3, "percent": 100}], "no_show_percent": 100,
    });
    let policy = app.insert(shop.id, "catalog.cancellation_policies", policy);
    let cut = a_service(&app, &shop)
        .with(json!({"policy_id": policy}))
        .build();
    (app, shop, cut)
}

/// The page of a booking on that Wednesday, opened from its link.
pub fn opened(app: &TestApp, shop: &Business, cut: &Service) -> Page {
    let done = booked(app, shop, cut, WEDNESDAY);
    app.browser().open(&done.url).strict()
}

pub fn is_taken(app: &TestApp, shop: &Business, cut: &Service, when: &str) -> bool {
    let page = app
        .browser()
        .open(&times("ja", shop, cut, "&from=2026-11-20&view=table"));
    !is_free(&page, when)
}

pub fn stories(app: &TestApp, shop: &Business, field: &str, new: &str) -> i64 {
    let sql = format!(
        "select count(*) from booking_history where field_changed = '{field}' and new_value = '{new}'"
    );
    app.count(shop.id, sql)
}

pub fn letters(app: &TestApp, shop: &Business, kind: &str, more: &str) -> i64 {
    let sql = format!(
        "select count(*) from notifications.notification_outbox where kind = '{kind}' {more}"
    );
    app.count(shop.id, sql)
}

#[test]
fn a_state_is_said_in_the_words_of_the_trade_and_without_blame() {
    let app = TestApp::start(TestOptions::default());
    for (kind, ja, en) in [
        ("clinic", "ご来院を確認できませんでした", "Not attended"),
        (
            "home-visit",
            "ご在宅を確認できませんでした",
            "Nobody was at home",
        ),
        ("salon", "ご来店を確認できませんでした", "Not attended"),
    ] {
        let shop = a_business(&app).vertical(kind).staff(1).build();
        let cut = a_service(&app, &shop).build();
        let missed = a_booking(&app, &shop, &cut).status("no_show").build();
        for (code, word) in [("ja", ja), ("en", en)] {
            let path = format!("/{code}/bookings/{}", missed.token);
            let page = app.browser().open(&path).strict();
            assert_eq!(
                page.document().words(".badge-word").unwrap(),
                word,
                "{kind}"
            );
        }
    }
}

#[test]
fn what_is_over_or_called_off_can_be_neither_moved_nor_called_off() {
    let (app, shop, cut) = salon(json!({}));
    let home = opened(&app, &shop, &cut);
    let (cancel, choose) = (home.follow(CANCEL), home.follow(MOVE));
    let check = choose.press("15:00");
    let same = [("start", "2026-11-25T05:00:00Z"), ("version", "1")];
    app.clock().set(tokyo("2026-11-25 14:00"));
    let begun = home.browser.open(&home.url).strict();
    let ways = begun.document().links();
    assert!(
        !ways.contains(&MOVE.to_owned()) && !ways.contains(&CANCEL.to_owned()),
        "{ways:?}"
    );
    let path = format!("{}/move", home.url);
    for answer in [
        cancel.form().send(CANCEL),
        check.form().send(MOVE_BUTTON),
        home.browser.post(
            &path,
            &[("start", "2026-11-26T05:00:00Z"), ("version", "1")],
        ),
    ] {
        let answer = answer.strict();
        assert_eq!(answer.status, 409, "{}", answer.text());
        assert!(
            answer.text().contains("03-1234-5678"),
            "says whom to call: {}",
            answer.text()
        );
    }
    assert_eq!(
        app.count(
            shop.id,
            "select version from bookings where status = 'confirmed'"
        ),
        1
    );
    app.clock().set(tokyo("2026-11-22 10:00"));
    home.follow(CANCEL).press(CANCEL);
    let twice = cancel.press(CANCEL).strict();
    assert_eq!(
        twice.flash().unwrap(),
        "この予約はすでにキャンセルされています"
    );
    assert_eq!(
        home.follow(CANCEL).strict().url,
        home.url,
        "there is nothing to call off"
    );
    for answer in [
        check.form().send(MOVE_BUTTON),
        home.browser.post(&path, &same),
    ] {
        assert_eq!(answer.strict().status, 409);
    }
    assert_eq!(letters(&app, &shop, "booking_cancelled", ""), 1);
    assert_eq!(letters(&app, &shop, "booking_changed", ""), 0);
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.allocations"),
        0
    );
}

#[test]
fn deadlines_are_the_shops() {
    let (app, shop, cut) =
        salon(json!({"change_until_minutes": 2880, "cancel_until_minutes": 180}));
    let home = opened(&app, &shop, &cut);
    assert!(
        home.text()
            .contains("11月23日(月・祝) 14:00まで変更できます")
    );
    let (check, cancel) = (home.follow(MOVE).press("15:00"), home.follow(CANCEL));
    app.clock()
        .set(tokyo("2026-11-23 14:00") + TimeDelta::seconds(1));
    let late = home.browser.open(&home.url).strict();
    assert!(!late.document().links().contains(&MOVE.to_owned()));
    assert!(late.document().links().contains(&CANCEL.to_owned()));
    let closed = home.browser.open(&format!("{}/move", home.url)).strict();
    assert!(
        closed
            .text()
            .contains("オンラインでの変更受付は終了しました")
    );
    assert_eq!(check.form().send(MOVE_BUTTON).strict().status, 409);
    app.clock().set(tokyo("2026-11-25 11:00"));
    assert!(
        home.follow(CANCEL).text().contains("2,750円"),
        "the last instant counts"
    );
    app.clock().set(tokyo("2026-11-25 11:01"));
    let late = home.browser.open(&home.url).strict();
    assert!(
        late.text()
            .contains("オンラインでのキャンセル受付は終了しました")
    );
    let refused = cancel.form().send(CANCEL).strict();
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("03-1234-5678"));
    assert_eq!(
        app.count(
            shop.id,
            "select count(*) from bookings where status = 'confirmed'"
        ),
        1
    );
}

#[test]
fn a_changed_link_opens_nothing() {
    let (app, shop, cut) = salon(json!({}));
    let home = opened(&app, &shop, &cut);
    let token = token_of(&home);
    let other = if token.starts_with('A') { "B" } else { "A" };
    for wrong in [
        format!("{other}{}", &token[1..]),
        token[1..].to_owned(),
        "x".to_owned(),
    ] {
        for page in ["", "/move", "/cancel", "/calendar.ics"] {
            let answer = home.browser.visit(&format!("/ja/bookings/{wrong}{page}"));
            assert_eq!(answer.status, 404, "{}", answer.url);
        }
        let sent = home
            .browser
            .post(&format!("/ja/bookings/{wrong}/cancel"), &[("fee", "0")]);
        assert_eq!(sent.status, 404);
    }
    assert!(is_taken(&app, &shop, &cut, WEDNESDAY));
}
