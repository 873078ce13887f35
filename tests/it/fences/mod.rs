//! What stands between the house and those who mean it no good, or are many: RELIABILITY.md 7, E, F and K.

mod alike;
mod contact;
mod forms;
mod host;
mod often;
mod secure;
mod slow;
mod trap;
