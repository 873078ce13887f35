//! The back office, as whoever runs a shop uses it.

mod dates;
mod hours;
mod looks;
mod preview;
mod shifts;

/// Where it is.
const OFFICE: &str = "/ja/owner/aoi-salon";
