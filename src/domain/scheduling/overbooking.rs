//! How much staff may knowingly put over other bookings on one day, as the owner says. Only seats beyond the real ones count: what
//! stands outside the hours, on a seat that nobody has, is over nobody.

use super::{availability::Placement, load::Own, resource};
use crate::{
    base::{fingerprint::fingerprint, time::local},
    db::{
        self, EditError, TenantTx,
        statement::{bind, prepared, statement},
    },
    schema::scheduling::overbooking_rules,
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::{
    prelude::*,
    sql_types::{BigInt, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use std::collections::HashSet;

/// The most that can be said.
pub const MOST: i64 = 999;

/// Seats beyond the real ones that are taken by bookings beginning on a day, each once.
const OVER: &str = "select count(distinct (a.booking_id, a.resource_id, a.seat)) from scheduling.allocations a \
    join scheduling.resources r on r.business_id = a.business_id and r.id = a.resource_id \
    where a.business_id = ? and a.start_at > ?::timestamptz - interval '3 days' and a.start_at < ?::timestamptz + interval '3 days' \
    and a.booking_id is not null and a.booking_id is distinct from ?::uuid and a.seat >= r.capacity \
    and (a.begins_at at time zone ?)::date = ?";

/// What the owner says of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = overbooking_rules)]
pub struct OverbookingRules {
    /// So many seats a day; `None` is as many as a reason is given for.
    pub seats_a_day: Option<i16>,
}

impl OverbookingRules {
    /// Tells these from others.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// The rules of this business.
pub fn of(tx: &mut TenantTx<'_>) -> db::Result<OverbookingRules> {
    let found = overbooking_rules::table
        .filter(overbooking_rules::business_id.eq(tx.business()))
        .select(OverbookingRules::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Keeps other rules, on top of the version that was seen.
pub fn set(tx: &mut TenantTx<'_>, version: &str, rules: OverbookingRules) -> Result<(), EditError> {
    db::lock_name(tx, format!("overbooking rules of {}", tx.business()))?;
    if of(tx)?.version() != version {
        return Err(EditError::Stale);
    }
    let insert = diesel::insert_into(overbooking_rules::table)
        .values((
            overbooking_rules::business_id.eq(tx.business()),
            overbooking_rules::seats_a_day.eq(rules.seats_a_day),
        ))
        .on_conflict(overbooking_rules::business_id)
        .do_update()
        .set(overbooking_rules::seats_a_day.eq(rules.seats_a_day));
    prepared(insert).execute(tx.conn())?;
    Ok(())
}

/// How many seats a day may have beyond the real ones, where what is placed would pass that. Whoever else puts something over
/// others that day waits until the transaction ends, so that of two one has the last.
pub fn passed(
    tx: &mut TenantTx<'_>,
    (zone, own): (Tz, Own),
    placed: &[&Placement],
) -> db::Result<Option<i16>> {
    let Some(most) = of(tx)?.seats_a_day else {
        return Ok(None);
    };
    let roster = resource::roster(tx)?;
    let capacity = |one: &resource::Resource| u16::try_from(one.capacity).unwrap_or(0);
    let takes = placed.iter().flat_map(|placement| &placement.takes);
    let beyond = takes.flat_map(|take| {
        let real = roster.find(take.resource).map_or(0, capacity);
        let seats = take.seats.iter().filter(move |seat| **seat >= real);
        seats.map(|seat| (take.resource, *seat))
    });
    let over = beyond.collect::<HashSet<_>>().len();
    let first = placed.first().filter(|_| over > 0);
    let Some(start) = first.map(|placement| placement.start) else {
        return Ok(None);
    };
    let before = count(tx, (zone, own), start)?;
    let all = before.saturating_add(i64::try_from(over).unwrap_or(i64::MAX));
    Ok((all > i64::from(most)).then_some(most))
}

fn count(tx: &mut TenantTx<'_>, (zone, own): (Tz, Own), start: DateTime<Utc>) -> db::Result<i64> {
    let (business, date) = (tx.business(), local(zone, start).date());
    db::lock_name(tx, format!("overbooking of {business} {date}"))?;
    let own = match own {
        Own::Booking(booking) => Some(booking.0),
        Own::None | Own::Hold(_) => None,
    };
    let count = statement::<BigInt, _>(
        OVER,
        (
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(start),
            bind::<Timestamptz, _>(start),
            bind::<Nullable<SqlUuid>, _>(own),
            bind::<Text, _>(zone.name()),
            bind::<Date, _>(date),
        ),
    )
    .get_result(tx.conn())?;
    Ok(count)
}
