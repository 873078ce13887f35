//! The services of a visit of several: a row for each, with whose it is, whose hands it is in, when, and what it takes.

use crate::{
    base::ids::{BookingId, ResourceId, ServiceId},
    db::{
        self, TenantTx,
        statement::{Change, bind, statement},
    },
    domain::{catalog::price, scheduling::line::Line},
    schema::bookings::{booking_lines, bookings},
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    prelude::*,
    sql_types::{Jsonb, SmallInt, Uuid as SqlUuid},
};
use serde_json::{Value, json};

/// One service of a booked visit.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = booking_lines)]
pub struct BookedLine {
    /// Of which booking.
    pub booking_id: BookingId,
    /// Which of its services, counted from 0; a price says by this number what belongs to it.
    pub part: i16,
    /// Whose, counted from 0.
    pub guest: i16,
    /// What, while it is on the menu.
    pub service_id: Option<ServiceId>,
    /// In whose column it stands.
    pub resource_id: Option<ResourceId>,
    /// Whether they were asked for.
    pub is_nominated: bool,
    /// How many come to it together.
    pub party_size: i16,
    /// From.
    pub start_at: DateTime<Utc>,
    /// Until.
    pub end_at: DateTime<Utc>,
    /// When it was called off alone.
    pub cancelled_at: Option<DateTime<Utc>>,
}

/// The lines of a new booking, to be written with it; nothing for one service.
pub(super) fn rows<'a>(
    tx: &TenantTx<'_>,
    booking: BookingId,
    lines: &[&Line],
) -> Option<Change<'a>> {
    if lines.is_empty() {
        return None;
    }
    let row = |(part, line): (usize, &&Line)| {
        json!({
            "part": part, "guest": line.guest, "service": line.service, "resource": line.resource,
            "nominated": line.nominated.is_some(), "party": line.party, "wait": line.wait,
            "since": line.start, "until": line.end, "takes": line.takes,
        })
    };
    let rows: Vec<Value> = lines.iter().enumerate().map(row).collect();
    Some(Box::new(statement::<(), _>(
        "insert into bookings.booking_lines (business_id, booking_id, part, guest, service_id, resource_id, is_nominated, party_size, \
         wait_minutes, start_at, end_at, takes) select ?, ?, r.part, r.guest, r.service, r.resource, r.nominated, r.party, r.wait, \
         r.since, r.until, r.takes from jsonb_to_recordset(?) as r (part int2, guest int2, service uuid, resource uuid, nominated bool, \
         party int2, wait int2, since timestamptz, until timestamptz, takes jsonb)",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
            bind::<Jsonb, _>(Value::Array(rows)),
        ),
    )))
}

/// The services of a visit that still stand, with their numbers, to be placed anew: as they were agreed, and by whom. What was
/// chosen besides is in their length and their price, and not said here. None for a booking of one service.
pub(super) fn standing(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Vec<(i16, Line)>> {
    type Row = (
        (i16, i16, Option<ServiceId>, i16, i16),
        (Option<ResourceId>, bool),
        (DateTime<Utc>, DateTime<Utc>, Value),
    );
    let business = tx.business();
    let rows: Vec<Row> = booking_lines::table
        .filter(
            booking_lines::business_id
                .eq(business)
                .and(booking_lines::booking_id.eq(booking))
                .and(booking_lines::cancelled_at.is_null()),
        )
        .order(booking_lines::part)
        .select((
            (
                booking_lines::part,
                booking_lines::guest,
                booking_lines::service_id,
                booking_lines::party_size,
                booking_lines::wait_minutes,
            ),
            (booking_lines::resource_id, booking_lines::is_nominated),
            (
                booking_lines::start_at,
                booking_lines::end_at,
                booking_lines::takes,
            ),
        ))
        .load(tx.conn())?;
    let line = |(
        (part, guest, service, party, wait),
        (resource, is_nominated),
        (start, end, takes),
    ): Row| {
        let line = Line {
            guest,
            service: service?,
            options: Vec::new(),
            party,
            nominated: resource.filter(|_| is_nominated),
            resource,
            wait: u32::try_from(wait).unwrap_or(0),
            start,
            end,
            takes: serde_json::from_value(takes).unwrap_or_default(),
        };
        Some((part, line))
    };
    Ok(rows.into_iter().filter_map(line).collect())
}

/// Writes where and when the services of a visit are from now on.
pub(super) fn moved(
    tx: &mut TenantTx<'_>,
    booking: BookingId,
    lines: &[(i16, Line)],
) -> db::Result<()> {
    let row = |(part, line): &(i16, Line)| json!({"part": part, "resource": line.resource, "nominated": line.nominated.is_some(), "since": line.start, "until": line.end, "takes": line.takes});
    let rows: Vec<Value> = lines.iter().map(row).collect();
    let _moved: Vec<i16> = statement::<SmallInt, _>(
        "update bookings.booking_lines l set resource_id = r.resource, is_nominated = r.nominated, start_at = r.since, end_at = r.until, takes = r.takes \
         from jsonb_to_recordset(?) as r (part int2, resource uuid, nominated bool, since timestamptz, until timestamptz, takes jsonb) \
         where l.business_id = ? and l.booking_id = ? and l.part = r.part returning l.part",
        (
            bind::<Jsonb, _>(Value::Array(rows)),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Calls one service off: what has left the price with it stays with it.
pub(super) fn call_off(
    tx: &mut TenantTx<'_>,
    (booking, part): (BookingId, i16),
    dropped: &[price::Line],
    fee: i64,
) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    diesel::update(
        booking_lines::table
            .filter(booking_lines::business_id.eq(business))
            .filter(booking_lines::booking_id.eq(booking))
            .filter(booking_lines::part.eq(part)),
    )
    .set((
        booking_lines::cancelled_at.eq(now),
        booking_lines::dropped.eq(serde_json::to_value(dropped).unwrap_or_default()),
        booking_lines::fee_cents.eq(fee),
    ))
    .execute(tx.conn())?;
    Ok(())
}

/// A service that was called off stands again; gives what had left the price with it, or nothing where it was not off.
pub(super) fn stand_again(
    tx: &mut TenantTx<'_>,
    (booking, part): (BookingId, i16),
) -> db::Result<Option<Vec<price::Line>>> {
    let dropped: Option<Value> = statement::<Jsonb, _>(
        "update bookings.booking_lines l set cancelled_at = null, dropped = null, fee_cents = 0 \
         from (select id, dropped from bookings.booking_lines where business_id = ? and booking_id = ? and part = ? \
             and cancelled_at is not null for update) o \
         where l.id = o.id returning o.dropped",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
            bind::<SmallInt, _>(part),
        ),
    )
    .get_result(tx.conn())
    .optional()?;
    Ok(dropped.map(|dropped| serde_json::from_value(dropped).unwrap_or_default()))
}

/// Whether a booking has a service of that number that is off.
pub(super) fn is_off(tx: &mut TenantTx<'_>, (booking, part): (BookingId, i16)) -> db::Result<bool> {
    let business = tx.business();
    let off = booking_lines::table
        .filter(booking_lines::business_id.eq(business))
        .filter(booking_lines::booking_id.eq(booking))
        .filter(booking_lines::part.eq(part))
        .filter(booking_lines::cancelled_at.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(off)).get_result(tx.conn())?)
}

/// The bookings of a business day of which one of these people has a service that is not over by an instant.
pub(super) fn with_any_of(
    tx: &mut TenantTx<'_>,
    (people, date): (&[ResourceId], NaiveDate),
    by: DateTime<Utc>,
) -> db::Result<Vec<BookingId>> {
    let business = tx.business();
    let ids = booking_lines::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_lines::booking_id)))
        .filter(booking_lines::business_id.eq(business))
        .filter(booking_lines::resource_id.eq_any(people))
        .filter(booking_lines::cancelled_at.is_null())
        .filter(booking_lines::end_at.gt(by))
        .filter(bookings::business_date.eq(date))
        .select(bookings::id)
        .distinct()
        .load(tx.conn())?;
    Ok(ids)
}

/// The services of some bookings, each booking's in their order; a booking of one service has none.
pub fn of(tx: &mut TenantTx<'_>, bookings: &[BookingId]) -> db::Result<Vec<BookedLine>> {
    let business = tx.business();
    let lines = booking_lines::table
        .filter(
            booking_lines::business_id
                .eq(business)
                .and(booking_lines::booking_id.eq_any(bookings)),
        )
        .order((booking_lines::booking_id, booking_lines::part))
        .select(BookedLine::as_select())
        .load(tx.conn())?;
    Ok(lines)
}
