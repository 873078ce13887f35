//! Command: the work before a booking takes longer, and whoever comes next is told so. The booking stays as it is (UX 10.2).

use super::{
    booking::{self, Row},
    history::{self, Change, DELAY},
};
use crate::{
    base::ids::BookingId,
    db::{DbError, TenantTx},
    domain::notifications::send::Kind,
    refusal,
};
use chrono::{DateTime, TimeDelta, Utc};

/// By so many minutes a shop may say that it is late.
pub const MINUTES: [i64; 5] = [5, 10, 15, 20, 30];

/// So long before its time a guest is told; who is told the day before would wonder.
const AHEAD: TimeDelta = TimeDelta::hours(3);

/// The same words again within this time are one press too many.
const AGAIN: TimeDelta = TimeDelta::minutes(3);

/// Why nobody was told.
#[derive(Debug, thiserror::Error)]
pub enum DelayError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// The guest is here, is not expected soon, or cannot be written to.
    #[error("nobody to tell")]
    NobodyToTell,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(DelayError);

/// Whether a guest waits for this booking now, so that it makes sense to tell them: from three hours before its time until an
/// hour after it.
pub fn is_awaited(row: &Row, now: DateTime<Utc>) -> bool {
    let awaited = row.start_at - AHEAD..row.start_at + TimeDelta::hours(1);
    row.status.is_ahead() && awaited.contains(&now)
}

/// Writes to the guest that it will be so many minutes later. The same again at once changes nothing.
pub fn tell(tx: &mut TenantTx<'_>, id: BookingId, minutes: i64) -> Result<(), DelayError> {
    let row = booking::find_for_update(tx, id)?.ok_or(DelayError::Unknown)?;
    let now = tx.now();
    let found = booking::find(tx, id)?.ok_or(DelayError::Unknown)?;
    if !is_awaited(&row, now) || found.customer.email.is_none() {
        return Err(DelayError::NobodyToTell);
    }
    let new = Some(minutes.to_string());
    let story = history::read(tx, id)?;
    let is_said =
        |entry: &history::Entry| entry.field == DELAY && entry.new == new && now < entry.at + AGAIN;
    if story.iter().any(is_said) {
        return Ok(());
    }
    let change = Change {
        field: DELAY,
        new,
        ..Change::default()
    };
    history::write(tx, id, &[change])?;
    let data = serde_json::json!({ "minutes": minutes });
    super::cancel::tell(tx, id, Kind::BookingDelayed, data, now)?;
    Ok(())
}
