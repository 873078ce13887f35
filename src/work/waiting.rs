//! Waiting lists, shop by shop: what has run out ends, and what has come free is offered to whoever's turn it is. Once a minute,
//! because time comes free in many ways; and at once where somebody calls off or moves.

use super::{Shift, timetable::is_my_turn};
use crate::{
    base::ids::{BusinessId, WaitId},
    db::{self, Db, DbError, run::house},
    domain::{
        bookings::waitlist::{
            entry::{self, Entry},
            jobs::OfferWaitlist,
            offer::{self, OfferError},
            sweep,
        },
        businesses::profile,
    },
    queue::{claim::take_along, outcome::Outcome, row::JobRow},
};
use chrono::{DateTime, Utc};
use std::{sync::Arc, time::Duration};
use tokio::time::{MissedTickBehavior, interval};

/// How often it is looked.
const EACH: Duration = Duration::from_secs(60);
/// How many of one shop are looked for at a time: the first of all, and as many of the others, whose turn goes round.
const MOST: usize = 200;
/// How many of one shop are known at a time.
const ALL: i64 = 10_000;

/// Looks every minute until it is dropped, and at once.
pub(super) async fn keep(shift: Shift) {
    let mut ticks = interval(EACH);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if !is_my_turn(&shift.db, "waiting lists", EACH).await {
            continue;
        }
        match everywhere(&shift.db, &shift.secret).await {
            Ok(0) => {}
            Ok(offers) => {
                tracing::info!(offers, "offered to those who wait");
                shift.wake.notify_one();
            }
            Err(error) => tracing::warn!(%error, "waiting lists could not be looked through"),
        }
    }
}

/// Looks through the list of a job's shop, once for all who have asked for it by now: where thirty guests call off in the minute
/// that a long list takes, it is not gone through thirty times more.
pub(super) async fn offer(shift: &Shift, job: &JobRow) -> Outcome {
    let Some(business) = job.business_id else {
        return Outcome::GiveUp("it is for no business".to_owned());
    };
    let along = shift
        .db
        .platform(move |tx| take_along(tx, Some(business), &OfferWaitlist {}))
        .await;
    if let Err(error) = along {
        return Outcome::Retry(error.to_string());
    }
    match at(&shift.db, &shift.secret, business).await {
        Ok(offers) => {
            if offers > 0 {
                shift.wake.notify_one();
            }
            Outcome::Done
        }
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

/// Looks through every list; returns how many offers that made. A list that cannot be looked through holds none of the others
/// up.
pub async fn everywhere(db: &Db, secret: &Arc<[u8]>) -> db::Result<usize> {
    let shops: Vec<BusinessId> = db.platform(entry::anywhere).await?;
    let mut offers = 0;
    for shop in shops {
        match at(db, secret, shop).await {
            Ok(made) => offers += made,
            Err(error) => {
                tracing::warn!(%error, %shop, "a waiting list could not be looked through");
            }
        }
    }
    Ok(offers)
}

/// Looks through the list of one shop, in its order: whoever's turn it is has a transaction of their own, and the next one sees
/// what is left.
pub async fn at(db: &Db, secret: &Arc<[u8]>, business: BusinessId) -> db::Result<usize> {
    let open = db.tenant(
        house(business),
        |tx| -> db::Result<(Vec<Entry>, DateTime<Utc>)> {
            let now = tx.now();
            let Some(profile) = profile::own(tx)? else {
                return Ok((Vec::new(), now));
            };
            sweep::sweep(tx, &profile)?;
            Ok((entry::open(tx, ALL)?, now))
        },
    );
    let (mut waiting, now) = open.await?;
    waiting.retain(Entry::is_waiting);
    let mut offers = 0;
    for entry in turn(&waiting, now) {
        if one(db, secret, (business, entry.id)).await? {
            offers += 1;
        }
    }
    Ok(offers)
}

/// Who is looked for this minute: those who come first always, and of the others some, others each minute, so that what suits
/// nobody before them is offered to them, too.
fn turn(waiting: &[Entry], now: DateTime<Utc>) -> impl Iterator<Item = &Entry> {
    let (first, others) = waiting.split_at(waiting.len().min(MOST));
    let minute = usize::try_from(now.timestamp() / 60).unwrap_or_default();
    let place = minute % others.len().div_ceil(MOST).max(1);
    let next = others.chunks(MOST).nth(place).unwrap_or_default();
    first.iter().chain(next)
}

/// Whether somebody was offered something. Where somebody else was faster, there is another time to look.
async fn one(
    db: &Db,
    secret: &Arc<[u8]>,
    (business, id): (BusinessId, WaitId),
) -> Result<bool, DbError> {
    let secret = Arc::clone(secret);
    let offered = db.tenant(house(business), move |tx| {
        let Some(profile) = profile::own(tx)? else {
            return Ok(false);
        };
        offer::look(tx, (&profile, secret.as_ref()), id)
    });
    match offered.await {
        Ok(is_offered) => Ok(is_offered),
        Err(OfferError::Db(error)) => Err(error),
        Err(_) => Ok(false),
    }
}
