//! Limits that count for all instances: a row per key and window.

use crate::{
    db::{
        self, DbError, PlatformTx,
        statement::{bind, statement},
    },
    refusal,
    schema::platform::rate_limits,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Integer, Text, Timestamptz},
};

/// So many times in so long.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// How often.
    pub most: i32,
    /// Within this.
    pub window: TimeDelta,
}

/// Why something is not done this time.
#[derive(Debug, thiserror::Error)]
pub enum Limited {
    /// It was done too often; again after so long.
    #[error("too often: again in {0}")]
    TooOften(TimeDelta),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(Limited);

/// Counts one use of `key`, and refuses the one that is too many.
pub fn count(tx: &mut PlatformTx<'_>, key: &str, limit: Limit) -> Result<(), Limited> {
    let now = tx.now();
    count_many(tx, key, 1, limit)?.map_err(|until| Limited::TooOften(until - now))
}

/// Counts several uses of `key` at once, those that are too many among them. `Err` carries the instant from which it may
/// be used again.
pub fn count_many(
    tx: &mut PlatformTx<'_>,
    key: &str,
    uses: i32,
    limit: Limit,
) -> db::Result<Result<(), DateTime<Utc>>> {
    let now = tx.now();
    let (used, until): (i32, DateTime<Utc>) = statement::<(Integer, Timestamptz), _>(
        "insert into platform.rate_limits as l (key, count, window_start, expires_at) values (?, ?, ?, ?) \
         on conflict (key) do update set \
         count = case when l.expires_at <= excluded.window_start then excluded.count else l.count + excluded.count end, \
         window_start = case when l.expires_at <= excluded.window_start then excluded.window_start else l.window_start end, \
         expires_at = case when l.expires_at <= excluded.window_start then excluded.expires_at else l.expires_at end \
         returning count, expires_at",
        (bind::<Text, _>(key), bind::<Integer, _>(uses), bind::<Timestamptz, _>(now), bind::<Timestamptz, _>(now + limit.window)),
    )
    .get_result(tx.conn())?;
    Ok(if used > limit.most {
        Err(until)
    } else {
        Ok(())
    })
}

/// How long whoever would rather not know than wait does wait, in milliseconds.
const SOON: &str = "500";

/// The same for whoever would rather not know than wait.
pub fn count_soon(
    tx: &mut PlatformTx<'_>,
    key: &str,
    uses: i32,
    limit: Limit,
) -> db::Result<Result<(), DateTime<Utc>>> {
    let _: (String, String) = statement::<(Text, Text), _>(
        "select set_config('lock_timeout', ?, true), set_config('statement_timeout', ?, true)",
        (bind::<Text, _>(SOON), bind::<Text, _>(SOON)),
    )
    .get_result(tx.conn())?;
    count_many(tx, key, uses, limit)
}

/// Since when a key has been used too often, while that lasts.
pub fn over_since(
    tx: &mut PlatformTx<'_>,
    key: &str,
    limit: Limit,
) -> db::Result<Option<DateTime<Utc>>> {
    let now = tx.now();
    let since = rate_limits::table
        .filter(
            rate_limits::key
                .eq(key)
                .and(rate_limits::count.gt(limit.most))
                .and(rate_limits::expires_at.gt(now)),
        )
        .select(rate_limits::window_start)
        .first(tx.conn())
        .optional()?;
    Ok(since)
}

/// Forgets a key: what was counted is forgiven.
pub fn forgive(tx: &mut PlatformTx<'_>, key: &str) -> db::Result<()> {
    diesel::delete(rate_limits::table.filter(rate_limits::key.eq(key))).execute(tx.conn())?;
    Ok(())
}

/// Clears windows that are over. Returns how many rows went.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let now = tx.now();
    Ok(
        diesel::delete(rate_limits::table.filter(rate_limits::expires_at.le(now)))
            .execute(tx.conn())?,
    )
}

/// Forgets every key that ends with somebody's address. Returns how many went.
pub fn forget(tx: &mut PlatformTx<'_>, email: &str) -> db::Result<usize> {
    // Compared as text and not by a pattern: addresses hold the letters that patterns are made of.
    let ending = format!(" {}", email.to_lowercase());
    let gone: Vec<(String,)> = statement::<(Text,), _>(
        "delete from platform.rate_limits where right(key, length(?)) = ? returning key",
        (bind::<Text, _>(&ending), bind::<Text, _>(&ending)),
    )
    .load(tx.conn())?;
    Ok(gone.len())
}
