//! Read: what is booked, for a calendar outside. One statement, however much it is.

use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, BusinessId, ResourceId},
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Integer, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// So far back.
const BACK: TimeDelta = TimeDelta::days(31);
/// So far ahead.
const AHEAD: TimeDelta = TimeDelta::days(400);
/// No more at once.
const MOST: i64 = 5_000;

/// A booking as a calendar has it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its key.
    pub id: BookingId,
    /// How often it was changed.
    pub version: i32,
    /// When, the last time.
    pub updated_at: DateTime<Utc>,
    /// What people read aloud.
    pub number: String,
    /// What for; of a visit, what this person does.
    pub service: Bilingual,
    /// Who comes.
    pub guest: String,
    /// How many.
    pub party: i16,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
}

type Sql = (
    (SqlUuid, Integer, Timestamptz, Text),
    (Text, Text, Text, SmallInt),
    (Timestamptz, Timestamptz),
);
type Row = (
    (BookingId, i32, DateTime<Utc>, String),
    (String, String, String, i16),
    (DateTime<Utc>, DateTime<Utc>),
);

/// What is booked and takes its time, with one person or at all, from a month ago to a good year ahead. Of a visit in several hands
/// it is the time in which this person is needed.
pub fn read(tx: &mut TenantTx<'_>, resource: Option<ResourceId>) -> db::Result<Vec<Line>> {
    let (business, now) = (tx.business(), tx.now());
    let rows: Vec<Row> = statement::<Sql, _>(
        "select b.id, b.version, b.updated_at, b.number, \
         coalesce(several.ja, s.name_ja, ''), coalesce(several.en, s.name_en, ''), c.name, b.party_size, \
         greatest(b.start_at, own.since), least(b.end_at, own.until) from bookings.bookings b \
         join customers.customers c on c.business_id = b.business_id and c.id = b.customer_id \
         left join catalog.services s on s.business_id = b.business_id and s.id = b.service_id \
         left join lateral (select string_agg(x.name_ja, ' + ' order by l.part) as ja, string_agg(x.name_en, ' + ' order by l.part) as en \
             from bookings.booking_lines l join catalog.services x on x.business_id = l.business_id and x.id = l.service_id \
             where l.business_id = b.business_id and l.booking_id = b.id and l.cancelled_at is null \
             and (?::uuid is null or l.resource_id = ?)) as several on true \
         left join lateral (select min(a.start_at) as since, max(a.end_at) as until from scheduling.allocations a \
             where a.business_id = b.business_id and a.booking_id = b.id and a.resource_id = ?) as own on true \
         where b.business_id = ? and b.deleted_at is null and b.status not in ('cancelled', 'no_show', 'expired') \
         and b.start_at > ? and b.start_at < ? and (?::uuid is null or own.since is not null) order by b.start_at, b.id limit ?",
        (
            bind::<Nullable<SqlUuid>, _>(resource),
            bind::<Nullable<SqlUuid>, _>(resource),
            bind::<Nullable<SqlUuid>, _>(resource),
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(now - BACK),
            bind::<Timestamptz, _>(now + AHEAD),
            bind::<Nullable<SqlUuid>, _>(resource),
            bind::<BigInt, _>(MOST),
        ),
    )
    .load(tx.conn())?;
    let line = |((id, version, updated_at, number), (ja, en, guest, party), (start, end))| Line {
        id,
        version,
        updated_at,
        number,
        service: Bilingual::new(ja, en),
        guest,
        party,
        start,
        end,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Which of these are bookings of the business, whatever became of them.
pub fn known(tx: &mut TenantTx<'_>, ids: &[Uuid]) -> db::Result<Vec<Uuid>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(statement::<SqlUuid, _>(
        "select id from bookings.bookings where business_id = ? and id = any (?)",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(ids.to_vec()),
        ),
    )
    .load(tx.conn())?)
}

/// A booking that somebody's calendar elsewhere has something else beside.
#[derive(Clone, Debug)]
pub struct Overlap {
    /// The booking.
    pub booking: BookingId,
    /// What people read aloud.
    pub number: String,
    /// Who is wanted twice.
    pub resource: ResourceId,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
}

/// Where a calendar elsewhere and a booking are at one time, from now on. One that is closed because of its calendar's silence lies in
/// nobody's way.
pub fn overlaps(tx: &mut TenantTx<'_>) -> db::Result<Vec<Overlap>> {
    type Sql = (SqlUuid, Text, SqlUuid, Timestamptz, Timestamptz);
    type Row = (BookingId, String, ResourceId, DateTime<Utc>, DateTime<Utc>);
    let (business, now): (BusinessId, _) = (tx.business(), tx.now());
    let rows: Vec<Row> = statement::<Sql, _>(
        "select distinct b.id, b.number, k.resource_id, b.start_at, b.end_at from scheduling.blocks k \
         join scheduling.outside_calendars o on o.business_id = k.business_id and o.id = k.outside_id and not o.is_closed \
         join scheduling.allocations a on a.business_id = k.business_id and a.resource_id = k.resource_id \
             and a.start_at > k.start_at - interval '36 hours' and a.start_at < k.end_at and a.end_at > k.start_at \
         join bookings.bookings b on b.business_id = a.business_id and b.id = a.booking_id \
         where k.business_id = ? and k.end_at > ? order by b.start_at, b.id limit 50",
        (
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(now),
        ),
    )
    .load(tx.conn())?;
    let overlap = |(booking, number, resource, start, end)| Overlap {
        booking,
        number,
        resource,
        start,
        end,
    };
    Ok(rows.into_iter().map(overlap).collect())
}
