//! The quiet hours: whoever has been given so long to answer does not lose any of it asleep. Time that is counted stands still
//! from nine in the evening until eight in the morning, by the clock on the shop's wall (UX 1.5, 1.6). Pure; a request that waits for
//! the shop goes by it, and so does an offer from the waiting list.

use super::time::{BusinessDay, LocalDate, WallTime, days_after, local};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// When a day begins to count, in minutes after midnight.
pub const MORNING: u16 = 8 * 60;
/// When it ends, in minutes after midnight.
pub const EVENING: u16 = 21 * 60;
/// Over so many days time is counted at most; nobody is given longer.
const DAYS: u32 = 400;

/// When so much time has passed since `from`, the nights left out. What would be over in the night is over in the morning;
/// what is over with the day itself is over at nine in the evening.
pub fn deadline(zone: Tz, from: DateTime<Utc>, given: TimeDelta) -> DateTime<Utc> {
    let first = local(zone, from).date();
    let mut left = given.max(TimeDelta::zero());
    for later in 0..DAYS {
        let Some((morning, evening)) = day(zone, days_after(first, later)) else {
            break;
        };
        let begin = from.max(morning);
        if begin >= evening {
            continue;
        }
        if left <= evening - begin {
            return begin + left;
        }
        left -= evening - begin;
    }
    from + given
}

/// The first instant from `from` on at which somebody may be asked for something: at once by day, at eight by night.
pub fn awake(zone: Tz, from: DateTime<Utc>) -> DateTime<Utc> {
    deadline(zone, from, TimeDelta::zero())
}

/// How much time that counts lies between two instants.
pub fn between(zone: Tz, from: DateTime<Utc>, until: DateTime<Utc>) -> TimeDelta {
    let first = local(zone, from).date();
    (0..DAYS)
        .map_while(|later| day(zone, days_after(first, later)))
        .take_while(|(morning, _)| *morning < until)
        .map(|(morning, evening)| evening.min(until) - morning.max(from))
        .filter(|span| *span > TimeDelta::zero())
        .fold(TimeDelta::zero(), |sum, span| sum + span)
}

/// From when until when a date counts. Nothing only past the calendar's end.
fn day(zone: Tz, date: LocalDate) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let clock = BusinessDay::new(zone, date);
    let at = |minutes: u16| DateTime::from_timestamp(clock.reached(WallTime::new(minutes)?)?, 0);
    at(MORNING).zip(at(EVENING))
}
