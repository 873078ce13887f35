//! Reminders, shop by shop. However many programs look, each guest is reminded once.

use super::{Shift, timetable::is_my_turn};
use crate::{
    base::ids::BusinessId,
    db::{self, Db, run::house},
    domain::bookings::remind::{self, Due},
};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often it is looked.
const EACH: Duration = Duration::from_secs(60);

/// Letters in one transaction: whoever wants one of their bookings waits no longer than for these.
const SOME: usize = 50;

/// Looks every minute until it is dropped, and at once.
pub(super) async fn keep(shift: Shift) {
    let mut ticks = interval(EACH);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if !is_my_turn(&shift.db, "reminders", EACH).await {
            continue;
        }
        match everywhere(&shift.db).await {
            Ok(0) => {}
            Ok(letters) => {
                tracing::info!(letters, "guests are reminded");
                shift.wake.notify_one();
            }
            Err(error) => tracing::warn!(%error, "reminders could not be looked for"),
        }
    }
}

/// Writes whatever is due; returns how many letters that was. A shop where it fails holds none of the others up.
pub async fn everywhere(db: &Db) -> db::Result<usize> {
    let mut letters = 0;
    for business in db.platform(remind::businesses).await? {
        match at(db, business).await {
            Ok(written) => letters += written,
            Err(error) => tracing::warn!(%error, %business, "guests of a shop were not reminded"),
        }
    }
    Ok(letters)
}

/// The same for one shop, some in one transaction; where one of those fails, each of them in its own.
pub async fn at(db: &Db, business: BusinessId) -> db::Result<usize> {
    let mut letters = 0;
    loop {
        let due: Vec<Due> = db.read(house(business), remind::due).await?;
        let mut written = 0;
        for some in due.chunks(SOME) {
            written += match together(db, business, some.to_vec()).await {
                Ok(several) => several,
                Err(error) => {
                    tracing::warn!(%error, %business, "reminders are written one by one");
                    let mut several = 0;
                    for one in some {
                        several += together(db, business, vec![one.clone()]).await?;
                    }
                    several
                }
            };
        }
        letters += written;
        // What was found and not written is of others by now, or will be looked at in a minute.
        if written == 0 {
            return Ok(letters);
        }
    }
}

async fn together(db: &Db, business: BusinessId, due: Vec<Due>) -> db::Result<usize> {
    db.tenant(house(business), move |tx| {
        let mut written = 0;
        for one in &due {
            written += usize::from(remind::remind(tx, one)?);
        }
        Ok(written)
    })
    .await
}
