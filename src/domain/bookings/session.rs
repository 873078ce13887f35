//! Read: who comes to the sessions of a class, and how many.

use super::{
    booking::{Customer, Row},
    status::Status,
};
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{BookingId, ServiceId},
        time::LocalDate,
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::scheduling::class::SessionKey,
    schema::{bookings::bookings, customers::customers},
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Date, Timestamptz, Uuid as SqlUuid},
};
use std::collections::HashMap;

/// A booking of a session.
#[derive(Clone, Debug)]
pub struct Guest {
    /// The booking.
    pub row: Row,
    /// Who comes.
    pub customer: Customer,
}

/// How many come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Bookings.
    pub bookings: i64,
    /// People.
    pub guests: i64,
}

/// How many come to each session, by class and beginning.
pub type Counts = HashMap<(ServiceId, DateTime<Utc>), Count>;

impl Guest {
    /// Whether they take a place: not where they were called off, did not come or lapsed.
    pub fn takes_place(&self) -> bool {
        self.row.status.takes_time()
    }

    /// Whether they come for certain: not where they still wait for the shop's word, or have not paid.
    pub fn is_certain(&self) -> bool {
        let waiting = [
            Status::Pending,
            Status::PendingPayment,
            Status::PendingDeposit,
        ];
        self.takes_place() && !waiting.contains(&self.row.status)
    }

    /// Whether the booking can still be called off.
    pub fn is_expected(&self) -> bool {
        self.row.status.may_become(Status::Cancelled)
    }
}

/// How many come to each session of the business days from one to another; whoever was called off, did not come or lapsed is not
/// counted.
pub fn counts(tx: &mut TenantTx<'_>, (first, last): (LocalDate, LocalDate)) -> db::Result<Counts> {
    let rows: Vec<(ServiceId, DateTime<Utc>, i64, i64)> =
        statement::<(SqlUuid, Timestamptz, BigInt, BigInt), _>(
            "select service_id, start_at, count(*), sum(party_size)::bigint from bookings.bookings \
             where business_id = ? and business_date between ? and ? and service_id is not null and deleted_at is null \
             and status not in ('cancelled', 'no_show', 'expired') group by service_id, start_at",
            (
                bind::<SqlUuid, _>(tx.business()),
                bind::<Date, _>(first),
                bind::<Date, _>(last),
            ),
        )
        .load(tx.conn())?;
    let each = rows.into_iter();
    Ok(each
        .map(|(service, start, bookings, guests)| ((service, start), Count { bookings, guests }))
        .collect())
}

/// Everybody of a session by name, those who were called off among them.
pub fn guests(
    tx: &mut TenantTx<'_>,
    key: &SessionKey,
    start: DateTime<Utc>,
) -> db::Result<Vec<Guest>> {
    let rows = bookings::table
        .inner_join(customers::table.on(customers::id.eq(bookings::customer_id)))
        .filter(bookings::business_id.eq(tx.business()))
        .filter(bookings::business_date.eq(key.date))
        .filter(bookings::service_id.eq(key.service))
        .filter(bookings::start_at.eq(start))
        .filter(bookings::deleted_at.is_null())
        .order((
            customers::family_name_kana,
            customers::given_name_kana,
            customers::name,
            bookings::id,
        ))
        .select((Row::as_select(), Customer::as_select()))
        .load::<(Row, Customer)>(tx.conn())?;
    let guest = |(row, customer)| Guest { row, customer };
    Ok(rows.into_iter().map(guest).collect())
}

/// Locks the bookings of a session until the transaction ends, in the order of their keys.
pub(super) fn lock(
    tx: &mut TenantTx<'_>,
    key: &SessionKey,
    start: DateTime<Utc>,
) -> db::Result<()> {
    let _locked: Vec<BookingId> = bookings::table
        .filter(bookings::business_id.eq(tx.business()))
        .filter(bookings::business_date.eq(key.date))
        .filter(bookings::service_id.eq(key.service))
        .filter(bookings::start_at.eq(start))
        .order(bookings::id)
        .select(bookings::id)
        .for_update()
        .load(tx.conn())?;
    Ok(())
}

/// Tells those who are expected from whoever is expected once somebody else has booked, changed or left.
pub fn mark(guests: &[Guest]) -> String {
    let mut all: Vec<(BookingId, i32)> = guests
        .iter()
        .filter(|guest| guest.is_expected())
        .map(|guest| (guest.row.id, guest.row.version))
        .collect();
    all.sort_unstable();
    fingerprint(&all)
}
