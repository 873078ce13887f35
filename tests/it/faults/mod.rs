//! What goes wrong at night: workers that are killed, mail servers that are away, slow, refusing or of two minds, a database that
//! waits. `cargo test --test it faults`; `OC_FAULT_JOBS=1000` and `OC_FAULT_BOOKINGS=10000` make it as large as a real night.
//!
//! What is counted is what the reader gets: one letter an event. SMTP cannot promise that where a worker dies between the server's
//! yes and the moment it is written down; there, the letter goes again under the same Message-ID, by which mailboxes know it, and
//! never more of them than were in somebody's hands.

mod database;
mod ledger;
mod mail;
mod night;
mod workers;

use crate::model::said;

/// A size that a variable may set.
fn size(variable: &str, usual: usize) -> usize {
    said(variable).map_or(usual, |size| usize::try_from(size).unwrap())
}

#[expect(clippy::print_stderr, reason = "what came of it is for whoever asks")]
fn note(words: &str) {
    eprintln!("{words}");
}
