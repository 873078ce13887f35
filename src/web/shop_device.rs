//! The cookie of a tablet that stands in a shop. What it opens, the shop's own pages decide.

use super::site::Site;
use crate::base::token::Token;
use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    web::Data,
};

/// How long a tablet is known.
const KEPT: Duration = Duration::days(365);

/// What this browser holds, where it holds something.
pub fn token(site: &Site, request: &HttpRequest) -> Option<Token> {
    Token::parse(request.cookie(name(site))?.value())
}

/// Whether it holds anything: whether that still opens something, the counter's own page finds out.
pub fn is_one(request: &HttpRequest) -> bool {
    let site = request.app_data::<Data<Site>>();
    site.is_some_and(|site| token(site, request).is_some())
}

/// From now on it holds this.
pub fn remember(site: &Site, answer: HttpResponse, token: &Token) -> HttpResponse {
    with(answer, cookie(site, token.text()).max_age(KEPT).finish())
}

/// And no longer.
pub fn forget(site: &Site, answer: HttpResponse) -> HttpResponse {
    let mut cookie = cookie(site, String::new()).finish();
    cookie.make_removal();
    with(answer, cookie)
}

fn cookie(site: &Site, value: String) -> actix_web::cookie::CookieBuilder<'static> {
    Cookie::build(name(site), value)
        .path("/")
        .secure(site.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
}

fn with(mut answer: HttpResponse, cookie: Cookie<'static>) -> HttpResponse {
    // Its name and its value are letters of ours, so it is always a valid header.
    if let Err(error) = answer.add_cookie(&cookie) {
        tracing::error!(%error, "the cookie of a shop's tablet could not be set");
    }
    answer
}

fn name(site: &Site) -> &'static str {
    if site.is_https() {
        "__Host-oc_shop"
    } else {
        "oc_shop"
    }
}
