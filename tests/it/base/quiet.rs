//! Deadlines that stand still at night, as a shop would check them with a clock and a finger.

use crate::support::app::tokyo;
use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::{America::New_York, Asia::Tokyo, Europe::Berlin, TZ_VARIANTS, Tz};
use omotenashi::base::{
    quiet::{awake, between, deadline},
    time::local,
};

/// Asked at, so many minutes given, over at: all by the clock on a wall in Japan.
const EXAMPLES: [(&str, i64, &str); 15] = [
    // Within one day.
    ("2026-11-20 09:00", 60, "2026-11-20 10:00"),
    ("2026-11-20 09:00", 720, "2026-11-20 21:00"),
    // A minute more than the day has is the first minute of the next.
    ("2026-11-20 09:00", 721, "2026-11-21 08:01"),
    // Asked late in the evening: the night is not counted.
    ("2026-11-20 20:30", 60, "2026-11-21 08:30"),
    ("2026-11-20 20:59", 1, "2026-11-20 21:00"),
    ("2026-11-20 21:00", 60, "2026-11-21 09:00"),
    ("2026-11-20 23:40", 60, "2026-11-21 09:00"),
    // After midnight it is the same morning.
    ("2026-11-21 00:10", 60, "2026-11-21 09:00"),
    ("2026-11-21 07:59", 60, "2026-11-21 09:00"),
    ("2026-11-21 08:00", 60, "2026-11-21 09:00"),
    // A day of twenty-four hours is almost two days of thirteen.
    ("2026-11-20 09:00", 1440, "2026-11-21 20:00"),
    ("2026-11-20 14:00", 1440, "2026-11-22 12:00"),
    ("2026-11-20 22:00", 1440, "2026-11-22 19:00"),
    // Seventy-two hours, over the end of the year.
    ("2026-12-30 12:00", 4320, "2027-01-04 19:00"),
    // Nothing given is nothing by day.
    ("2026-11-20 12:34", 0, "2026-11-20 12:34"),
];

#[test]
fn a_deadline_stands_still_at_night() {
    for (asked, minutes, over) in EXAMPLES {
        let found = deadline(Tokyo, tokyo(asked), TimeDelta::minutes(minutes));
        assert_eq!(found, tokyo(over), "{asked} and {minutes} minutes");
    }
}

#[test]
fn nobody_is_asked_for_anything_at_night() {
    for (now, then) in [
        ("2026-11-20 08:00", "2026-11-20 08:00"),
        ("2026-11-20 20:59", "2026-11-20 20:59"),
        ("2026-11-20 21:00", "2026-11-21 08:00"),
        ("2026-11-21 03:00", "2026-11-21 08:00"),
        ("2026-11-21 07:59", "2026-11-21 08:00"),
    ] {
        assert_eq!(awake(Tokyo, tokyo(now)), tokyo(then), "{now}");
    }
}

/// An instant by the clock of a wall in Berlin.
fn berlin(wall: &str) -> DateTime<Utc> {
    let wall = NaiveDateTime::parse_from_str(wall, "%Y-%m-%d %H:%M").unwrap();
    Berlin.from_local_datetime(&wall).unwrap().to_utc()
}

#[test]
fn a_night_in_which_clocks_change_is_a_night_like_any_other() {
    for (asked, over) in [
        // The night is an hour shorter on 29 March 2026 and an hour longer on 25 October.
        ("2026-03-28 20:00", "2026-03-29 09:00"),
        ("2026-10-24 20:00", "2026-10-25 09:00"),
    ] {
        let found = deadline(Berlin, berlin(asked), TimeDelta::hours(2));
        assert_eq!(found, berlin(over), "{asked}");
    }
}

#[test]
fn more_time_is_never_over_sooner_and_never_over_at_night() {
    let zones: [Tz; 3] = [Tokyo, Berlin, *TZ_VARIANTS.first().unwrap()];
    let first = tokyo("2026-03-27 00:00");
    for zone in zones {
        for quarter in 0..500 {
            let from = first + TimeDelta::minutes(quarter * 17);
            let mut last = from;
            for given in (0..=4320).step_by(97) {
                let over = deadline(zone, from, TimeDelta::minutes(given));
                assert!(over >= last, "{zone} {from} {given}");
                assert!(over - from >= TimeDelta::minutes(given));
                let wall = local(zone, over).time();
                let text = wall.format("%H:%M").to_string();
                assert!(
                    ("08:00".."21:01").contains(&text.as_str()),
                    "{zone} {over} is {text}"
                );
                last = over;
            }
        }
    }
}

#[test]
fn as_much_time_counts_before_a_deadline_as_was_given() {
    // Clocks change in New York on the eighth.
    let first = tokyo("2026-03-05 09:00");
    for zone in [Tokyo, New_York] {
        for step in 0..200 {
            let from = first + TimeDelta::minutes(step * 37);
            let given = TimeDelta::minutes(1 + step * 11);
            let until = deadline(zone, from, given);
            assert_eq!(between(zone, from, until), given, "{zone} {from}");
        }
    }
}
