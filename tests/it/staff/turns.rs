//! The booking's page says why it was whose turn.

use super::scene::{DESK, Friday};
use crate::{
    public::walk::{JA, held, told},
    support::{browser::Page, people::lines},
};

/// A booking by telephone on a free Wednesday, with anybody or with somebody.
fn booked(friday: &Friday, time: &str, staff: &str) -> Page {
    let page = friday.aoi().open(&format!("{DESK}/bookings/new"));
    let page = page
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("date", "2026-11-25")
        .fill("time", time)
        .fill("staff", staff)
        .fill("family", "山本")
        .press("予約を追加");
    assert_eq!(page.status, 200, "{:?}", page.errors());
    page
}

fn says(page: &Page, words: &str) {
    let text = page.text();
    assert!(text.contains("担当の決まり方"), "{text}");
    assert!(text.contains(words), "{words}: {text}");
}

#[test]
fn each_rule_is_said_with_its_figures_in_both_languages() {
    let friday = Friday::new();
    says(&booked(&friday, "10:00", ""), "並び順が先");
    let second = booked(&friday, "11:00", "");
    says(&second, "この日の予約が少ない（0分、次の候補は60分）");
    let third = booked(&friday, "13:00", "");
    says(&third, "空いている時間が長い（");
    assert!(
        third.text().contains("11:00から、次の候補は"),
        "{}",
        third.text()
    );
    let english = second.url.replace("/ja/", "/en/");
    let english = friday.aoi().open(&english);
    let text = english.text();
    assert!(text.contains("Why this person"), "{text}");
    assert!(
        text.contains("Least booked that day (0 min; the next had 60 min)"),
        "{text}"
    );
}

#[test]
fn who_was_asked_for_or_was_alone_was_not_chosen() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1].to_string();
    says(&booked(&friday, "10:00", &ben), "指定あり");
    says(&booked(&friday, "10:00", ""), "ほかに空きなし");
    // What nobody chose says nothing.
    let old = friday.aoi().open(&Friday::page_of(&friday.coming));
    assert!(!old.text().contains("担当の決まり方"), "{}", old.text());
}

#[test]
fn the_reason_goes_with_the_time_from_the_hold_and_changes_when_it_is_moved() {
    let friday = Friday::new();
    let page = booked(&friday, "10:00", "");
    let moved = page
        .follow("予約を変更")
        .fill("time", "15:00")
        .press("変更を保存");
    says(&moved, "これまでと同じ");
    let kept =
        "select chosen->>'rule' as line from scheduling.allocations where chosen is not null";
    let salon = friday.cast.salon.id;
    assert_eq!(lines(&friday.app, salon, kept), ["kept"]);
    // Whoever has not begun anything yet comes before whoever has.
    let details = held(
        &friday.app,
        &friday.cast.salon,
        &friday.cast.cut,
        "11月26日(木) 14:00",
    );
    assert_eq!(lines(&friday.app, salon, kept).len(), 2, "with the hold");
    let own = [("phone", "")];
    told(&details, &JA, &own).press(JA.confirm);
    let of_bookings = "select chosen->>'rule' as line from scheduling.allocations where booking_id is not null and chosen is not null order by 1";
    assert_eq!(
        lines(&friday.app, salon, of_bookings),
        ["kept", "longest_idle"]
    );
}
