//! The business's own card of a person. A guest has one without ever having an account.

pub mod card;
pub mod different;
pub mod erase;
pub mod export;
pub mod follow;
pub mod import;
pub mod incoming;
pub mod likeness;
pub mod marks;
pub mod merge;
pub mod notes;
pub mod own;
pub mod register;
pub mod search;
pub mod sharing;
pub mod sheet;
pub mod table;
pub mod tags;
