//! What every room may lean on.

pub mod flag;
pub mod limit;
pub mod switch;
