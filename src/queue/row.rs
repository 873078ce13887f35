//! The row of a job and its states.

use crate::base::ids::{BusinessId, JobId};
use diesel::prelude::*;
use uuid::Uuid;

crate::pg_enum! {
    /// Where a job stands.
    JobStatus as crate::schema::queue::sql_types::JobStatus {
        /// To be done when it is due.
        Waiting = "waiting",
        /// A worker has it, until its lease ends.
        Running = "running",
        /// Done.
        Done = "done",
        /// Given up; somebody must look at it.
        Failed = "failed",
    }
}

/// A claimed job, as the night shift needs it.
#[derive(Debug, Queryable)]
pub struct JobRow {
    /// Its key.
    pub id: JobId,
    /// The business it is for; `None` is the platform's own work.
    pub business_id: Option<BusinessId>,
    /// The name of the payload's type.
    pub job_type: String,
    /// The payload.
    pub payload_json: serde_json::Value,
    /// Tries so far, this one counted.
    pub attempts: i32,
    /// Tries in all.
    pub max_attempts: i32,
    /// Drawn when it was taken: an outcome without it is of somebody who was thought lost, and counts no more.
    pub lease: Option<Uuid>,
}
