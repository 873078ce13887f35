//! The cookie of a tablet that stands in a shop. What it opens, the shop's own pages decide.

use super::{
    cookies,
    error::Error,
    session::{SignedIn, Stage},
    site::Site,
};
use crate::base::{
    ids::{DeviceId, UserId},
    token::Token,
};
use actix_session::SessionExt;
use actix_web::{HttpRequest, HttpResponse, cookie::time::Duration, web::Data};

const WORD: &str = "shop";
/// How long a tablet is known.
const KEPT: Duration = Duration::days(365);

/// What this browser holds, where it holds something.
pub fn token(site: &Site, request: &HttpRequest) -> Option<Token> {
    Token::parse(cookies::kept(site, request, WORD)?.value())
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
const ON_A_SHOP_DEVICE: [&str; 12] = [
    "",
    "today",
    "day",
    "week",
    "month",
    "live",
    "check-in",
    "print",
    "bookings",
    "blocks",
    "counter",
    "manifest.webmanifest",
];

/// The slug of the counter that a request is about, if it is about the day there.
pub fn desk(request: &HttpRequest) -> Option<String> {
    let mut parts = request.path().split('/').skip(2);
    let (audience, slug) = (parts.next()?, parts.next()?);
    let page = parts.next().unwrap_or_default();
    (audience == "staff" && ON_A_SHOP_DEVICE.contains(&page)).then(|| slug.to_owned())
}

/// From now on it holds this.
pub fn remember(site: &Site, answer: HttpResponse, token: &Token) -> HttpResponse {
    cookies::keep(site, answer, (WORD, token.text()), KEPT)
}

/// And no longer.
pub fn forget(site: &Site, answer: HttpResponse) -> HttpResponse {
    cookies::forget(site, answer, WORD)
}
