//! How much may be put over other bookings on one day: the owner says it, and the counter's forms keep to it.

use super::scene::{DESK, Friday};
use crate::support::browser::Page;

const OFFICE: &str = "/ja/owner/aoi-salon/overbooking";
const ANYWAY: &str = "重なったまま予約する";
const REASON: &str = "常連のお客様";

/// The owner lets so many seats a day be overbooked; empty is as many as there is a reason for.
fn rule(friday: &Friday, most: &str) -> Page {
    friday
        .aoi()
        .open(OFFICE)
        .fill("seats_a_day", most)
        .press("保存")
}

/// Somebody else over whoever is with Ben then, with a reason.
fn over(friday: &Friday, date: &str, time: &str) -> Page {
    let ben = friday.cast.salon.staff[1].to_string();
    let clash = friday
        .aoi()
        .open(&format!("{DESK}/bookings/new"))
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("staff", &ben)
        .fill("date", date)
        .fill("time", time)
        .fill("family", "山本")
        .press("予約を追加");
    assert_eq!(clash.status, 409, "{}", clash.text());
    clash.fill("override_reason", REASON).press(ANYWAY)
}

fn bookings(friday: &Friday) -> i64 {
    let all = "select count(*) from bookings.bookings";
    friday.app.count(friday.cast.salon.id, all)
}

#[test]
fn a_shop_that_never_overbooks_refuses_it_with_the_reason_and_keeps_what_was_typed() {
    let friday = Friday::new();
    let saved = rule(&friday, "0");
    assert_eq!(
        saved.flash().unwrap(),
        "重ねて受ける予約の上限を保存しました"
    );
    let before = bookings(&friday);
    let refused = over(&friday, "2026-11-20", "14:30");
    assert_eq!(refused.status, 409);
    let said = refused.error("override_reason").unwrap();
    assert!(
        said.contains("重ねて予約を受けることはできません"),
        "{said}"
    );
    assert_eq!(refused.field("override_reason").value, REASON);
    assert!(refused.field("family").value.contains("山本"));
    assert_eq!(bookings(&friday), before);
    // A free time is nobody's.
    let free = refused.fill("time", "17:00").press(ANYWAY);
    assert_eq!(free.status, 200, "{}", free.text());
    assert_eq!(bookings(&friday), before + 1);
}

#[test]
fn so_many_seats_a_day_are_overbooked_and_no_more() {
    let friday = Friday::new();
    rule(&friday, "1");
    assert_eq!(over(&friday, "2026-11-20", "14:30").status, 200);
    let refused = over(&friday, "2026-11-20", "11:40");
    assert_eq!(refused.status, 409);
    let said = refused.error("override_reason").unwrap();
    assert!(said.contains("1日1席まで"), "{said}");
    // With another number it goes; without any there is no limit.
    rule(&friday, "2");
    assert_eq!(over(&friday, "2026-11-20", "11:40").status, 200);
    assert_eq!(over(&friday, "2026-11-20", "14:40").status, 409);
    rule(&friday, "");
    assert_eq!(over(&friday, "2026-11-20", "14:40").status, 200);
}

#[test]
fn what_is_outside_the_hours_is_over_nobody() {
    let friday = Friday::new();
    rule(&friday, "0");
    assert_eq!(over(&friday, "2026-11-25", "20:30").status, 200);
}

#[test]
fn moving_over_another_is_held_to_it_and_a_move_within_counts_once() {
    let friday = Friday::new();
    rule(&friday, "0");
    let moved = |time: &str| {
        let page = friday.aoi().open(&Friday::page_of(&friday.coming));
        let page = page
            .follow("予約を変更")
            .fill("time", time)
            .press("変更を保存");
        page.fill("override_reason", "同じ席で待てる")
            .press("重なったまま変更する")
    };
    let refused = moved("12:00");
    assert_eq!(refused.status, 409);
    assert!(refused.error("override_reason").is_some());
    assert_eq!(refused.field("override_reason").value, "同じ席で待てる");
    rule(&friday, "1");
    assert_eq!(moved("12:00").status, 200);
    assert_eq!(
        moved("11:45").status,
        200,
        "it does not count beside itself"
    );
}

#[test]
fn what_stood_over_another_stands_again_whatever_is_said_since() {
    let friday = Friday::new();
    let booked = over(&friday, "2026-11-20", "14:30");
    rule(&friday, "0");
    let back = booked
        .follow("キャンセル")
        .press("予約をキャンセル")
        .part(".flash", "キャンセル")
        .press("元に戻す");
    assert_eq!(back.flash().unwrap(), "元に戻しました");
}

#[test]
fn what_cannot_be_meant_is_said_at_its_box() {
    let friday = Friday::new();
    for typed in ["-1", "1000", "たくさん"] {
        let refused = rule(&friday, typed);
        assert_eq!(refused.status, 422, "{typed}");
        assert!(refused.error("seats_a_day").is_some(), "{typed}");
        assert_eq!(refused.field("seats_a_day").value, typed);
    }
    let english = friday.aoi().open("/en/owner/aoi-salon/overbooking");
    assert_eq!(english.heading(), "Limit on overbooking");
}
