//! What every room may lean on.

pub mod limit;
