//! Read: what guests did lately at a shop, and which letters to them did not arrive. It stands in the story of the bookings and
//! in the letters, and is read from there: a booking is made without anybody being told of it here. What somebody has read of
//! it is known for each by themselves.

use crate::{
    base::ids::{BookingId, UserId},
    db::{
        self, TenantTx,
        statement::{bind, prepared, statement},
    },
    schema::notifications::news_read,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

/// So far back it is looked.
const LATELY: TimeDelta = TimeDelta::days(14);
/// So long before its end a letter may have been written that failed.
const TRYING: TimeDelta = TimeDelta::days(3);
/// More than this is not counted.
pub const MOST: i64 = 99;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A guest booked.
    Booked,
    /// A guest asked for a booking.
    Asked,
    /// A guest moved theirs.
    Moved,
    /// A guest called theirs off.
    CalledOff,
    /// A letter did not reach its guest.
    NotReached,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct News {
    /// What.
    pub what: What,
    /// When.
    pub at: DateTime<Utc>,
    /// With which booking.
    pub booking: BookingId,
    /// Its number.
    pub number: String,
    /// For whom.
    pub name: String,
    /// Its day.
    pub date: NaiveDate,
    /// And when it begins.
    pub start: DateTime<Utc>,
    /// And ends.
    pub end: DateTime<Utc>,
}

impl What {
    /// The word that messages have.
    pub fn word(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Asked => "asked",
            Self::Moved => "moved",
            Self::CalledOff => "called-off",
            Self::NotReached => "not-reached",
        }
    }

    fn from_row(field: &str, old: Option<&str>, new: &str) -> Self {
        match (field, old, new) {
            ("letter", _, _) => Self::NotReached,
            ("start_at", _, _) => Self::Moved,
            ("status", _, "cancelled") => Self::CalledOff,
            ("status", _, "pending") => Self::Asked,
            _ => Self::Booked,
        }
    }
}

/// What happened lately, the newest first. One statement.
pub fn lately(tx: &mut TenantTx<'_>, most: i64) -> db::Result<Vec<News>> {
    type Columns = (Text, Nullable<Text>, Nullable<Text>, Timestamptz);
    type Of = (SqlUuid, Text, Text, Date, Timestamptz, Timestamptz);
    let since = tx.now() - LATELY;
    let business = tx.business();
    let rows: Vec<Row> = statement::<(Columns, Of), _>(
        "select e.field, e.old, e.new, e.at, b.id, b.number, c.name, b.business_date, b.start_at, b.end_at from ( \
             (select h.booking_id, h.field_changed as field, h.old_value as old, h.new_value as new, h.created_at as at \
              from bookings.booking_history h where h.business_id = ? and h.actor = 'customer' and h.created_at > ? \
                  and (h.field_changed = 'start_at' \
                      or h.field_changed = 'status' and (h.old_value is null or h.new_value = 'cancelled')) \
              order by h.created_at desc limit ?) \
             union all \
             (select o.booking_id, 'letter', null, null, coalesce((select max(l.last_attempt_at) \
                  from notifications.notification_logs l where l.notice_id = o.id), o.created_at) \
              from notifications.notification_outbox o where o.business_id = ? and o.delivery_status in ('failed', 'bounced') \
                  and o.created_at > ? and o.booking_id is not null \
              order by o.created_at desc limit ?)) e \
         join bookings.bookings b on b.id = e.booking_id and b.business_id = ? \
         join customers.customers c on c.business_id = b.business_id and c.id = b.customer_id \
         order by e.at desc, b.id limit ?",
        (
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(since),
            bind::<BigInt, _>(most),
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(since),
            bind::<BigInt, _>(most),
            bind::<SqlUuid, _>(business),
            bind::<BigInt, _>(most),
        ),
    )
    .load(tx.conn())?;
    Ok(rows.into_iter().map(read).collect())
}

type Row = (
    (String, Option<String>, Option<String>, DateTime<Utc>),
    (
        BookingId,
        String,
        String,
        NaiveDate,
        DateTime<Utc>,
        DateTime<Utc>,
    ),
);

fn read(((field, old, new, at), (booking, number, name, date, start, end)): Row) -> News {
    News {
        what: What::from_row(&field, old.as_deref(), new.as_deref().unwrap_or_default()),
        at,
        booking,
        number,
        name,
        date,
        start,
        end,
    }
}

/// How much of it somebody has not read; [`MOST`] at most. One statement.
pub fn unread(tx: &mut TenantTx<'_>, user: UserId) -> db::Result<i64> {
    let (business, since) = (tx.business(), tx.now() - LATELY);
    let (count,): (i64,) = statement::<(BigInt,), _>(
        "with own as (select greatest(?, (select r.read_until from notifications.news_read r \
             where r.business_id = ? and r.user_id = ?)) as since) \
         select count(*) from ( \
             (select 1 from bookings.booking_history h, own where h.business_id = ? and h.actor = 'customer' \
                  and h.created_at > own.since and (h.field_changed = 'start_at' \
                      or h.field_changed = 'status' and (h.old_value is null or h.new_value = 'cancelled')) limit ?) \
             union all \
             (select 1 from notifications.notification_outbox o, own where o.business_id = ? \
                  and o.delivery_status in ('failed', 'bounced') and o.created_at > own.since - make_interval(days => ?::int) \
                  and o.booking_id is not null \
                  and coalesce((select max(l.last_attempt_at) from notifications.notification_logs l \
                      where l.notice_id = o.id), o.created_at) > own.since limit ?)) news",
        (
            bind::<Timestamptz, _>(since),
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(user),
            bind::<SqlUuid, _>(business),
            bind::<BigInt, _>(MOST),
            bind::<SqlUuid, _>(business),
            bind::<BigInt, _>(TRYING.num_days()),
            bind::<BigInt, _>(MOST),
        ),
    )
    .get_result(tx.conn())?;
    Ok(count.min(MOST))
}

/// Until when somebody has read it; nobody begins further back than it is looked.
pub fn read_until(tx: &mut TenantTx<'_>, user: UserId) -> db::Result<DateTime<Utc>> {
    let known: Option<DateTime<Utc>> = news_read::table
        .filter(news_read::business_id.eq(tx.business()))
        .filter(news_read::user_id.eq(user))
        .select(news_read::read_until)
        .first(tx.conn())
        .optional()?;
    let earliest = tx.now() - LATELY;
    Ok(known.map_or(earliest, |known| known.max(earliest)))
}

/// Notes that somebody has read everything until then; what came since they looked stays new, and nothing becomes new again.
pub fn mark_read(tx: &mut TenantTx<'_>, user: UserId, until: DateTime<Utc>) -> db::Result<()> {
    let until = until.min(tx.now());
    let before = read_until(tx, user)?;
    let noted = diesel::insert_into(news_read::table)
        .values((
            news_read::business_id.eq(tx.business()),
            news_read::user_id.eq(user),
            news_read::read_until.eq(until.max(before)),
        ))
        .on_conflict((news_read::business_id, news_read::user_id))
        .do_update()
        .set(news_read::read_until.eq(until.max(before)));
    prepared(noted).execute(tx.conn())?;
    Ok(())
}
