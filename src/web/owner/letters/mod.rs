//! What guests read in their letters: how they sound, and the shop's own words in them.

pub mod list;
mod preview;
pub mod restore;
mod sample;
pub mod tone;
pub mod trial;
pub mod wording;
mod wording_form;
mod words;

use super::{answers, ask, catalogue::policies, sheet, subject};
use crate::domain::businesses::role::Right;

/// What all of it needs.
const RIGHT: Right = Right::ManageBusiness;

/// Where the list is.
pub(in crate::web::owner) const LIST: &str = "letters";
