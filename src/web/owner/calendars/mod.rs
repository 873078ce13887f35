//! Calendars around the shop: those that people keep elsewhere and whose appointments take their time here, and the links under which
//! calendars elsewhere read what is booked here.

pub mod acts;
pub mod calendar;
mod check;
mod lines;
pub mod list;
pub mod write;

use super::{answers, ask, figures, sheet, subject};
use crate::domain::businesses::role::Right;

/// What all of it needs.
const RIGHT: Right = Right::ManageBusiness;
