//! Read: which bookings would meet what comes before or after them, if more were kept free around them.

use super::{ahead::Booked, otherwise::Rules};
use crate::{
    base::ids::{BookingId, ResourceId, ServiceId},
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Nullable, SmallInt, Timestamptz, Uuid as SqlUuid},
};
use std::collections::{HashMap, HashSet};

/// Nothing takes longer, so nothing that begins further away is met.
const REACH: TimeDelta = TimeDelta::hours(48);

/// Whatever takes time from now on: of whom, which seat, from when until when, for which booking.
const CLAIMS: &str = "select resource_id, seat, start_at, end_at, booking_id from scheduling.allocations \
    where business_id = ? and end_at > ? and (expires_at is null or expires_at > ?) order by start_at";

type ClaimSql = (
    SqlUuid,
    SmallInt,
    Timestamptz,
    Timestamptz,
    Nullable<SqlUuid>,
);

#[derive(Clone, Copy, Queryable)]
struct Claim {
    resource: ResourceId,
    seat: i16,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    booking: Option<BookingId>,
}

type Span = (DateTime<Utc>, DateTime<Utc>);

/// Those of `ahead` whose own buffers would meet a neighbour on the same seat whom they do not meet by the rules that are.
/// One statement, and none where no buffer changes.
pub(super) fn pressed(
    tx: &mut TenantTx<'_>,
    (before, after): (&Rules, &Rules),
    ahead: &[Booked],
) -> db::Result<HashSet<BookingId>> {
    let changed = |booked: &&Booked| {
        let both = kept_free(before, booked).zip(kept_free(after, booked));
        both.is_some_and(|(was, would_be)| was != would_be)
    };
    let own: HashMap<BookingId, &Booked> = ahead.iter().map(|one| (one.id, one)).collect();
    let services: HashSet<Option<ServiceId>> = ahead
        .iter()
        .filter(changed)
        .map(|booked| booked.service)
        .collect();
    if services.is_empty() {
        return Ok(HashSet::new());
    }
    // What is changed is judged by its rules; whatever else takes time takes what it took.
    let booked = |claim: &Claim| {
        let booked = claim.booking.and_then(|id| own.get(&id).copied());
        booked.filter(|booked| services.contains(&booked.service))
    };
    let occupied = |rules: &Rules, claim: &Claim| match booked(claim) {
        Some(booked) => around(rules, booked),
        None => (claim.start, claim.end),
    };
    let mut pressed = HashSet::new();
    for claims in seats(tx, after)?.values() {
        for claim in claims {
            let Some(mine) = booked(claim) else {
                continue;
            };
            let from = claims.partition_point(|one| one.start < claim.start - REACH);
            let near = claims.iter().skip(from);
            let near = near.take_while(|one| one.start < claim.end + REACH);
            let meets = near.filter(|one| one.booking != claim.booking).any(|one| {
                let theirs = occupied(after, one);
                let (early, late) = around(after, mine);
                let zones = [(early, mine.start), (mine.end, late)];
                let met = meet(around(before, mine), occupied(before, one));
                !met && zones.into_iter().any(|zone| meet(zone, theirs))
            });
            if meets {
                pressed.insert(mine.id);
            }
        }
    }
    Ok(pressed)
}

/// Minutes kept free before and after something booked that is on the menu: before what begins it, and after what ends it.
fn kept_free(rules: &Rules, booked: &Booked) -> Option<(i16, i16)> {
    let (first, last) = booked.edges();
    let first = rules.service_on(first, booked.date)?;
    let last = rules.service_on(last, booked.date)?;
    Some((first.figures.buffer_before, last.figures.buffer_after))
}

/// The whole time of something booked, with what is kept free around it.
fn around(rules: &Rules, booked: &Booked) -> Span {
    let (before, after) = kept_free(rules, booked).unwrap_or_default();
    let minutes = |value: i16| TimeDelta::minutes(value.into());
    (booked.start - minutes(before), booked.end + minutes(after))
}

/// Whether two spans have a moment in common; an empty one has none.
fn meet(one: Span, other: Span) -> bool {
    one.0.max(other.0) < one.1.min(other.1)
}

/// What is taken of each seat, by time; what staff have overbooked knowingly weighs on a real one.
fn seats(
    tx: &mut TenantTx<'_>,
    rules: &Rules,
) -> db::Result<HashMap<(ResourceId, i16), Vec<Claim>>> {
    let (business, now) = (tx.business(), tx.now());
    let claims: Vec<Claim> = statement::<ClaimSql, _>(
        CLAIMS,
        (
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(now),
            bind::<Timestamptz, _>(now),
        ),
    )
    .load(tx.conn())?;
    let mut seats: HashMap<_, Vec<Claim>> = HashMap::new();
    for claim in claims {
        let known = rules.roster.find(claim.resource);
        let capacity = known.map_or(i16::MAX, |one| one.capacity.max(1));
        let seat = claim.seat % capacity;
        seats.entry((claim.resource, seat)).or_default().push(claim);
    }
    Ok(seats)
}
