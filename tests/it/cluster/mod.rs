//! The private server: one for all programs of a checkout, gone after the last, back after whatever happened.
//! Every test here has a server of its own, and real programs that come, go and are killed.

mod making;
mod place;
mod recovery;
mod sharing;
