//! Payloads.

use crate::{base::ids::TimeOffId, queue::Job};
use serde::{Deserialize, Serialize};

/// Tell those whom it concerns what became of a request for time off, if it is still so by then.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TellTimeOff {
    /// Which.
    pub request: TimeOffId,
    /// As of which of its changes.
    pub version: i32,
}

impl Job for TellTimeOff {
    const NAME: &'static str = "tell_time_off";
}
