//! Read: what somebody has booked here, and what that comes to. Command: a card is taken off the list, once nothing of it
//! lies ahead.

use super::{
    booking::{self, CancelledBy},
    status::Status,
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, CustomerId},
    },
    db::{
        self, DbError, TenantTx,
        statement::{bind, statement},
    },
    domain::customers::card::{self, CardError},
    schema::bookings::sql_types::{BookingStatus, CancelledBy as CancelledBySql},
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Bool, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

/// How many bookings that were a page shows.
pub const PAGE: usize = 20;

/// What it comes to.
#[derive(Clone, Debug, Default, Queryable)]
pub struct Figures {
    /// Times they were here.
    pub visits: i64,
    /// The first business day they were here.
    pub first: Option<NaiveDate>,
    /// The last one.
    pub last: Option<NaiveDate>,
    /// What they were served for, tax included.
    pub spent: i64,
}

/// A booking in the history.
#[derive(Clone, Debug, Queryable)]
pub struct Line {
    /// Its key.
    pub id: BookingId,
    /// What people read aloud.
    pub number: String,
    /// Where it stands.
    pub status: Status,
    /// Who called it off.
    pub cancelled_by: Option<CancelledBy>,
    /// The business day.
    pub date: NaiveDate,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// Tax included.
    pub price: i64,
    /// What was booked, by the name it had then.
    pub service: (Option<String>, Option<String>),
    /// In whose column.
    pub with: (Option<String>, Option<String>),
}

impl Line {
    /// What was booked.
    pub fn service(&self) -> Bilingual {
        both(&self.service)
    }

    /// In whose column; empty where nobody's.
    pub fn with(&self) -> Bilingual {
        both(&self.with)
    }
}

fn both((ja, en): &(Option<String>, Option<String>)) -> Bilingual {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Bilingual::new(text(ja), text(en))
}

type LineSql = (
    SqlUuid,
    Text,
    BookingStatus,
    Nullable<CancelledBySql>,
    Date,
    Timestamptz,
    Timestamptz,
    BigInt,
    (Nullable<Text>, Nullable<Text>),
    (Nullable<Text>, Nullable<Text>),
);

/// What the visits of a card come to: those who came, and what they were served for.
pub fn figures(tx: &mut TenantTx<'_>, id: CustomerId) -> db::Result<Figures> {
    Ok(
        statement::<(BigInt, Nullable<Date>, Nullable<Date>, BigInt), _>(
            "select count(*), min(business_date), max(business_date), \
             coalesce(sum(price_cents) filter (where status = 'completed'), 0)::bigint \
         from bookings.bookings where business_id = ? and customer_id = ? and deleted_at is null \
         and status in ('arrived', 'in_service', 'completed')",
            (bind::<SqlUuid, _>(tx.business()), bind::<SqlUuid, _>(id)),
        )
        .get_result(tx.conn())?,
    )
}

/// Bookings that are still expected, the next first.
pub fn ahead(tx: &mut TenantTx<'_>, id: CustomerId) -> db::Result<Vec<Line>> {
    let mut found = lines(tx, id, (true, None), 100)?;
    found.reverse();
    Ok(found)
}

/// Bookings that were, the last first, after one of them; and one more, which says whether there are others.
pub fn history(
    tx: &mut TenantTx<'_>,
    id: CustomerId,
    before: Option<BookingId>,
) -> db::Result<Vec<Line>> {
    lines(tx, id, (false, before), PAGE as i64 + 1)
}

fn lines(
    tx: &mut TenantTx<'_>,
    id: CustomerId,
    (is_ahead, before): (bool, Option<BookingId>),
    most: i64,
) -> db::Result<Vec<Line>> {
    Ok(statement::<LineSql, _>(
        "select b.id, b.number, b.status, b.cancelled_by, b.business_date, b.start_at, b.end_at, b.price_cents, \
             bookings.booked_as(b.price_snapshot_json, 'ja'), bookings.booked_as(b.price_snapshot_json, 'en'), r.name, r.name_en \
         from bookings.bookings b left join scheduling.resources r on r.business_id = b.business_id and r.id = b.resource_id \
         where b.business_id = ? and b.customer_id = ? and b.deleted_at is null \
         and (b.status in ('pending', 'pending_payment', 'pending_deposit', 'confirmed') and b.end_at > ?) = ? \
         and (?::uuid is null or (b.start_at, b.id) < (select a.start_at, a.id from bookings.bookings a where a.id = ?)) \
         order by b.start_at desc, b.id desc limit ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(id),
            bind::<Timestamptz, _>(tx.now()),
            bind::<Bool, _>(is_ahead),
            bind::<Nullable<SqlUuid>, _>(before),
            bind::<Nullable<SqlUuid>, _>(before),
            bind::<BigInt, _>(most),
        ),
    )
    .load(tx.conn())?)
}

/// Why a card stays on the list.
#[derive(Debug, thiserror::Error)]
pub enum RemoveError {
    /// There is no such card.
    #[error("no such card")]
    Unknown,
    /// They are still expected.
    #[error("bookings lie ahead")]
    Ahead,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
crate::refusal!(RemoveError);

/// Takes a card off the list. A card with bookings ahead stays: somebody will look for it when they come.
pub fn remove(tx: &mut TenantTx<'_>, id: CustomerId) -> Result<(), RemoveError> {
    card::find_for_update(tx, id)?.ok_or(RemoveError::Unknown)?;
    if booking::lie_ahead(tx, &[id])? > 0 {
        return Err(RemoveError::Ahead);
    }
    card::remove(tx, id).map_err(|error| match error {
        CardError::Db(error) => RemoveError::Db(error),
        CardError::Unknown | CardError::Stale | CardError::Erased => RemoveError::Unknown,
    })
}
