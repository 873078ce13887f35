//! What every room may lean on.

pub mod flag;
pub mod ken_all;
pub mod limit;
pub mod once;
pub mod postal_code;
pub mod switch;
