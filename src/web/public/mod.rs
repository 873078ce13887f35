//! Anyone, at one business: what is offered, when, and the way to a booking and back out of it. No cookie, no account,
//! no script is needed for any of it.

pub mod home;
pub mod routes;
