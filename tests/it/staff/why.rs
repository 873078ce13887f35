//! Why a time cannot be booked: every reason, for guests, for staff and for everybody who would do.

use super::scene::{DESK, Friday};
use crate::support::{
    browser::Page,
    build::{a_booking, a_service},
};

fn asked(friday: &Friday, staff: &str, time: &str) -> Page {
    let cut = &friday.cast.cut.id;
    let path =
        format!("{DESK}/why?service={cut}&staff={staff}&date=2026-11-20&time={time}&party=1");
    friday.aoi().open(&path)
}

fn lines(page: &Page, list: &str) -> Vec<String> {
    page.document().texts(&format!("#{list} li"))
}

#[test]
fn every_reason_is_named_and_whoever_has_something_else_leads_to_it() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1].to_string();
    let page = asked(&friday, &ben, "14:10");
    let guests = lines(&page, "guests");
    assert!(
        guests.contains(&"このメニューの開始時刻ではありません".to_owned()),
        "{guests:?}"
    );
    assert!(
        guests.contains(&"この時間は空きがありません".to_owned()),
        "{guests:?}"
    );
    assert_eq!(lines(&page, "staff"), ["この時間は空きがありません"]);
    let each = lines(&page, "each");
    let of_ben = each.iter().find(|line| line.starts_with("鈴木")).unwrap();
    assert!(of_ben.contains("この時間は埋まっています"), "{of_ben}");
    assert!(of_ben.contains("Nguyen Linh 様"), "{of_ben}");
    let of_aoi = each.iter().find(|line| line.starts_with("佐藤")).unwrap();
    assert!(of_aoi.ends_with("空いています"), "{of_aoi}");
    assert!(!lines(&page, "nearest").is_empty());
    page.follow("鈴木: 14:00〜15:00 Nguyen Linh 様");
}

#[test]
fn what_keeps_guests_from_it_does_not_keep_staff() {
    let friday = Friday::new();
    let stop = format!(
        "update businesses.business_settings set is_accepting = false where business_id = '{}'",
        friday.cast.salon.id
    );
    friday.app.execute(friday.cast.salon.id, stop);
    let page = asked(&friday, "", "17:00");
    assert_eq!(
        lines(&page, "guests")[0],
        "お店がネット予約の受付を止めています"
    );
    assert_eq!(lines(&page, "staff"), ["予約できます"]);
    let night = asked(&friday, "", "22:00");
    assert_eq!(lines(&night, "staff"), ["営業時間に収まりません"]);
}

/// A colour of 45 minutes by the same people, and what is asked about it after the cut.
fn visit_at(friday: &Friday, staff: &str, time: &str) -> Page {
    let (cut, salon) = (&friday.cast.cut.id, &friday.cast.salon);
    let colour = a_service(&friday.app, salon).named("カラー", "Colour");
    let colour = colour.minutes(45).build().id;
    let path = format!(
        "{DESK}/why?service={cut}&second={colour}&staff={staff}&date=2026-11-20&time={time}&party=1"
    );
    friday.aoi().open(&path)
}

#[test]
fn of_a_visit_each_service_is_told_by_itself() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1].to_string();
    // The cut goes from one to two, and then Ben has somebody.
    let page = visit_at(&friday, &ben, "13:00");
    assert_eq!(
        lines(&page, "staff"),
        ["カラー（14:00から）: この時間は空きがありません"]
    );
    assert!(lines(&page, "each").is_empty());
    assert!(!lines(&page, "nearest").is_empty());
    assert!(!page.field("second").value.is_empty());
    let late = visit_at(&friday, "", "18:00");
    assert_eq!(
        lines(&late, "staff"),
        ["カラー（19:00から）: 営業時間に収まりません"]
    );
    let free = visit_at(&friday, "", "16:30");
    assert_eq!(lines(&free, "staff"), ["予約できます"]);
}

#[test]
fn guests_may_wait_a_little_between_two_services_and_staff_book_them_without_a_gap() {
    let friday = Friday::new();
    let (cut, salon) = (&friday.cast.cut, &friday.cast.salon);
    let ben = salon.staff[1];
    let busy = a_booking(&friday.app, salon, cut).at("2026-11-20 16:15");
    busy.on(ben).build();
    let colour = a_service(&friday.app, salon).named("カラー", "Colour");
    let colour = colour.minutes(45).by(&[ben]).build().id;
    let at = |time: &str| {
        let path = format!(
            "{DESK}/why?service={}&second={colour}&staff=&date=2026-11-20&time={time}&party=1",
            cut.id
        );
        friday.aoi().open(&path)
    };
    // Somebody else cuts until five, and a quarter of an hour later the colour can begin.
    let page = at("16:00");
    assert_eq!(lines(&page, "guests"), ["予約できます"]);
    assert_eq!(
        lines(&page, "staff"),
        ["カラー（17:00から）: この時間は空きがありません"]
    );
    assert!(lines(&page, "nearest")[0].contains("16:00"));
    // Half an hour would be too long.
    let early = at("15:30");
    assert_ne!(lines(&early, "guests"), ["予約できます"]);
}

#[test]
fn what_is_missing_is_said_and_what_was_typed_stays() {
    let friday = Friday::new();
    let path = format!("{DESK}/why?service=&date=2026-11-20&time=99&party=0");
    let page = friday.aoi().visit(&path);
    assert_eq!(page.status, 422);
    for field in ["service", "time", "party"] {
        assert!(page.error(field).is_some(), "{field}");
    }
    assert_eq!(page.field("time").value, "99");
    let empty = friday.aoi().open(&format!("{DESK}/why"));
    assert!(empty.errors().is_empty());
    assert!(empty.document().all("#answer").is_empty());
}

#[test]
fn the_nearest_times_lead_to_a_new_booking_then() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1].to_string();
    let page = asked(&friday, &ben, "14:10");
    let first = page.document().attribute("#nearest a", "href").unwrap();
    let form = friday.aoi().open(&first);
    assert_eq!(form.field("service").value, friday.cast.cut.id.to_string());
    assert_eq!(form.field("staff").value, ben);
    assert!(
        first.contains(&format!("time={}", form.field("time").value)),
        "{first}"
    );
}
