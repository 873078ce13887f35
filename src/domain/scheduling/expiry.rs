//! Clearing away what has lapsed (seed 001: every 60 seconds). Nothing depends on it: an expired hold does not count
//! whether it has been cleared or not.

use crate::{
    db::{self, PlatformTx},
    schema::scheduling::{allocations, reservations},
};
use chrono::TimeDelta;
use diesel::prelude::*;

/// How long a lapsed hold keeps what was typed, so that its owner can come back to it.
const TYPED_KEPT: TimeDelta = TimeDelta::hours(24);
/// Taken time that ended so long ago is nobody's question any more; the bookings themselves stay.
const PAST_KEPT: TimeDelta = TimeDelta::days(31);

/// Clears lapsed claims, old holds and long past time, in all businesses. Returns how many rows went.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let now = tx.now();
    let claims = diesel::delete(allocations::table.filter(allocations::expires_at.le(now)))
        .execute(tx.conn())?;
    let holds =
        diesel::delete(reservations::table.filter(reservations::expires_at.le(now - TYPED_KEPT)))
            .execute(tx.conn())?;
    let past = diesel::delete(allocations::table.filter(allocations::end_at.lt(now - PAST_KEPT)))
        .execute(tx.conn())?;
    Ok(claims + holds + past)
}
