//! Clearing away what has lapsed (seed 001: every 60 seconds). Nothing depends on it: an expired hold does not count
//! whether it has been cleared or not.

use crate::{
    base::ids::ReservationId,
    db::{
        self, PlatformTx,
        statement::{bind, statement},
    },
    schema::scheduling::{allocations, reservations},
};
use chrono::TimeDelta;
use diesel::{
    prelude::*,
    sql_types::{Text, Uuid as SqlUuid},
};

/// How long a lapsed hold keeps what was typed, so that its owner can come back to it.
const TYPED_KEPT: TimeDelta = TimeDelta::hours(24);

/// Clears lapsed claims and old holds, in all businesses. Returns how many rows went.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let now = tx.now();
    let claims = diesel::delete(allocations::table.filter(allocations::expires_at.le(now)))
        .execute(tx.conn())?;
    let holds =
        diesel::delete(reservations::table.filter(reservations::expires_at.le(now - TYPED_KEPT)))
            .execute(tx.conn())?;
    Ok(claims + holds)
}

/// Forgets what was typed with somebody's address beside holds that became nothing, in all businesses. Returns which.
pub fn forget_typed(tx: &mut PlatformTx<'_>, email: &str) -> db::Result<Vec<ReservationId>> {
    let email = email.to_lowercase();
    let emptied: Vec<(ReservationId,)> = statement::<(SqlUuid,), _>(
        "update scheduling.reservations set details_json = '{}' where committed_at is null \
         and ? in (lower(details_json #>> '{contact,email}'), lower(details_json #>> '{draft,email}')) returning id",
        (bind::<Text, _>(&email),),
    )
    .load(tx.conn())?;
    Ok(emptied.into_iter().map(|(id,)| id).collect())
}
