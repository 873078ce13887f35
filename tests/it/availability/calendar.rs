//! Wall times, weekdays and dates as people type and machines store them.

use super::board::wall;
use chrono::{DateTime, NaiveDate};
use chrono_tz::{
    America::{New_York, Santiago},
    Asia::Tokyo,
    Australia::Lord_Howe,
    Pacific::Apia,
};
use omotenashi::base::time::{
    BusinessDay, WallSpan, WallTime, Weekday, days_after, instant, local, parse_date, wall_on,
    week_of_month,
};

fn date(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

#[test]
fn wall_times_are_read_as_typed() {
    for (typed, shown) in [
        ("9:00", "09:00"),
        ("09:05", "09:05"),
        (" 25:30 ", "25:30"),
        ("９：００", "09:00"),
        ("　２５:３０", "25:30"),
        ("0:00", "00:00"),
        ("30:00", "30:00"),
    ] {
        assert_eq!(WallTime::parse(typed).unwrap().to_string(), shown);
    }
    for typed in [
        "", ":", "9", "9:", ":30", "9:0", "9:000", "9:60", "30:01", "99:99", "-1:00", "+9:00",
        "9:+5", "9:00:00", "9.5", "T24:00", "٩:٠٠", "九:00", "009:00", "9 :00",
    ] {
        assert_eq!(WallTime::parse(typed), None, "{typed}");
    }
    assert_eq!(WallTime::new(1801), None);
}

#[test]
fn dates_are_read_within_two_centuries() {
    assert_eq!(date("２０２６－１１－２０"), date("2026/11/20"));
    assert_eq!(date(" 2028-2-29 ").to_string(), "2028-02-29");
    for typed in [
        "",
        "2026-02-30",
        "2026-2-29",
        "0000-01-01",
        "9999-12-31",
        "1999-12-31",
        "2201-01-01",
        "infinity",
        "1763596800",
        "2026-11",
        "2026-11-20-1",
        "-2026-11-20",
        "26-11-20",
        "2026-13-01",
        "2026-11-20T24:00:00",
        "令和8年11月20日",
        "2026-+1-20",
    ] {
        assert_eq!(parse_date(typed), None, "{typed}");
    }
    assert!(parse_date("2000-01-01").is_some() && parse_date("2200-12-31").is_some());
}

#[test]
fn weekdays_are_numbered_in_one_place_only() {
    let sunday = Weekday::of(date("2026-11-22"));
    assert_eq!(sunday.number(), 0);
    assert_eq!(Weekday::of(date("2026-11-28")).number(), 6);
    for (number, weekday) in (0..).zip(Weekday::ALL) {
        assert_eq!(weekday.number(), number);
        assert_eq!(Weekday::from_number(number), Some(weekday));
    }
    assert_eq!(Weekday::from_number(7), None);
    assert_eq!(Weekday::from_number(-1), None);
}

#[test]
fn a_week_may_begin_on_any_day() {
    let [sunday, monday, ..] = Weekday::ALL;
    let numbers = |first: Weekday| first.week().map(Weekday::number).collect::<Vec<_>>();
    assert_eq!(numbers(sunday), [0, 1, 2, 3, 4, 5, 6]);
    assert_eq!(numbers(monday), [1, 2, 3, 4, 5, 6, 0]);
    // across the end of a month and of a year
    assert_eq!(sunday.week_from(date("2026-11-20")), date("2026-11-15"));
    assert_eq!(sunday.week_from(date("2026-11-22")), date("2026-11-22"));
    assert_eq!(monday.week_from(date("2026-11-22")), date("2026-11-16"));
    assert_eq!(monday.week_from(date("2027-01-01")), date("2026-12-28"));
}

#[test]
fn weeks_of_a_month_are_counted_by_sevens() {
    let of = |day: u32| week_of_month(NaiveDate::from_ymd_opt(2026, 12, day).unwrap());
    assert_eq!(
        [1, 7, 8, 14, 15, 28, 29, 31].map(of),
        [1, 1, 2, 2, 3, 4, 5, 5]
    );
}

#[test]
fn days_after_stop_at_the_end_of_the_calendar() {
    assert_eq!(days_after(date("2028-02-28"), 2), date("2028-03-01"));
    assert_eq!(days_after(date("2026-11-20"), u32::MAX), NaiveDate::MAX);
}

#[test]
fn late_wall_times_are_the_next_morning() {
    let friday = date("2026-11-13");
    let late = instant(Tokyo, friday, wall("25:30")).unwrap();
    let same: DateTime<chrono::FixedOffset> = "2026-11-14T01:30:00+09:00".parse().unwrap();
    assert_eq!(late, same);
    assert_eq!(wall_on(Tokyo, friday, late), Some(wall("25:30")));
    assert_eq!(wall_on(Tokyo, date("2026-11-14"), late), Some(wall("1:30")));
    assert_eq!(wall_on(Tokyo, date("2026-11-12"), late), None);
    assert_eq!(wall_on(Tokyo, date("2026-11-15"), late), None);
    assert_eq!(local(Tokyo, late).to_string(), "2026-11-14 01:30:00");
    let between = late + chrono::TimeDelta::seconds(1);
    assert_eq!(wall_on(Tokyo, friday, between), None);
}

#[test]
fn a_time_the_clock_jumps_over_does_not_exist() {
    let spring = date("2026-03-08");
    assert_eq!(instant(New_York, spring, wall("2:30")), None);
    assert_eq!(instant(New_York, date("2026-03-07"), wall("26:30")), None);
    let half = date("2026-10-04");
    assert_eq!(instant(Lord_Howe, half, wall("2:00")), None);
    assert_eq!(instant(Lord_Howe, half, wall("2:29")), None);
    assert!(instant(Lord_Howe, half, wall("2:30")).is_some());
    // opening then means opening when the clock has jumped
    let day = BusinessDay::new(New_York, spring);
    assert_eq!(day.reached(wall("2:30")), day.at(wall("3:00")));
    assert_eq!(
        day.reached(wall("2:30")),
        day.at(wall("1:59")).map(|at| at + 60)
    );
    // midnight itself may be missing
    let missing = BusinessDay::new(Santiago, date("2026-09-06"));
    assert_eq!(missing.at(wall("0:00")), None);
    assert_eq!(missing.reached(wall("0:00")), missing.at(wall("1:00")));
    // and once a whole day was
    let skipped = BusinessDay::new(Apia, date("2011-12-30"));
    assert_eq!(skipped.at(wall("12:00")), None);
    assert_eq!(skipped.reached(wall("0:00")), skipped.at(wall("24:00")));
}

#[test]
fn of_a_time_that_happens_twice_the_first_is_meant() {
    let autumn = date("2026-11-01");
    let at = |time| instant(New_York, autumn, wall(time)).unwrap();
    assert_eq!(at("1:30").to_rfc3339(), "2026-11-01T05:30:00+00:00");
    assert_eq!(at("2:00").to_rfc3339(), "2026-11-01T07:00:00+00:00");
}

#[test]
fn wall_spans_that_touch_become_one() {
    let span = |from, until| WallSpan::new(wall(from), wall(until)).unwrap();
    let merged = WallSpan::merged(vec![
        span("15", "18"),
        span("10", "12"),
        span("12", "13"),
        span("16", "17"),
    ]);
    assert_eq!(merged, [span("10", "13"), span("15", "18")]);
    assert_eq!(WallSpan::new(wall("10"), wall("10")), None);
    assert_eq!(WallSpan::new(wall("11"), wall("10")), None);
    let open = span("10", "12");
    let inside = ["9:59", "10:00", "11:59", "12:00"].map(|time| open.contains(wall(time)));
    assert_eq!(inside, [false, true, true, false]);
}
