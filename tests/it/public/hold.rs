//! A time held while somebody fills in a form: how long, how often, by whom, and what is left when it is over.

use super::{
    locks::{hold_by, hold_only},
    race::patient,
    strict::Strict,
    walk::{JA, free, held, is_free, times, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, Service, a_business, a_service},
    form::buttons,
    html::words,
};
use chrono::TimeDelta;
use serde_json::json;

pub const AT_TWO: &str = "11月21日(土) 14:00";
pub const AT_THREE: &str = "11月21日(土) 15:00";

pub fn one_chair() -> (TestApp, Business, Service) {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    (app, shop, cut)
}

/// What the table of somebody else shows.
pub fn others_see(app: &TestApp, shop: &Business, service: &Service, when: &str) -> bool {
    let page = app
        .browser()
        .open(&times("ja", shop, service, "&view=table"));
    is_free(&page, when)
}

pub fn offered(page: &Page) -> Vec<String> {
    let found = page.document();
    let found = found.all(".error-summary button, .times-wide button");
    found.into_iter().map(words).collect()
}

#[test]
fn a_time_is_held_for_ten_minutes_and_once_more() {
    let (app, shop, cut) = one_chair();
    let page = held(&app, &shop, &cut, AT_TWO);
    assert!(page.text().contains("10:10まで枠を確保しています"));
    assert!(!others_see(&app, &shop, &cut, AT_TWO));
    app.clock().set(tokyo("2026-11-20 10:05"));
    let page = page.press(JA.extend).strict();
    assert_eq!(page.flash().unwrap(), "確保の時間を延長しました");
    assert!(page.text().contains("10:15まで枠を確保しています"));
    let words = buttons(&page.document());
    assert!(!words.contains(&JA.extend.to_owned()), "only once");
    app.clock().set(tokyo("2026-11-20 10:14"));
    assert!(!others_see(&app, &shop, &cut, AT_TWO));
    app.clock().set(tokyo("2026-11-20 10:15"));
    assert!(others_see(&app, &shop, &cut, AT_TWO), "and then it is over");
}

#[test]
fn what_cannot_be_extended_is_not_said_to_have_been() {
    let (app, shop, cut) = one_chair();
    let page = held(&app, &shop, &cut, AT_TWO);
    let first = page.press(JA.extend);
    let again = page.press(JA.extend).strict();
    assert_eq!(again.status, 200);
    assert_eq!(again.flash(), None, "the second press changed nothing");
    assert!(again.text().contains("10:10まで"));
    app.clock().set(tokyo("2026-11-20 10:20"));
    let late = first.browser.clone();
    let late = late.open(&page.url).strict();
    assert!(late.text().contains("確保の時間が過ぎました"));
    let late = page.press(JA.extend).strict();
    assert_eq!(late.flash(), None, "a lapsed hold is not extended");
    assert!(others_see(&app, &shop, &cut, AT_TWO));
}

#[test]
fn a_hold_that_ran_out_at_the_details_keeps_what_is_typed_and_offers_its_own_time() {
    let (app, shop, cut) = one_chair();
    let page = held(&app, &shop, &cut, AT_TWO);
    app.clock().set(tokyo("2026-11-20 10:10"));
    let page = told(&page, &JA, &[("note", "はじめてです")]).strict();
    assert!(page.text().contains("同じ時間はまだ空いています"));
    assert_eq!(
        offered(&page),
        ["11月21日(土) 13:30", AT_TWO, "11月21日(土) 14:30"]
    );
    let page = page.press(AT_TWO).strict();
    assert_eq!(page.heading(), "お客様情報");
    for (field, value) in [
        ("family_name", "山田"),
        ("given_name", "花子"),
        ("phone", "090-1234-5678"),
        ("email", "hanako@example.com"),
        ("note", "はじめてです"),
    ] {
        assert_eq!(page.field(field).value, value);
    }
    let done = page.press(JA.review).strict().press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    assert!(done.text().contains("はじめてです"));
}

#[test]
fn a_hold_that_ran_out_at_the_final_check_stays_in_the_flow() {
    let (app, shop, cut) = one_chair();
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]).strict();
    app.clock().set(tokyo("2026-11-20 10:11"));
    let rival = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]).press(JA.confirm);
    assert_eq!(rival.heading(), "ご予約が確定しました");
    let late = check.form().send(JA.confirm).strict();
    assert_eq!(late.status, 409);
    assert!(late.text().contains("入力内容はそのまま残っています"));
    assert!(late.text().contains("hanako@example.com"));
    assert_eq!(
        offered(&late),
        ["11月21日(土) 12:30", "11月21日(土) 13:00", AT_THREE]
    );
    let page = late.press(AT_THREE).strict();
    assert_eq!(page.field("email").value, "hanako@example.com");
    let done = page.press(JA.review).strict().press(JA.confirm).strict();
    assert!(done.text().contains("15:00〜16:00"));
    assert_eq!(app.count(shop.id, "select count(*) from bookings"), 2);
}

#[test]
fn another_time_chosen_on_the_same_page_moves_the_hold() {
    let (app, shop, cut) = one_chair();
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let first = table.press(&free(AT_TWO)).strict();
    let second = table.press(&free(AT_THREE)).strict();
    assert_eq!(first.url, second.url, "one form, one hold");
    assert!(second.text().contains("15:00〜16:00"));
    assert!(others_see(&app, &shop, &cut, AT_TWO));
    assert!(!others_see(&app, &shop, &cut, AT_THREE));
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.allocations"),
        1
    );
}

#[test]
fn going_back_for_another_time_shows_ones_own_as_free_and_keeps_what_is_typed() {
    let (app, shop, cut) = one_chair();
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    let table = check.follow("日時").strict();
    assert!(is_free(&table, AT_TWO), "it is mine");
    assert!(!others_see(&app, &shop, &cut, AT_TWO));
    let page = table.press(&free(AT_THREE)).strict();
    assert_eq!(page.field("family_name").value, "山田");
    assert!(
        others_see(&app, &shop, &cut, AT_TWO),
        "the old time is free"
    );
}

#[test]
fn going_back_for_another_service_gives_the_old_time_up_and_keeps_what_is_typed() {
    let (app, shop, cut) = one_chair();
    let colour = a_service(&app, &shop).named("カラー", "Colour").build();
    let check = told(&held(&app, &shop, &cut, AT_TWO), &JA, &[]);
    let menu = check.follow("メニュー").strict();
    let table = menu.follow(&colour.name).strict();
    assert!(is_free(&table, AT_TWO), "it is mine");
    let page = table.press(&free(AT_TWO)).strict();
    assert_eq!(page.field("family_name").value, "山田");
    assert!(page.text().contains("カラー"));
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.allocations"),
        1
    );
}

#[test]
fn a_burst_from_one_address_holds_no_more_than_the_same_one_after_another() {
    let app = patient();
    let shop = a_business(&app)
        .staff(1)
        .settings(json!({"holds_per_client": 3}))
        .build();
    let cut = a_service(&app, &shop).build();
    let (app, shop) = (&app, &shop);
    for day in 21..24 {
        let burst = |place: i64| {
            let start = tokyo(&format!("2026-11-{day} 10:00")) + TimeDelta::minutes(60 * place);
            hold_only(&app.browser(), shop, cut.id, start)
        };
        // Eight different times, so that nothing but the limit stands between them.
        let mut ends: Vec<u16> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|place| scope.spawn(move || burst(place)))
                .collect();
            threads
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .collect()
        });
        ends.sort_unstable();
        assert_eq!(ends, [303, 303, 303, 429, 429, 429, 429, 429], "day {day}");
        // Half an hour later all of them have lapsed.
        app.clock()
            .set(app.clock().given().unwrap() + TimeDelta::minutes(30));
    }
}

#[test]
fn a_double_tap_for_the_last_hold_of_an_address_gets_one_answer_twice() {
    let app = patient();
    let shop = a_business(&app)
        .staff(1)
        .settings(json!({"holds_per_client": 1}))
        .build();
    let cut = a_service(&app, &shop).build();
    let (app, shop) = (&app, &shop);
    for round in 0..12 {
        let start = tokyo("2026-11-21 14:00") + TimeDelta::days(round);
        let key = format!("{round:032}");
        let tap = || hold_by(&app.browser(), shop, (cut.id, start), &key);
        let ends = std::thread::scope(|scope| {
            let taps = [scope.spawn(tap), scope.spawn(tap)];
            taps.map(|tap| tap.join().unwrap())
        });
        assert_eq!(ends, [303, 303], "round {round}");
        app.clock()
            .set(app.clock().given().unwrap() + TimeDelta::minutes(30));
    }
    let made = "select count(*) from scheduling.reservations";
    assert_eq!(app.count(shop.id, made), 12);
}

#[test]
fn a_lapsed_hold_that_is_taken_up_again_counts_like_a_new_one() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app)
        .staff(1)
        .settings(json!({"holds_per_client": 1}))
        .build();
    let cut = a_service(&app, &shop).build();
    let lapsed = held(&app, &shop, &cut, "11月21日(土) 11:00");
    app.clock().set(tokyo("2026-11-20 10:11"));
    let lapsed = lapsed.browser.open(&lapsed.url).strict();
    held(&app, &shop, &cut, AT_TWO);
    assert_eq!(lapsed.form().send("11:00").status, 429);
    app.clock().set(tokyo("2026-11-20 10:22"));
    assert_eq!(lapsed.form().send("11:00").status, 303);
}

#[test]
fn one_address_holds_only_so_much_and_everybody_else_goes_on() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app)
        .staff(1)
        .settings(json!({"holds_per_client": 3}))
        .build();
    let cut = a_service(&app, &shop).build();
    for hour in [11, 12, 13] {
        held(&app, &shop, &cut, &format!("11月21日(土) {hour}:00"));
    }
    let table = app.browser().open(&times("ja", &shop, &cut, "&view=table"));
    let refused = table.form().send(&free(AT_TWO)).strict();
    assert_eq!(refused.status, 429);
    assert_eq!(refused.heading(), "操作が続いたため、少しお待ちください");
    assert!(
        refused
            .header("retry-after")
            .unwrap()
            .parse::<u32>()
            .unwrap()
            > 0
    );
    assert!(others_see(&app, &shop, &cut, AT_TWO));
    let english = app.browser().open(&times("en", &shop, &cut, "&view=table"));
    let refused = english.form().send("Sat, 21 Nov 14:00 Available").strict();
    assert_eq!(
        (refused.status, refused.heading().as_str()),
        (429, "Please wait a moment")
    );
    let other = a_business(&app).staff(1).build();
    held(&app, &other, &a_service(&app, &other).build(), AT_TWO);
    app.clock().set(tokyo("2026-11-20 10:10"));
    held(&app, &shop, &cut, AT_TWO);
}
