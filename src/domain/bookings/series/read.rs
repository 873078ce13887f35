//! Read: the series that a booking belongs to, with all that belong to it.

use super::rule::weekdays_of;
use crate::{
    base::{
        ids::{BookingId, SeriesId},
        time::{LocalDate, Weekday},
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::bookings::status::Status,
    schema::bookings::bookings,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{
        Array, BigInt, Date, Integer, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid,
    },
};
use uuid::Uuid;

/// A series.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its key.
    pub id: SeriesId,
    /// Every so many weeks.
    pub every: i16,
    /// On these days.
    pub weekdays: Vec<Weekday>,
    /// What belongs to it, in its order, deleted ones left out.
    pub members: Vec<Member>,
}

/// A booking of a series.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its key.
    pub id: BookingId,
    /// The first is 1.
    pub place: i16,
    /// What people read aloud.
    pub number: String,
    /// Where it stands.
    pub status: Status,
    /// The business day.
    pub date: LocalDate,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// Its version.
    pub version: i32,
    /// Minor units, tax included.
    pub price: i64,
}

/// Which bookings of a series something is done to, seen from one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It and those that begin later.
    Following,
    /// All that lie ahead.
    All,
}

impl Member {
    /// Whether it can still be moved and called off together with others: it lies ahead.
    pub fn is_ahead(&self, now: DateTime<Utc>) -> bool {
        self.status.is_ahead() && self.start > now
    }
}

impl Series {
    /// What of it lies ahead and within reach of one of them, in order of time.
    pub fn ahead(&self, from: BookingId, reach: Reach, now: DateTime<Utc>) -> Vec<&Member> {
        let own = self.members.iter().find(|one| one.id == from);
        let since = own.map(|own| own.start);
        let mut ahead: Vec<&Member> = self
            .members
            .iter()
            .filter(|one| one.is_ahead(now))
            .filter(|one| reach == Reach::All || Some(one.start) >= since)
            .collect();
        ahead.sort_by_key(|one| (one.start, one.place));
        ahead
    }

    /// The place of a booking, and how many places there are.
    pub fn place(&self, of: BookingId) -> Option<(i16, i16)> {
        let own = self.members.iter().find(|one| one.id == of)?;
        let last = self.members.iter().map(|one| one.place).max()?;
        Some((own.place, last))
    }
}

type Row = (
    (SeriesId, i16, i16),
    (BookingId, i16, String, String, LocalDate),
    (DateTime<Utc>, DateTime<Utc>, i32, i64),
);
type RowSql = (
    (SqlUuid, SmallInt, SmallInt),
    (SqlUuid, SmallInt, Text, Text, Date),
    (Timestamptz, Timestamptz, Integer, BigInt),
);

/// The series of a booking; most have none.
pub fn of(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Option<Series>> {
    let rows: Vec<Row> = statement::<RowSql, _>(
        "select s.id, s.every_weeks, s.weekdays, b.id, i.place, b.number, b.status::text, b.business_date, \
             b.start_at, b.end_at, b.version, b.price_cents \
         from bookings.series_bookings own \
             join bookings.booking_series s on s.business_id = own.business_id and s.id = own.series_id \
             join bookings.series_bookings i on i.business_id = own.business_id and i.series_id = own.series_id \
             join bookings.bookings b on b.business_id = own.business_id and b.id = i.booking_id \
         where own.business_id = ? and own.booking_id = ? and b.deleted_at is null order by i.place",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
        ),
    )
    .load(tx.conn())?;
    let Some((id, every, bits)) = rows.first().map(|(series, ..)| *series) else {
        return Ok(None);
    };
    let member = |(_, (id, place, number, status, date), (start, end, version, price)): Row| {
        Some(Member {
            id,
            place,
            number,
            status: Status::from_label(&status)?,
            date,
            start,
            end,
            version,
            price,
        })
    };
    Ok(Some(Series {
        id,
        every,
        weekdays: weekdays_of(bits),
        members: rows.into_iter().filter_map(member).collect(),
    }))
}

/// The same with every row of it locked until the transaction ends, in the order of keys; so that two who do something to the
/// same series wait for each other.
pub(super) fn of_for_update(
    tx: &mut TenantTx<'_>,
    booking: BookingId,
) -> db::Result<Option<Series>> {
    let Some(known) = of(tx, booking)? else {
        return Ok(None);
    };
    let ids: Vec<BookingId> = known.members.iter().map(|one| one.id).collect();
    let _locked: Vec<BookingId> = bookings::table
        .filter(bookings::business_id.eq(tx.business()))
        .filter(bookings::id.eq_any(ids))
        .order(bookings::id)
        .select(bookings::id)
        .for_update()
        .load(tx.conn())?;
    of(tx, booking)
}

/// Whether a booking belongs to a series.
pub(super) fn is_in_one(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<bool> {
    let found: Option<SeriesId> = statement::<SqlUuid, _>(
        "select series_id from bookings.series_bookings where business_id = ? and booking_id = ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(booking),
        ),
    )
    .get_result(tx.conn())
    .optional()?;
    Ok(found.is_some())
}

/// The series that a form has made.
pub(super) fn by_key(tx: &mut TenantTx<'_>, key: &str) -> db::Result<Option<SeriesId>> {
    Ok(statement::<SqlUuid, _>(
        "select id from bookings.booking_series where business_id = ? and idempotency_key = ?",
        (bind::<SqlUuid, _>(tx.business()), bind::<Text, _>(key)),
    )
    .get_result(tx.conn())
    .optional()?)
}

/// The row of a series, about to be written.
pub(super) struct NewSeries<'a> {
    pub id: SeriesId,
    pub every: i16,
    pub weekdays: i16,
    pub minute: i16,
    pub begins: LocalDate,
    pub ends: (Option<LocalDate>, Option<i16>),
    pub key: &'a str,
}

/// Writes a series down, with the bookings that belong to it and the day that the rule had for each.
pub(super) fn write(
    tx: &mut TenantTx<'_>,
    new: &NewSeries<'_>,
    members: &[(BookingId, LocalDate)],
) -> db::Result<()> {
    let _series: Vec<Uuid> = statement::<SqlUuid, _>(
        "insert into bookings.booking_series (id, business_id, every_weeks, weekdays, start_minute, begins_on, ends_on, ends_after, \
             idempotency_key, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
        (
            bind::<SqlUuid, _>(new.id),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SmallInt, _>(new.every),
            bind::<SmallInt, _>(new.weekdays),
            bind::<SmallInt, _>(new.minute),
            bind::<Date, _>(new.begins),
            bind::<Nullable<Date>, _>(new.ends.0),
            bind::<Nullable<SmallInt>, _>(new.ends.1),
            bind::<Text, _>(new.key),
            bind::<Nullable<SqlUuid>, _>(tx.actor().user()),
            bind::<Timestamptz, _>(tx.now()),
        ),
    )
    .load(tx.conn())?;
    let (ids, dates): (Vec<Uuid>, Vec<LocalDate>) =
        members.iter().map(|(id, date)| (id.0, *date)).unzip();
    let _members: Vec<Uuid> = statement::<SqlUuid, _>(
        "insert into bookings.series_bookings (business_id, series_id, booking_id, place, wanted_on) \
         select ?, ?, wanted.booking, wanted.place, wanted.day \
         from unnest(?::uuid[], ?::date[]) with ordinality as wanted (booking, day, place) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(new.id),
            bind::<Array<SqlUuid>, _>(ids),
            bind::<Array<Date>, _>(dates),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}
