//! Taken time: read, taken and freed here and nowhere else. The exclusion constraint has the last word.

use super::{
    availability::{Placement, Taken as EngineTaken},
    load::Own,
};
use crate::{
    base::ids::{BookingId, ReservationId, ResourceId},
    db::{
        self, DbError, TenantTx,
        constraint::on_constraint,
        statement::{bind, statement},
    },
    refusal,
    schema::scheduling::allocations,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Text, Uuid as SqlUuid},
};

/// No allocation is longer (a check of the table says so), so a start can be bounded from below.
const LONGEST: TimeDelta = TimeDelta::hours(36);

/// Time that is taken.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Taken {
    /// Of whom.
    pub resource: ResourceId,
    /// Which seat; at or above the capacity where staff overbooked knowingly.
    pub seat: i16,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
}

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

impl Taken {
    /// As the engine counts it: a knowingly overbooked seat weighs on a real one.
    pub fn on(self, capacity: u16) -> EngineTaken {
        let seat = u16::try_from(self.seat).unwrap_or(0);
        EngineTaken {
            seat: seat % capacity.max(1),
            start: self.start,
            end: self.end,
        }
    }
}

/// What is taken between two instants, the asker's own claims and expired holds left out.
pub fn taken(
    tx: &mut TenantTx<'_>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    own: Own,
) -> db::Result<Vec<Taken>> {
    let (business, now) = (tx.business(), tx.now());
    let base = allocations::table
        .filter(allocations::business_id.eq(business))
        .filter(
            allocations::start_at
                .gt(since - LONGEST)
                .and(allocations::start_at.lt(until)),
        )
        .filter(allocations::end_at.gt(since))
        .filter(
            allocations::expires_at
                .is_null()
                .or(allocations::expires_at.gt(now)),
        )
        .select((
            allocations::resource_id,
            allocations::seat,
            allocations::start_at,
            allocations::end_at,
        ));
    let rows = match own {
        Own::None => base.load(tx.conn())?,
        Own::Booking(booking) => base
            .filter(
                allocations::booking_id
                    .is_null()
                    .or(allocations::booking_id.ne(booking)),
            )
            .load(tx.conn())?,
        Own::Hold(hold) => base
            .filter(
                allocations::reservation_id
                    .is_null()
                    .or(allocations::reservation_id.ne(hold)),
            )
            .load(tx.conn())?,
    };
    Ok(rows)
}

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
    let inserted = diesel::insert_into(allocations::table)
        .values(rows)
        .execute(tx.conn());
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
    let in_the_way: Vec<Option<ReservationId>> = diesel::delete(
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
    .returning(allocations::reservation_id)
    .get_results(tx.conn())?;
    if !in_the_way.is_empty() {
        // All that a hold has goes at once: one whose booking began just in time would else become half of it.
        diesel::delete(
            allocations::table
                .filter(allocations::business_id.eq(business))
                .filter(allocations::expires_at.le(now))
                .filter(allocations::reservation_id.eq_any(in_the_way)),
        )
        .execute(tx.conn())?;
    }
    Ok(())
}

/// Frees what a booking has.
pub fn release_booking(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<()> {
    let business = tx.business();
    diesel::delete(
        allocations::table.filter(
            allocations::business_id
                .eq(business)
                .and(allocations::booking_id.eq(booking)),
        ),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Frees what a hold has.
pub fn release_hold(tx: &mut TenantTx<'_>, hold: ReservationId) -> db::Result<()> {
    let business = tx.business();
    diesel::delete(
        allocations::table.filter(
            allocations::business_id
                .eq(business)
                .and(allocations::reservation_id.eq(hold)),
        ),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Gives a hold's time to its booking for good; returns how many rows there were, none when the hold has lapsed and
/// somebody has cleared it away.
pub fn pass_on(
    tx: &mut TenantTx<'_>,
    hold: ReservationId,
    booking: BookingId,
) -> db::Result<Vec<ResourceId>> {
    let business = tx.business();
    let resources = diesel::update(
        allocations::table.filter(
            allocations::business_id
                .eq(business)
                .and(allocations::reservation_id.eq(hold)),
        ),
    )
    .set((
        allocations::booking_id.eq(booking),
        allocations::reservation_id.eq(None::<ReservationId>),
        allocations::expires_at.eq(None::<DateTime<Utc>>),
    ))
    .returning(allocations::resource_id)
    .get_results(tx.conn())?;
    Ok(resources)
}
