//! What stands between the house and those who mean it no good, or are many: RELIABILITY.md 7, E, F and K.

mod alike;
mod contact;
mod forms;
mod host;
mod log;
mod often;
mod secure;
mod session;
mod slow;
mod trail;
mod trap;
