//! What was planned for a date is written down as the thing itself when the date has come, shop by shop and each by its own
//! clock. What guests are offered does not wait for it.

use super::timetable::is_my_turn;
use crate::{
    db::{self, Db, run::house},
    domain::{catalog::policy_plan, scheduling::setup_plan},
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
        if !is_my_turn(&db, "plans", EACH).await {
            continue;
        }
        match make(&db).await {
            Ok(0) => {}
            Ok(plans) => tracing::info!(plans, "what was planned for today holds"),
            Err(error) => tracing::warn!(%error, "plans could not be looked for"),
        }
    }
}

/// Writes down whatever is due, policies first, for services go by them; returns how many plans that was. One that cannot be
/// written down is left for the next time and holds none of the others up.
pub async fn make(db: &Db) -> db::Result<usize> {
    let (policies, services) = db
        .platform(|tx| db::Result::Ok((policy_plan::due(tx)?, setup_plan::due(tx)?)))
        .await?;
    let mut made = 0;
    for (business, id) in policies {
        let done = db.tenant(house(business), move |tx| policy_plan::make(tx, id));
        made += counted(done.await);
    }
    for (business, id) in services {
        let done = db.tenant(house(business), move |tx| setup_plan::make(tx, id));
        made += counted(done.await);
    }
    Ok(made)
}

fn counted(done: db::Result<bool>) -> usize {
    match done {
        Ok(is_made) => usize::from(is_made),
        Err(error) => {
            tracing::warn!(%error, "a plan could not be written down");
            0
        }
    }
}
