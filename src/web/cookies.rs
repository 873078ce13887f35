//! What a browser keeps for us beside its session, all of it alike: for this host alone, out of the reach of scripts and of
//! other sites' forms, and by https only where people reach us so.

use super::site::Site;
use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
};

/// What a browser keeps under a word of ours.
pub fn kept(site: &Site, request: &HttpRequest, word: &str) -> Option<Cookie<'static>> {
    request.cookie(&name(site, word))
}

/// The answer from which on it keeps this, for so long.
pub fn keep(
    site: &Site,
    answer: HttpResponse,
    (word, value): (&str, String),
    life: Duration,
) -> HttpResponse {
    let mut cookie = cookie(site, word, value);
    cookie.set_max_age(life);
    with(answer, &cookie)
}

/// The answer after which it keeps nothing under the word.
pub fn forget(site: &Site, answer: HttpResponse, word: &str) -> HttpResponse {
    let mut cookie = cookie(site, word, String::new());
    cookie.make_removal();
    with(answer, &cookie)
}

/// How it is called. Under the longer name browsers take it from this very host and by https alone.
pub fn name(site: &Site, word: &str) -> String {
    let host = if site.is_https() { "__Host-" } else { "" };
    format!("{host}oc_{word}")
}

fn cookie(site: &Site, word: &str, value: String) -> Cookie<'static> {
    Cookie::build(name(site, word), value)
        .path("/")
        .secure(site.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .finish()
}

fn with(mut answer: HttpResponse, cookie: &Cookie<'static>) -> HttpResponse {
    // Its name and its value are letters of ours, so it is always a valid header.
    if let Err(error) = answer.add_cookie(cookie) {
        tracing::error!(%error, name = cookie.name(), "a cookie could not be set");
    }
    answer
}
