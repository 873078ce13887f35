//! When the shop is open: its weeks, single dates, how many may begin in a half-hour, and whether guests may book online at all just now.

pub mod acts;
pub mod closure;
mod closure_form;
pub mod limits;
mod limits_form;
pub mod show;
pub mod week;
pub(in crate::web::owner) mod week_form;

use crate::domain::businesses::role::Right;

/// What all of it needs.
const RIGHT: Right = Right::ManageSchedule;
