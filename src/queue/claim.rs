//! Taking the next job that is due, past those that others have locked.

use super::row::JobRow;
use crate::db::{
    self, PlatformTx,
    statement::{bind, statement},
};
use chrono::TimeDelta;
use diesel::{
    prelude::*,
    sql_types::{BigInt, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

/// How long a worker may be silent before its job is given to another.
const LEASE: TimeDelta = TimeDelta::minutes(2);

type JobSql = (
    SqlUuid,
    Nullable<SqlUuid>,
    Text,
    Jsonb,
    Integer,
    Integer,
    Nullable<SqlUuid>,
);

/// Takes up to `most` due jobs: highest priority first, then the longest waiting. A job whose lease ran out is due again, and one
/// of a kind that an operator holds up is not.
pub fn claim(tx: &mut PlatformTx<'_>, most: i64) -> db::Result<Vec<JobRow>> {
    let now = tx.now();
    let rows = statement::<JobSql, _>(
        "with waiting as (select id from queue.queue_jobs where status = 'waiting' and scheduled_at <= ? \
             and job_type not in (select p.job_type from queue.job_pauses p) order by priority desc, scheduled_at limit ? for update skip locked), \
         orphaned as (select id from queue.queue_jobs where status = 'running' and locked_until < ? \
             and job_type not in (select p.job_type from queue.job_pauses p) limit ? for update skip locked) \
         update queue.queue_jobs set status = 'running', attempts = attempts + 1, locked_until = ?, lease = uuid_generate_v4() \
         where id in (select id from waiting union all select id from orphaned limit ?) \
         returning id, business_id, job_type, payload_json, attempts, max_attempts, lease",
        (
            bind::<Timestamptz, _>(now),
            bind::<BigInt, _>(most),
            bind::<Timestamptz, _>(now),
            bind::<BigInt, _>(most),
            bind::<Timestamptz, _>(now + LEASE),
            bind::<BigInt, _>(most),
        ),
    )
    .load(tx.conn())?;
    Ok(rows)
}
