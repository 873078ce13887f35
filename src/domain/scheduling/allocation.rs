//! Taken time: read, taken and freed here and nowhere else. The exclusion constraint has the last word.

use super::availability::Placement;
use crate::{
    base::ids::{BookingId, ReservationId, ResourceId},
    db::{
        self, DbError, TenantTx,
        constraint::on_constraint,
        statement::{bind, prepared, statement},
    },
    refusal,
    schema::scheduling::allocations,
};
use chrono::{DateTime, Utc};
use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::QueryFragment,
    sql_types::{Array, Text, Uuid as SqlUuid},
};

/// For whom time is taken.
#[derive(Clone, Copy, Debug)]
pub enum Claim {
    /// A hold, until it expires.
    Hold(ReservationId, DateTime<Utc>),
    /// A booking.
    Booking(BookingId),
}

/// Why time could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// Somebody has it.
    #[error("taken")]
    Taken,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(TakeError);

/// Queues up for these resources until the transaction ends. Keys are taken in one order, so two who need the same
/// things wait for each other instead of deadlocking. Whoever reads taken time to decide, reads it after this.
pub fn lock(tx: &mut TenantTx<'_>, resources: &[ResourceId]) -> db::Result<()> {
    let ids: Vec<_> = resources.iter().map(|resource| resource.0).collect();
    let _: Vec<String> = statement::<(Text,), _>(
        "select pg_advisory_xact_lock(key)::text from \
         (select distinct hashtextextended(id::text, 0) as key from unnest(?) as id order by key) as keys",
        (bind::<Array<SqlUuid>, _>(ids),),
    )
    .load::<(String,)>(tx.conn())?
    .into_iter()
    .map(|(done,)| done)
    .collect();
    Ok(())
}

/// Takes the time of a placement. Expired holds in its way are removed first.
pub fn take(tx: &mut TenantTx<'_>, placement: &Placement, claim: Claim) -> Result<(), TakeError> {
    let business = tx.business();
    let (from, until) = (placement.occupied_from, placement.occupied_until);
    let wanted: Vec<ResourceId> = placement
        .takes
        .iter()
        .map(|(resource, _)| *resource)
        .collect();
    sweep(tx, wanted, from, until)?;
    let (hold, booking, expires) = match claim {
        Claim::Hold(hold, expires) => (Some(hold), None, Some(expires)),
        Claim::Booking(booking) => (None, Some(booking), None),
    };
    let rows: Vec<_> = placement
        .takes
        .iter()
        .flat_map(|(resource, seats)| {
            seats
                .iter()
                .map(move |seat| (*resource, i16::try_from(*seat).unwrap_or(i16::MAX)))
        })
        .map(|(resource, seat)| {
            (
                allocations::business_id.eq(business),
                allocations::resource_id.eq(resource),
                allocations::seat.eq(seat),
                allocations::start_at.eq(from),
                allocations::end_at.eq(until),
                allocations::reservation_id.eq(hold),
                allocations::booking_id.eq(booking),
                allocations::expires_at.eq(expires),
            )
        })
        .collect();
    let inserted =
        prepared(diesel::insert_into(allocations::table).values(rows)).execute(tx.conn());
    on_constraint(inserted, "allocations_no_overlap", || TakeError::Taken).map(|_rows| ())
}

/// Removes expired holds that stand in the way between two instants.
fn sweep(
    tx: &mut TenantTx<'_>,
    wanted: Vec<ResourceId>,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let in_the_way: Vec<Option<ReservationId>> = prepared(
        diesel::delete(
            allocations::table
                .filter(
                    allocations::business_id
                        .eq(business)
                        .and(allocations::resource_id.eq_any(wanted)),
                )
                .filter(allocations::expires_at.le(now))
                .filter(
                    allocations::start_at
                        .lt(until)
                        .and(allocations::end_at.gt(from)),
                ),
        )
        .returning(allocations::reservation_id),
    )
    .get_results(tx.conn())?;
    if !in_the_way.is_empty() {
        // All that a hold has goes at once: one whose booking began just in time would else become half of it.
        prepared(diesel::delete(
            allocations::table
                .filter(allocations::business_id.eq(business))
                .filter(allocations::expires_at.le(now))
                .filter(allocations::reservation_id.eq_any(in_the_way)),
        ))
        .execute(tx.conn())?;
    }
    Ok(())
}

/// Frees what a booking has.
pub fn release_booking(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<()> {
    let business = tx.business();
    prepared(diesel::delete(
        allocations::table.filter(
            allocations::business_id
                .eq(business)
                .and(allocations::booking_id.eq(booking)),
        ),
    ))
    .execute(tx.conn())?;
    Ok(())
}

/// Frees what a hold has.
pub fn release_hold(tx: &mut TenantTx<'_>, hold: ReservationId) -> db::Result<()> {
    let business = tx.business();
    prepared(diesel::delete(
        allocations::table.filter(
            allocations::business_id
                .eq(business)
                .and(allocations::reservation_id.eq(hold)),
        ),
    ))
    .execute(tx.conn())?;
    Ok(())
}

/// Gives a hold's time to its booking for good. Meets no row when the hold has lapsed and somebody has cleared it away.
pub fn pass_on(
    tx: &TenantTx<'_>,
    hold: ReservationId,
    booking: BookingId,
) -> impl QueryFragment<Pg> + use<> {
    diesel::update(
        allocations::table.filter(
            allocations::business_id
                .eq(tx.business())
                .and(allocations::reservation_id.eq(hold)),
        ),
    )
    .set((
        allocations::booking_id.eq(booking),
        allocations::reservation_id.eq(None::<ReservationId>),
        allocations::expires_at.eq(None::<DateTime<Utc>>),
    ))
}
