//! The business's own card of a person. A guest has one without ever having an account.

pub mod erase;
pub mod export;
pub mod follow;
pub mod own;
pub mod register;
