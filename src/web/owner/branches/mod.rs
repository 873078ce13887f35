//! Another shop of the same owner: opened with copies of what this one has, and let in by the operators as every shop is.

mod copies;
mod form;
pub mod new;

use super::{answers, ask, sheet};
