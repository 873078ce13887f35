//! What the operators see of the queue and do to it: what waits, what was given up, once more, never.

use super::row::JobStatus;
use crate::{
    base::ids::{BusinessId, JobId},
    db::{
        self, PlatformTx,
        statement::{bind, prepared, statement},
    },
    schema::queue::queue_jobs,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Nullable, Text, Timestamptz},
};

/// Jobs on a page.
pub const PAGE: usize = 50;

/// A job as it is looked at.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = queue_jobs)]
pub struct Seen {
    /// Its key.
    pub id: JobId,
    /// The business it is for; `None` is the platform's own work.
    pub business_id: Option<BusinessId>,
    /// Its kind.
    pub job_type: String,
    /// What it is about: keys, never copies.
    pub payload_json: serde_json::Value,
    /// Where it stands.
    pub status: JobStatus,
    /// Tries so far.
    pub attempts: i32,
    /// Tries in all.
    pub max_attempts: i32,
    /// When it is due, or was.
    pub scheduled_at: DateTime<Utc>,
    /// What went wrong the last time.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was done or given up.
    pub finished_at: Option<DateTime<Utc>>,
}

/// How many jobs of a kind there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The name of the job.
    pub job_type: String,
    /// That wait.
    pub waiting: i64,
    /// That run now.
    pub running: i64,
    /// That were given up.
    pub failed: i64,
    /// Since when the one that is due the longest is due.
    pub due_since: Option<DateTime<Utc>>,
}

impl Kind {
    /// A kind of which there is nothing.
    pub fn none(name: &str) -> Self {
        Self {
            job_type: name.to_owned(),
            waiting: 0,
            running: 0,
            failed: 0,
            due_since: None,
        }
    }
}

/// A kind, how many wait, run and were given up, and since when the first is due.
type Counted = (String, i64, i64, i64, Option<DateTime<Utc>>);

/// The kinds of which there is anything.
pub fn kinds(tx: &mut PlatformTx<'_>) -> db::Result<Vec<Kind>> {
    type Row = (Text, BigInt, BigInt, BigInt, Nullable<Timestamptz>);
    let now = tx.now();
    let rows: Vec<Counted> = statement::<Row, _>(
        "select job_type, count(*) filter (where status = 'waiting'), count(*) filter (where status = 'running'), \
         count(*) filter (where status = 'failed'), min(scheduled_at) filter (where status = 'waiting' and scheduled_at <= ?) \
         from queue.queue_jobs group by job_type order by job_type",
        (bind::<Timestamptz, _>(now),),
    )
    .load(tx.conn())?;
    let kind = |(job_type, waiting, running, failed, due_since)| Kind {
        job_type,
        waiting,
        running,
        failed,
        due_since,
    };
    Ok(rows.into_iter().map(kind).collect())
}

/// A page of the jobs in a state, and one more if there are more: the given-up ones from the latest, the others as they are due.
pub fn page(
    tx: &mut PlatformTx<'_>,
    status: JobStatus,
    kind: Option<&str>,
    skip: i64,
) -> db::Result<Vec<Seen>> {
    let mut found = queue_jobs::table
        .filter(queue_jobs::status.eq(status))
        .select(Seen::as_select())
        .into_boxed();
    if let Some(kind) = kind {
        found = found.filter(queue_jobs::job_type.eq(kind.to_owned()));
    }
    found = match status {
        JobStatus::Failed | JobStatus::Done => {
            found.order((queue_jobs::finished_at.desc(), queue_jobs::id))
        }
        JobStatus::Waiting | JobStatus::Running => {
            found.order((queue_jobs::scheduled_at.asc(), queue_jobs::id))
        }
    };
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    Ok(found.offset(skip).limit(most).load(tx.conn())?)
}

/// One job.
pub fn find(tx: &mut PlatformTx<'_>, id: JobId) -> db::Result<Option<Seen>> {
    let found = queue_jobs::table
        .filter(queue_jobs::id.eq(id))
        .select(Seen::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(found)
}

/// Has a job that was given up done at once, with all its tries before it. Returns false when it is not given up any more.
pub fn once_more(tx: &mut PlatformTx<'_>, id: JobId) -> db::Result<bool> {
    let now = tx.now();
    let again = prepared(diesel::update(given_up(id)).set((
        queue_jobs::status.eq(JobStatus::Waiting),
        queue_jobs::attempts.eq(0),
        queue_jobs::scheduled_at.eq(now),
        queue_jobs::finished_at.eq(None::<DateTime<Utc>>),
    )))
    .execute(tx.conn())?;
    Ok(again > 0)
}

/// The same for all of a kind. Returns how many.
pub fn all_once_more(tx: &mut PlatformTx<'_>, kind: &str) -> db::Result<usize> {
    let now = tx.now();
    let again = prepared(
        diesel::update(
            queue_jobs::table.filter(
                queue_jobs::status
                    .eq(JobStatus::Failed)
                    .and(queue_jobs::job_type.eq(kind)),
            ),
        )
        .set((
            queue_jobs::status.eq(JobStatus::Waiting),
            queue_jobs::attempts.eq(0),
            queue_jobs::scheduled_at.eq(now),
            queue_jobs::finished_at.eq(None::<DateTime<Utc>>),
        )),
    )
    .execute(tx.conn())?;
    Ok(again)
}

/// Strikes out a job that was given up. Returns false when it is not given up any more.
pub fn strike_out(tx: &mut PlatformTx<'_>, id: JobId) -> db::Result<bool> {
    let gone = prepared(diesel::delete(given_up(id))).execute(tx.conn())?;
    Ok(gone > 0)
}

type GivenUp = diesel::helper_types::Filter<
    queue_jobs::table,
    diesel::helper_types::And<
        diesel::helper_types::Eq<queue_jobs::id, JobId>,
        diesel::helper_types::Eq<queue_jobs::status, JobStatus>,
    >,
>;

fn given_up(id: JobId) -> GivenUp {
    queue_jobs::table.filter(
        queue_jobs::id
            .eq(id)
            .and(queue_jobs::status.eq(JobStatus::Failed)),
    )
}
