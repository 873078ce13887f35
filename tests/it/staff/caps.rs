//! Staff book beyond what guests may, and are told so; and why a time cannot be booked says which limit is reached.

use super::scene::{DESK, Friday};
use crate::{public::walk::says, support::build::a_booking};
use serde_json::json;

fn cap(friday: &Friday, column: &str, id: String) {
    let row = json!({"business_id": friday.cast.salon.id, column: id, "lines_a_day": 1});
    friday
        .app
        .insert(friday.cast.salon.id, "scheduling.line_caps", row);
}

#[test]
fn by_hand_more_is_booked_and_that_is_said() {
    let friday = Friday::new();
    let (salon, cut) = (&friday.cast.salon, &friday.cast.cut);
    cap(&friday, "service_id", cut.id.to_string());
    let new = |time: &str| {
        friday
            .aoi()
            .open(&format!("{DESK}/bookings/new"))
            .fill("service", &cut.id.to_string())
            .fill("date", "2026-11-25")
            .fill("time", time)
            .fill("family_kana", "やまもと")
            .press("予約を追加")
    };
    let first = new("1430");
    assert!(!first.text().contains("受付の上限を超えています"));
    let second = new("1600");
    assert!(second.flash().unwrap().contains("予約を追加しました"));
    says(
        &second,
        &["受付の上限を超えています", "は1日1件まで（この日は2件）"],
    );
    // A day that guests would not get any more is one that staff move to.
    let other = a_booking(&friday.app, salon, cut)
        .at("2026-11-26 11:00")
        .build();
    let moved = friday
        .aoi()
        .open(&Friday::page_of(&other))
        .follow("予約を変更")
        .fill("date", "2026-11-25")
        .press("変更を保存");
    assert!(moved.flash().unwrap().contains("予約を変更しました"));
    says(&moved, &["この日は3件"]);
}

#[test]
fn why_names_the_limit_that_is_reached() {
    let friday = Friday::new();
    let (salon, cut) = (&friday.cast.salon, &friday.cast.cut);
    let ben = salon.staff[1];
    cap(&friday, "resource_id", ben.to_string());
    a_booking(&friday.app, salon, cut)
        .at("2026-11-25 10:00")
        .on(ben)
        .build();
    let path = format!(
        "{DESK}/why?service={}&staff={ben}&date=2026-11-25&time=14:00&party=1",
        cut.id
    );
    let page = friday.aoi().open(&path);
    let guests = page.document().texts("#guests li");
    assert!(
        guests
            .iter()
            .any(|line| line.contains("1日1件まで（この日は1件）")),
        "{guests:?}"
    );
    assert_eq!(page.document().texts("#staff li"), ["予約できます"]);
}
