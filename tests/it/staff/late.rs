//! Fifteen minutes later, and what of the day goes along.

use super::scene::{DESK, Friday};
use crate::support::{
    browser::Page,
    build::{a_booking, booking::Booked},
};

fn booking(friday: &Friday, wall: &str, family: &str) -> Booked {
    a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .named(family, "凛")
        .on(friday.cast.salon.staff[1])
        .at(wall)
        .build()
}

fn asked(friday: &Friday) -> Page {
    let page = friday.aoi().open(&Friday::page_of(&friday.coming));
    page.follow("+15分")
}

/// Where a booking stands, if what it has taken stands there too.
fn start(friday: &Friday, booked: &Booked) -> String {
    for minute in (0..24 * 60).step_by(15) {
        let wall = format!("{:02}:{:02}", minute / 60, minute % 60);
        let sql = format!(
            "select count(*) from bookings.bookings b join scheduling.allocations a on a.booking_id = b.id
             and a.start_at = b.start_at and a.end_at = b.end_at
             where b.id = '{}' and b.start_at = '2026-11-20 {wall}+09'",
            booked.id
        );
        if friday.app.count(friday.cast.salon.id, sql) == 1 {
            return wall;
        }
    }
    "nowhere".to_owned()
}

fn letters(friday: &Friday) -> i64 {
    let sql =
        "select count(*) from notifications.notification_outbox where kind = 'booking_changed'";
    friday.app.count(friday.cast.salon.id, sql)
}

#[test]
fn what_would_collide_goes_along_and_the_rest_stays() {
    let friday = Friday::new();
    let next = booking(&friday, "2026-11-20 15:00", "小川");
    let after = booking(&friday, "2026-11-20 16:15", "原");
    let page = asked(&friday);
    let moves = page.document().texts(".day-lines li");
    assert_eq!(
        moves,
        [
            "Nguyen Linh 様 14:00 → 14:15〜15:15",
            "小川 凛 様 15:00 → 15:15〜16:15"
        ],
        "{}",
        page.text()
    );
    assert_eq!(
        start(&friday, &friday.coming),
        "14:00",
        "looking moves nothing"
    );
    let page = page.press("2件を遅らせる");
    assert!(page.flash().unwrap().starts_with("予約を遅らせました"));
    assert_eq!(start(&friday, &friday.coming), "14:15");
    assert_eq!(start(&friday, &next), "15:15");
    assert_eq!(start(&friday, &after), "16:15");
    assert_eq!(letters(&friday), 2);
    let story = page.part(".story", "日時の変更").text();
    assert!(story.contains("14:00 → 11月20日(金) 14:15"), "{story}");
}

#[test]
fn nobody_is_told_when_the_box_is_not_ticked() {
    let friday = Friday::new();
    asked(&friday).form().untick("tell").press("1件を遅らせる");
    assert_eq!(start(&friday, &friday.coming), "14:15");
    assert_eq!(letters(&friday), 0);
}

#[test]
fn what_cannot_move_is_named_and_then_nothing_moves() {
    let friday = Friday::new();
    // The shop closes at seven.
    let last = booking(&friday, "2026-11-20 18:00", "小川");
    let before = booking(&friday, "2026-11-20 17:00", "原");
    let page = friday.aoi().open(&Friday::page_of(&before));
    let page = page.follow("+15分");
    let line = page.part(".day-lines li", "小川").text();
    assert!(line.contains("営業時間に収まりません"), "{line}");
    assert!(
        page.document()
            .texts("button")
            .iter()
            .all(|button| !button.contains("遅らせる"))
    );
    // Whoever presses all the same, from a page of before.
    let answer = page.browser.post(
        &format!("{}/late", Friday::page_of(&before)),
        &[
            ("csrf", &page.field("csrf").value),
            ("seen", &page.field("seen").value),
            ("tell", "yes"),
        ],
    );
    assert_eq!(answer.status, 409);
    assert_eq!(
        (start(&friday, &before), start(&friday, &last)),
        ("17:00".to_owned(), "18:00".to_owned())
    );
    assert_eq!(letters(&friday), 0);
}

#[test]
fn time_kept_free_is_not_run_into() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let blocked = aoi
        .open(&format!("{DESK}/blocks/new"))
        .fill("staff", &friday.cast.salon.staff[1].to_string())
        .fill("date", "2026-11-20")
        .fill("time", "15:00")
        .fill("until", "15:30")
        .fill("reason", "打ち合わせ")
        .press("保存");
    assert_eq!(blocked.status, 200, "{}", blocked.text());
    let page = asked(&friday);
    assert!(
        page.text().contains("この時間は空きがありません"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("遅らせられない予約があります"));
}

#[test]
fn a_day_that_changed_meanwhile_is_shown_again_before_anything_moves() {
    let friday = Friday::new();
    let page = asked(&friday);
    let next = booking(&friday, "2026-11-20 15:00", "小川");
    let again = page.press("1件を遅らせる");
    assert_eq!(again.status, 409);
    assert!(
        again.errors()[0].contains("予定が変わりました"),
        "{:?}",
        again.errors()
    );
    assert_eq!(start(&friday, &friday.coming), "14:00");
    again.press("2件を遅らせる");
    assert_eq!(start(&friday, &friday.coming), "14:15");
    assert_eq!(start(&friday, &next), "15:15");
}

#[test]
fn another_day_is_not_late_yet() {
    let friday = Friday::new();
    let tomorrow = booking(&friday, "2026-11-21 14:00", "小川");
    let page = friday.aoi().open(&Friday::page_of(&tomorrow));
    assert!(!page.text().contains("+15分"));
    let page = page
        .browser
        .open(&format!("{}/late", Friday::page_of(&tomorrow)));
    assert!(page.flash().unwrap().contains("ほかの人が先に"));
}
