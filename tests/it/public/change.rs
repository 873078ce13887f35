//! Moving and calling off from the link: as few presses as promised, the money first, and nothing done by looking.

use super::{
    strict::Strict,
    walk::{JA, booked, free, held, is_free, times, token_of, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, Service, a_business, a_service},
    html::words,
};
use chrono::TimeDelta;
use diesel::{RunQueryDsl, sql_query, sql_types::Text};
use serde_json::{Value, json};

/// A Wednesday, five days ahead.
const WEDNESDAY: &str = "11月25日(水) 14:00";
const MOVE: &str = "日時を変更する";
const MOVE_BUTTON: &str = "この日時に変更する";
const CANCEL: &str = "予約をキャンセルする";

fn salon(settings: Value) -> (TestApp, Business, Service) {
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
fn opened(app: &TestApp, shop: &Business, cut: &Service) -> Page {
    let done = booked(app, shop, cut, WEDNESDAY);
    app.browser().open(&done.url).strict()
}

fn is_taken(app: &TestApp, shop: &Business, cut: &Service, when: &str) -> bool {
    let page = app
        .browser()
        .open(&times("ja", shop, cut, "&from=2026-11-20&view=table"));
    !is_free(&page, when)
}

fn stories(app: &TestApp, shop: &Business, field: &str, new: &str) -> i64 {
    let sql = format!(
        "select count(*) from booking_history where field_changed = '{field}' and new_value = '{new}'"
    );
    app.count(shop.id, sql)
}

fn letters(app: &TestApp, shop: &Business, kind: &str, more: &str) -> i64 {
    let sql = format!(
        "select count(*) from notifications.notification_outbox where kind = '{kind}' {more}"
    );
    app.count(shop.id, sql)
}

#[test]
fn a_booking_is_moved_in_three_taps() {
    let (app, shop, cut) = salon(json!({}));
    let page = opened(&app, &shop, &cut);
    assert!(page.text().contains("11月24日(火) 14:00まで変更できます"));
    let choose = page.follow(MOVE).strict();
    assert!(choose.text().contains(WEDNESDAY));
    let check = choose.press("15:00").strict();
    assert!(check.text().contains("11月20日(金) 15:00〜16:00"));
    assert!(
        is_taken(&app, &shop, &cut, WEDNESDAY),
        "nothing has happened yet"
    );
    let moved = check.press(MOVE_BUTTON).strict();
    assert_eq!(moved.flash().unwrap(), "日時を変更しました");
    assert_eq!(
        (&moved.url, moved.heading().as_str()),
        (&page.url, "ご予約が確定しました")
    );
    assert!(moved.text().contains("11月20日(金) 15:00〜16:00"));
    assert!(
        !is_taken(&app, &shop, &cut, WEDNESDAY),
        "the old time is free"
    );
    assert!(is_taken(&app, &shop, &cut, "11月20日(金) 15:00"));
    assert_eq!(stories(&app, &shop, "start_at", "2026-11-20T06:00:00Z"), 1);
    let told = "and data_json ->> 'old_start' = '2026-11-25T05:00:00Z' and locale = 'ja'";
    assert_eq!(letters(&app, &shop, "booking_changed", told), 1);
    let again = check.press(MOVE_BUTTON).strict();
    assert_eq!(again.status, 200, "pressed twice");
    assert_eq!(app.count(shop.id, "select version from bookings"), 2);
}

#[test]
fn a_booking_is_called_off_in_two_taps_and_its_time_is_free_at_once() {
    let (app, shop, cut) = salon(json!({}));
    let page = opened(&app, &shop, &cut).follow(CANCEL).strict();
    assert!(page.text().contains("キャンセル料はかかりません"));
    assert!(page.text().contains("11月24日(火) 14:00まで無料"));
    let gone = page.press(CANCEL).strict();
    assert_eq!(gone.flash().unwrap(), "予約をキャンセルしました");
    assert_eq!(gone.heading(), "この予約はキャンセルされています");
    assert!(!is_taken(&app, &shop, &cut, WEDNESDAY));
    assert_eq!(stories(&app, &shop, "status", "cancelled"), 1);
    assert_eq!(
        app.count(
            shop.id,
            "select count(*) from booking_history where field_changed = 'cancellation_fee'"
        ),
        0
    );
    assert_eq!(
        letters(
            &app,
            &shop,
            "booking_cancelled",
            "and data_json ->> 'fee' = '0'"
        ),
        1
    );
    booked(&app, &shop, &cut, WEDNESDAY);
}

#[test]
fn what_cancelling_costs_is_said_before_the_button_and_is_what_is_charged() {
    for (now, fee, said) in [
        ("2026-11-24 14:00", 0, "キャンセル料はかかりません"),
        ("2026-11-24 14:01", 2750, "キャンセル料 2,750円がかかります"),
        ("2026-11-25 11:00", 2750, "キャンセル料 2,750円がかかります"),
        ("2026-11-25 13:59", 5500, "キャンセル料 5,500円がかかります"),
    ] {
        let (app, shop, cut) = salon(json!({}));
        let home = opened(&app, &shop, &cut);
        app.clock().set(tokyo(now));
        let page = home.follow(CANCEL).strict();
        assert!(page.text().contains(said), "{now}: {}", page.text());
        let gone = page.fill("reason", "体調不良").press(CANCEL).strict();
        assert_eq!(gone.flash().unwrap(), "予約をキャンセルしました", "{now}");
        assert_eq!(
            stories(&app, &shop, "cancellation_fee", &fee.to_string()),
            i64::from(fee > 0),
            "{now}"
        );
        assert_eq!(
            letters(
                &app,
                &shop,
                "booking_cancelled",
                &format!("and data_json ->> 'fee' = '{fee}'")
            ),
            1
        );
        assert_eq!(
            app.count(
                shop.id,
                "select count(*) from booking_history where reason = '体調不良'"
            ),
            1
        );
    }
}

#[test]
fn a_fee_that_rises_between_the_page_and_the_button_is_told_first() {
    let (app, shop, cut) = salon(json!({}));
    let home = opened(&app, &shop, &cut);
    app.clock().set(tokyo("2026-11-24 13:59"));
    let free = home.follow(CANCEL).strict();
    app.clock().set(tokyo("2026-11-24 14:01"));
    let told = free.form().send(CANCEL).strict();
    assert_eq!(told.status, 409);
    assert!(told.text().contains("キャンセル料が変わりました"));
    assert!(told.text().contains("キャンセル料 2,750円がかかります"));
    assert!(is_taken(&app, &shop, &cut, WEDNESDAY), "nothing was done");
    told.press(CANCEL).strict();
    assert_eq!(stories(&app, &shop, "cancellation_fee", "2750"), 1);
}

#[test]
fn the_policy_is_the_one_that_was_agreed_and_its_dates_move_with_the_booking() {
    let (app, shop, cut) = salon(json!({}));
    let home = opened(&app, &shop, &cut);
    app.execute(
        shop.id,
        "update catalog.cancellation_policies set penalty_percent = 90, hours_before = 240",
    );
    let moved = home
        .follow(MOVE)
        .follow("11月26日")
        .press("16:00")
        .press(MOVE_BUTTON)
        .strict();
    assert!(
        moved.text().contains("11月25日(水) 16:00まで無料"),
        "{}",
        moved.text()
    );
    assert!(moved.text().contains("50%(2,750円)"));
    assert!(
        moved
            .follow(CANCEL)
            .text()
            .contains("キャンセル料はかかりません")
    );
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
fn who_looked_at_an_older_state_is_told_and_changes_nothing() {
    let (app, shop, cut) = salon(json!({}));
    let home = opened(&app, &shop, &cut);
    let mine = home.follow(MOVE).press("15:00");
    home.follow(MOVE)
        .follow("11月26日")
        .press("16:00")
        .press(MOVE_BUTTON);
    let told = mine.press(MOVE_BUTTON).strict();
    assert_eq!(
        told.flash().unwrap(),
        "ほかの人が先に変更しました。最新の内容を表示しています"
    );
    assert!(told.text().contains("11月26日(木) 16:00〜17:00"));
    assert_eq!(stories(&app, &shop, "start_at", "2026-11-20T06:00:00Z"), 0);
}

#[test]
fn a_time_that_somebody_else_took_leaves_the_booking_where_it_is_and_offers_three_others() {
    let (app, shop, cut) = salon(json!({}));
    let home = opened(&app, &shop, &cut);
    let check = home.follow(MOVE).press("15:00");
    booked(&app, &shop, &cut, "11月20日(金) 15:00");
    let told = check.form().send(MOVE_BUTTON).strict();
    assert_eq!(told.status, 409);
    assert!(told.text().contains("ほかのお客様の予約が先に確定しました"));
    let nearest: Vec<String> = told
        .document()
        .all(".times-wide button")
        .into_iter()
        .map(words)
        .collect();
    assert_eq!(
        nearest,
        [
            "11月20日(金) 13:30",
            "11月20日(金) 14:00",
            "11月20日(金) 16:00"
        ]
    );
    assert!(is_taken(&app, &shop, &cut, WEDNESDAY));
    let moved = told
        .press("11月20日(金) 14:00")
        .strict()
        .press(MOVE_BUTTON)
        .strict();
    assert!(moved.text().contains("11月20日(金) 14:00〜15:00"));
    assert!(!is_taken(&app, &shop, &cut, WEDNESDAY));
}

#[test]
fn deadlines_are_the_shops() {
    let (app, shop, cut) =
        salon(json!({"change_until_minutes": 2880, "cancel_until_minutes": 180}));
    let home = opened(&app, &shop, &cut);
    assert!(home.text().contains("11月23日(月) 14:00まで変更できます"));
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
fn a_late_night_keeps_its_business_day_when_a_booking_moves_there() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).open("18:00-26:00").staff(1).build();
    let cut = a_service(&app, &shop).minutes(30).build();
    let home = booked(&app, &shop, &cut, "11月25日(水) 19:00");
    let check = home.follow(MOVE).press("25:00").strict();
    let said = "11月20日(金) 25:00〜25:30(30分)(21日(土) 午前1:00〜1:30)";
    assert!(check.text().contains(said), "{}", check.text());
    let moved = check.press(MOVE_BUTTON).strict();
    assert!(moved.text().contains(said), "{}", moved.text());
}

#[test]
fn whoever_was_asked_for_stays_asked_for_when_a_booking_moves() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(2).build();
    let cut = a_service(&app, &shop).build();
    let hers = times("ja", &shop, &cut, &format!("&staff={}", shop.staff[1]));
    let details = app.browser().open(&hers).press(&free(WEDNESDAY));
    let home = told(&details, &JA, &[]).press(JA.confirm);
    let rival = app.browser().open(&hers).press(&free("11月20日(金) 15:00"));
    told(&rival, &JA, &[]).press(JA.confirm);
    let choose = home.follow(MOVE).strict();
    let offered = crate::support::form::buttons(&choose.document());
    assert!(
        !offered.contains(&"15:00".to_owned()),
        "she is busy then: {offered:?}"
    );
    choose.press("16:00").press(MOVE_BUTTON);
    let both = format!(
        "select count(*) from bookings where resource_id = '{}' and is_nominated",
        shop.staff[1]
    );
    assert_eq!(app.count(shop.id, both), 2);
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

#[derive(diesel::QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Every row of every table that the site can read, as it works in a business and as it works outside of all.
fn everything(app: &TestApp, shop: &Business) -> Vec<String> {
    const TABLES: &str = "select format('%I.%I', n.nspname, c.relname) as line from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
            and n.nspname not in ('information_schema', 'public') and has_table_privilege(c.oid, 'select') order by 1";
    fn all(conn: &mut diesel::PgConnection) -> Result<Vec<String>, omotenashi::db::DbError> {
        let mut lines = Vec::new();
        for table in sql_query(TABLES).load::<Line>(conn)? {
            let rows = format!(
                "select '{0} ' || row::text as line from {0} as row order by 1",
                table.line
            );
            lines.extend(
                sql_query(rows)
                    .load::<Line>(conn)?
                    .into_iter()
                    .map(|row| row.line),
            );
        }
        Ok(lines)
    }
    let inside = app.tenant(shop.id, |tx| all(tx.conn()));
    [inside, app.platform(|tx| all(tx.conn()))].concat()
}

#[test]
fn a_mail_scanner_that_opens_every_link_fifty_times_changes_no_row() {
    let (app, shop, cut) = salon(json!({}));
    let details = held(&app, &shop, &cut, "11月26日(木) 10:00");
    let check = told(&details, &JA, &[]);
    let home = opened(&app, &shop, &cut);
    let seen = everything(&app, &shop);
    assert!(
        seen.len() > 20
            && seen
                .iter()
                .any(|line| line.starts_with("bookings.bookings "))
    );
    let mut links = vec![
        home.url.clone(),
        format!("{}/move?start=2026-11-26T05%3A00%3A00Z", home.url),
        check.url.clone(),
        details.url.clone(),
        format!("/ja/b/{}/book/hold", shop.slug),
        times("ja", &shop, &cut, "&hold=0123456789abcdef"),
    ];
    for page in [&home, &check] {
        let document = page.document();
        let found = document
            .all("a[href]")
            .into_iter()
            .filter_map(|link| link.attr("href"));
        links.extend(
            found
                .filter(|link| link.starts_with('/'))
                .map(str::to_owned),
        );
    }
    links.sort();
    links.dedup();
    assert!(links.len() > 12, "{links:?}");
    let scanner = app.browser();
    for link in &links {
        for _ in 0..50 {
            assert!(scanner.visit(link).status < 500, "{link}");
        }
    }
    assert_eq!(everything(&app, &shop), seen);
}
