//! What a guest may still do, and until when. Pure.

use chrono::{DateTime, TimeDelta, Utc};

/// Until when a guest may move a booking that starts at `start`.
pub fn change_until(start: DateTime<Utc>, minutes_before: i32) -> DateTime<Utc> {
    start - TimeDelta::minutes(i64::from(minutes_before.max(0)))
}

/// Whether the deadline has not passed; the very instant of the deadline still counts.
pub fn in_time(deadline: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now <= deadline
}
