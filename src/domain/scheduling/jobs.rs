//! Payloads.

use crate::{
    base::ids::{OutsideCalendarId, TimeOffId},
    queue::Job,
};
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

/// Read a calendar that somebody keeps elsewhere.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReadCalendar {
    /// Which.
    pub calendar: OutsideCalendarId,
}

impl Job for ReadCalendar {
    const NAME: &'static str = "read_calendar";
    /// What fails for want of an answer is written down and asked again by the clock; this is for the database's own troubles.
    const ATTEMPTS: i32 = 3;
}
