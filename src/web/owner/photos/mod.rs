//! The photographs of the shop and its mark: sent, ordered, captioned, removed and had back.

pub mod acts;
pub mod caption;
mod lines;
pub mod list;
pub mod upload;
mod words;

use super::{answers, ask, sheet, subject};
use crate::domain::businesses::role::Right;

/// What all of it needs.
const RIGHT: Right = Right::ManageBusiness;
