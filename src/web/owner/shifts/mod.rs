//! Who works when: a week of everybody, one day of somebody, and the week that somebody works as a rule.

pub mod copy;
pub mod day;
mod plan;
pub mod show;
mod time_off;
pub mod time_off_acts;
pub mod week;

use crate::domain::businesses::role::Right;

/// What all of it needs.
const RIGHT: Right = Right::ManageSchedule;
