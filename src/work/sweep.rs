//! Files that no row names: whoever was cut off between putting them and telling of them left them, and so did whatever was
//! deleted for good. Once a day they are taken away; what is younger than a day may still be told of.

use super::timetable::is_my_turn;
use crate::{
    base::ids::BusinessId,
    db::{self, Db, run::house},
    domain::bookings::files::{self, Named},
    media::{Store, StoreError},
};
use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How old a file must be.
const AGE: TimeDelta = TimeDelta::days(1);
/// How often it is looked.
const EACH: Duration = Duration::from_secs(24 * 60 * 60);

/// Why it was left off.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    /// The place does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The database does not.
    #[error(transparent)]
    Db(#[from] db::DbError),
}

/// Sweeps once a day until it is dropped, and at once.
pub(super) async fn keep(db: Db, store: Store) {
    let mut ticks = interval(EACH);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if !is_my_turn(&db, "stray files", EACH).await {
            continue;
        }
        let now = db.platform(|tx| db::Result::Ok(tx.now())).await;
        let swept = match now {
            Ok(now) => sweep(&db, &store, now).await,
            Err(error) => Err(error.into()),
        };
        match swept {
            Ok(0) => {}
            Ok(files) => tracing::info!(files, "files that nothing names were taken away"),
            Err(error) => tracing::warn!(%error, "stray files were not looked for"),
        }
    }
}

/// Takes away what no row names and is older than a day, shop by shop; returns how many files that was. What is named in a
/// way that this program does not know is somebody else's, and so is what lies in the folder of a business that this database
/// does not have: a new or restored one that is shown an old place must not empty it.
pub async fn sweep(db: &Db, store: &Store, now: DateTime<Utc>) -> Result<usize, SweepError> {
    let (until, mut swept) = (now - AGE, 0);
    for folder in store.folders().await? {
        let Ok(business) = folder.parse::<BusinessId>() else {
            continue;
        };
        let old = store.older(&folder, until).await?;
        if old.is_empty() {
            continue;
        }
        // Asked after it was looked what there is: what was told of meanwhile is known.
        let Some(named) = db.read(house(business), files::named).await? else {
            tracing::warn!(%business, "files of a business that this database does not know are left alone");
            continue;
        };
        for name in old.iter().filter(|name| is_stray(name, &named)) {
            // The same photograph may have been sent anew since then.
            if store.is_older(name, until).await? {
                store.delete(name).await?;
                swept += 1;
            }
        }
    }
    Ok(swept)
}

/// Whether a file is one of ours, and no row names it.
fn is_stray(name: &str, named: &Named) -> bool {
    let parts: Vec<&str> = name.split('/').collect();
    match parts.as_slice() {
        [_business, key, _file] if is_key(key) => !named.public.contains(*key),
        [_business, "private", key, _file] if is_key(key) => !named.private.contains(*key),
        _ => false,
    }
}

fn is_key(key: &str) -> bool {
    key.len() == 64 && key.bytes().all(|byte| byte.is_ascii_hexdigit())
}
