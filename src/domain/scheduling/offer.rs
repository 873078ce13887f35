//! Time that is held for a guest who asked for another: a hold as guests have one, but for as long as the proposal stands, and
//! beside what the guest has already. Where a proposal lies over that, or over another for the same guest, the time is held once.

use super::{
    allocation::{Claim, Seat, TakeError, give_way},
    availability::VisitPlacement,
    line::Line,
};
use crate::{
    base::{
        ids::{BookingId, ReservationId, ResourceId, ServiceId},
        token::Token,
    },
    db::{
        self, TenantTx,
        constraint::on_constraint,
        statement::{Change, bind, prepared, statement, together},
    },
    schema::scheduling::reservations,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, SmallInt, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// What is held.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// For which booking, whose own time does not stand in the way.
    pub booking: BookingId,
    /// What.
    pub service: ServiceId,
    /// For how many.
    pub party: i16,
    /// With whom, if the guest had chosen them.
    pub nominated: Option<ResourceId>,
    /// What it takes, decided under the lock of everything it takes.
    pub placement: &'a VisitPlacement,
    /// In whose column it would stand.
    pub column: Option<ResourceId>,
    /// The services of a visit of several; none for one.
    pub lines: &'a [Line],
    /// The code of the guest's language.
    pub locale: &'a str,
    /// Until when it stands.
    pub until: DateTime<Utc>,
}

/// Holds a proposal; `beside` are those that are held for the same booking already.
pub fn hold(
    tx: &mut TenantTx<'_>,
    offer: &Offer<'_>,
    beside: &[ReservationId],
) -> Result<ReservationId, TakeError> {
    let (id, placement) = (ReservationId(Uuid::new_v4()), offer.placement);
    // Nobody has its token: it is known by the proposal alone.
    let row = diesel::insert_into(reservations::table).values((
        reservations::id.eq(id),
        reservations::business_id.eq(tx.business()),
        reservations::service_id.eq(offer.service),
        reservations::token_hash.eq(Token::random().hash()),
        reservations::idempotency_key.eq(format!("offer {id}")),
        reservations::start_at.eq(placement.start),
        reservations::end_at.eq(placement.end),
        reservations::business_date.eq(placement.date),
        reservations::party_size.eq(offer.party),
        reservations::nominated_resource_id.eq(offer.nominated),
        reservations::chosen_resource_id.eq(offer.column),
        reservations::lines_json.eq(serde_json::to_value(offer.lines).unwrap_or_default()),
        reservations::locale.eq(offer.locale),
        reservations::expires_at.eq(offer.until),
    ));
    let wanted: Vec<Seat> = placement.seats();
    let gone = give_way(tx, &wanted, Claim::Hold(id, offer.until));
    let changes: Vec<Change<'_>> = vec![Box::new(gone), Box::new(row)];
    together(changes).execute(tx.conn())?;
    seats(tx, (id, offer), beside)?;
    Ok(id)
}

/// The rows of it: what of each seat is not held for this guest already.
fn seats(
    tx: &mut TenantTx<'_>,
    (id, offer): (ReservationId, &Offer<'_>),
    beside: &[ReservationId],
) -> Result<(), TakeError> {
    let rows = offer.placement.seats();
    let resources: Vec<Uuid> = rows.iter().map(|(resource, ..)| resource.0).collect();
    let seats = rows.iter();
    let seats = seats.map(|(_, seat, ..)| i16::try_from(*seat).unwrap_or(i16::MAX));
    let seats: Vec<i16> = seats.collect();
    let (from, until): (Vec<_>, Vec<_>) =
        rows.iter().map(|(.., from, until)| (*from, *until)).unzip();
    let beside: Vec<Uuid> = beside.iter().map(|hold| hold.0).collect();
    let held = statement::<(), _>(
        "insert into scheduling.allocations (business_id, resource_id, seat, start_at, end_at, reservation_id, expires_at, begins_at) \
         select ?::uuid, wanted.resource, wanted.seat, lower(part), upper(part), ?::uuid, ?::timestamptz, ?::timestamptz \
         from unnest(?::uuid[], ?::int2[], ?::timestamptz[], ?::timestamptz[]) as wanted (resource, seat, since, until), \
         lateral unnest(tstzmultirange(tstzrange(wanted.since, wanted.until)) - coalesce((select range_agg(a.during) \
         from scheduling.allocations a where a.business_id = ? and a.resource_id = wanted.resource and a.seat = wanted.seat \
         and a.start_at < wanted.until and a.end_at > wanted.since and (a.booking_id = ? or a.reservation_id = any (?))), \
         '{}'::tstzmultirange)) as part",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(id),
            bind::<Timestamptz, _>(offer.until),
            bind::<Timestamptz, _>(offer.placement.start),
            bind::<Array<SqlUuid>, _>(resources),
            bind::<Array<SmallInt>, _>(seats),
            bind::<Array<Timestamptz>, _>(from),
            bind::<Array<Timestamptz>, _>(until),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(offer.booking),
            bind::<Array<SqlUuid>, _>(beside),
        ),
    );
    let held = prepared(held).execute(tx.conn());
    on_constraint(held, "allocations_no_overlap", || TakeError::Taken)?;
    Ok(())
}

/// Lets what is held go, with its time.
pub fn let_go(tx: &mut TenantTx<'_>, holds: &[ReservationId]) -> db::Result<()> {
    let business = tx.business();
    prepared(diesel::delete(
        reservations::table
            .filter(reservations::business_id.eq(business))
            .filter(reservations::id.eq_any(holds.to_vec())),
    ))
    .execute(tx.conn())?;
    Ok(())
}
