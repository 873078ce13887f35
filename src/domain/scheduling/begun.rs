//! What begins when, for whoever limits how much may: read only where something is limited, and decided behind a lock of the
//! half-hour, so that of two guests one has its last place.

use super::{
    availability::{HALF_HOUR, Limits},
    load::Own,
};
use crate::db::{
    self, TenantTx,
    statement::{bind, statement},
};
use chrono::{DateTime, NaiveDateTime, Timelike, Utc};
use diesel::{
    prelude::*,
    sql_types::{Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

/// Each booking and each living hold counts once, whatever it takes. Claims are found by the index of what is taken, which begins
/// no more than the longest of them before or after.
const BEGUN: &str = "select begins_at from scheduling.allocations where business_id = ? \
    and start_at > ?::timestamptz - interval '36 hours' and start_at < ?::timestamptz + interval '36 hours' \
    and begins_at >= ? and begins_at < ? and (expires_at is null or expires_at > ?) \
    and coalesce(booking_id, reservation_id) is distinct from ?::uuid \
    group by coalesce(booking_id, reservation_id), begins_at order by begins_at";

/// Counts what begins between two instants, the asker's own left out. Where nothing is limited, nothing is asked.
pub(super) fn fill(
    tx: &mut TenantTx<'_>,
    limits: &mut Limits,
    (since, until): (DateTime<Utc>, DateTime<Utc>),
    own: Own,
) -> db::Result<()> {
    if !limits.is_empty() {
        limits.begun = read(tx, (since, until), own)?;
    }
    Ok(())
}

/// When each booking and each living hold begins between two instants, in order.
pub(super) fn read(
    tx: &mut TenantTx<'_>,
    (since, until): (DateTime<Utc>, DateTime<Utc>),
    own: Own,
) -> db::Result<Vec<DateTime<Utc>>> {
    let own = match own {
        Own::None => None,
        Own::Booking(booking) => Some(booking.0),
        Own::Hold(hold) => Some(hold.0),
    };
    Ok(statement::<Timestamptz, _>(
        BEGUN,
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Timestamptz, _>(since),
            bind::<Timestamptz, _>(until),
            bind::<Timestamptz, _>(since),
            bind::<Timestamptz, _>(until),
            bind::<Timestamptz, _>(tx.now()),
            bind::<Nullable<SqlUuid>, _>(own),
        ),
    )
    .load(tx.conn())?)
}

/// Queues up for the half-hour that a clock on the shop's wall shows, until the transaction ends. Whoever takes people and
/// tables, too, has queued up for those before, so that nobody waits in a ring.
pub(super) fn lock(tx: &mut TenantTx<'_>, wall: NaiveDateTime) -> db::Result<()> {
    let half = (wall.hour() * 60 + wall.minute()) / u32::from(HALF_HOUR);
    let key = format!("{} {} {half}", tx.business(), wall.date());
    let _done: Vec<String> = statement::<Text, _>(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))::text",
        (bind::<Text, _>(key),),
    )
    .load(tx.conn())?;
    Ok(())
}
