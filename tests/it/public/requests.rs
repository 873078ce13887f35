//! What guests ask for and have once the shop says so: it takes its time at once, waits by day, and lapses by itself.

use super::{
    change::{MOVE, MOVE_BUTTON},
    strict::Strict,
    walk::{JA, free, held, is_free, says, times, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, Service, a_business, a_service},
    people::lines,
    wait::wait_for,
};
use omotenashi::{
    mail::{Mailer, Settings},
    work::{Shift, run_due},
};
use serde_json::json;
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;

/// Five days ahead.
const WEDNESDAY: &str = "11月25日(水) 14:00";
const ASK: &str = "この内容で予約を申し込む";
const ASKED: &str = "ご予約の申し込みを受け付けました";

/// A shop whose cut is asked for; the shop has a day for its answer.
pub fn shop(app: &TestApp) -> (Business, Service) {
    let shop = a_business(app)
        .staff(1)
        .with(json!({"email": "hana@example.jp"}))
        .build();
    let cut = a_service(app, &shop).build();
    asks(app, &shop, &cut);
    (shop, cut)
}

/// From now on a service is asked for.
pub fn asks(app: &TestApp, shop: &Business, service: &Service) {
    let row = json!({"business_id": shop.id, "service_id": service.id, "answer_hours": 24});
    app.insert(shop.id, "catalog.service_approvals", row);
}

/// A request for that Wednesday: its page.
pub fn requested(app: &TestApp, shop: &Business, cut: &Service) -> Page {
    let check = told(&held(app, shop, cut, WEDNESDAY), &JA, &[]).strict();
    let page = check.press(ASK).strict();
    assert_eq!(page.heading(), ASKED);
    page
}

/// The night shift at an instant.
pub fn work(app: &TestApp, wall: &str) {
    app.clock().set(tokyo(wall));
    let shift = Shift {
        db: app.db().clone(),
        mailer: Mailer::open(&Settings {
            smtp_url: None,
            from: "yoyaku@booking.example.jp".to_owned(),
            patience: Duration::from_secs(5),
        })
        .unwrap(),
        secret: app.secret().into(),
        former_secret: None,
        public_url: app.url("").into(),
        contact: None,
        store: omotenashi::media::Store::default(),
        outside: omotenashi::outside::Outside::with_loopback(),
        wake: Arc::new(Notify::new()),
    };
    wait_for(async move { run_due(&shift).await }).unwrap();
}

/// Where it stands.
pub fn status(app: &TestApp, shop: &Business) -> String {
    let found = lines(
        app,
        shop.id,
        "select status::text as line from bookings.bookings",
    );
    found.join(" ")
}

/// How many letters of a kind are owed or were sent.
pub fn letters(app: &TestApp, shop: &Business, kind: &str) -> i64 {
    let sql =
        format!("select count(*) from notifications.notification_outbox where kind = '{kind}'");
    app.count(shop.id, sql)
}

/// The story of the only booking: each state and who brought it there.
fn states(app: &TestApp, shop: &Business) -> Vec<String> {
    let sql = "select concat(old_value, '>', new_value, ' ', actor) as line from bookings.booking_history \
        where field_changed = 'status' order by created_at";
    lines(app, shop.id, sql)
}

fn taken(app: &TestApp, shop: &Business) -> i64 {
    app.count(shop.id, "select count(*) from scheduling.allocations")
}

#[test]
fn a_request_takes_its_time_and_says_until_when_it_waits() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = shop(&app);
    // Asked on Friday at ten: eleven hours of that day, and all thirteen of Saturday.
    let until = "11月21日(土) 21:00";
    let check = told(&held(&app, &shop, &cut, WEDNESDAY), &JA, &[]).strict();
    says(
        &check,
        &["お店の確認後に確定します", until, "自動的に取り消されます"],
    );
    assert!(
        !check.text().contains(JA.confirm),
        "nothing is confirmed here"
    );
    let page = check.press(ASK).strict();
    assert_eq!(page.heading(), ASKED);
    says(&page, &["まだ確定していません", until, "お店の確認待ち"]);
    assert!(!page.text().contains("受付用のQRコード"));
    assert_eq!(status(&app, &shop), "pending");
    assert_eq!(states(&app, &shop), [">pending customer"]);
    assert_eq!(taken(&app, &shop), 1);
    let table = app
        .browser()
        .open(&times("ja", &shop, &cut, "&from=2026-11-20&view=table"));
    assert!(!is_free(&table, WEDNESDAY), "a request is a hold");
    for (kind, count) in [
        ("request_received", 1),
        ("request_waiting", 1),
        ("booking_confirmed", 0),
    ] {
        assert_eq!(letters(&app, &shop, kind), count, "{kind}");
    }
    let to = "select concat(to_email, ' ', locale) as line from notifications.notification_outbox where kind = 'request_waiting'";
    assert_eq!(lines(&app, shop.id, to), ["hana@example.jp ja"]);
    let again = check.press(ASK).strict();
    assert_eq!(again.heading(), ASKED, "pressed twice");
    assert_eq!(
        app.count(shop.id, "select count(*) from bookings.bookings"),
        1
    );
}

#[test]
fn whoever_reads_english_is_told_the_same() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = shop(&app);
    let page = app
        .browser()
        .open(&times("en", &shop, &cut, "&from=2026-11-20&view=table"));
    let label = page
        .document()
        .all("button[aria-label]")
        .into_iter()
        .filter_map(|button| button.attr("aria-label").map(str::to_owned))
        .find(|label| label.ends_with("Available"))
        .unwrap();
    let check = told(&page.press(&label), &super::walk::EN, &[]).strict();
    says(
        &check,
        &["This is a booking request", "The shop answers by"],
    );
    let page = check.press("Send request").strict();
    says(&page, &["Not confirmed yet.", "Waiting for the shop"]);
    let locale = "select locale as line from notifications.notification_outbox where kind = 'request_received'";
    assert_eq!(lines(&app, shop.id, locale), ["en"]);
}

#[test]
fn nobody_answers_and_it_lapses_by_itself_but_not_at_night() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = shop(&app);
    let page = requested(&app, &shop, &cut);
    // Half of the time is over on Saturday at nine: twelve hours of day.
    work(&app, "2026-11-21 08:59");
    assert_eq!(letters(&app, &shop, "request_waiting"), 1);
    work(&app, "2026-11-21 09:00");
    assert_eq!(letters(&app, &shop, "request_waiting"), 2, "reminded");
    work(&app, "2026-11-21 15:00");
    assert_eq!(letters(&app, &shop, "request_waiting"), 2, "once");
    work(&app, "2026-11-21 20:59");
    assert_eq!(status(&app, &shop), "pending");
    work(&app, "2026-11-21 21:00");
    assert_eq!(status(&app, &shop), "expired");
    assert_eq!(
        states(&app, &shop),
        [">pending customer", "pending>expired house"]
    );
    assert_eq!(taken(&app, &shop), 0, "its time is free");
    assert_eq!(letters(&app, &shop, "request_lapsed"), 1);
    assert_eq!(letters(&app, &shop, "request_answered"), 1, "and the shop");
    let page = page.browser.open(&page.url).strict();
    assert_eq!(page.heading(), "この申し込みは期限切れになりました");
    work(&app, "2026-11-22 12:00");
    assert_eq!(letters(&app, &shop, "request_lapsed"), 1, "told once");
}

#[test]
fn what_is_asked_for_on_the_evening_before_waits_until_its_cut_off() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = shop(&app);
    // Tomorrow at eleven, to be booked an hour ahead: there is less than a day.
    let page = held(&app, &shop, &cut, "11月21日(土) 11:00");
    let page = told(&page, &JA, &[]).press(ASK).strict();
    says(&page, &["11月21日(土) 10:00"]);
    work(&app, "2026-11-21 09:59");
    assert_eq!(status(&app, &shop), "pending");
    work(&app, "2026-11-21 10:00");
    assert_eq!(status(&app, &shop), "expired");
}

#[test]
fn a_request_is_taken_back_for_nothing() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = shop(&app);
    let policy = json!({
        "business_id": shop.id, "name": "標準", "hours_before": 240, "penalty_percent": 90, "steps_json": [],
        "no_show_percent": 100,
    });
    let policy = app.insert(shop.id, "catalog.cancellation_policies", policy);
    app.execute(
        shop.id,
        format!("update catalog.services set policy_id = '{policy}'"),
    );
    let page = requested(&app, &shop, &cut);
    let ask = page.follow("予約をキャンセルする").strict();
    says(&ask, &["キャンセル料はかかりません"]);
    ask.press("予約をキャンセルする").strict();
    assert_eq!(status(&app, &shop), "cancelled");
    let fees =
        "select count(*) from bookings.booking_history where field_changed = 'cancellation_fee'";
    assert_eq!(app.count(shop.id, fees), 0);
    assert_eq!(taken(&app, &shop), 0);
    work(&app, "2026-11-22 12:00");
    assert_eq!(status(&app, &shop), "cancelled", "it does not lapse, too");
}

#[test]
fn nobody_asks_who_was_about_to_book_and_nobody_books_who_was_about_to_ask() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    let check = told(&held(&app, &shop, &cut, WEDNESDAY), &JA, &[]).strict();
    asks(&app, &shop, &cut);
    let again = check.form().send(JA.confirm);
    assert_eq!(again.status, 409);
    let again = again.strict();
    says(
        &again,
        &["予約の受け方が変わりました", "お店の確認後に確定します"],
    );
    assert_eq!(
        app.count(shop.id, "select count(*) from bookings.bookings"),
        0
    );
    app.execute(shop.id, "delete from catalog.service_approvals");
    let again = again.form().send(ASK);
    assert_eq!(again.status, 409);
    let done = again.strict().press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
}

#[test]
fn a_service_that_is_not_asked_for_is_booked_at_once() {
    let app = TestApp::start(TestOptions::default());
    let (shop, _) = shop(&app);
    let other = a_service(&app, &shop).named("前髪", "Fringe").build();
    let page = app
        .browser()
        .open(&times("ja", &shop, &other, "&view=table"));
    let page = told(&page.press(&free(WEDNESDAY)), &JA, &[]).strict();
    let done = page.press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
}

#[test]
fn a_request_that_its_guest_moves_is_told_as_no_booking_yet() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = shop(&app);
    let page = requested(&app, &shop, &cut);
    let check = page.follow(MOVE).strict().press("15:00").strict();
    check.press(MOVE_BUTTON).strict();
    assert_eq!(status(&app, &shop), "pending");
    let letters = app.letters();
    let moved = letters
        .iter()
        .find(|letter| letter.subject.starts_with("【日時変更】"))
        .unwrap();
    let text = &moved.text;
    assert!(text.contains("まだ確定していません"), "{text}");
    assert!(!text.contains("次の内容で確定しました"), "{text}");
    assert!(moved.calendar.is_none(), "it stands in no calendar");
}

#[test]
fn that_it_is_asked_for_is_said_before_a_time_is_chosen() {
    let app = TestApp::start(TestOptions::default());
    let (shop, cut) = shop(&app);
    let other = a_service(&app, &shop).named("前髪", "Fringe").build();
    let menu = app
        .browser()
        .open(&format!("/ja/b/{}/book", shop.slug))
        .strict();
    let line = |name: &str| menu.part(".offer", name).text();
    assert!(
        line("カット").contains("予約リクエスト制"),
        "{}",
        menu.text()
    );
    assert!(!line("前髪").contains("予約リクエスト制"));
    let said = "お店が確認すると予約が確定します";
    says(
        &app.browser().open(&times("ja", &shop, &cut, "&view=table")),
        &[said],
    );
    let at_once = app
        .browser()
        .open(&times("ja", &shop, &other, "&view=table"));
    assert!(!at_once.text().contains(said), "{}", at_once.text());
    let english = app.browser().open(&format!("/en/b/{}/book", shop.slug));
    assert!(english.text().contains("On request"), "{}", english.text());
}
