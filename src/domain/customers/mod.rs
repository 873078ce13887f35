//! The business's own card of a person. A guest has one without ever having an account.

pub mod register;
