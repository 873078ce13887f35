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
    domain::scheduling::allocation::Seat,
    schema::bookings::sql_types::BookingStatus,
};
use chrono::{DateTime, Utc};
use diesel::{
    deserialize,
    pg::Pg,
    prelude::*,
    sql_types::{Array, Date, Jsonb, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid},
};
use serde::Deserialize;
use std::borrow::Cow;

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
    parts: Parts,
}

/// The services of a visit that still stand; none of one service.
#[derive(Clone, Debug, Default)]
pub struct Parts(Vec<Part>);

#[derive(Clone, Debug, Deserialize)]
struct Part {
    service: Option<ServiceId>,
    column: Option<ResourceId>,
    party: i16,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    takes: Vec<Seat>,
    options: Vec<OptionId>,
}

impl Queryable<Jsonb, Pg> for Parts {
    type Row = serde_json::Value;

    fn build(row: Self::Row) -> deserialize::Result<Self> {
        Ok(Self(serde_json::from_value(row)?))
    }
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
    Jsonb,
);

/// Whatever stands and is still to come in this sense, by time.
macro_rules! standing {
    ($still:literal) => {
        concat!(
            "select b.id, b.number, b.status, b.business_date, b.start_at, b.end_at, b.resource_id, c.name, \
                 bookings.booked_as(b.price_snapshot_json, 'ja'), bookings.booked_as(b.price_snapshot_json, 'en'), b.service_id, \
                 b.party_size, array(select (line ->> 'option')::uuid from jsonb_array_elements(b.price_snapshot_json -> 'lines') line \
                     where line ->> 'option' is not null), \
                 array(select a.resource_id from scheduling.allocations a where a.booking_id = b.id), \
                 (select coalesce(jsonb_agg(jsonb_build_object('service', l.service_id, 'column', l.resource_id, 'party', l.party_size, \
                     'start', l.start_at, 'end', l.end_at, 'takes', l.takes, 'options', \
                     (select coalesce(jsonb_agg(line -> 'option'), '[]'::jsonb) from jsonb_array_elements(b.price_snapshot_json -> 'lines') line \
                         where line ->> 'option' is not null and line -> 'part' = to_jsonb(l.part))) order by l.part), '[]'::jsonb) \
                     from bookings.booking_lines l where l.booking_id = b.id and l.cancelled_at is null) \
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

    /// Each service of a visit as something booked by itself; of one service that alone.
    pub(super) fn pieces(&self) -> Vec<Cow<'_, Self>> {
        if self.parts.0.is_empty() {
            return vec![Cow::Borrowed(self)];
        }
        let one = |part: &Part| {
            let mut takes: Vec<ResourceId> = part.takes.iter().map(|(id, ..)| *id).collect();
            takes.sort_unstable();
            takes.dedup();
            Cow::Owned(Self {
                start: part.start,
                end: part.end,
                column: part.column,
                service: part.service,
                party: part.party,
                options: part.options.clone(),
                parts: Parts::default(),
                takes,
                ..self.clone()
            })
        };
        self.parts.0.iter().map(one).collect()
    }

    /// Whether any of its services is one of these.
    pub(super) fn is_of(&self, services: &[ServiceId]) -> bool {
        let is = |service: Option<ServiceId>| service.is_some_and(|id| services.contains(&id));
        is(self.service) || self.parts.0.iter().any(|part| is(part.service))
    }

    /// What begins it, and what ends it.
    pub(super) fn edges(&self) -> (Option<ServiceId>, Option<ServiceId>) {
        let parts = &self.parts.0;
        let first = parts.iter().min_by_key(|part| part.start);
        let last = parts.iter().max_by_key(|part| part.end);
        match first.zip(last) {
            Some((first, last)) => (first.service, last.service),
            None => (self.service, self.service),
        }
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
