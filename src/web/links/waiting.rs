//! Addresses of the waiting list.

use super::{Times, Visit};
use crate::base::{ids::WaitId, lang::Lang, token::Token};

/// Where somebody puts themselves on the list of a service, without what is asked.
pub fn any_waitlist(lang: Lang, slug: &str) -> String {
    format!("/{}/b/{slug}/waitlist", lang.code())
}

/// The same for what is wished for.
pub fn waitlist(lang: Lang, slug: &str, times: &Times) -> String {
    format!("{}?{}", any_waitlist(lang, slug), times.query())
}

/// The same for a visit of several services.
pub fn waitlist_visit(lang: Lang, slug: &str, visit: &Visit) -> String {
    let mut pairs = vec![("with", visit.with.clone())];
    pairs.extend(visit.from.map(|date| ("from", date.to_string())));
    let wished = serde_urlencoded::to_string(pairs).unwrap_or_default();
    format!("{}?{wished}", any_waitlist(lang, slug))
}

/// That a letter is on its way.
pub fn waitlist_sent(lang: Lang, slug: &str) -> String {
    format!("{}/sent", any_waitlist(lang, slug))
}

/// Somebody's place on the list, for whoever holds its key.
pub fn waiting(lang: Lang, slug: &str, (id, token): (WaitId, &Token)) -> String {
    format!("{}/{id}/{}", any_waitlist(lang, slug), token.text())
}

/// Where the guest of a booking waits for an earlier time.
pub fn booking_earlier(lang: Lang, token: &str) -> String {
    format!("/{}/bookings/{token}/earlier", lang.code())
}
