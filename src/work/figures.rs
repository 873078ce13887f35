//! The figures of the days that are over, shop by shop. Looked at every hour, because midnight comes to each shop by its own clock.

use super::timetable::is_my_turn;
use crate::{
    base::ids::BusinessId,
    db::{self, Db, run::house},
    domain::{analytics::daily, bookings::remind},
};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often they are counted.
const EACH: Duration = Duration::from_secs(60 * 60);

/// Counts every hour until it is dropped, and at once.
pub(super) async fn keep(db: Db) {
    let mut ticks = interval(EACH);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if !is_my_turn(&db, "figures", EACH).await {
            continue;
        }
        match everywhere(&db).await {
            Ok(0) => {}
            Ok(days) => tracing::info!(days, "days were counted"),
            Err(error) => tracing::warn!(%error, "days could not be counted"),
        }
    }
}

/// Counts the days of every shop; returns how many rows are new or other than they were. A shop where it fails holds none of the
/// others up.
pub async fn everywhere(db: &Db) -> db::Result<usize> {
    let mut days = 0;
    for business in db.platform(remind::businesses).await? {
        match at(db, business).await {
            Ok(counted) => days += counted,
            Err(error) => tracing::warn!(%error, %business, "the days of a shop were not counted"),
        }
    }
    Ok(days)
}

/// The same for one shop.
pub async fn at(db: &Db, business: BusinessId) -> db::Result<usize> {
    db.tenant(house(business), daily::count).await
}
