//! The week of one person, and the month.

use super::scene::{DESK, Friday};
use crate::support::build::a_booking;
use serde_json::json;

#[test]
fn a_week_is_seven_days_of_one_person_monday_first() {
    let friday = Friday::new();
    a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .named("小川", "凛")
        .on(friday.cast.salon.staff[1])
        .at("2026-11-17 13:00")
        .build();
    let ben = friday.cast.salon.staff[1];
    let page = friday
        .aoi()
        .open(&format!("{DESK}/week?date=2026-11-20&staff={ben}"));
    let heads = page.document().texts(".day-column h2");
    assert_eq!(heads.len(), 7, "{heads:?}");
    assert!(heads[0].contains("11/16 月"), "{heads:?}");
    assert!(heads[6].contains("11/22 日"), "{heads:?}");
    let tuesday = page.part(".day-column", "11/17").text();
    assert!(tuesday.contains("13:00 小川 凛 様"), "{tuesday}");
    let today = page.part(".day-column", "11/20").text();
    assert!(today.contains("14:00 Nguyen Linh 様"), "{today}");
    assert!(
        !page.part(".day-columns", "").text().contains("﨑本"),
        "she is Aoi's"
    );
    let next = page.follow("次の週");
    assert!(next.url.contains(&ben.to_string()), "still the same person");
    assert!(next.document().texts(".day-column h2")[0].contains("11/23 月・祝"));
    let day = page.follow("11/17 火");
    assert!(day.text().contains("小川"), "a day leads to its day");
}

#[test]
fn what_nobody_has_stands_first_in_the_week() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/week"));
    assert!(!page.text().contains("担当未確定"), "nothing waits");
    let lost = format!(
        "update bookings.bookings set resource_id = null where id = '{}'",
        friday.coming.id
    );
    friday.app.execute(friday.cast.salon.id, lost);
    let freed = format!(
        "delete from scheduling.allocations where booking_id = '{}'",
        friday.coming.id
    );
    friday.app.execute(friday.cast.salon.id, freed);
    let page = friday.aoi().open(&format!("{DESK}/week"));
    let tabs = page.document().texts(".tabs a");
    let first = tabs.iter().position(|tab| tab.contains("担当未確定1"));
    let aoi = tabs.iter().position(|tab| tab.contains("佐藤"));
    assert!(first.is_some() && first < aoi, "{tabs:?}");
    let page = page.follow("担当未確定1");
    assert!(page.part(".day-column", "11/20").text().contains("Nguyen"));
}

#[test]
fn a_month_says_how_full_each_day_is_and_leads_to_it() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{DESK}/month"));
    assert_eq!(page.heading(), "2026年11月");
    let today = page.document().words(".month [aria-current]").unwrap();
    // Four of five stand; three hours of two people's eighteen are taken (the first is over, its hour is still there).
    assert!(today.contains("予約4件"), "{today}");
    assert!(today.contains('%'), "{today}");
    assert!(page.text().contains("勤労感謝の日") || page.text().contains("11月23日(月・祝)"));
    let day = page.follow("11月20日");
    assert!(day.text().contains("﨑本"), "{}", day.text());
    assert!(!page.text().contains("今月に戻る"), "it is this month");
    let december = page.follow("次の月");
    assert_eq!(december.heading(), "2026年12月");
    let january = december.follow("次の月");
    assert_eq!(january.follow("今月に戻る").heading(), "2026年11月");
}

#[test]
fn a_closed_day_says_so() {
    let friday = Friday::new();
    let salon = friday.cast.salon.id;
    friday.app.insert(
        salon,
        "businesses.business_holidays",
        json!({
            "business_id": salon, "date": "2026-11-26", "reason": "棚卸し",
        }),
    );
    let page = friday.aoi().open(&format!("{DESK}/month"));
    let shut = page.part(".month td", "11月26日").text();
    assert!(shut.contains("休業日"), "{shut}");
}

/// A week costs as many statements as a day, and a month fewer rows than that.
#[test]
fn a_week_and_a_month_cost_no_more_statements_than_a_day() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let cost = |path: &str| {
        aoi.open(&format!("{DESK}/{path}"));
        let before = friday.app.statements();
        aoi.open(&format!("{DESK}/{path}"));
        friday.app.statements() - before
    };
    let day = cost("day");
    let (week, month) = (cost("week"), cost("month"));
    assert!(week <= day, "week {week}, day {day}");
    assert!(month <= day, "month {month}, day {day}");
}
