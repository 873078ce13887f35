//! Read: what is booked and would lie outside a change of rules. Nothing becomes of it by itself: whoever changes the rules
//! sees it first and speaks to each guest.

use super::ahead::{self, Booked};
use crate::{
    base::{ids::ResourceId, time::LocalDate},
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::{
        businesses::profile::Profile,
        scheduling::proposal::{Judge, Proposal},
    },
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Date, Timestamptz, Uuid as SqlUuid},
};

/// Those that fit the rules that are and would not fit the proposed ones, by time.
pub fn read(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    proposal: &Proposal,
) -> db::Result<Vec<Booked>> {
    let Some(days) = proposal.first().zip(proposal.last()) else {
        return Ok(Vec::new());
    };
    let judge = Judge::read(tx, profile, proposal)?;
    falling_out(tx, &judge, days)
}

/// The same, and how many are just booking what would lie outside: their time is promised to them for some minutes.
pub fn read_with_held(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    proposal: &Proposal,
) -> db::Result<(Vec<Booked>, usize)> {
    let Some(days) = proposal.first().zip(proposal.last()) else {
        return Ok((Vec::new(), 0));
    };
    let judge = Judge::read(tx, profile, proposal)?;
    Ok((falling_out(tx, &judge, days)?, held(tx, &judge, days)?))
}

fn falling_out(
    tx: &mut TenantTx<'_>,
    judge: &Judge,
    days: (LocalDate, LocalDate),
) -> db::Result<Vec<Booked>> {
    let mut ahead = ahead::between(tx, days)?;
    // Of a visit, each of its services is somebody else's time.
    ahead.retain(|one| {
        let mut pieces = one.pieces().into_iter();
        pieces.any(|one| judge.falls_out(one.date, (one.start, one.end), &one.takes))
    });
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
