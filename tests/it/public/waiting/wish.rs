//! What somebody would come for, as wide as they like.

use crate::support::app::tokyo;
use chrono::NaiveDate;
use omotenashi::{
    base::time::{WallSpan, WallTime, Weekday},
    domain::{
        bookings::waitlist::wish::{MOST_DAYS, Weekdays, Wish},
        scheduling::availability::Slot,
    },
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Tuesdays and Thursdays of two weeks, in the evening.
fn evenings() -> Wish {
    let week = Weekday::ALL;
    Wish {
        from: Some(day("2026-11-23")),
        until: Some(day("2026-12-04")),
        weekdays: Weekdays::of([week[2], week[4]]).unwrap(),
        hours: WallSpan::of_minutes(17 * 60, 20 * 60),
    }
}

fn slot(date: &str, minutes: u16) -> Slot {
    let start = tokyo(&format!("{date} 00:00"));
    Slot {
        start,
        end: start,
        date: day(date),
        minute: WallTime::new(minutes).unwrap(),
        left: 1,
        capacity: 1,
    }
}

#[test]
fn days_weekdays_and_hours_all_count() {
    let wish = evenings();
    for (date, hour, fits) in [
        ("2026-11-24", 17, true),
        ("2026-11-26", 19, true),
        ("2026-12-03", 18, true),
        ("2026-11-24", 16, false),
        ("2026-11-24", 20, false),
        ("2026-11-25", 18, false),
        ("2026-11-19", 18, false),
        ("2026-12-08", 18, false),
    ] {
        assert_eq!(wish.fits(&slot(date, hour * 60)), fits, "{date} {hour}");
    }
    let any = Wish {
        from: None,
        until: None,
        weekdays: Weekdays::ANY,
        hours: None,
    };
    assert!(any.fits(&slot("2026-12-08", 0)));
}

#[test]
fn no_day_is_looked_at_that_has_passed_or_cannot_be_booked() {
    let wish = evenings();
    let window = |today: &str, ahead| wish.window(day(today), ahead);
    assert_eq!(window("2026-11-20", 60), Some((day("2026-11-23"), 12)));
    assert_eq!(window("2026-12-01", 60), Some((day("2026-12-01"), 4)));
    assert_eq!(window("2026-12-04", 60), Some((day("2026-12-04"), 1)));
    assert_eq!(window("2026-12-05", 60), None);
    assert_eq!(window("2026-11-20", 4), Some((day("2026-11-23"), 2)));
    assert_eq!(window("2026-11-20", 2), None);
    let any = Wish {
        from: None,
        until: None,
        ..wish
    };
    let most = u16::try_from(MOST_DAYS).unwrap();
    assert_eq!(
        any.window(day("2026-11-20"), 365),
        Some((day("2026-11-20"), most))
    );
    assert!(wish.is_over(day("2026-12-05")) && !wish.is_over(day("2026-12-04")));
}

#[test]
fn weekdays_are_kept_as_they_were_and_never_none() {
    assert!(Weekdays::of([]).is_none());
    let some = evenings().weekdays;
    assert_eq!(some.column(), 4 + 16);
    assert_eq!(Weekdays::from_column(some.column()), some);
    assert_eq!(Weekdays::from_column(0), Weekdays::ANY);
}
