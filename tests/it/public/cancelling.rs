//! Calling off from the link, in two taps: the money first, and charged as it was shown.

use super::{
    change::{CANCEL, WEDNESDAY, is_taken, letters, opened, salon, stories},
    strict::Strict,
    walk::booked,
};
use crate::support::app::tokyo;
use serde_json::json;

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
