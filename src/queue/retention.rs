//! How long finished jobs are kept: thirty days, done or given up (seed 004). What waits or runs is never touched.

use crate::{
    base::ids::JobId,
    db::{
        self, PlatformTx,
        statement::{bind, statement},
    },
};
use chrono::TimeDelta;
use diesel::{
    RunQueryDsl,
    sql_types::{BigInt, Timestamptz, Uuid as SqlUuid},
};

/// How long finished jobs are kept to be looked at.
const KEPT: TimeDelta = TimeDelta::days(30);

/// How many finished jobs are past their time.
pub fn finished(tx: &mut PlatformTx<'_>) -> db::Result<i64> {
    let before = tx.now() - KEPT;
    let (rows,) = statement::<(BigInt,), _>(
        "select count(*) from queue.queue_jobs where status in ('done', 'failed') and finished_at < ?",
        (bind::<Timestamptz, _>(before),),
    )
    .get_result::<(i64,)>(tx.conn())?;
    Ok(rows)
}

/// Deletes up to `most` of them. Returns how many went.
pub fn clear_finished(tx: &mut PlatformTx<'_>, most: i64) -> db::Result<usize> {
    let before = tx.now() - KEPT;
    let gone: Vec<(JobId,)> = statement::<(SqlUuid,), _>(
        "delete from queue.queue_jobs where id in (select id from queue.queue_jobs where status in ('done', 'failed') \
         and finished_at < ? order by finished_at limit ? for update skip locked) returning id",
        (
            bind::<Timestamptz, _>(before),
            bind::<BigInt, _>(most),
        ),
    )
    .load(tx.conn())?;
    Ok(gone.len())
}
