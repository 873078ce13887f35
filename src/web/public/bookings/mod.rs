//! A booking, for whoever holds its link: the done page and its home ever after. Opening a link shows and never does
//! (mail scanners open links); what acts is a button.

pub mod answer;
pub mod calendar;
pub mod cancellation;
pub mod file;
pub mod instead;
pub mod offers;
pub mod part;
pub mod part_move;
mod parts;
pub mod receipt;
pub mod reschedule;
pub mod series;
pub mod show;
mod ways;

use crate::domain::{
    bookings::{moving, rules, status::Status},
    businesses::profile::Profile,
};
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
        let open = |deadline: DateTime<Utc>| {
            (row.status.is_ahead() && now < row.start_at && rules::in_time(deadline, now))
                .then_some(deadline)
        };
        // What the shop has not promised yet can be taken back until it begins.
        let waits = row.status == Status::Pending && now < row.start_at;
        Self {
            change_until: open(moving::deadline(&profile.settings, row))
                .filter(|_| !profile.is_stopped),
            cancel_until: match waits {
                true => Some(row.start_at),
                false => open(rules::change_until(
                    row.limits_start(),
                    profile.settings.cancel_until_minutes,
                )),
            },
        }
    }
}
