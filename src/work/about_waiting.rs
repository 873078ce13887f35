//! Letters about a waiting list: whether they still hold, and what they are written from.

use super::{
    Shift,
    letters::waiting::{Waiting, draw},
    send_notice::{Due, Task, deliver},
    wishes,
};
use crate::{
    base::ids::{BusinessId, NoticeId, ReservationId, WaitId},
    db::{self, TenantTx, run::house},
    domain::{
        bookings::waitlist::{
            entry::{self, Entry, Status},
            offer, what,
        },
        businesses::profile,
        customers::card,
        notifications::{
            delivery::{self, Letter},
            jobs::SendWaitlistNotice,
            send::take_back_one,
            tone,
            waiting::Kind,
        },
        scheduling::hold,
    },
    queue::{outcome::Outcome, row::JobRow},
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// What a letter's row comes to before it is drawn.
enum Found {
    Nothing,
    Impossible(&'static str),
    Waiting(Box<(Waiting, DateTime<Utc>)>),
}

/// Sends the letter that a job names.
pub(super) async fn perform(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(payload) = serde_json::from_value::<SendWaitlistNotice>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let Some(business) = job.business_id else {
        return Outcome::GiveUp("it is for no business".to_owned());
    };
    let task = prepare(shift, business, payload.notice).await;
    deliver(shift, job, task).await
}

async fn prepare(shift: &Shift, business: BusinessId, notice: NoticeId) -> Result<Task, String> {
    let secret = Arc::clone(&shift.secret);
    let found = shift
        .db
        .tenant(house(business), move |tx| look_up(tx, notice, &secret))
        .await
        .map_err(|error| error.to_string())?;
    let (mut waiting, now) = match found {
        Found::Nothing => return Ok(Task::Nothing),
        Found::Impossible(why) => return Ok(Task::Impossible(why)),
        Found::Waiting(parts) => *parts,
    };
    let reader = wishes::reader(shift, &waiting.letter).await?;
    wishes::speak(&mut waiting.letter, reader.as_ref());
    let letter = draw(&waiting, &shift.desk(now)).map_err(|error| error.to_string())?;
    Ok(Task::Write(Box::new(Due {
        letter: wishes::dress(letter, reader.map(|reader| reader.preferences)),
        row: waiting.letter,
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
    let Some(about) = about(&letter) else {
        return Ok(Found::Impossible("the letter is about nothing"));
    };
    let entry = entry::find(tx, about)?;
    let Some(entry) = entry.filter(|entry| still_holds(kind, entry, &letter, tx.now())) else {
        take_back_one(tx, id)?;
        return Ok(Found::Nothing);
    };
    let Some(profile) = profile::own(tx)? else {
        return Ok(Found::Impossible("the business is gone"));
    };
    let held = match kind {
        Kind::Asked => None,
        Kind::Offered | Kind::Lapsed => hold::find(tx, &offer::token(secret, &entry))?,
    };
    // What was let go before its letter left is promised to nobody.
    let now = tx.now();
    let held = held.filter(|held| kind != Kind::Offered || held.is_alive(now));
    if held.is_none() && kind != Kind::Asked {
        take_back_one(tx, id)?;
        return Ok(Found::Nothing);
    }
    let waiting = Waiting {
        kind,
        service: what::read(tx, &entry)?.map(|what| what.name()),
        name: card::find(tx, entry.customer_id)?.map_or_else(String::new, |card| card.name),
        tone: tone::of(tx)?,
        letter,
        entry,
        profile,
        held,
    };
    Ok(Found::Waiting(Box::new((waiting, tx.now()))))
}

/// Which place a letter is about.
fn about(letter: &Letter) -> Option<WaitId> {
    letter.data_json.get("entry")?.as_str()?.parse().ok()
}

/// Whether what the letter tells is still so: nobody is asked twice, or promised what is over.
fn still_holds(kind: Kind, entry: &Entry, letter: &Letter, now: DateTime<Utc>) -> bool {
    let offer = letter.data_json.get("offer");
    let offer: Option<ReservationId> = offer.and_then(|offer| offer.as_str()?.parse().ok());
    let is_that = offer.is_some() && entry.reservation_id == offer;
    match kind {
        // Whoever is on the list already is told how it stands, too.
        Kind::Asked => entry.status.is_open(),
        Kind::Offered => {
            let deadline = entry.response_deadline;
            is_that
                && entry.status == Status::Notified
                && deadline.is_some_and(|deadline| now < deadline)
        }
        Kind::Lapsed => is_that && entry.status == Status::Expired,
    }
}
