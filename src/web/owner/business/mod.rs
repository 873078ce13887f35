//! The business itself: how it is called and shown, and how it takes bookings.

pub mod legal;
mod legal_form;
pub mod overbooking;
pub mod profile;
mod profile_form;
pub mod reminders;
pub mod rules;
mod rules_form;

use super::{answers, ask, figures, lengths, look, sheet, subject};
use crate::domain::businesses::role::Right;

/// What all of it needs.
const RIGHT: Right = Right::ManageBusiness;
