//! Work for later, as rows. A job is written in the transaction of the change it follows from, or not at all; the
//! night shift takes it with `for update skip locked`.

pub mod claim;
pub mod office;
pub mod outcome;
pub mod pause;
pub mod retention;
pub mod row;
pub mod turn;

use crate::{base::ids::BusinessId, db, schema::queue::queue_jobs};
use chrono::{DateTime, Utc};
use diesel::{pg::Pg, prelude::*, query_builder::QueryFragment};
use serde::{Serialize, de::DeserializeOwned};

/// A payload: ids, never copies of what they point at.
pub trait Job: Serialize + DeserializeOwned {
    /// The name in the row; must not change once rows exist.
    const NAME: &'static str;
    /// How often it is tried before it is given up.
    const ATTEMPTS: i32 = 8;
    /// Higher is sooner.
    const PRIORITY: i16 = 0;
}

/// A job to be done at `due`, for one business or for the platform (`None`), to be written with what it follows from.
pub fn job<J: Job>(
    business: Option<BusinessId>,
    job: &J,
    due: DateTime<Utc>,
) -> db::Result<impl QueryFragment<Pg> + use<J>> {
    Ok(diesel::insert_into(queue_jobs::table).values((
        queue_jobs::business_id.eq(business),
        queue_jobs::job_type.eq(J::NAME),
        queue_jobs::payload_json.eq(payload(job)?),
        queue_jobs::max_attempts.eq(J::ATTEMPTS),
        queue_jobs::priority.eq(J::PRIORITY),
        queue_jobs::scheduled_at.eq(due),
    )))
}

fn payload<J: Job>(job: &J) -> db::Result<serde_json::Value> {
    serde_json::to_value(job)
        .map_err(|error| diesel::result::Error::SerializationError(error.into()).into())
}
