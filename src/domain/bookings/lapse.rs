//! Command of the night shift: a request that nobody has answered. The shop is reminded once; when its time has come it lapses,
//! its time is free in the same transaction, and both are told.

use super::{
    booking::{self, Row},
    cancel::tell,
    offers,
    request::{self, Request},
    state,
    status::Status,
};
use crate::{
    base::ids::BookingId,
    db::{self, TenantTx},
    domain::{businesses::profile::Profile, notifications::send::Kind, scheduling::allocation},
};
use chrono::{DateTime, Utc};
use serde_json::json;

/// Looks after a request, and says when to look again; never again once it is answered.
pub fn tend(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    id: BookingId,
) -> db::Result<Option<DateTime<Utc>>> {
    let row = booking::find_for_update(tx, id)?.filter(|row| row.status == Status::Pending);
    let Some(row) = row else {
        return Ok(None);
    };
    let Some(request) = request::find(tx, id)? else {
        return Ok(None);
    };
    let (now, offers) = (tx.now(), offers::of(tx, id)?);
    let lapses_at = request.lapses_at(row.start_at, &offers);
    if lapses_at <= now {
        lapse(tx, profile, &row)?;
        return Ok(None);
    }
    if request.reminded_at.is_some() {
        return Ok(Some(lapses_at));
    }
    if now < request.remind_at {
        return Ok(Some(request.remind_at.min(lapses_at)));
    }
    // While something else is proposed it is not the shop that is waited for.
    if offers.is_empty() {
        remind(tx, profile, (&row, &request))?;
    }
    request::note_reminder(tx, id)?;
    Ok(Some(lapses_at))
}

fn remind(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (row, request): (&Row, &Request),
) -> db::Result<()> {
    let data = json!({ "until": request.until(row.start_at), "reminder": true });
    request::tell_shop(tx, profile, (row.id, Kind::RequestWaiting), data)
}

fn lapse(tx: &mut TenantTx<'_>, profile: &Profile, row: &Row) -> db::Result<()> {
    if !state::go(tx, row, Status::Expired, "")? {
        return Ok(());
    }
    allocation::release_booking(tx, row.id)?;
    tell(tx, row.id, Kind::RequestLapsed, json!({}), tx.now())?;
    let data = json!({ "answer": "lapsed" });
    request::tell_shop(tx, profile, (row.id, Kind::RequestAnswered), data)
}
