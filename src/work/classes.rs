//! Whether sessions of classes have the guests they need, decided shop by shop when their hour has come: too few, and a session is
//! called off with everybody told, or the shop is asked. However many programs look, each is decided once.

use super::timetable::is_my_turn;
use crate::{
    base::{
        ids::{BusinessId, ProofId},
        quiet,
    },
    db::{self, Db, run::house},
    domain::{
        bookings::{
            class_check::{self, Outcome},
            session_change::SessionError,
        },
        businesses::profile,
        notifications::personal::{Kind, Notice, send_at},
        scheduling::{
            class::{self, SessionKey},
            time_off_told::planners,
        },
    },
};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often it is looked.
const EACH: Duration = Duration::from_secs(60);

/// Looks every minute until it is dropped, and at once.
pub(super) async fn keep(db: Db) {
    let mut ticks = interval(EACH);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if !is_my_turn(&db, "classes", EACH).await {
            continue;
        }
        match decide(&db).await {
            Ok(0) => {}
            Ok(sessions) => tracing::info!(sessions, "it is decided whether sessions are held"),
            Err(error) => tracing::warn!(%error, "classes could not be looked for"),
        }
    }
}

/// Decides about whatever is due; returns about how many sessions. One that cannot be decided is left for the next time and holds
/// none of the others up.
pub async fn decide(db: &Db) -> db::Result<usize> {
    let businesses = db.platform(class::deciding).await?;
    let mut decided = 0;
    for business in businesses {
        let due: Vec<SessionKey> = match db.read(house(business), class_check::due).await {
            Ok(due) => due,
            Err(error) => {
                tracing::warn!(%error, "the sessions of a business could not be looked for");
                continue;
            }
        };
        let mut asks = false;
        for key in due {
            let outcome = decide_one(db, business, key).await;
            decided += usize::from(outcome.is_some());
            asks |= outcome == Some(Outcome::Asked);
        }
        if asks {
            ask(db, business).await;
        }
    }
    Ok(decided)
}

/// Writes to whoever plans what is held; one letter, however many sessions wait. What waits stands behind the counter, too.
async fn ask(db: &Db, business: BusinessId) {
    if let Err(error) = write(db, business).await {
        tracing::warn!(%error, "a shop could not be asked whether a session is held");
    }
}

/// The letters. Nobody is woken by one: what is decided at night is read in the morning.
async fn write(db: &Db, business: BusinessId) -> db::Result<()> {
    let Some(profile) = db.read(house(business), profile::own).await? else {
        return Ok(());
    };
    db.platform(move |tx| {
        let due = quiet::awake(profile.zone, tx.now());
        for person in planners(tx, business, None)? {
            let notice = Notice::to(&person, Kind::SessionsAsked);
            let about = Some(ProofId(business.0));
            send_at(tx, &Notice { about, ..notice }, due)?;
        }
        Ok(())
    })
    .await
}

/// What was decided; nothing where somebody else has, or where it failed.
async fn decide_one(db: &Db, business: BusinessId, key: SessionKey) -> Option<Outcome> {
    let done: Result<Option<Outcome>, SessionError> = db
        .tenant(house(business), move |tx| class_check::decide(tx, &key))
        .await;
    match done {
        Ok(outcome) => outcome,
        Err(error) => {
            tracing::warn!(%error, "it could not be decided whether a session is held");
            None
        }
    }
}
