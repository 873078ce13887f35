//! Draws a letter and hands it to the mail.

use super::{
    Shift,
    letters::{Desk, Material, draw},
};
use crate::{
    base::ids::{BookingId, BusinessId, NoticeId},
    db::{self, DbError, TenantTx, run::house},
    domain::{
        bookings::{
            booking::{self, Booking, CancelledBy},
            history,
            status::Status,
        },
        businesses::profile,
        notifications::{
            delivery::{self, Letter},
            jobs::SendNotice,
            send::{Kind, take_back},
        },
    },
    mail::{self, MailError},
    queue::{outcome::Outcome, row::JobRow},
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// What there is to do about a letter.
enum Task {
    /// It was taken back, has gone already, or tells what is no longer so.
    Nothing,
    /// It cannot be written.
    Impossible(&'static str),
    /// It is to be written.
    Write(Box<(Kind, Material, DateTime<Utc>)>),
}

/// Sends the letter that a job names. The letter goes outside any transaction: a slow mail server must not hold a
/// connection, and what was sent cannot be rolled back. A crash between sending and writing that down sends it again.
pub(super) async fn perform(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(payload) = serde_json::from_value::<SendNotice>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let Some(business) = job.business_id else {
        return Outcome::GiveUp("letters belong to a business".to_owned());
    };
    let found = shift
        .db
        .tenant(house(business), move |tx| look_up(tx, payload.notice))
        .await;
    let (kind, material, now) = match found {
        Ok(Task::Nothing) => return Outcome::Done,
        Ok(Task::Impossible(why)) => return Outcome::GiveUp(why.to_owned()),
        Ok(Task::Write(parts)) => *parts,
        Err(error) => return Outcome::Retry(error.to_string()),
    };
    let letter = match write(shift, kind, &material, now) {
        Ok(letter) => letter,
        Err(error) => return Outcome::Retry(error.to_string()),
    };
    let answer = shift.mailer.send(&letter, now).await;
    let outcome = outcome(job, &answer);
    match note(shift, business, material.letter, answer, &outcome).await {
        Ok(()) => outcome,
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

fn look_up(tx: &mut TenantTx<'_>, id: NoticeId) -> db::Result<Task> {
    let Some(letter) = delivery::find(tx, id)? else {
        return Ok(Task::Nothing);
    };
    if letter.sent_at.is_some() {
        return Ok(Task::Nothing);
    }
    let Some(kind) = Kind::from_name(&letter.kind) else {
        return Ok(Task::Impossible("no letter is called that"));
    };
    let Some(about) = letter.booking_id else {
        return Ok(Task::Impossible("the letter is about nothing"));
    };
    let Some(booking) = booking::find(tx, about)? else {
        return Ok(Task::Impossible("the booking is gone"));
    };
    if !still_holds(kind, &booking, tx.now()) {
        take_back(tx, about, kind)?;
        return Ok(Task::Nothing);
    }
    let Some(profile) = profile::own(tx)? else {
        return Ok(Task::Impossible("the business is gone"));
    };
    let material = Material {
        is_by_shop: is_by_shop(tx, kind, about, &booking)?,
        letter,
        booking,
        profile,
    };
    Ok(Task::Write(Box::new((kind, material, tx.now()))))
}

/// Whether what the letter tells is still so. A mail server that was away for hours must not make a confirmation
/// follow the cancellation, or promise a time that has passed.
fn still_holds(kind: Kind, booking: &Booking, now: DateTime<Utc>) -> bool {
    match kind {
        Kind::BookingConfirmed | Kind::BookingChanged => {
            booking.row.status.takes_time() && now < booking.row.end_at
        }
        Kind::BookingCancelled => booking.row.status == Status::Cancelled,
    }
}

fn is_by_shop(
    tx: &mut TenantTx<'_>,
    kind: Kind,
    id: BookingId,
    booking: &Booking,
) -> db::Result<bool> {
    match kind {
        Kind::BookingConfirmed => Ok(false),
        Kind::BookingCancelled => Ok(booking.row.cancelled_by == Some(CancelledBy::Business)),
        Kind::BookingChanged => {
            let story = history::read(tx, id)?;
            let is_change =
                |field: &str| matches!(field, "start_at" | "resource_id" | "is_nominated");
            let moved = story.iter().rfind(|entry| is_change(&entry.field));
            Ok(moved.is_some_and(|entry| entry.actor != "customer"))
        }
    }
}

fn write(
    shift: &Shift,
    kind: Kind,
    material: &Material,
    now: DateTime<Utc>,
) -> Result<mail::Letter, askama::Error> {
    let desk = Desk {
        public_url: &shift.public_url,
        from_address: shift.mailer.from_address(),
        secret: &shift.secret,
        now,
    };
    draw(kind, material, &desk)
}

/// A no that stays a no is not asked for again: servers learn to distrust those who do.
fn outcome(job: &JobRow, answer: &Result<(), MailError>) -> Outcome {
    match answer {
        Ok(()) => Outcome::Done,
        Err(error) if error.is_final() => Outcome::GiveUp(error.to_string()),
        Err(error) if job.attempts >= job.max_attempts => Outcome::GiveUp(error.to_string()),
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

async fn note(
    shift: &Shift,
    business: BusinessId,
    letter: Letter,
    answer: Result<(), MailError>,
    outcome: &Outcome,
) -> Result<(), DbError> {
    let is_last = matches!(outcome, Outcome::GiveUp(_));
    let letter = Arc::new(letter);
    let refusal = answer.err().map(|error| error.to_string());
    shift
        .db
        .tenant(house(business), move |tx| {
            let answer = refusal.as_deref().map_or(Ok(()), Err);
            delivery::attempted(tx, &letter, answer, is_last)
        })
        .await
}
