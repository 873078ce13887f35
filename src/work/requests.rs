//! Requests that wait for a shop: it is reminded of them, and they lapse. Each is looked after by a job of its own, which sleeps
//! until there is something to do.

use super::Shift;
use crate::{
    db::{self, run::house},
    domain::{
        bookings::{jobs::TendRequest, lapse},
        businesses::profile,
    },
    queue::{outcome::Outcome, row::JobRow},
};

/// Looks after a request.
pub(super) async fn tend(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(asked) = serde_json::from_value::<TendRequest>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let Some(business) = job.business_id else {
        return Outcome::GiveUp("the request is of no business".to_owned());
    };
    let next: db::Result<_> = shift
        .db
        .tenant(house(business), move |tx| {
            let Some(profile) = profile::own(tx)? else {
                return Ok(None);
            };
            lapse::tend(tx, &profile, asked.booking)
        })
        .await;
    match next {
        Ok(None) => Outcome::Done,
        Ok(Some(until)) => Outcome::Snooze(until),
        Err(error) => Outcome::Retry(error.to_string()),
    }
}
