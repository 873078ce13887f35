use super::{EN, JA, at, date};
use chrono::NaiveTime;
use omotenashi::i18n::{Words, format::When};

const TODAY: &str = "2026-11-13";

fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

fn when(start: &str, end: &str, minutes: u32) -> When {
    let business_date = date(TODAY);
    When {
        business_date,
        start: at(start),
        end: at(end),
        minutes,
    }
}

#[test]
fn the_clock_has_twenty_four_hours() {
    assert_eq!(JA.time(time("14:30:00")), "14:30");
    assert_eq!(EN.time(time("14:30:00")), "14:30");
    assert_eq!(JA.time(time("09:05:00")), "9:05");
    assert_eq!(EN.time(time("09:05:00")), "09:05");
    assert_eq!(JA.wall_time(25 * 60 + 30), "25:30");
    assert_eq!(EN.wall_time(9 * 60), "09:00");
    assert_eq!(JA.late_wall_time(25 * 60 + 30), "25:30");
    assert_eq!(EN.late_wall_time(25 * 60 + 30), "01:30");
    assert_eq!(EN.late_wall_time(23 * 60), "23:00");
}

#[test]
fn a_range_has_the_wave_dash_in_japanese_and_the_en_dash_in_english() {
    let (from, until) = (time("14:30:00"), time("16:00:00"));
    assert_eq!(JA.time_range(from, until), "14:30\u{301C}16:00");
    assert_eq!(EN.time_range(from, until), "14:30\u{2013}16:00");
    assert_eq!(
        JA.time_range_with_length(from, until, 90),
        "14:30〜16:00(90分)"
    );
    assert_eq!(
        EN.time_range_with_length(from, until, 90),
        "14:30–16:00 (90 min)"
    );
}

#[test]
fn a_moment_late_at_night_is_written_both_ways() {
    let say = |words: Words, day: &str, moment: &str| words.at(date(day), at(moment), date(TODAY));
    assert_eq!(say(JA, TODAY, "2026-11-13 19:00"), "11月13日(金) 19:00");
    assert_eq!(say(EN, TODAY, "2026-11-13 19:00"), "Fri, 13 Nov 19:00");
    assert_eq!(
        say(JA, TODAY, "2026-11-14 00:30"),
        "11月13日(金) 24:30(14日(土) 午前0:30)"
    );
    assert_eq!(
        say(EN, TODAY, "2026-11-14 00:30"),
        "Fri, 13 Nov, late night (Sat, 14 Nov 00:30)"
    );
    assert_eq!(
        say(JA, "2026-11-30", "2026-12-01 01:30"),
        "11月30日(月) 25:30(12月1日(火) 午前1:30)"
    );
    assert_eq!(
        say(EN, "2026-11-30", "2026-12-01 01:30"),
        "Mon, 30 Nov, late night (Tue, 1 Dec 01:30)"
    );
}

#[test]
fn a_booked_time_has_its_length() {
    let afternoon = when("2026-11-13 14:30", "2026-11-13 16:00", 90);
    assert_eq!(
        JA.when(&afternoon, date(TODAY)),
        "11月13日(金) 14:30〜16:00(90分)"
    );
    assert_eq!(
        EN.when(&afternoon, date(TODAY)),
        "Fri, 13 Nov 14:30–16:00 (90 min)"
    );
    let next_year = date("2027-01-05");
    assert_eq!(
        JA.when(&afternoon, next_year),
        "2026年11月13日(金) 14:30〜16:00(90分)"
    );
}

#[test]
fn a_booked_time_may_cross_midnight_or_begin_after_it() {
    let across = when("2026-11-13 23:00", "2026-11-14 01:00", 120);
    assert_eq!(
        JA.when(&across, date(TODAY)),
        "11月13日(金) 23:00〜翌1:00(2時間)"
    );
    assert_eq!(
        EN.when(&across, date(TODAY)),
        "Fri, 13 Nov 23:00 – Sat, 14 Nov 01:00 (2 hours)"
    );
    let after = when("2026-11-14 00:30", "2026-11-14 01:30", 60);
    assert_eq!(
        JA.when(&after, date(TODAY)),
        "11月13日(金) 24:30〜25:30(60分)(14日(土) 午前0:30〜1:30)"
    );
    assert_eq!(
        EN.when(&after, date(TODAY)),
        "Fri, 13 Nov, late night (Sat, 14 Nov 00:30–01:30, 60 min)"
    );
}

#[test]
fn lengths_are_minutes_first_and_hours_from_two() {
    let cases = [
        (0, "0分", "0 min"),
        (45, "45分", "45 min"),
        (90, "90分", "90 min"),
        (119, "119分", "119 min"),
        (120, "2時間", "2 hours"),
        (150, "2時間30分", "2 hr 30 min"),
    ];
    for (minutes, japanese, english) in cases {
        assert_eq!(JA.length(minutes), japanese);
        assert_eq!(EN.length(minutes), english);
    }
}

#[test]
fn a_wait_is_never_too_short() {
    let cases = [
        (0, "1秒", "1 second"),
        (30, "30秒", "30 seconds"),
        (60, "1分", "1 min"),
        (61, "2分", "2 min"),
        (7200, "2時間", "2 hours"),
    ];
    for (seconds, japanese, english) in cases {
        assert_eq!(JA.wait(seconds), japanese);
        assert_eq!(EN.wait(seconds), english);
    }
}
