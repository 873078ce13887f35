//! Room ahead: months into which nobody has written yet. It is looked at every hour; a month without its partition could not be
//! written to.

use super::timetable::is_my_turn;
use crate::{db::Db, domain::audit::partitions};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often it is looked.
const EACH: Duration = Duration::from_secs(60 * 60);

/// Looks every hour until it is dropped, and at once.
pub(super) async fn keep(db: Db) {
    let mut ticks = interval(EACH);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if !is_my_turn(&db, "room ahead", EACH).await {
            continue;
        }
        match db.owner(partitions::make).await {
            Ok(0) => {}
            Ok(months) => tracing::info!(months, "the audit trail has room for more months"),
            Err(error) => tracing::error!(%error, "there is no room ahead in the audit trail"),
        }
    }
}
