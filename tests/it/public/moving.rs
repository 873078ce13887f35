//! Another time from the link, in three taps.

use super::{
    change::{CANCEL, MOVE, MOVE_BUTTON, WEDNESDAY, is_taken, letters, opened, salon, stories},
    strict::Strict,
    walk::{JA, booked, free, times, told},
};
use crate::support::{
    app::{TestApp, TestOptions},
    build::{a_business, a_service},
    form::buttons,
    html::words,
};
use serde_json::json;

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
    assert!(moved.text().contains("50%（2,750円）"));
    assert!(
        moved
            .follow(CANCEL)
            .text()
            .contains("キャンセル料はかかりません")
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
    let offered = buttons(&choose.document());
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
