//! What opened something once and opens nothing any more: tokens that lapsed. They are kept a month, so that who presses an old link
//! is told that it is old, and so that it can be told what happened.

use crate::db::{
    self, PlatformTx,
    statement::{bind, statement},
};
use chrono::TimeDelta;
use diesel::{
    RunQueryDsl,
    sql_types::{BigInt, Timestamptz},
};

/// How long a lapsed token is kept.
const KEPT: TimeDelta = TimeDelta::days(30);

/// Deletes tokens of refreshing, of lost passwords, of addresses to prove and to change that lapsed so long ago. Returns how many
/// went.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let before = tx.now() - KEPT;
    let (gone,) = statement::<(BigInt,), _>(
        "with a as (select ?::timestamptz as border), \
         refreshing as (delete from accounts.refresh_tokens t using a where t.expires_at < a.border returning 1), \
         lost as (delete from accounts.password_resets t using a where t.expires_at < a.border returning 1), \
         proving as (delete from accounts.email_verifications t using a where t.expires_at < a.border returning 1), \
         changing as (delete from accounts.email_changes t using a where t.expires_at < a.border returning 1) \
         select (select count(*) from refreshing) + (select count(*) from lost) + (select count(*) from proving) \
             + (select count(*) from changing)",
        (bind::<Timestamptz, _>(before),),
    )
    .get_result::<(i64,)>(tx.conn())?;
    Ok(usize::try_from(gone).unwrap_or(0))
}
