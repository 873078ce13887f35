//! What stands between the house and those who mean it no good, or are many: RELIABILITY.md 7, E, F and K.

mod alike;
mod broken;
mod cache;
mod contact;
mod counters;
mod forms;
mod host;
mod log;
mod neighbours;
mod often;
mod secure;
mod session;
mod slow;
mod spam;
mod trail;
mod trap;
