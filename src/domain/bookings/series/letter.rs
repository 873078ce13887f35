//! Which bookings a letter about a series tells of: those that it was written about, as they stand when it is drawn.

use super::read::{self, Member};
use crate::{
    base::ids::BookingId,
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::{
        bookings::{cancel::tell, link, status::Status},
        notifications::send::{Kind, take_back},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Jsonb, Text, Timestamptz, Uuid as SqlUuid},
};
use serde_json::{Value, json};
use uuid::Uuid;

/// For so long the letter about a booking waits that is to be repeated: one about all of them takes its place, or it leaves after
/// all.
const PATIENCE: TimeDelta = TimeDelta::minutes(10);

/// Whether a letter is about a series.
pub fn is_about_one(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::SeriesConfirmed | Kind::SeriesChanged | Kind::SeriesCancelled
    )
}

/// What is told of: of a series that was made or moved what still stands and is not over, of one that was called off what was. In
/// order of time; nothing where that is nothing any more, or the letter is about no series.
pub fn told_of(
    tx: &mut TenantTx<'_>,
    (kind, about): (Kind, BookingId),
    letter: &Value,
) -> db::Result<Vec<Member>> {
    if !is_about_one(kind) {
        return Ok(Vec::new());
    }
    let ids = bookings_in(letter);
    let known = read::of(tx, about)?;
    let members = known.map(|series| series.members).unwrap_or_default();
    let now = tx.now();
    let holds = |one: &Member| match kind {
        Kind::SeriesCancelled => one.status == Status::Cancelled,
        _ => one.status.takes_time() && now < one.end,
    };
    let mut told: Vec<Member> = members
        .into_iter()
        .filter(|one| ids.contains(&one.id) && holds(one))
        .collect();
    told.sort_by_key(|one| (one.start, one.place));
    Ok(told)
}

fn bookings_in(letter: &Value) -> Vec<BookingId> {
    let ids = letter.get("bookings").cloned().unwrap_or_default();
    serde_json::from_value(ids).unwrap_or_default()
}

/// Whether a letter about several, this booking among them, has left since: one that says the same as a letter of that kind about
/// one booking.
pub fn has_left(
    tx: &mut TenantTx<'_>,
    booking: BookingId,
    (kind, since): (Kind, DateTime<Utc>),
) -> db::Result<bool> {
    let kind = match kind {
        Kind::BookingConfirmed => Kind::SeriesConfirmed,
        Kind::BookingChanged => Kind::SeriesChanged,
        Kind::BookingCancelled => Kind::SeriesCancelled,
        _ => return Ok(false),
    };
    let Some(series) = read::of(tx, booking)? else {
        return Ok(false);
    };
    let members: Vec<Uuid> = series.members.iter().map(|one| one.id.0).collect();
    let letters: Vec<Value> = statement::<Jsonb, _>(
        "select data_json from notifications.notification_outbox \
         where business_id = ? and booking_id = any (?) and kind = ? and sent_at >= ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(members),
            bind::<Text, _>(kind.name()),
            bind::<Timestamptz, _>(since),
        ),
    )
    .load(tx.conn())?;
    let mut told = letters.iter().map(bookings_in);
    Ok(told.any(|ids| ids.contains(&booking)))
}

/// Gives each of them its key, where the house has changed its secret since.
pub fn renew(tx: &mut TenantTx<'_>, told: &[Member], secret: &[u8]) -> db::Result<()> {
    for one in told {
        link::renew(tx, one.id, &link::token(secret, one.id))?;
    }
    Ok(())
}

/// Lets the letter about a booking wait that is about to be repeated, where it has not left.
pub fn wait(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<()> {
    if take_back(tx, booking, Kind::BookingConfirmed)? == 0 {
        return Ok(());
    }
    let due = tx.now() + PATIENCE;
    tell(tx, booking, Kind::BookingConfirmed, json!({}), due)
}
