//! Letters about a booking: whether they still hold, and what they are written from.

use super::{
    Shift,
    letters::{Material, draw},
    send_notice::{Due, Task},
    wishes,
};
use crate::{
    base::ids::{BookingId, BusinessId, NoticeId},
    db::{self, TenantTx, run::house},
    domain::{
        bookings::{
            booking::{self, Booking, CancelledBy},
            history, lines_told, link, proposal,
            series::letter as series,
            told,
        },
        businesses::profile,
        notifications::{
            delivery,
            send::{Kind, take_back, take_back_one},
            wording,
        },
    },
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// What a letter's row comes to before it is drawn.
enum Found {
    Nothing,
    Impossible(&'static str),
    Material(Box<(Kind, Material, DateTime<Utc>)>),
}

/// Looks the letter up in its business and writes it. Fails with the reason in one line, and is tried again.
pub(super) async fn prepare(
    shift: &Shift,
    business: BusinessId,
    notice: NoticeId,
) -> Result<Task, String> {
    let secret = Arc::clone(&shift.secret);
    let found = shift
        .db
        .tenant(house(business), move |tx| look_up(tx, notice, &secret))
        .await
        .map_err(|error| error.to_string())?;
    let (kind, mut material, now) = match found {
        Found::Nothing => return Ok(Task::Nothing),
        Found::Impossible(why) => return Ok(Task::Impossible(why)),
        Found::Material(parts) => *parts,
    };
    let reader = wishes::reader(shift, &material.letter).await?;
    if wishes::is_unwanted(kind, &material.letter, reader.as_ref()) {
        let taken: db::Result<()> = shift
            .db
            .tenant(house(business), move |tx| take_back_one(tx, notice))
            .await;
        taken.map_err(|error| error.to_string())?;
        return Ok(Task::Nothing);
    }
    wishes::speak(&mut material.letter, reader.as_ref());
    let letter = draw(kind, &material, &shift.desk(now)).map_err(|error| error.to_string())?;
    Ok(Task::Write(Box::new(Due {
        letter: wishes::dress(letter, reader.map(|reader| reader.preferences)),
        row: material.letter,
        now,
    })))
}

fn look_up(tx: &mut TenantTx<'_>, id: NoticeId, secret: &[u8]) -> db::Result<Found> {
    let Some(letter) = delivery::find(tx, id)? else {
        return Ok(Found::Nothing);
    };
    if letter.sent_at.is_some() {
        return Ok(Found::Nothing);
    }
    let Some(kind) = Kind::from_name(&letter.kind) else {
        return Ok(Found::Impossible("no letter is called that"));
    };
    let Some(about) = letter.booking_id else {
        return Ok(Found::Impossible("the letter is about nothing"));
    };
    let Some(booking) = booking::find(tx, about)? else {
        return Ok(Found::Impossible("the booking is gone"));
    };
    let is_answered = kind == Kind::BookingProposed && !proposal::waits(tx, &booking.row)?;
    let told_of = series::told_of(tx, (kind, about), &letter.data_json)?;
    let said = (&letter.data_json, !told_of.is_empty());
    if is_answered || !told::is_so(kind, &booking.row, said, tx.now()) {
        take_back(tx, about, kind)?;
        return Ok(Found::Nothing);
    }
    let Some(profile) = profile::own(tx)? else {
        return Ok(Found::Impossible("the business is gone"));
    };
    // The letter carries the booking's key, which is another after the house has changed its secret.
    link::renew(tx, about, &link::token(secret, about))?;
    series::renew(tx, &told_of, secret)?;
    let material = Material {
        is_by_shop: is_by_shop(tx, kind, about, &booking)?,
        series: told_of,
        lines: match booking.quote.is_of_visit() {
            true => lines_told::told(tx, &[about])?,
            false => Vec::new(),
        },
        style: wording::style(tx)?,
        letter,
        booking,
        profile,
    };
    Ok(Found::Material(Box::new((kind, material, tx.now()))))
}

fn is_by_shop(
    tx: &mut TenantTx<'_>,
    kind: Kind,
    id: BookingId,
    booking: &Booking,
) -> db::Result<bool> {
    match kind {
        Kind::BookingConfirmed
        | Kind::SeriesConfirmed
        | Kind::RequestReceived
        | Kind::RequestWaiting
        | Kind::RequestAnswered
        | Kind::RequestLapsed
        | Kind::BookingReminder => Ok(false),
        // Only the shop does something to several at once.
        Kind::BookingDelayed
        | Kind::RequestProposed
        | Kind::BookingProposed
        | Kind::SeriesChanged
        | Kind::SeriesCancelled => Ok(true),
        Kind::BookingCancelled => Ok(booking.row.cancelled_by == Some(CancelledBy::Business)),
        Kind::BookingChanged => {
            let story = history::read(tx, id)?;
            let is_change = |field: &str| {
                matches!(
                    field,
                    "start_at"
                        | "resource_id"
                        | "is_nominated"
                        | history::LINE_OFF
                        | history::LINE_MOVED
                )
            };
            let moved = story.iter().rfind(|entry| is_change(&entry.field));
            Ok(moved.is_some_and(|entry| entry.actor != "customer"))
        }
    }
}
