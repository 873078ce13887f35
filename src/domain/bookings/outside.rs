//! Read: what is booked and would lie outside a change of rules. Nothing becomes of it by itself: whoever changes the rules
//! sees it first and speaks to each guest.

use super::status::Status;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, ResourceId},
        time::LocalDate,
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::{
        businesses::profile::Profile,
        scheduling::proposal::{Judge, Proposal},
    },
    schema::bookings::sql_types::BookingStatus,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

/// A booking that the new rules would not have let in.
#[derive(Clone, Debug, Queryable)]
pub struct Outside {
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
    service: (Option<String>, Option<String>),
    takes: Vec<ResourceId>,
}

impl Outside {
    /// What was booked.
    pub fn service(&self) -> Bilingual {
        let (ja, en) = self.service.clone();
        Bilingual::new(ja.unwrap_or_default(), en.unwrap_or_default())
    }
}

type RowSql = (
    SqlUuid,
    Text,
    BookingStatus,
    Date,
    Timestamptz,
    Timestamptz,
    Nullable<SqlUuid>,
    Text,
    (Nullable<Text>, Nullable<Text>),
    Array<SqlUuid>,
);

/// Whatever is still to come and stands, by time.
const AHEAD: &str = "select b.id, b.number, b.status, b.business_date, b.start_at, b.end_at, b.resource_id, c.name, \
    bookings.booked_as(b.price_snapshot_json, 'ja'), bookings.booked_as(b.price_snapshot_json, 'en'), \
    array(select a.resource_id from scheduling.allocations a where a.booking_id = b.id) \
    from bookings.bookings b join customers.customers c on c.business_id = b.business_id and c.id = b.customer_id \
    where b.business_id = ? and b.business_date between ? and ? and b.end_at > ? and b.deleted_at is null \
    and b.status in ('pending', 'pending_payment', 'pending_deposit', 'confirmed') \
    order by b.start_at, b.id";

/// Those that fit the rules that are and would not fit the proposed ones, by time.
pub fn read(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    proposal: &Proposal,
) -> db::Result<Vec<Outside>> {
    let Some(days) = proposal.first().zip(proposal.last()) else {
        return Ok(Vec::new());
    };
    let judge = Judge::read(tx, profile, proposal)?;
    ahead(tx, &judge, days)
}

/// The same, and how many are just booking what would lie outside: their time is promised to them for some minutes.
pub fn read_with_held(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    proposal: &Proposal,
) -> db::Result<(Vec<Outside>, usize)> {
    let Some(days) = proposal.first().zip(proposal.last()) else {
        return Ok((Vec::new(), 0));
    };
    let judge = Judge::read(tx, profile, proposal)?;
    Ok((ahead(tx, &judge, days)?, held(tx, &judge, days)?))
}

fn ahead(
    tx: &mut TenantTx<'_>,
    judge: &Judge,
    (first, last): (LocalDate, LocalDate),
) -> db::Result<Vec<Outside>> {
    let (business, now) = (tx.business(), tx.now());
    let mut ahead: Vec<Outside> = statement::<RowSql, _>(
        AHEAD,
        (
            bind::<SqlUuid, _>(business),
            bind::<Date, _>(first),
            bind::<Date, _>(last),
            bind::<Timestamptz, _>(now),
        ),
    )
    .load(tx.conn())?;
    ahead.retain(|one| judge.falls_out(one.date, (one.start, one.end), &one.takes));
    Ok(ahead)
}

/// Whatever somebody is just filling a form for.
const HELD: &str = "select r.business_date, r.start_at, r.end_at, \
    array(select a.resource_id from scheduling.allocations a where a.reservation_id = r.id) \
    from scheduling.reservations r where r.business_id = ? and r.business_date between ? and ? \
    and r.committed_at is null and r.expires_at > ?";

type HeldSql = (Date, Timestamptz, Timestamptz, Array<SqlUuid>);
type Held = (LocalDate, DateTime<Utc>, DateTime<Utc>, Vec<ResourceId>);

fn held(
    tx: &mut TenantTx<'_>,
    judge: &Judge,
    (first, last): (LocalDate, LocalDate),
) -> db::Result<usize> {
    let (business, now) = (tx.business(), tx.now());
    let held: Vec<Held> = statement::<HeldSql, _>(
        HELD,
        (
            bind::<SqlUuid, _>(business),
            bind::<Date, _>(first),
            bind::<Date, _>(last),
            bind::<Timestamptz, _>(now),
        ),
    )
    .load(tx.conn())?;
    let out = held
        .iter()
        .filter(|(date, start, end, takes)| judge.falls_out(*date, (*start, *end), takes));
    Ok(out.count())
}
