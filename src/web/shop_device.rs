//! The cookie of a tablet that stands in a shop. What it opens, the shop's own pages decide.

use super::{
    error::Error,
    session::{SignedIn, Stage},
    site::Site,
};
use crate::base::{
    ids::{DeviceId, UserId},
    token::Token,
};
use actix_session::SessionExt;
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

/// Begins a session of somebody who came in on one.
pub fn begin(request: &HttpRequest, whose: (UserId, &str), device: DeviceId) -> Result<(), Error> {
    SignedIn::begin(request, whose, Stage::ShopDevice, None)?;
    request
        .get_session()
        .insert("device", device)
        .map_err(|error| Error::Broken(format!("session: {error}")))
}

/// What is open to whoever came in on a tablet of the shop: its day, and nothing else.
const ON_A_SHOP_DEVICE: [&str; 6] = ["", "today", "day", "print", "bookings", "counter"];

/// The slug of the counter that a request is about, if it is about the day there.
pub fn desk(request: &HttpRequest) -> Option<String> {
    let mut parts = request.path().split('/').skip(2);
    let (audience, slug) = (parts.next()?, parts.next()?);
    let page = parts.next().unwrap_or_default();
    (audience == "staff" && ON_A_SHOP_DEVICE.contains(&page)).then(|| slug.to_owned())
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
