//! A booking, for whoever holds its link: the done page and its home ever after. Opening a link shows and never does
//! (mail scanners open links); what acts is a button.

pub mod calendar;
pub mod cancellation;
pub mod file;
pub mod instead;
pub mod receipt;
pub mod reschedule;
pub mod show;

use crate::domain::{bookings::rules, businesses::profile::Profile};
use chrono::{DateTime, Utc};

/// What a guest may still do with a booking.
pub struct Rights {
    /// May move it, until then.
    pub change_until: Option<DateTime<Utc>>,
    /// May cancel it online, until then.
    pub cancel_until: Option<DateTime<Utc>>,
}

impl Rights {
    /// By the business's deadlines and the booking's state.
    pub fn of(
        profile: &Profile,
        row: &crate::domain::bookings::booking::Row,
        now: DateTime<Utc>,
    ) -> Self {
        let open = |minutes: i32| {
            let deadline = rules::change_until(row.start_at, minutes);
            (row.status.is_ahead() && now < row.start_at && rules::in_time(deadline, now))
                .then_some(deadline)
        };
        Self {
            change_until: open(profile.settings.change_until_minutes)
                .filter(|_| !profile.is_stopped),
            cancel_until: open(profile.settings.cancel_until_minutes),
        }
    }
}
