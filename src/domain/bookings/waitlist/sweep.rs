//! Command: what has run out on the list ends. Time frees itself, for a hold that has run out counts for nobody; here the
//! places are told so.

use super::{
    answer,
    entry::{Entry, Status},
};
use crate::{
    base::{quiet, time::local},
    db::{self, TenantTx},
    domain::{
        bookings::booking,
        businesses::profile::Profile,
        customers::card,
        notifications::waiting::{Kind, Notice, send},
    },
    schema::bookings::waitlist,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// So long after a deadline an offer is over for the list, too: whoever pressed in the last moment is through by then.
const GRACE: TimeDelta = TimeDelta::minutes(1);
/// So long somebody has to say that the address is theirs (S0-11).
const PROOF: TimeDelta = TimeDelta::hours(24);
/// How many are looked through at a time.
const MOST: i64 = 500;

/// Ends what has run out in this business; returns how many places that was.
pub fn sweep(tx: &mut TenantTx<'_>, profile: &Profile) -> db::Result<usize> {
    let open: Vec<Entry> = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::status.eq_any([Status::Active, Status::Notified]))
        .filter(waitlist::deleted_at.is_null())
        // What is offered first: however long a list is, nobody's time to answer goes on.
        .order((waitlist::status.desc(), waitlist::created_at, waitlist::id))
        .limit(MOST)
        .select(Entry::as_select())
        .for_update()
        .load(tx.conn())?;
    let mut ended = 0;
    for entry in open {
        if !is_over(tx, profile, &entry)? {
            continue;
        }
        answer::end(tx, &entry, Status::Expired)?;
        if entry.status == Status::Notified {
            tell(tx, profile, &entry)?;
        }
        ended += 1;
    }
    Ok(ended)
}

fn is_over(tx: &mut TenantTx<'_>, profile: &Profile, entry: &Entry) -> db::Result<bool> {
    let now = tx.now();
    if entry.status == Status::Notified {
        let deadline = entry.response_deadline;
        return Ok(deadline.is_none_or(|deadline| deadline + GRACE <= now));
    }
    if entry.proved_at.is_none() && entry.created_at + PROOF <= now {
        return Ok(true);
    }
    let today = local(profile.zone, now).date();
    if entry.wish().is_over(today) {
        return Ok(true);
    }
    match entry.booking_id {
        None => Ok(false),
        Some(id) => Ok(booking::find(tx, id)?.is_none_or(|booking| is_past(&booking.row, now))),
    }
}

/// Whether a booking cannot be moved up any more.
fn is_past(row: &booking::Row, now: DateTime<Utc>) -> bool {
    !row.status.is_ahead() || row.start_at <= now
}

/// Somebody did not answer: they learn that the time is no longer held.
fn tell(tx: &mut TenantTx<'_>, profile: &Profile, entry: &Entry) -> db::Result<()> {
    let card = card::find(tx, entry.customer_id)?;
    let Some(to_email) = card.and_then(|card| card.email) else {
        return Ok(());
    };
    let notice = Notice {
        kind: Kind::Lapsed,
        entry: entry.id,
        offer: entry.reservation_id,
        to_email,
        locale: entry.locale.clone(),
        due: quiet::awake(profile.zone, tx.now()),
    };
    send(tx, &notice)
}
