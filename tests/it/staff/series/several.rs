//! Several bookings of a series are moved or called off at once: this one and those after it, or all that lie ahead.

use super::{answers, count, letters, made, page_of_place, standing};
use crate::{
    staff::scene::Friday,
    support::{app::tokyo, build::a_booking},
};
use serde_json::json;

const LOOK: &str = "変更後の日程を確かめる";
const MOVE: &str = "この内容で変更する";

#[test]
fn all_are_moved_by_as_many_days_to_the_same_time_with_one_letter() {
    let friday = Friday::new();
    let page = made(&friday).follow("まとめて変更");
    let page = page
        .fill("date", "2026-11-21")
        .fill("time", "1500")
        .press(LOOK);
    assert_eq!(page.status, 200, "{:?}", page.errors());
    assert_eq!(standing(&friday)[0], "11-20 14:00", "looking moves nothing");
    let done = page.press(MOVE);
    assert_eq!(done.flash().unwrap(), "くり返し予約をまとめて変更しました");
    assert_eq!(
        standing(&friday),
        ["11-21 15:00", "11-28 15:00", "12-05 15:00", "12-12 15:00"]
    );
    assert_eq!(
        (
            letters(&friday, "series_changed"),
            letters(&friday, "booking_changed")
        ),
        (1, 0)
    );
    let story = done.part(".story", "くり返し予約4件をまとめて変更").text();
    assert!(story.contains("日時の変更"), "{story}");
}

#[test]
fn a_week_later_they_take_each_others_time() {
    let friday = Friday::new();
    let page = made(&friday).follow("まとめて変更");
    let page = page.fill("date", "2026-11-27").press(LOOK);
    assert_eq!(
        page.document().all("input[name^='on-']").len(),
        4,
        "{}",
        page.text()
    );
    page.press(MOVE);
    assert_eq!(
        standing(&friday),
        ["11-27 14:00", "12-04 14:00", "12-11 14:00", "12-18 14:00"]
    );
}

#[test]
fn those_before_it_stay() {
    let friday = Friday::new();
    made(&friday);
    let page = page_of_place(&friday, 3).follow("まとめて変更");
    page.fill("time", "16:00").press(LOOK).press(MOVE);
    assert_eq!(
        standing(&friday),
        ["11-20 14:00", "11-27 14:00", "12-04 16:00", "12-11 16:00"]
    );
    let page = page_of_place(&friday, 3).follow("まとめて変更");
    page.fill("reach", "all")
        .fill("time", "17:00")
        .press(LOOK)
        .press(MOVE);
    assert_eq!(
        standing(&friday),
        ["11-20 17:00", "11-27 17:00", "12-04 17:00", "12-11 17:00"]
    );
}

#[test]
fn one_that_cannot_go_there_stays_or_goes_elsewhere() {
    let friday = Friday::new();
    made(&friday);
    a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .named("小川", "凛")
        .on(friday.cast.salon.staff[1])
        .at("2026-12-04 16:00")
        .build();
    let page = page_of_place(&friday, 1).follow("まとめて変更");
    let page = page.fill("time", "16:00").press(LOOK);
    assert!(
        page.text().contains("この時間は空きがありません"),
        "{}",
        page.text()
    );
    let name = page
        .document()
        .all("select[name^='at-']")
        .first()
        .and_then(|select| select.attr("name"))
        .unwrap()
        .to_owned();
    assert!(answers(&page, &name).len() > 2);
    page.press(MOVE);
    assert_eq!(
        standing(&friday),
        ["11-20 16:00", "11-27 16:00", "12-04 14:00", "12-11 16:00"]
    );
}

#[test]
fn a_series_that_changed_meanwhile_is_shown_again_before_anything_moves() {
    let friday = Friday::new();
    let page = made(&friday).follow("まとめて変更");
    let page = page.fill("time", "16:00").press(LOOK);
    // Somebody moves one of them alone.
    page_of_place(&friday, 2)
        .follow("予約を変更")
        .fill("time", "15:00")
        .press("変更を保存");
    let again = page.press(MOVE);
    assert_eq!(again.status, 409);
    assert_eq!(
        standing(&friday),
        ["11-20 14:00", "11-27 15:00", "12-04 14:00", "12-11 14:00"]
    );
    again.press(MOVE);
    assert_eq!(
        standing(&friday),
        ["11-20 16:00", "11-27 16:00", "12-04 16:00", "12-11 16:00"]
    );
}

#[test]
fn this_one_and_those_after_it_are_called_off_with_one_letter() {
    let friday = Friday::new();
    made(&friday);
    let page = page_of_place(&friday, 3).follow("まとめてキャンセル");
    assert!(
        page.text()
            .contains("今なら、どの予約にもキャンセル料はかかりません")
    );
    let done = page.press("2件をキャンセルする");
    assert_eq!(
        done.flash().unwrap(),
        "くり返し予約をまとめてキャンセルしました"
    );
    assert_eq!(standing(&friday), ["11-20 14:00", "11-27 14:00"]);
    assert_eq!(
        (
            letters(&friday, "series_cancelled"),
            letters(&friday, "booking_cancelled")
        ),
        (1, 0)
    );
    let told = "select count(*) from bookings.booking_history where field_changed = 'series' and new_value = 'cancelled 2'";
    assert_eq!(count(&friday, told), 2);
    let off = "select count(*) from bookings.bookings where status = 'cancelled' and cancelled_by = 'business'";
    assert_eq!(count(&friday, off), 2);
}

#[test]
fn each_costs_what_its_own_terms_say_and_no_more_is_taken_than_was_shown() {
    let friday = Friday::new();
    made(&friday);
    // The first has a policy of half the price within a day; the others were booked under none.
    let page = page_of_place(&friday, 1)
        .follow("まとめてキャンセル")
        .follow("これからの予約すべて");
    assert!(
        page.text().contains("ポリシーでは、合わせて"),
        "{}",
        page.text()
    );
    let dearer = json!({
        "name": "標準", "hours_before": 720, "penalty_percent": 100, "steps_json": [], "no_show_percent": 100,
    });
    friday.app.execute(
        friday.cast.salon.id,
        format!("update bookings.bookings set policy_snapshot_json = '{dearer}' where business_date = '2026-11-27'"),
    );
    let again = page.press("4件をキャンセルする");
    assert_eq!(again.status, 409);
    assert_eq!(standing(&friday).len(), 4, "nothing was called off");
    let done = again
        .form()
        .tick("waive", "yes")
        .press("4件をキャンセルする");
    assert_eq!(done.status, 200, "{:?}", done.errors());
    assert_eq!(standing(&friday), [""; 0]);
    let fees =
        "select count(*) from bookings.booking_history where field_changed = 'cancellation_fee'";
    assert_eq!(count(&friday, fees), 0);
}

#[test]
fn one_alone_is_moved_and_called_off_as_ever() {
    let friday = Friday::new();
    made(&friday);
    let page = page_of_place(&friday, 2).follow("キャンセル");
    page.press("予約をキャンセル");
    assert_eq!(
        standing(&friday),
        ["11-20 14:00", "12-04 14:00", "12-11 14:00"]
    );
    let list = page_of_place(&friday, 1).part("#series", "毎週").text();
    assert!(
        list.contains("2回目") && list.contains("キャンセル"),
        "{list}"
    );
}

#[test]
fn who_was_told_that_several_are_off_is_told_that_one_stands_again() {
    let friday = Friday::new();
    made(&friday);
    let page = page_of_place(&friday, 3).follow("まとめてキャンセル");
    page.press("2件をキャンセルする");
    friday.app.clock().set(tokyo("2026-11-20 12:16"));
    let sent = friday.app.letters();
    assert!(
        sent.iter()
            .any(|letter| letter.subject.contains("くり返し予約 2件"))
    );
    let page = page_of_place(&friday, 3).press("元に戻す");
    assert_eq!(page.flash().unwrap(), "元に戻しました");
    assert_eq!(
        standing(&friday),
        ["11-20 14:00", "11-27 14:00", "12-04 14:00"]
    );
    let again = friday.app.letter();
    assert!(
        again
            .text
            .contains("先ほどお知らせしたキャンセルは取り消されました")
    );
}

#[test]
fn all_are_given_to_somebody_else_and_nobody_pays_for_a_choice_they_did_not_make() {
    let friday = Friday::new();
    let page = made(&friday).follow("まとめて変更");
    let aoi = friday.cast.salon.staff[0];
    let page = page.fill("staff", &aoi.to_string()).press(LOOK);
    assert_eq!(page.status, 200, "{:?}", page.errors());
    // Whoever is chosen belongs to what was looked at.
    let ben = friday.cast.salon.staff[1].to_string();
    assert_eq!(
        page.fill("staff", &ben)
            .fill("time", "15:00")
            .press(MOVE)
            .status,
        409
    );
    page.press(MOVE);
    assert_eq!(
        standing(&friday),
        ["11-20 14:00", "11-27 14:00", "12-04 14:00", "12-11 14:00"]
    );
    let aois = format!(
        "select count(*) from bookings.series_bookings s join bookings.bookings b on b.id = s.booking_id
         where b.resource_id = '{aoi}' and not b.is_nominated"
    );
    assert_eq!(count(&friday, &aois), 4);
    assert_eq!(letters(&friday, "series_changed"), 1);
}
