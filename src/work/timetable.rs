//! What starts by the clock: one line each. However many programs work, one of them does it each time; and if it were done twice,
//! that would change nothing.

use crate::{
    db::{self, Db, PlatformTx},
    domain::{
        accounts::{
            erasure, identity_offer, lapsed, second_factor::passkey, session, sign_in_code,
        },
        bookings::{import::waiting, poll},
        businesses::file_export,
        customers::import,
        integrations::delivery,
        notifications::{erase, trial},
        platform::{limit, once},
        scheduling::expiry,
    },
    queue::turn,
};
use chrono::TimeDelta;
use std::time::Duration;
use tokio::{
    task::JoinSet,
    time::{MissedTickBehavior, interval},
};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

/// A piece of work that returns how many rows it touched.
type Act = fn(&mut PlatformTx<'_>) -> db::Result<usize>;

/// The whole timetable: name, seconds between two times, what is done.
const LINES: &[(&str, u64, Act)] = &[
    ("clear what has lapsed", MINUTE, expiry::clear),
    ("clear old sessions", HOUR, session::clear),
    ("clear lapsed tokens", HOUR, lapsed::clear),
    ("clear old sign-in codes", HOUR, sign_in_code::clear),
    ("clear unanswered passkey questions", HOUR, passkey::clear),
    ("clear old limits", HOUR, limit::clear),
    ("clear old keys of forms", HOUR, once::clear),
    ("take up erasures again", HOUR, erasure::resume),
    ("clear old offers to come in", HOUR, identity_offer::clear),
    ("clear unconfirmed imports", HOUR, import::clear),
    ("clear files of bookings", HOUR, waiting::clear),
    ("clear old exports", HOUR, file_export::clear),
    ("clear questions to groups", HOUR, poll::clear),
    ("clear old webhook events", HOUR, delivery::clear),
    ("clear the words of old letters", HOUR, erase::clear_words),
    ("clear old tries of the mail", HOUR, trial::clear),
];

/// Keeps the timetable until it is dropped; each line begins at once.
pub(super) async fn keep(db: Db) {
    let mut lines = JoinSet::new();
    for &(name, seconds, act) in LINES {
        lines.spawn(keep_line(
            db.clone(),
            name,
            Duration::from_secs(seconds),
            act,
        ));
    }
    while lines.join_next().await.is_some() {}
}

async fn keep_line(db: Db, name: &'static str, period: Duration, act: Act) {
    let mut ticks = interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let each = TimeDelta::from_std(period).unwrap_or(TimeDelta::MAX);
        // The turn is taken with the work: if it fails, somebody else may try.
        let done = db.platform(move |tx| {
            if turn::is_mine(tx, name, each)? {
                act(tx)
            } else {
                Ok(0)
            }
        });
        match done.await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(name, rows, "by the clock"),
            Err(error) => tracing::warn!(name, %error, "by the clock, failed"),
        }
    }
}

/// Whether it is this program's turn to do what goes from shop to shop, in many transactions. A turn whose program dies on the way is
/// lost; the next comes soon.
pub(super) async fn is_my_turn(db: &Db, name: &'static str, period: Duration) -> bool {
    let each = TimeDelta::from_std(period).unwrap_or(TimeDelta::MAX);
    match db.platform(move |tx| turn::is_mine(tx, name, each)).await {
        Ok(is_mine) => is_mine,
        Err(error) => {
            tracing::warn!(name, %error, "nobody could say whose turn it is");
            false
        }
    }
}
