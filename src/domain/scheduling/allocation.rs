//! Taken time: read, taken and freed here and nowhere else. The exclusion constraint has the last word.

use super::availability::{Chosen, Placement, VisitPlacement};
use crate::{
    base::ids::{BlockId, BookingId, ReservationId, ResourceId},
    db::{
        self, DbError, TenantTx,
        constraint::on_constraint,
        statement::{Change, bind, prepared, statement, together},
    },
    refusal,
    schema::scheduling::allocations,
};
use chrono::{DateTime, Utc};
use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::QueryFragment,
    sql_types::{Array, Jsonb, Nullable, SmallInt, Timestamptz, Uuid as SqlUuid},
};
use serde_json::{Value, json};
use uuid::Uuid;

/// For whom time is taken.
#[derive(Clone, Copy, Debug)]
pub enum Claim {
    /// A hold, until it expires.
    Hold(ReservationId, DateTime<Utc>),
    /// A booking.
    Booking(BookingId),
    /// Nothing that is booked: the time is kept free.
    Block(BlockId),
}

impl Claim {
    fn hold(self) -> Option<ReservationId> {
        match self {
            Self::Hold(hold, _) => Some(hold),
            Self::Booking(_) | Self::Block(_) => None,
        }
    }
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
    let names = resources.iter().map(|resource| resource.0.to_string());
    db::lock_names(tx, names.collect())
}

/// Takes the time of a placement together with the changes that it belongs to; expired holds in its way are removed
/// first, and a hold that moves gives back what it had. Where one of the changes meets nothing, no time is taken and the
/// answer is `false`.
pub fn take(
    tx: &mut TenantTx<'_>,
    placement: &Placement,
    claim: Claim,
    with: Vec<Change<'_>>,
) -> Result<bool, TakeError> {
    take_seats(tx, &Wanted::from(placement), claim, with)
}

/// What is to be taken.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// When what it is taken for begins.
    pub start: DateTime<Utc>,
    /// Each seat with its time.
    pub seats: Vec<Seat>,
    /// Why it was whose turn.
    pub chosen: Vec<(ResourceId, Chosen)>,
}

impl From<&Placement> for Wanted {
    fn from(placement: &Placement) -> Self {
        Self {
            start: placement.start,
            seats: placement.seats().collect(),
            chosen: placement.chosen().collect(),
        }
    }
}

impl From<&VisitPlacement> for Wanted {
    fn from(visit: &VisitPlacement) -> Self {
        Self {
            start: visit.start,
            seats: visit.seats(),
            chosen: visit.chosen(),
        }
    }
}

impl Wanted {
    /// For each seat why it was taken, said once for each resource.
    fn reasons(&self) -> Vec<Option<Value>> {
        let mut said: Vec<ResourceId> = Vec::new();
        let seats = self.seats.iter();
        seats
            .map(|(id, ..)| {
                if said.contains(id) {
                    return None;
                }
                said.push(*id);
                let (_, chosen) = self.chosen.iter().find(|(own, _)| own == id)?;
                serde_json::to_value(chosen).ok()
            })
            .collect()
    }
}

/// A seat of something, with the time it is taken for.
pub type Seat = (ResourceId, u16, DateTime<Utc>, DateTime<Utc>);

/// The same with the seats of a whole visit.
pub fn take_seats(
    tx: &mut TenantTx<'_>,
    wanted: &Wanted,
    claim: Claim,
    with: Vec<Change<'_>>,
) -> Result<bool, TakeError> {
    let mut changes: Vec<Change<'_>> = vec![Box::new(give_way(tx, &wanted.seats, claim))];
    changes.extend(with);
    let met = together(changes)
        .then(Box::new(seats(tx, wanted, claim)))
        .execute(tx.conn());
    let met = on_constraint(met, "allocations_no_overlap", || TakeError::Taken)?;
    Ok(met.iter().skip(1).all(|rows| *rows > 0))
}

/// Expired holds that stand in the way, removed. All that a hold has goes at once: one whose booking began just in time
/// would else become half of it. They are a list and not a join: ten thousand of them are then looked up once each.
pub(super) fn give_way(
    tx: &TenantTx<'_>,
    wanted: &[Seat],
    claim: Claim,
) -> impl QueryFragment<Pg> + use<> {
    let (business, now) = (tx.business(), tx.now());
    let mut resources: Vec<_> = wanted.iter().map(|(id, ..)| id.0).collect();
    resources.dedup();
    let from = wanted.iter().map(|(.., from, _)| *from).min();
    let until = wanted.iter().map(|(.., until)| *until).max();
    let own = claim.hold();
    statement::<(), _>(
        "delete from scheduling.allocations where business_id = ? and (expires_at <= ? or reservation_id = ?) \
         and reservation_id = any (array(select reservation_id from scheduling.allocations where business_id = ? \
         and resource_id = any (?) and expires_at <= ? and start_at < ? and end_at > ? union all select ?::uuid))",
        (
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(now),
            bind::<Nullable<SqlUuid>, _>(own),
            bind::<SqlUuid, _>(business),
            bind::<Array<SqlUuid>, _>(resources),
            bind::<Timestamptz, _>(now),
            bind::<Timestamptz, _>(until.unwrap_or(now)),
            bind::<Timestamptz, _>(from.unwrap_or(now)),
            bind::<Nullable<SqlUuid>, _>(own),
        ),
    )
}

/// The rows of what is taken: one a seat, or two where whoever has it leaves meanwhile.
fn seats(tx: &TenantTx<'_>, wanted: &Wanted, claim: Claim) -> impl QueryFragment<Pg> + use<> {
    let (booking, block, expires) = match claim {
        Claim::Hold(_, expires) => (None, None, Some(expires)),
        Claim::Booking(booking) => (Some(booking), None, None),
        Claim::Block(block) => (None, Some(block), None),
    };
    // Time kept free is nothing that begins.
    let begins = block.is_none().then_some(wanted.start);
    let rows = || wanted.seats.iter().copied();
    let resources: Vec<_> = rows().map(|(resource, ..)| resource.0).collect();
    let seats = rows().map(|(_, seat, ..)| i16::try_from(seat).unwrap_or(i16::MAX));
    let seats: Vec<_> = seats.collect();
    let (from, until): (Vec<_>, Vec<_>) = rows().map(|(.., from, until)| (from, until)).unzip();
    statement::<(), _>(
        "insert into scheduling.allocations \
         (business_id, resource_id, seat, start_at, end_at, reservation_id, booking_id, block_id, expires_at, begins_at, chosen) \
         select ?::uuid, wanted.resource, wanted.seat, wanted.since, wanted.until, ?::uuid, ?::uuid, ?::uuid, ?::timestamptz, ?::timestamptz, wanted.chosen \
         from met, unnest(?::uuid[], ?::int2[], ?::timestamptz[], ?::timestamptz[], ?::jsonb[]) as wanted (resource, seat, since, until, chosen) \
         where 0 <> all (met.rows[2:])",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Nullable<SqlUuid>, _>(claim.hold()),
            bind::<Nullable<SqlUuid>, _>(booking),
            bind::<Nullable<SqlUuid>, _>(block),
            bind::<Nullable<Timestamptz>, _>(expires),
            bind::<Nullable<Timestamptz>, _>(begins),
            bind::<Array<SqlUuid>, _>(resources),
            bind::<Array<SmallInt>, _>(seats),
            bind::<Array<Timestamptz>, _>(from),
            bind::<Array<Timestamptz>, _>(until),
            bind::<Array<Nullable<Jsonb>>, _>(wanted.reasons()),
        ),
    )
}

/// The seats of many bookings at once, decided under the lock of everything they take. Holds that have expired go first, each
/// as a whole, wherever they stand.
pub fn take_many(
    tx: &mut TenantTx<'_>,
    placed: &[(BookingId, &Placement)],
) -> Result<(), TakeError> {
    let _gone: Vec<Uuid> = statement::<SqlUuid, _>(
        "delete from scheduling.allocations where business_id = ? and expires_at <= ? returning resource_id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Timestamptz, _>(tx.now()),
        ),
    )
    .load(tx.conn())
    .map_err(DbError::from)?;
    let rows: Vec<Value> = placed
        .iter()
        .flat_map(|(booking, placement)| {
            placement.seats().map(move |(resource, seat, since, until)| {
                json!({"booking": booking, "resource": resource, "seat": seat, "since": since, "until": until, "begins": placement.start})
            })
        })
        .collect();
    let taken = statement::<SqlUuid, _>(
        "insert into scheduling.allocations (business_id, resource_id, seat, start_at, end_at, booking_id, begins_at) \
         select ?, r.resource, r.seat, r.since, r.until, r.booking, r.begins \
         from jsonb_to_recordset(?) as r (booking uuid, resource uuid, seat int2, since timestamptz, until timestamptz, begins timestamptz) \
         returning resource_id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Jsonb, _>(Value::Array(rows)),
        ),
    )
    .load::<Uuid>(tx.conn());
    on_constraint(taken, "allocations_no_overlap", || TakeError::Taken)?;
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
