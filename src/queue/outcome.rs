//! What became of a job: its return value says it, and this writes it down.

use super::row::{JobRow, JobStatus};
use crate::{
    base::ids::JobId,
    db::{
        self, PlatformTx,
        statement::{bind, prepared, statement},
    },
    schema::queue::queue_jobs,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Text, Uuid as SqlUuid},
};

/// The longest wait between two tries.
const LONGEST: TimeDelta = TimeDelta::hours(6);

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done,
    /// It failed this time; try again after a growing wait, until the tries are used up.
    Retry(String),
    /// Not yet; try again then, and do not count it.
    Snooze(DateTime<Utc>),
    /// It can never be done.
    GiveUp(String),
}

/// Writes the outcome of a claimed job. Of one that was given to somebody else meanwhile, it writes nothing.
pub fn settle(tx: &mut PlatformTx<'_>, job: &JobRow, outcome: &Outcome) -> db::Result<()> {
    let now = tx.now();
    let row = || {
        queue_jobs::table.filter(
            queue_jobs::id
                .eq(job.id)
                .and(queue_jobs::lease.eq(job.lease))
                .and(queue_jobs::status.eq(JobStatus::Running)),
        )
    };
    let finished = |status, error: Option<&str>| {
        prepared(diesel::update(row()).set((
            queue_jobs::status.eq(status),
            queue_jobs::finished_at.eq(now),
            queue_jobs::last_error.eq(error.map(str::to_owned)),
        )))
    };
    match outcome {
        Outcome::Done => finished(JobStatus::Done, None).execute(tx.conn())?,
        Outcome::GiveUp(why) => finished(JobStatus::Failed, Some(why)).execute(tx.conn())?,
        Outcome::Retry(why) if job.attempts >= job.max_attempts => {
            finished(JobStatus::Failed, Some(why)).execute(tx.conn())?
        }
        Outcome::Retry(why) => prepared(diesel::update(row()).set((
            queue_jobs::status.eq(JobStatus::Waiting),
            queue_jobs::scheduled_at.eq(now + apart(job, wait(job.attempts))),
            queue_jobs::last_error.eq(why),
        )))
        .execute(tx.conn())?,
        Outcome::Snooze(until) => prepared(diesel::update(row()).set((
            queue_jobs::status.eq(JobStatus::Waiting),
            queue_jobs::scheduled_at.eq(until),
            queue_jobs::attempts.eq(queue_jobs::attempts - 1),
        )))
        .execute(tx.conn())?,
    };
    Ok(())
}

/// The wait after so many tries: 15 s, 1 min, 4 min, 16 min, and so on up to six hours.
pub fn wait(attempts: i32) -> TimeDelta {
    let power = u32::try_from(attempts.clamp(1, 10) - 1).unwrap_or(0);
    TimeDelta::seconds(15 * 4_i64.pow(power)).min(LONGEST)
}

/// The same, a little shorter (a fifth at most), so that what failed together is not tried together again.
fn apart(job: &JobRow, wait: TimeDelta) -> TimeDelta {
    let drawn = job.lease.map_or(0, |lease| lease.as_u128() % 201);
    let thousandths = 800 + i32::try_from(drawn).unwrap_or(0);
    wait * thousandths / 1000
}

/// Forgets finished jobs that name somebody's address, and what went wrong on the way to it. Returns how many.
pub fn forget(tx: &mut PlatformTx<'_>, email: &str) -> db::Result<usize> {
    let email = email.to_lowercase();
    let gone: Vec<(JobId,)> = statement::<(SqlUuid,), _>(
        "delete from queue.queue_jobs where status in ('done', 'failed') \
         and lower(payload_json ->> 'email') = ? returning id",
        (bind::<Text, _>(&email),),
    )
    .load(tx.conn())?;
    let told: Vec<(JobId,)> = statement::<(SqlUuid,), _>(
        "update queue.queue_jobs set last_error = null where position(? in lower(last_error)) > 0 returning id",
        (bind::<Text, _>(&email),),
    )
    .load(tx.conn())?;
    Ok(gone.len() + told.len())
}
