//! How many guests may still book in each half-hour, behind the counter: seen, raised, lowered, and as usual again.

use super::scene::{DESK, Friday};
use crate::support::browser::Page;
use serde_json::json;

const SATURDAY: &str = "2026-11-21";
const SAID: &str = "select coalesce(max(most), -1) from scheduling.start_limit_dates";
const AT_TWO: &str = "select count(*) from scheduling.start_limit_dates where start_minute = 840";

fn page(friday: &Friday) -> Page {
    let path = format!("{DESK}/limits?date={SATURDAY}");
    friday.aoi().open(&path)
}

/// The line of a half-hour.
fn line(page: &Page, time: &str) -> String {
    page.part(".day-lines > li", time).text()
}

/// So many may usually begin at two on Saturdays; Daichi does tomorrow.
fn usual(friday: &Friday, most: i64) {
    let salon = friday.cast.salon.id;
    let row = json!({"business_id": salon, "day_of_week": 6, "start_minute": 840, "most": most});
    friday.app.insert(salon, "scheduling.start_limits", row);
}

#[test]
fn what_is_left_stands_beside_each_half_hour_and_is_raised_and_lowered() {
    let friday = Friday::new();
    usual(&friday, 3);
    let salon = friday.cast.salon.id;
    let shown = page(&friday);
    assert!(line(&shown, "14:00").contains("残り 2"), "{}", shown.text());
    assert!(line(&shown, "14:00").contains("1件"));
    assert!(line(&shown, "15:00").contains("制限なし"));
    let more = shown.press("14:00の残りを1つ増やす");
    assert_eq!(more.flash().unwrap(), "受付数を変更しました");
    assert!(line(&more, "14:00").contains("残り 3"));
    assert_eq!(
        friday.app.count(salon, SAID),
        4,
        "the one that begins counts"
    );
    let fewer = more
        .press("14:00の残りを1つ減らす")
        .press("14:00の残りを1つ減らす");
    assert!(line(&fewer, "14:00").contains("残り 1"));
    assert!(line(&fewer, "14:00").contains("この日だけの数"));
    let again = fewer.press("14:00を元に戻す");
    assert!(line(&again, "14:00").contains("残り 2"));
    assert_eq!(friday.app.count(salon, AT_TWO), 0);
    assert!(!line(&again, "14:00").contains("この日だけの数"));
}

#[test]
fn nothing_is_below_none_and_one_more_than_none_is_one_however_many_staff_have_booked() {
    let friday = Friday::new();
    usual(&friday, 0);
    let shown = page(&friday);
    let at_two = line(&shown, "14:00");
    assert!(at_two.contains("残り 0") && !at_two.contains("減らす"));
    let more = shown.press("14:00の残りを1つ増やす");
    assert!(line(&more, "14:00").contains("残り 1"));
}

#[test]
fn where_there_was_no_limit_the_half_hour_is_closed_and_opened_again() {
    let friday = Friday::new();
    let stopped = page(&friday).press("15:00の受付を止める");
    assert!(line(&stopped, "15:00").contains("残り 0"));
    let book = format!(
        "/ja/b/aoi-salon/book/times?service={}&view=table",
        friday.cast.cut.id
    );
    let offers = || {
        let page = friday.app.browser().open(&book);
        let document = page.document();
        !document
            .all("button[aria-label^='11月21日(土) 15:00']")
            .is_empty()
    };
    assert!(!offers());
    let usual = stopped.press("15:00を元に戻す");
    assert!(line(&usual, "15:00").contains("制限なし") && offers());
}

#[test]
fn what_is_no_press_changes_nothing() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let csrf = aoi.open(&format!("{DESK}/limits")).field("csrf").value;
    let csrf = csrf.split(',').next().unwrap();
    for (date, minute, press, status) in [
        (SATURDAY, "840", "less", 400),
        (SATURDAY, "x", "more", 400),
        ("yesterday", "840", "more", 400),
        // Nobody is there at three in the morning.
        (SATURDAY, "180", "fewer", 303),
        (SATURDAY, "841", "fewer", 303),
        (SATURDAY, "65535", "fewer", 303),
    ] {
        let pairs = [
            ("csrf", csrf),
            ("date", date),
            ("minute", minute),
            ("press", press),
        ];
        let answer = aoi.post(&format!("{DESK}/limits"), &pairs);
        assert_eq!(answer.status, status, "{date} {minute} {press}");
    }
    assert_eq!(friday.app.count(friday.cast.salon.id, SAID), -1);
}
