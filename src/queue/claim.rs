//! Taking the next job that is due, past those that others have locked.

use super::row::{JobRow, JobStatus};
use crate::{
    db::{self, PlatformTx},
    schema::queue::queue_jobs,
};
use chrono::TimeDelta;
use diesel::prelude::*;

/// How long a worker may be silent before its job is given to another.
const LEASE: TimeDelta = TimeDelta::minutes(2);

/// Takes up to `most` due jobs: highest priority first, then the longest waiting. A job whose lease ran out is due again.
pub fn claim(tx: &mut PlatformTx<'_>, most: i64) -> db::Result<Vec<JobRow>> {
    let now = tx.now();
    let waiting = queue_jobs::table
        .select(queue_jobs::id)
        .filter(
            queue_jobs::status
                .eq(JobStatus::Waiting)
                .and(queue_jobs::scheduled_at.le(now)),
        )
        .order((queue_jobs::priority.desc(), queue_jobs::scheduled_at.asc()))
        .limit(most)
        .for_update()
        .skip_locked()
        .load::<crate::base::ids::JobId>(tx.conn())?;
    let orphaned = queue_jobs::table
        .select(queue_jobs::id)
        .filter(
            queue_jobs::status
                .eq(JobStatus::Running)
                .and(queue_jobs::locked_until.lt(now)),
        )
        .limit(most)
        .for_update()
        .skip_locked()
        .load::<crate::base::ids::JobId>(tx.conn())?;
    let ids: Vec<_> = waiting
        .into_iter()
        .chain(orphaned)
        .take(usize::try_from(most).unwrap_or(0))
        .collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = diesel::update(queue_jobs::table.filter(queue_jobs::id.eq_any(ids)))
        .set((
            queue_jobs::status.eq(JobStatus::Running),
            queue_jobs::attempts.eq(queue_jobs::attempts + 1),
            queue_jobs::locked_until.eq(now + LEASE),
        ))
        .returning(JobRow::as_returning())
        .get_results(tx.conn())?;
    Ok(rows)
}
