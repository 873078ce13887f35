//! What a guest may still do, and until when; and how long a request waits for the shop. Pure.

use crate::base::quiet;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// The shop has an hour at least, so long as that is before the start.
const SHORTEST: TimeDelta = TimeDelta::hours(1);

/// Until when a guest may move a booking that starts at `start`.
pub fn change_until(start: DateTime<Utc>, minutes_before: i32) -> DateTime<Utc> {
    start - TimeDelta::minutes(i64::from(minutes_before.max(0)))
}

/// Whether the deadline has not passed; the very instant of the deadline still counts.
pub fn in_time(deadline: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now <= deadline
}

/// Until when a shop can answer a request that is made now: when its hours have passed, nights left out, and no later than what
/// must be booked ahead. What is asked for so late that hardly any time is left waits until it would begin.
pub fn answer_until(
    zone: Tz,
    now: DateTime<Utc>,
    hours: i16,
    (start, notice_minutes): (DateTime<Utc>, i32),
) -> DateTime<Utc> {
    let given = quiet::deadline(zone, now, TimeDelta::hours(hours.into()));
    let cut_off = change_until(start, notice_minutes);
    let latest = match cut_off < now + SHORTEST {
        true => start,
        false => cut_off,
    };
    given.min(latest)
}
