//! Payloads.

use crate::queue::Job;
use serde::{Deserialize, Serialize};

/// Look whether anybody on the waiting list of the job's business can be offered something.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OfferWaitlist {}

impl Job for OfferWaitlist {
    const NAME: &'static str = "offer_waitlist";
}
