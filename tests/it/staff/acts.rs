//! Arrived, started, done, did not come, and back.

use super::scene::{DESK, Friday};
use crate::support::app::tokyo;

#[test]
fn one_press_moves_a_booking_on_and_one_takes_it_back() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/today"));
    let sent = page.part(".day-list > li", "﨑本").form().send("来店");
    assert_eq!(sent.status, 303);
    let page = sent.settled();
    assert!(friday.status(&friday.late, "arrived"));
    assert!(page.flash().unwrap().contains("状態を変更しました"));
    let page = page.part(".flash", "状態").press("元に戻す");
    assert!(friday.status(&friday.late, "confirmed"));
    assert!(page.flash().unwrap().contains("元に戻しました"));
    assert!(
        !page.flash().unwrap().contains("元に戻す"),
        "an undo is not undone"
    );
}

#[test]
fn the_whole_day_of_a_guest_goes_by_presses_on_the_list() {
    let friday = Friday::new();
    let mut page = friday.aoi().open(&format!("{DESK}/today"));
    for (button, label) in [
        ("来店", "arrived"),
        ("施術開始", "in_service"),
        ("完了", "completed"),
    ] {
        page = page.part(".day-list > li", "﨑本").press(button);
        assert!(friday.status(&friday.late, label), "{label}");
    }
    let row = page.part(".day-list > li", "﨑本");
    assert!(row.document().all("button").is_empty());
}

#[test]
fn a_no_show_is_offered_and_counted_only_after_the_time_has_come() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/today"));
    let coming = page.part(".day-list > li", "Nguyen");
    assert!(!coming.text().contains("無断キャンセル"));
    let late = page.part(".day-list > li", "﨑本").press("無断キャンセル");
    assert!(friday.status(&friday.late, "no_show"));
    let count = format!(
        "select no_show_count from customers.customers where id = '{}'",
        friday.late.customer
    );
    assert_eq!(friday.app.count(friday.cast.salon.id, count.clone()), 1);
    late.part(".flash", "状態").press("元に戻す");
    assert_eq!(friday.app.count(friday.cast.salon.id, count), 0);
    // Sent by hand, it is told apart from being too late.
    let action = format!("{}/progress", Friday::page_of(&friday.coming));
    let csrf = page.field("csrf").value;
    let csrf = csrf.split(',').next().unwrap();
    let answer = page
        .browser
        .post(&action, &[("csrf", csrf), ("to", "no_show")])
        .settled();
    assert!(
        answer.flash().unwrap().contains("予約の時刻になるまで"),
        "{:?}",
        answer.flash()
    );
    assert!(friday.status(&friday.coming, "confirmed"));
}

#[test]
fn who_comes_second_is_told_so() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/today"));
    let row = page.part(".day-list > li", "﨑本");
    let cancelled = format!(
        "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer' where id = '{}'",
        friday.late.id
    );
    friday.app.execute(friday.cast.salon.id, cancelled);
    let answer = row.press("来店");
    assert!(
        answer
            .flash()
            .unwrap()
            .contains("ほかの人が先に変更しました")
    );
    assert!(friday.status(&friday.late, "cancelled"));
}

#[test]
fn nothing_is_pressed_for_days_to_come() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/today?date=2026-11-21"));
    let row = page.part(".day-list > li", "小川");
    assert!(row.document().all("button").is_empty());
    friday.app.clock().set(tokyo("2026-11-21 13:55"));
    let page = friday.aoi().open(&format!("{DESK}/today"));
    assert_eq!(
        page.part(".day-list > li", "小川")
            .document()
            .all("button")
            .len(),
        1
    );
}

#[test]
fn a_form_without_its_key_does_nothing() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let act = |act: &str| format!("{}/{act}", Friday::page_of(&friday.late));
    let typed = [
        ("to", "arrived"),
        ("date", "2026-11-21"),
        ("time", "15:00"),
        ("fee", "0"),
        ("version", "1"),
        ("note", "x"),
    ];
    for path in ["progress", "undo", "note", "move", "cancel"]
        .map(act)
        .into_iter()
        .chain([format!("{DESK}/bookings/new")])
    {
        for csrf in ["", "wrong"] {
            let mut pairs = vec![("csrf", csrf)];
            pairs.extend(typed);
            assert_eq!(aoi.post(&path, &pairs).status, 403, "{path} with {csrf:?}");
        }
    }
    assert!(friday.status(&friday.late, "confirmed"));
    assert_eq!(
        friday.app.count(
            friday.cast.salon.id,
            "select count(*) from bookings.bookings where version > 1"
        ),
        0
    );
}

#[test]
fn looking_changes_nothing() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let rows = "select count(*) from bookings.booking_history";
    let before = friday.app.count(friday.cast.salon.id, rows);
    for path in ["", "/progress", "/undo", "/move", "/cancel", "/note"] {
        aoi.visit(&format!("{}{path}", Friday::page_of(&friday.late)));
    }
    assert_eq!(friday.app.count(friday.cast.salon.id, rows), before);
    assert!(friday.status(&friday.late, "confirmed"));
}
