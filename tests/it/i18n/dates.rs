use super::{EN, JA, date};
use chrono::Weekday;
use omotenashi::i18n::Words;

const TODAY: &str = "2026-11-20";

#[test]
fn a_date_has_its_weekday_and_a_month_that_cannot_be_mistaken() {
    let day = date("2026-11-20");
    assert_eq!(JA.date(day), "2026年11月20日(金)");
    assert_eq!(EN.date(day), "Fri, 20 Nov 2026");
    assert_eq!(JA.date(date("2027-03-01")), "2027年3月1日(月)");
    assert_eq!(EN.date(date("2027-03-01")), "Mon, 1 Mar 2027");
}

#[test]
fn the_year_is_written_only_if_it_is_another() {
    let today = date(TODAY);
    assert_eq!(JA.day(date("2026-11-20"), today), "11月20日(金)");
    assert_eq!(EN.day(date("2026-11-20"), today), "Fri, 20 Nov");
    assert_eq!(JA.day(date("2027-01-04"), today), "2027年1月4日(月)");
    assert_eq!(EN.day(date("2027-01-04"), today), "Mon, 4 Jan 2027");
    assert_eq!(JA.day(date("2025-12-31"), today), "2025年12月31日(水)");
}

#[test]
fn a_holiday_is_marked_beside_its_weekday() {
    let today = date(TODAY);
    assert_eq!(JA.day(date("2026-11-23"), today), "11月23日(月・祝)");
    assert_eq!(EN.day(date("2026-11-23"), today), "Mon, 23 Nov (holiday)");
    assert_eq!(JA.day(date("2027-03-22"), today), "2027年3月22日(月・祝)");
    assert_eq!(
        EN.day(date("2027-03-22"), today),
        "Mon, 22 Mar 2027 (holiday)"
    );
    assert_eq!(JA.date(date("2026-11-23")), "2026年11月23日(月・祝)");
    let (first, last) = (date("2026-11-21"), date("2026-11-23"));
    assert_eq!(JA.days(first, last, today), "11月21日(土)〜23日(月・祝)");
    assert_eq!(EN.days(first, last, today), "Sat, 21 – Mon, 23 Nov");
    let evening = date("2026-11-23").and_hms_opt(14, 0, 0).unwrap();
    assert_eq!(
        JA.at(date("2026-11-23"), evening, today),
        "11月23日(月・祝) 14:00"
    );
    assert_eq!(JA.holiday_name("labour-thanksgiving"), "勤労感謝の日");
    assert_eq!(EN.holiday_name("substitute"), "Substitute holiday");
}

#[test]
fn a_range_says_once_what_both_ends_share() {
    let cases = [
        ("2026-11-20", "2026-11-20", "11月20日(金)", "Fri, 20 Nov"),
        (
            "2026-11-20",
            "2026-11-22",
            "11月20日(金)〜22日(日)",
            "Fri, 20 – Sun, 22 Nov",
        ),
        (
            "2026-11-30",
            "2026-12-02",
            "11月30日(月)〜12月2日(水)",
            "Mon, 30 Nov – Wed, 2 Dec",
        ),
        (
            "2026-12-31",
            "2027-01-02",
            "2026年12月31日(木)〜2027年1月2日(土)",
            "Thu, 31 Dec 2026 – Sat, 2 Jan 2027",
        ),
        (
            "2027-01-01",
            "2027-01-03",
            "2027年1月1日(金・祝)〜3日(日)",
            "Fri, 1 – Sun, 3 Jan 2027",
        ),
        (
            "2027-01-30",
            "2027-02-02",
            "2027年1月30日(土)〜2月2日(火)",
            "Sat, 30 Jan – Tue, 2 Feb 2027",
        ),
    ];
    for (first, last, japanese, english) in cases {
        let say = |words: Words| words.days(date(first), date(last), date(TODAY));
        assert_eq!(say(JA), japanese);
        assert_eq!(say(EN), english);
    }
}

#[test]
fn a_stay_counts_its_nights() {
    let (arrival, today) = (date("2026-11-20"), date(TODAY));
    let say = |words: Words, leaving: &str| words.stay(arrival, date(leaving), today);
    assert_eq!(say(JA, "2026-11-22"), "11月20日(金)〜22日(日) 2泊");
    assert_eq!(say(EN, "2026-11-22"), "Fri, 20 – Sun, 22 Nov (2 nights)");
    assert_eq!(say(EN, "2026-11-21"), "Fri, 20 – Sat, 21 Nov (1 night)");
}

#[test]
fn how_far_off_a_day_is() {
    let cases = [
        ("2026-11-20", "本日", "today"),
        ("2026-11-21", "明日", "tomorrow"),
        ("2026-11-22", "あと2日", "in 2 days"),
        ("2026-11-23", "あと3日", "in 3 days"),
        ("2026-11-19", "昨日", "yesterday"),
        ("2026-11-17", "3日前", "3 days ago"),
    ];
    for (day, japanese, english) in cases {
        assert_eq!(JA.relative(date(day), date(TODAY)), japanese);
        assert_eq!(EN.relative(date(day), date(TODAY)), english);
    }
}

#[test]
fn weekdays_and_months_have_names() {
    let days = [
        (Weekday::Sun, "日", "Sunday"),
        (Weekday::Mon, "月", "Monday"),
        (Weekday::Tue, "火", "Tuesday"),
        (Weekday::Wed, "水", "Wednesday"),
        (Weekday::Thu, "木", "Thursday"),
        (Weekday::Fri, "金", "Friday"),
        (Weekday::Sat, "土", "Saturday"),
    ];
    for (day, japanese, english) in days {
        assert_eq!(JA.weekday(day), japanese);
        assert_eq!(JA.weekday_in_full(day), format!("{japanese}曜日"));
        assert_eq!(EN.weekday_in_full(day), english);
        assert_eq!(EN.weekday(day), english[..3]);
    }
    let months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    for (number, english) in (1..).zip(months) {
        // Nowhere a holiday.
        let second = date(&format!("2026-{number:02}-02"));
        assert_eq!(JA.month_of(second), format!("2026年{number}月"));
        assert_eq!(EN.month_of(second), format!("{english} 2026"));
        assert!(
            EN.date(second)
                .ends_with(&format!("2 {} 2026", &english[..3]))
        );
    }
}
