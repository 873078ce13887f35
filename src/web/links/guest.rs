//! The addresses beside the way to a booking.

use super::Times;
use crate::base::lang::Lang;

/// Where a guest asks why a time cannot be had; with what they have chosen so far.
pub fn why(lang: Lang, slug: &str, times: Option<&Times>) -> String {
    let chosen = times.map(|times| format!("?{}", times.query()));
    format!(
        "/{}/b/{slug}/book/why{}",
        lang.code(),
        chosen.unwrap_or_default()
    )
}
