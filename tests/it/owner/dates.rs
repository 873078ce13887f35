//! Single dates: closed, or open at other times.

use super::OFFICE;
use crate::staff::scene::Friday;

fn closed_days(friday: &Friday) -> i64 {
    friday.app.count(
        friday.cast.salon.id,
        "select count(*) from businesses.business_holidays where open_minute is null",
    )
}

#[test]
fn a_day_is_closed_in_two_presses_with_its_bookings_before_ones_eyes() {
    let friday = Friday::new();
    let day = friday.aoi().open("/ja/staff/aoi-salon/today");
    let closing = day.follow("この日を休みにする");
    assert!(
        closing.text().contains("影響を受ける予約（2件）"),
        "{}",
        closing.text()
    );
    assert!(closing.text().contains("Nguyen Linh 様"));
    assert_eq!(closed_days(&friday), 0, "looking changes nothing");
    let closed = closing.press("予約を確認したうえで保存");
    assert_eq!(closed.flash().unwrap(), "休業日・時間変更を保存しました");
    assert_eq!(closed_days(&friday), 1);
    assert!(
        friday.status(&friday.coming, "confirmed"),
        "the booking stays"
    );
    let guests = friday.aoi().open("/ja/b/aoi-salon");
    assert!(
        guests.text().contains("11月20日(金) 休業"),
        "{}",
        guests.text()
    );
}

#[test]
fn nothing_is_closed_over_a_booking_that_was_not_shown() {
    let friday = Friday::new();
    let form = friday.aoi().open(&format!("{OFFICE}/hours/dates"));
    let refused = form
        .fill("from", "2026-11-20")
        .fill("reason_ja", "研修のため")
        .press("保存");
    assert_eq!((refused.status, closed_days(&friday)), (409, 0));
    assert!(refused.text().contains("Nguyen Linh 様"));
    assert_eq!(refused.field("reason_ja").value, "研修のため");
    // Another one comes between the look and the press.
    crate::support::build::a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .at("2026-11-20 17:00")
        .named("新", "着")
        .on(friday.cast.salon.staff[0])
        .build();
    let refused = refused.press("予約を確認したうえで保存");
    assert_eq!((refused.status, closed_days(&friday)), (409, 0));
    assert!(refused.text().contains("影響を受ける予約（3件）"));
    assert_eq!(refused.press("予約を確認したうえで保存").status, 200);
    assert_eq!(closed_days(&friday), 1);
}

#[test]
fn a_season_is_closed_at_once_and_one_day_of_it_opened_again() {
    let friday = Friday::new();
    let closed = friday
        .aoi()
        .open(&format!("{OFFICE}/hours/dates"))
        .fill("from", "2026-12-31")
        .fill("until", "2027-01-03")
        .fill("reason_ja", "年末年始")
        .fill("reason_en", "New Year")
        .press("保存");
    assert_eq!((closed.status, closed_days(&friday)), (200, 4));
    let day = friday
        .aoi()
        .open(&format!("{OFFICE}/hours/dates?date=2027-01-03"));
    assert_eq!(day.field("reason_en").value, "New Year");
    let special = day
        .fill("kind", "hours")
        .fill("hoursa_from", "12:00")
        .fill("hoursa_until", "1700")
        .press("保存");
    assert_eq!((special.status, closed_days(&friday)), (200, 3));
    assert!(
        special.text().contains("12:00〜17:00（年末年始）"),
        "{}",
        special.text()
    );
    let lifted = friday
        .aoi()
        .open(&format!("{OFFICE}/hours/dates?date=2027-01-02"))
        .press("曜日どおりに戻す");
    assert_eq!(lifted.flash().unwrap(), "曜日どおりの営業に戻しました");
    assert_eq!(closed_days(&friday), 2);
}

#[test]
fn opening_hours_of_a_day_are_not_taken_back_over_what_is_booked_then() {
    let friday = Friday::new();
    let open = |date: &str| {
        friday
            .aoi()
            .open(&format!("{OFFICE}/hours/dates?date={date}"))
    };
    open("2026-12-04")
        .fill("kind", "hours")
        .fill("hoursa_from", "8:00")
        .fill("hoursa_until", "22:00")
        .press("保存");
    crate::support::build::a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .at("2026-12-04 20:00")
        .named("夜", "子")
        .on(friday.cast.salon.staff[0])
        .build();
    let refused = open("2026-12-04").press("曜日どおりに戻す");
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("夜 子 様"), "{}", refused.text());
    assert_eq!(refused.press("曜日どおりに戻す").status, 200);
}

#[test]
fn what_is_wrong_about_a_date_is_said_at_its_box() {
    let friday = Friday::new();
    let form = friday.aoi().open(&format!("{OFFICE}/hours/dates"));
    for (from, until, kind, field, words) in [
        (
            "2026-11-19",
            "",
            "closed",
            "from",
            "今日以降の日付を選んでください",
        ),
        (
            "2026-12-31",
            "2026-12-30",
            "closed",
            "until",
            "最後の日は、最初の日以降にしてください",
        ),
        (
            "2026-12-01",
            "2027-06-30",
            "closed",
            "until",
            "一度に登録できるのは92日までです",
        ),
        (
            "12月",
            "",
            "closed",
            "from",
            "日付は年・月・日で入力してください（例: 2026-11-20）",
        ),
        (
            "2026-12-01",
            "",
            "hours",
            "hours",
            "営業時間を入力してください",
        ),
    ] {
        let refused = form
            .fill("from", from)
            .fill("until", until)
            .fill("kind", kind)
            .press("保存");
        assert_eq!(refused.status, 422);
        assert_eq!(refused.error(field).as_deref(), Some(words));
        assert_eq!(refused.field("from").value, from);
    }
    assert_eq!(closed_days(&friday), 0);
}
