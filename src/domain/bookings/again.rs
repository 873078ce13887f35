//! Command: a letter is sent again, by somebody at the shop who was told that it did not arrive. It is a letter of its own that
//! says which one it repeats, goes to the address that the card has now, and tells things as they are now; the booking itself is
//! looked at and left alone.

use super::{
    booking::{self, Row},
    proposal,
    series::letter as series,
    told,
};
use crate::{
    base::{
        ids::{BookingId, NoticeId},
        quiet,
    },
    db::{DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        notifications::{
            delivery::{self, DeliveryStatus},
            send::{self, Kind, Notice},
            story::{self, Told},
        },
    },
    refusal,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

/// So often letters about one booking are sent again within a day.
pub const MOST: usize = 3;

/// Why nothing is sent again.
#[derive(Debug, thiserror::Error)]
pub enum AgainError {
    /// There is no such letter.
    #[error("no such letter")]
    Unknown,
    /// It is on its way, or a repetition of it is.
    #[error("it is on its way")]
    OnItsWay,
    /// What it told is not so any more.
    #[error("it is not so any more")]
    NotSo,
    /// Nobody can be written to.
    #[error("there is no address")]
    NoAddress,
    /// It was sent again often enough today.
    #[error("often enough today")]
    TooOften,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(AgainError);

/// Writes the letter once more, and says when it leaves: at once by day, in the morning by night.
pub fn send_again(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (booking, notice): (BookingId, NoticeId),
) -> Result<DateTime<Utc>, AgainError> {
    // Whoever presses twice queues up here, and the second sees what the first has written.
    booking::find_for_update(tx, booking)?.ok_or(AgainError::Unknown)?;
    let found = booking::find(tx, booking)?.ok_or(AgainError::Unknown)?;
    let letter = delivery::find(tx, notice)?.ok_or(AgainError::Unknown)?;
    let kind = Kind::from_name(&letter.kind).filter(|kind| !kind.is_for_shop());
    let kind = kind.ok_or(AgainError::Unknown)?;
    if letter.booking_id != Some(booking) {
        return Err(AgainError::Unknown);
    }
    let now = tx.now();
    let story = story::of(tx, booking)?;
    judge(&story, kind, now)?;
    let has_series = !series::told_of(tx, (kind, booking), &letter.data_json)?.is_empty();
    let is_answered = kind == Kind::BookingProposed && !proposal::waits(tx, &found.row)?;
    if is_answered || !told::is_so(kind, &found.row, (&letter.data_json, has_series), now) {
        return Err(AgainError::NotSo);
    }
    let due = quiet::awake(profile.zone, now);
    let command = Notice {
        kind,
        booking,
        to_email: found.customer.email.ok_or(AgainError::NoAddress)?,
        locale: letter.locale,
        data: asked_for(letter.data_json),
        due,
    };
    send::send_again(tx, &command, notice)?;
    Ok(due)
}

/// Whether letters of this kind may be sent again, by what went out so far.
pub fn judge(story: &[Told], kind: Kind, now: DateTime<Utc>) -> Result<(), AgainError> {
    let is_on_its_way = |told: &Told| {
        told.row.kind == kind.name() && told.row.delivery_status == DeliveryStatus::Queued
    };
    if story.iter().any(is_on_its_way) {
        return Err(AgainError::OnItsWay);
    }
    let since = now - TimeDelta::days(1);
    let again = story.iter().filter(|told| told.row.repeats.is_some());
    let lately = again.filter(|told| told.row.created_at > since);
    match lately.count() >= MOST {
        true => Err(AgainError::TooOften),
        false => Ok(()),
    }
}

/// Whether a letter of this kind can be sent again about a booking as it stands, as far as that tells it; the rest is looked at
/// when it is done.
pub fn can(kind: Kind, row: &Row, now: DateTime<Utc>) -> bool {
    let start = serde_json::json!({ "start": row.start_at });
    told::is_so(kind, row, (&start, true), now)
}

/// What the letter says besides, without by whom it was caused: whoever wants no letter about what they did themselves has asked
/// for this one.
fn asked_for(data: Value) -> Value {
    match data {
        Value::Object(mut told) => {
            told.remove("by");
            Value::Object(told)
        }
        other => other,
    }
}
