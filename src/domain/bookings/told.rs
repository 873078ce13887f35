//! Whether what a letter about a booking tells is still so. A mail server that was away for hours must not make a confirmation
//! follow the cancellation, or promise a time that has passed; and nothing is told again that is not so any more.

use super::{booking::Row, delay, status::Status};
use crate::domain::notifications::send::Kind;
use chrono::{DateTime, Utc};
use serde_json::Value;

/// Whether it is: of a booking as it stands, for a letter that says this besides, and tells of a series or of none that is left.
pub fn is_so(
    kind: Kind,
    row: &Row,
    (data, has_series): (&Value, bool),
    now: DateTime<Utc>,
) -> bool {
    match kind {
        Kind::BookingConfirmed | Kind::BookingChanged => {
            row.status.takes_time() && now < row.end_at
        }
        Kind::RequestReceived | Kind::RequestWaiting | Kind::RequestProposed => {
            row.status == Status::Pending
        }
        Kind::RequestLapsed => row.status == Status::Expired,
        // What a guest did is so, whatever has become of it since.
        Kind::RequestAnswered => true,
        Kind::BookingCancelled => row.status == Status::Cancelled,
        // Whoever has come, or has been given another time, waits for nothing any more.
        Kind::BookingDelayed => delay::is_awaited(row, now),
        Kind::BookingReminder => is_to_come(row, data, now),
        Kind::BookingProposed => now < row.start_at,
        Kind::SeriesConfirmed | Kind::SeriesChanged | Kind::SeriesCancelled => has_series,
    }
}

/// Whether a reminder is still of the time that the booking has.
fn is_to_come(row: &Row, data: &Value, now: DateTime<Utc>) -> bool {
    let start = data.get("start").cloned();
    let start: Option<DateTime<Utc>> = start.and_then(|start| serde_json::from_value(start).ok());
    row.status == Status::Confirmed && now < row.start_at && start == Some(row.start_at)
}
