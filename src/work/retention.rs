//! What is past its time goes, once a day, in small steps: finished jobs after thirty days, past time and letters after a year,
//! bookings and cards after seven (seed 004). Nothing goes that is on the near side of its border, that waits, or that is to come.

use super::timetable::is_my_turn;
use crate::{
    base::ids::BusinessId,
    db::{self, Db, PlatformTx, TenantTx, run::house},
    domain::{
        bookings::{remind, retention as bookings},
        notifications::retention as letters,
        scheduling::retention as time,
    },
    queue::retention as jobs,
};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often it is looked.
const EACH: Duration = Duration::from_secs(24 * 60 * 60);
/// Rows in one transaction: others wait no longer than for these.
const STEP: i64 = 500;

type Count = fn(&mut PlatformTx<'_>) -> db::Result<i64>;
type Clear = fn(&mut PlatformTx<'_>, i64) -> db::Result<usize>;
type CountOne = fn(&mut TenantTx<'_>) -> db::Result<i64>;
type ClearOne = fn(&mut TenantTx<'_>, i64) -> db::Result<usize>;

/// What is the same for the whole house.
const HOUSE: [(&str, &str, Count, Clear); 4] = [
    (
        "queue.queue_jobs",
        "30 days",
        jobs::finished,
        jobs::clear_finished,
    ),
    (
        "scheduling.allocations",
        "1 year",
        time::past,
        time::clear_past,
    ),
    (
        "notifications.notification_outbox",
        "1 year",
        letters::letters,
        letters::clear_letters,
    ),
    (
        "notifications.notification_logs",
        "1 year",
        letters::tries,
        letters::clear_tries,
    ),
];

/// What goes shop by shop; bookings first, for a card goes with its last booking.
const SHOPS: [(&str, &str, CountOne, ClearOne); 2] = [
    (
        "bookings.bookings",
        "7 years",
        bookings::bookings,
        bookings::clear_bookings,
    ),
    (
        "customers.customers",
        "7 years",
        bookings::cards,
        bookings::clear_cards,
    ),
];

/// What is past its time in one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The table.
    pub table: &'static str,
    /// How long its rows are kept.
    pub kept: &'static str,
    /// How many rows are past that, or went.
    pub rows: u64,
}

/// Clears once a day until it is dropped, and at once.
pub(super) async fn keep(db: Db) {
    let mut ticks = interval(EACH);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if !is_my_turn(&db, "retention", EACH).await {
            continue;
        }
        match clear(&db).await {
            Ok(lines) => {
                for Line { table, kept, rows } in lines.into_iter().filter(|line| line.rows > 0) {
                    tracing::info!(table, kept, rows, "what is past its time is gone");
                }
            }
            Err(error) => tracing::warn!(%error, "what is past its time could not be cleared"),
        }
    }
}

/// Counts what would go now, and changes nothing. A card that would only go with its last booking is not among them.
pub async fn count(db: &Db) -> db::Result<Vec<Line>> {
    let mut lines = Vec::new();
    for (table, kept, count, _) in HOUSE {
        let rows = db.platform(count).await?;
        lines.push(line(table, kept, rows));
    }
    let shops: Vec<BusinessId> = db.platform(remind::businesses).await?;
    for (table, kept, count, _) in SHOPS {
        let mut rows = 0;
        for shop in &shops {
            rows += db.read(house(*shop), count).await?;
        }
        lines.push(line(table, kept, rows));
    }
    Ok(lines)
}

/// Deletes what is past its time, and says how much that was. A shop where it fails holds none of the others up.
pub async fn clear(db: &Db) -> db::Result<Vec<Line>> {
    let mut lines = Vec::new();
    for (table, kept, _, clear) in HOUSE {
        let mut rows = 0;
        loop {
            let gone = db.platform(move |tx| clear(tx, STEP)).await?;
            rows += i64::try_from(gone).unwrap_or(0);
            if gone == 0 {
                break;
            }
        }
        lines.push(line(table, kept, rows));
    }
    let shops: Vec<BusinessId> = db.platform(remind::businesses).await?;
    for (table, kept, _, clear) in SHOPS {
        let mut rows = 0;
        for shop in &shops {
            match clear_one(db, *shop, clear).await {
                Ok(gone) => rows += gone,
                Err(error) => {
                    tracing::warn!(%error, %shop, table, "a shop kept what is past its time")
                }
            }
        }
        lines.push(line(table, kept, rows));
    }
    Ok(lines)
}

async fn clear_one(db: &Db, shop: BusinessId, clear: ClearOne) -> db::Result<i64> {
    let mut rows = 0;
    loop {
        let gone = db.tenant(house(shop), move |tx| clear(tx, STEP)).await?;
        rows += i64::try_from(gone).unwrap_or(0);
        if gone == 0 {
            return Ok(rows);
        }
    }
}

fn line(table: &'static str, kept: &'static str, rows: i64) -> Line {
    Line {
        table,
        kept,
        rows: u64::try_from(rows).unwrap_or(0),
    }
}
