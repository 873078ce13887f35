//! The back office, as whoever runs a shop uses it.

mod branches;
mod business;
mod dates;
mod finding;
mod hours;
mod keys;
mod legal;
mod letters;
mod letters_looks;
mod letters_trial;
mod limits;
mod looks;
mod messages;
pub mod presses;
mod preview;
mod rights;
mod shifts;
mod time_off;
mod time_off_hours;
mod time_off_looks;
mod time_off_races;

/// Where it is.
const OFFICE: &str = "/ja/owner/aoi-salon";
