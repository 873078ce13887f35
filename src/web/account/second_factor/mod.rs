//! A second thing to prove with: what somebody has, setting it up, and being asked for it.

pub mod app;
pub mod codes;
pub mod overview;
pub mod passkeys;
pub mod step;
