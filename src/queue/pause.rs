//! Kinds of jobs that an operator holds up: nobody takes them, and they wait where they are.

use crate::{
    db::{self, PlatformTx, statement::prepared},
    schema::queue::job_pauses,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// A kind that is held up.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = job_pauses)]
pub struct Pause {
    /// The name of the job.
    pub job_type: String,
    /// Why, in the words of whoever holds it up.
    pub reason: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

/// All that are held up.
pub fn all(tx: &mut PlatformTx<'_>) -> db::Result<Vec<Pause>> {
    let found = job_pauses::table
        .order(job_pauses::job_type)
        .select(Pause::as_select())
        .load(tx.conn())?;
    Ok(found)
}

/// Holds a kind up; what runs is finished. Returns false when it is held up already.
pub fn hold_up(tx: &mut PlatformTx<'_>, kind: &str, reason: &str) -> db::Result<bool> {
    let written = prepared(
        diesel::insert_into(job_pauses::table)
            .values((job_pauses::job_type.eq(kind), job_pauses::reason.eq(reason)))
            .on_conflict_do_nothing(),
    )
    .execute(tx.conn())?;
    Ok(written > 0)
}

/// Lets a kind go on. Returns false when nobody holds it up.
pub fn go_on(tx: &mut PlatformTx<'_>, kind: &str) -> db::Result<bool> {
    let gone = prepared(diesel::delete(
        job_pauses::table.filter(job_pauses::job_type.eq(kind)),
    ))
    .execute(tx.conn())?;
    Ok(gone > 0)
}
