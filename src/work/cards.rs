//! What becomes of a person at every business that has a card of theirs: their address moves, or they are forgotten. A job
//! inherits no tenant, so each business is opened in turn, and each is done whole or not at all; whoever is killed in
//! between finds, when it begins again, only what is left.

use super::Shift;
use crate::{
    base::ids::BusinessId,
    db::{self, Myself, TenantTx, run::house},
    domain::{
        accounts::{
            email_change,
            erasure::{self, LETTERS_WAITED_FOR, Open},
            jobs::{EraseCards, FollowAddress},
        },
        bookings::{answer_files, erase as bookings},
        businesses::invitation,
        customers::{erase as cards, follow::follow, own},
        notifications::erase as letters,
        payments::own as payments,
        platform::limit,
        reviews::own as reviews,
        scheduling::{expiry, time_off_told},
    },
    queue::{
        outcome::{self, Outcome},
        row::JobRow,
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;

/// How long until letters on their way are looked for again.
const LETTERS_AGAIN: TimeDelta = TimeDelta::minutes(5);

/// The cards with an old address follow to the new one.
pub(super) async fn follow_address(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(asked) = serde_json::from_value::<FollowAddress>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    match follow_everywhere(shift, asked).await {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

async fn follow_everywhere(shift: &Shift, asked: FollowAddress) -> db::Result<()> {
    let made = shift
        .db
        .platform(move |tx| email_change::made(tx, asked.change))
        .await?;
    let Some(made) = made else { return Ok(()) };
    let made = Arc::new(made);
    let myself = Myself {
        user: made.user,
        email: Some(made.old_email.clone()),
    };
    for business in businesses(shift, myself).await? {
        let made = Arc::clone(&made);
        let _moved: usize = shift
            .db
            .tenant(house(business), move |tx| {
                follow(tx, made.user, (&made.old_email, &made.new_email))
            })
            .await?;
    }
    Ok(())
}

/// Somebody is forgotten everywhere.
pub(super) async fn erase(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(asked) = serde_json::from_value::<EraseCards>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    match erase_everywhere(shift, asked).await {
        Ok(None) => Outcome::Done,
        Ok(Some(later)) => Outcome::Snooze(later),
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

/// `Some` says when to look again: a booking stands, or a letter is on its way.
async fn erase_everywhere(shift: &Shift, asked: EraseCards) -> db::Result<Option<DateTime<Utc>>> {
    let open = shift
        .db
        .platform(move |tx| erasure::open(tx, asked.erasure))
        .await?;
    let Some(open) = open else { return Ok(None) };
    let open = Arc::new(open);
    let mut places = Vec::new();
    for email in open.emails.iter().cloned().map(Some).chain([None]) {
        let myself = Myself {
            user: open.user,
            email,
        };
        places.extend(businesses(shift, myself).await?);
    }
    places.sort();
    places.dedup();
    let mut later = None;
    for business in places {
        let open = Arc::clone(&open);
        let busy: Option<DateTime<Utc>> = shift
            .db
            .tenant(house(business), move |tx| erase_in(tx, &open))
            .await?;
        later = earliest(later, busy);
    }
    let rest = Arc::clone(&open);
    let letters: Option<DateTime<Utc>> = shift
        .db
        .platform(move |tx| -> db::Result<_> {
            let is_patient = tx.now() < rest.asked_at + LETTERS_WAITED_FOR;
            let waiting = letters::forget_personal(tx, (rest.user, &rest.emails), !is_patient)?;
            time_off_told::forget(tx, rest.user)?;
            for email in &rest.emails {
                let holds = expiry::forget_typed(tx, email)?;
                answer_files::forget(tx, &holds)?;
                limit::forget(tx, email)?;
                invitation::forget(tx, email)?;
                outcome::forget(tx, email)?;
            }
            if waiting > 0 {
                return Ok(Some(tx.now() + LETTERS_AGAIN));
            }
            if later.is_none() {
                erasure::finish(tx, rest.id)?;
            }
            Ok(None)
        })
        .await?;
    Ok(earliest(later, letters))
}

/// Empties the cards in one business that may be emptied now; says when to come back for others.
fn erase_in(tx: &mut TenantTx<'_>, open: &Open) -> db::Result<Option<DateTime<Utc>>> {
    // Somebody of them may stand in a file that waits. Before the cards: whoever brings one in takes them in this order.
    bookings::forget_files(tx)?;
    cards::forget_files(tx)?;
    let (now, mut later, mut free) = (tx.now(), None, Vec::new());
    for card in cards::lock(tx, open.user, &open.emails, open.asked_at)? {
        match bookings::busy_until(tx, card)? {
            Some(until) => later = earliest(later, Some(until)),
            None => free.push(card),
        }
    }
    let own = bookings::of_cards(tx, &free)?;
    let is_patient = now < open.asked_at + LETTERS_WAITED_FOR;
    if is_patient && letters::is_any_on_its_way(tx, &own)? {
        return Ok(earliest(later, Some(now + LETTERS_AGAIN)));
    }
    letters::forget(tx, &own)?;
    payments::forget(tx, &own)?;
    bookings::forget(tx, &free, &own)?;
    reviews::forget(tx, &free)?;
    cards::forget(tx, &free)?;
    Ok(later)
}

async fn businesses(shift: &Shift, myself: Myself) -> db::Result<Vec<BusinessId>> {
    let found = shift
        .db
        .person(
            move |_tx| -> db::Result<_> { Ok(Some((myself.clone(), ()))) },
            |tx, ()| own::businesses(tx),
        )
        .await?;
    Ok(found.unwrap_or_default())
}

fn earliest(one: Option<DateTime<Utc>>, other: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    one.into_iter().chain(other).min()
}
