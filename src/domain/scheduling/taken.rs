//! What is taken, read. One row a resource, its spans packed one after another by the server: a month of a large staff
//! is thousands of spans, and as rows of their own each would cost more to send than to find.

use super::{availability::Taken as EngineTaken, load::Own};
use crate::{
    base::ids::{BusinessId, ResourceId},
    db::{
        self, TenantTx, TownTx,
        statement::{bind, statement},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Binary, Timestamptz, Uuid as SqlUuid},
};
use std::collections::HashMap;

/// No allocation is longer (a check of the table says so), so a start can be bounded from below.
pub(super) const LONGEST: TimeDelta = TimeDelta::hours(36);

/// Time that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Of whom.
    pub resource: ResourceId,
    /// Which seat; at or above the capacity where staff overbooked knowingly.
    pub seat: i16,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
}

impl Taken {
    /// As the engine counts it: a knowingly overbooked seat weighs on a real one.
    pub fn on(self, capacity: u16) -> EngineTaken {
        let seat = u16::try_from(self.seat).unwrap_or(0);
        EngineTaken {
            seat: seat % capacity.max(1),
            start: self.start,
            end: self.end,
        }
    }
}

macro_rules! packed {
    ($own:literal) => {
        concat!(
            "select resource_id, string_agg(timestamptz_send(start_at) || timestamptz_send(end_at) || int2send(seat), '') \
             from unnest(?::timestamptz[], ?::timestamptz[], ?::timestamptz[]) as span (early, since, until), scheduling.allocations where business_id = ? \
             and start_at > early and start_at < until and end_at > since and (expires_at is null or expires_at > ?)",
            $own,
            " group by resource_id"
        )
    };
}

/// What is taken within some spans of time, the asker's own claims and expired holds left out. One statement, each claim
/// once.
pub fn within(
    tx: &mut TenantTx<'_>,
    spans: &[(DateTime<Utc>, DateTime<Utc>)],
    own: Own,
) -> db::Result<Vec<Taken>> {
    let (sql, id) = match own {
        Own::None => (packed!(""), None),
        Own::Booking(booking) => (
            packed!(" and booking_id is distinct from ?"),
            Some(booking.0),
        ),
        Own::Hold(hold) => (
            packed!(" and reservation_id is distinct from ?"),
            Some(hold.0),
        ),
    };
    let spans = apart(spans);
    let early: Vec<_> = spans.iter().map(|(since, _)| *since - LONGEST).collect();
    let (since, until): (Vec<_>, Vec<_>) = spans.into_iter().unzip();
    let common = (
        bind::<Array<Timestamptz>, _>(early),
        bind::<Array<Timestamptz>, _>(since),
        bind::<Array<Timestamptz>, _>(until),
        bind::<SqlUuid, _>(tx.business()),
        bind::<Timestamptz, _>(tx.now()),
    );
    let rows: Vec<(ResourceId, Vec<u8>)> = match id {
        None => statement::<(SqlUuid, Binary), _>(sql, common).load(tx.conn())?,
        Some(id) => {
            let (early, since, until, business, now) = common;
            let binds = (early, since, until, business, now, bind::<SqlUuid, _>(id));
            statement::<(SqlUuid, Binary), _>(sql, binds).load(tx.conn())?
        }
    };
    Ok(rows
        .iter()
        .flat_map(|(resource, spans)| unpacked(*resource, spans))
        .collect())
}

/// What is taken at many businesses between two instants, business by business; expired holds are left out.
pub(super) fn of_many(
    tx: &mut TownTx<'_>,
    ids: &[BusinessId],
    (since, until): (DateTime<Utc>, DateTime<Utc>),
) -> db::Result<HashMap<BusinessId, Vec<Taken>>> {
    let now = tx.now();
    let rows: Vec<(BusinessId, ResourceId, Vec<u8>)> =
        statement::<(SqlUuid, SqlUuid, Binary), _>(
            "select business_id, resource_id, \
         string_agg(timestamptz_send(start_at) || timestamptz_send(end_at) || int2send(seat), '') \
         from scheduling.allocations where business_id = any (?) and start_at > ? and start_at < ? and end_at > ? \
         and (expires_at is null or expires_at > ?) group by business_id, resource_id",
            (
                bind::<Array<SqlUuid>, _>(ids.to_vec()),
                bind::<Timestamptz, _>(since - LONGEST),
                bind::<Timestamptz, _>(until),
                bind::<Timestamptz, _>(since),
                bind::<Timestamptz, _>(now),
            ),
        )
        .load(tx.conn())?;
    let mut each: HashMap<BusinessId, Vec<Taken>> = HashMap::new();
    for (business, resource, spans) in &rows {
        let all = each.entry(*business).or_default();
        all.extend(unpacked(*resource, spans));
    }
    Ok(each)
}

/// The same spans, joined where one claim could reach into two of them.
fn apart(spans: &[(DateTime<Utc>, DateTime<Utc>)]) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let mut apart: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
    for (since, until) in sorted {
        match apart.last_mut() {
            Some(last) if since < last.1 + LONGEST => last.1 = last.1.max(until),
            _ => apart.push((since, until)),
        }
    }
    apart
}

/// An instant in the server's binary form: microseconds since 2000, big-endian.
pub(super) fn instant(bytes: [u8; 8]) -> Option<DateTime<Utc>> {
    const SINCE_1970: i64 = 946_684_800_000_000;
    DateTime::from_timestamp_micros(i64::from_be_bytes(bytes).checked_add(SINCE_1970)?)
}

/// The server's binary form: two instants, then the seat, big-endian, too.
fn unpacked(resource: ResourceId, spans: &[u8]) -> impl Iterator<Item = Taken> + '_ {
    let (spans, _) = spans.as_chunks::<18>();
    spans.iter().filter_map(move |span| {
        let (start, rest) = span.split_first_chunk::<8>()?;
        let (end, seat) = rest.split_first_chunk::<8>()?;
        Some(Taken {
            resource,
            seat: i16::from_be_bytes(*seat.first_chunk()?),
            start: instant(*start)?,
            end: instant(*end)?,
        })
    })
}
