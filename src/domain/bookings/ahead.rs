//! Read: whatever is booked and still to come, for judging it by other rules.

use super::status::Status;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, OptionId, ResourceId, ServiceId},
        time::LocalDate,
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    schema::bookings::sql_types::BookingStatus,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Date, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid},
};

/// Something booked and still to come.
#[derive(Clone, Debug, Queryable)]
pub struct Booked {
    /// Its key.
    pub id: BookingId,
    /// What people read aloud.
    pub number: String,
    /// Where it stands.
    pub status: Status,
    /// The business day it belongs to.
    pub date: LocalDate,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// In whose column.
    pub column: Option<ResourceId>,
    /// The customer, as typed.
    pub customer: String,
    name: (Option<String>, Option<String>),
    pub(super) service: Option<ServiceId>,
    pub(super) party: i16,
    pub(super) options: Vec<OptionId>,
    pub(super) takes: Vec<ResourceId>,
}

type BookedSql = (
    SqlUuid,
    Text,
    BookingStatus,
    Date,
    Timestamptz,
    Timestamptz,
    Nullable<SqlUuid>,
    Text,
    (Nullable<Text>, Nullable<Text>),
    Nullable<SqlUuid>,
    SmallInt,
    Array<SqlUuid>,
    Array<SqlUuid>,
);

/// Whatever stands and is still to come in this sense, by time.
macro_rules! standing {
    ($still:literal) => {
        concat!(
            "select b.id, b.number, b.status, b.business_date, b.start_at, b.end_at, b.resource_id, c.name, \
                 bookings.booked_as(b.price_snapshot_json, 'ja'), bookings.booked_as(b.price_snapshot_json, 'en'), b.service_id, \
                 b.party_size, array(select (line ->> 'option')::uuid from jsonb_array_elements(b.price_snapshot_json -> 'lines') line \
                     where line ->> 'option' is not null), \
                 array(select a.resource_id from scheduling.allocations a where a.booking_id = b.id) \
             from bookings.bookings b join customers.customers c on c.business_id = b.business_id and c.id = b.customer_id \
             where b.business_id = ? and ",
            $still,
            " and b.deleted_at is null and b.status in ('pending', 'pending_payment', 'pending_deposit', 'confirmed') \
             order by b.start_at, b.id"
        )
    };
}

impl Booked {
    /// What was booked.
    pub fn service(&self) -> Bilingual {
        let (ja, en) = self.name.clone();
        Bilingual::new(ja.unwrap_or_default(), en.unwrap_or_default())
    }

    /// How long it is.
    pub fn minutes(&self) -> i64 {
        (self.end - self.start).num_minutes()
    }
}

/// All that has not begun.
pub(super) fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<Booked>> {
    let (business, now) = (tx.business(), tx.now());
    Ok(statement::<BookedSql, _>(
        standing!("b.start_at > ?"),
        (bind::<SqlUuid, _>(business), bind::<Timestamptz, _>(now)),
    )
    .load(tx.conn())?)
}

/// All of some business days that is not over.
pub(super) fn between(
    tx: &mut TenantTx<'_>,
    (first, last): (LocalDate, LocalDate),
) -> db::Result<Vec<Booked>> {
    let (business, now) = (tx.business(), tx.now());
    Ok(statement::<BookedSql, _>(
        standing!("b.business_date between ? and ? and b.end_at > ?"),
        (
            bind::<SqlUuid, _>(business),
            bind::<Date, _>(first),
            bind::<Date, _>(last),
            bind::<Timestamptz, _>(now),
        ),
    )
    .load(tx.conn())?)
}
