//! One message across one redirect: its cookie holds the name of a message and nothing else, so it says nothing of its own.

mod of_integrations;
mod of_letters;
mod outcome;
mod said;

use super::{
    middleware::ONLY_HERE,
    ui::flash::{Flash, Outcome},
};
use crate::i18n::Words;
use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
};
use std::str::FromStr;

pub use of_integrations::SaidOfIntegrations;
pub use of_letters::SaidOfLetters;
pub use said::Said;

const NAME: &str = "oc_flash";

/// Lets the next page say it.
pub fn say(mut answer: HttpResponse, said: impl Into<&'static str>) -> HttpResponse {
    let name: &'static str = said.into();
    let cookie = Cookie::build(NAME, name)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::minutes(1))
        .finish();
    // A cookie whose name and value are literals of ours is always a valid header.
    if let Err(error) = answer.add_cookie(&cookie) {
        tracing::error!(%error, "the flash cookie could not be set");
    }
    answer
}

/// What the last page wanted said.
pub fn read(request: &HttpRequest, t: Words) -> Option<Flash> {
    let of_family = |name: &'static str| t.of_family("flash", name);
    let (outcome, words) = if let Some(said) = told::<Said>(request) {
        (said.outcome(), words(t, said))
    } else if let Some(said) = told::<SaidOfLetters>(request) {
        (said.outcome(), of_family(said.into()))
    } else {
        let said: SaidOfIntegrations = told(request)?;
        (Outcome::Done, of_family(said.into()))
    };
    Some(Flash {
        outcome,
        words,
        undo: None,
    })
}

/// The sentence itself.
pub fn words(t: Words, said: Said) -> String {
    t.of_family("flash", said.into())
}

/// The same by the page of whom it is about, which knows the name: no name travels in a cookie.
pub fn read_about(request: &HttpRequest, t: Words, name: &str) -> Option<Flash> {
    let words = told::<Said>(request)?.about(t, name)?;
    read(request, t).map(|said| Flash { words, ..said })
}

fn told<T: FromStr>(request: &HttpRequest) -> Option<T> {
    let cookie = request.cookie(NAME);
    let cookie = cookie.or_else(|| request.cookie(&format!("{ONLY_HERE}{NAME}")))?;
    cookie.value().parse().ok()
}

/// Takes the cookie away once it has been said.
pub fn gone() -> Cookie<'static> {
    let mut cookie = Cookie::build(NAME, "")
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .finish();
    cookie.make_removal();
    cookie
}
