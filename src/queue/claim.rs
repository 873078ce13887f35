//! Taking the next job that is due, past those that others have locked.

use super::{Job, payload, row::JobRow};
use crate::{
    base::ids::{BusinessId, JobId},
    db::{
        self, PlatformTx,
        statement::{bind, statement},
    },
};
use chrono::TimeDelta;
use diesel::{
    prelude::*,
    sql_types::{BigInt, Integer, Jsonb, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid},
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

/// Counts as done whatever else is due that asks for the very same: whoever has begun one of them reads what all were written for,
/// for they were committed before. Returns how many that was.
///
/// To be asked before the work is done. What fails after that is tried again by the one job that is left.
pub fn take_along<J: Job>(
    tx: &mut PlatformTx<'_>,
    business: Option<BusinessId>,
    job: &J,
) -> db::Result<usize> {
    let now = tx.now();
    let along: Vec<(JobId,)> = statement::<(SqlUuid,), _>(
        "update queue.queue_jobs set status = 'done', finished_at = ? where id in (select id from queue.queue_jobs \
             where status = 'waiting' and priority = ? and scheduled_at <= ? and job_type = ? \
             and business_id is not distinct from ? and payload_json = ? for update skip locked) returning id",
        (
            bind::<Timestamptz, _>(now),
            bind::<SmallInt, _>(J::PRIORITY),
            bind::<Timestamptz, _>(now),
            bind::<Text, _>(J::NAME),
            bind::<Nullable<SqlUuid>, _>(business),
            bind::<Jsonb, _>(payload(job)?),
        ),
    )
    .load(tx.conn())?;
    Ok(along.len())
}
