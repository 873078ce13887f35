//! Who works when.

use super::OFFICE;
use crate::{staff::scene::Friday, support::browser::Page};

/// The week of a date.
fn week(friday: &Friday, date: &str) -> Page {
    friday.aoi().open(&format!("{OFFICE}/shifts?week={date}"))
}

/// Ben's column works by shifts, Wednesday to Sunday.
fn by_shifts(friday: &Friday) -> Page {
    let ben = friday.cast.salon.staff[1];
    let page = friday.aoi().open(&format!("{OFFICE}/shifts/{ben}"));
    let mut form = page.form();
    for day in [3, 4, 5, 6, 0] {
        form = form
            .fill(&format!("d{day}a_from"), "10:00")
            .fill(&format!("d{day}a_until"), "18:00");
    }
    form.press("変更の影響を確認").press("この内容で保存")
}

/// Somebody's line of the week.
fn line(page: &Page, name: &str) -> Vec<String> {
    let mut rows = page.rows().into_iter();
    let mut row = rows
        .find(|row| row.first().is_some_and(|first| first.starts_with(name)))
        .unwrap();
    row.remove(0);
    row
}

#[test]
fn somebody_begins_to_work_by_shifts_and_their_week_is_drawn() {
    let friday = Friday::new();
    assert!(
        week(&friday, "2026-11-23")
            .text()
            .contains("営業時間どおり")
    );
    let saved = by_shifts(&friday);
    assert_eq!(saved.flash().unwrap(), "シフトを保存しました");
    let ben = line(&week(&friday, "2026-11-23"), "鈴木");
    assert_eq!(ben.len(), 7);
    assert!(
        ben[0].starts_with("休み") && ben[2].starts_with("10:00〜18:00"),
        "{ben:?}"
    );
}

#[test]
fn a_day_is_changed_and_is_as_the_week_has_it_again() {
    let friday = Friday::new();
    by_shifts(&friday);
    let ben = friday.cast.salon.staff[1];
    let day = || {
        friday
            .aoi()
            .open(&format!("{OFFICE}/shifts/{ben}/day?date=2026-11-25"))
    };
    let saved = day()
        .fill("hoursa_from", "13:00")
        .fill("hoursa_until", "1900")
        .fill("note", "午前は研修")
        .press("保存");
    assert_eq!(saved.flash().unwrap(), "シフトを保存しました");
    let ben_week = line(&saved, "鈴木");
    assert!(
        ben_week[2].starts_with("13:00〜19:00") && ben_week[2].contains("変更"),
        "{ben_week:?}"
    );
    let lifted = day().press("基本のシフトに戻す");
    assert!(line(&lifted, "鈴木")[2].starts_with("10:00〜18:00"));
    let refused = day().fill("hoursa_from", "25:99").press("保存");
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.error("hours").unwrap(),
        "時刻は「9:00」のように入力してください"
    );
    assert_eq!(refused.field("hoursa_from").value, "25:99");
}

#[test]
fn a_day_off_shows_the_bookings_that_would_have_nobody() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1];
    let day = friday
        .aoi()
        .open(&format!("{OFFICE}/shifts/{ben}/day?date=2026-11-20"));
    let refused = day
        .fill("hoursa_from", "")
        .fill("hoursa_until", "")
        .press("保存");
    assert_eq!(refused.status, 409);
    assert!(
        refused.text().contains("Nguyen Linh 様"),
        "{}",
        refused.text()
    );
    assert_eq!(refused.press("予約を確認したうえで保存").status, 200);
    assert!(friday.status(&friday.coming, "confirmed"));
}

#[test]
fn last_weeks_shifts_are_copied_in_one_press_on_their_page() {
    let friday = Friday::new();
    by_shifts(&friday);
    let ben = friday.cast.salon.staff[1];
    friday
        .aoi()
        .open(&format!("{OFFICE}/shifts/{ben}/day?date=2026-11-24"))
        .fill("hoursa_from", "12:00")
        .fill("hoursa_until", "15:00")
        .press("保存");
    let copied = week(&friday, "2026-11-30").press("前の週のシフトをコピー");
    assert_eq!(copied.flash().unwrap(), "前の週のシフトをコピーしました");
    let ben = line(&copied, "鈴木");
    assert!(
        ben[1].starts_with("12:00〜15:00") && ben[2].starts_with("10:00〜18:00"),
        "{ben:?}"
    );
    // What is as the week has it anyway is not said once more.
    let said = "select count(*) from scheduling.staff_exceptions where date >= '2026-11-30'";
    assert_eq!(friday.app.count(friday.cast.salon.id, said), 1);
}

#[test]
fn copying_does_not_leave_a_booking_alone_unseen() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1];
    // Off on the Saturday of this week; somebody is booked with them a week later.
    friday
        .aoi()
        .open(&format!("{OFFICE}/shifts/{ben}/day?date=2026-11-21"))
        .fill("hoursa_from", "")
        .fill("hoursa_until", "")
        .press("保存");
    crate::support::build::a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .at("2026-11-28 14:00")
        .named("週末", "花")
        .on(ben)
        .build();
    let refused = week(&friday, "2026-11-23").press("前の週のシフトをコピー");
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("週末 花 様"), "{}", refused.text());
    let copied = refused.press("予約を確認したうえでコピー");
    assert!(line(&copied, "鈴木")[5].starts_with("休み"));
}

#[test]
fn strangers_to_the_place_and_days_gone_by_are_not_found() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1];
    let aoi = friday.aoi();
    for path in [
        format!("shifts/{ben}/day?date=2026-11-19"),
        format!("shifts/{ben}/day?date=x"),
        format!("shifts/{}", uuid::Uuid::new_v4()),
        "shifts/x".to_owned(),
    ] {
        assert_eq!(aoi.visit(&format!("{OFFICE}/{path}")).status, 404, "{path}");
    }
}
