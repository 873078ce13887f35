//! Bookings that were made together by a rule (くり返し予約). Each is a booking like any other, with a price, terms, a story and
//! a link of its own; what is done to several of them is done to all of those or to none, in one transaction.

pub mod call_off;
pub mod letter;
pub mod make;
mod moving;
mod pattern;
pub mod plan;
pub mod read;
pub mod rule;
pub mod shift;

use super::history::{self, Change};

pub use pattern::is_repeatable;

/// A line of the story of one booking: what was done to the series that it belongs to.
fn told(what: String) -> Change<'static> {
    Change {
        field: history::SERIES,
        old: None,
        new: Some(what),
        reason: "",
    }
}
