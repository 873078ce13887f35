//! The addresses beside the way to a booking.

use super::Times;
use crate::base::lang::Lang;
use chrono::NaiveDate;

/// Where a guest asks why a time cannot be had; with what they have chosen so far.
pub fn why(lang: Lang, slug: &str, times: Option<&Times>) -> String {
    let chosen = times.map(|times| format!("?{}", times.query()));
    format!(
        "/{}/b/{slug}/book/why{}",
        lang.code(),
        chosen.unwrap_or_default()
    )
}

/// How a visit of several services is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// Guest after guest, each with their services, as one text.
    pub with: String,
    /// From which business day.
    pub from: Option<NaiveDate>,
    /// `table`, `list` or `month`.
    pub view: Option<&'static str>,
    /// The hold that is being changed.
    pub hold: Option<String>,
}

/// Where several services are put together, and where a time for them is sent to; with what is chosen so far.
pub fn visit(lang: Lang, slug: &str, visit: Option<&Visit>) -> String {
    let page = format!("/{}/b/{slug}/book/visit", lang.code());
    let Some(visit) = visit else {
        return page;
    };
    let mut pairs = vec![("with", visit.with.clone())];
    pairs.extend(visit.from.map(|date| ("from", date.to_string())));
    pairs.extend(visit.view.map(|view| ("view", view.to_owned())));
    pairs.extend(visit.hold.clone().map(|hold| ("hold", hold)));
    let chosen = serde_urlencoded::to_string(pairs).unwrap_or_default();
    format!("{page}?{chosen}")
}
