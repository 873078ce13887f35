//! The back office, as whoever runs a shop uses it.

mod business;
mod dates;
mod hours;
mod looks;
mod presses;
mod preview;
mod rights;
mod shifts;

/// Where it is.
const OFFICE: &str = "/ja/owner/aoi-salon";
