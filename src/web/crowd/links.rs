//! Whoever guesses at the keys that stand in addresses, links of letters and of bookings. No guess is ever right (a key
//! has 256 random bits); but each costs a question to the database, so after some the guesser waits.

use super::{Standing, tally, visitor};
use crate::web::{error::Error, site::Site};
use actix_web::{HttpRequest, http::StatusCode};

/// What a route calls the key in its address.
const KEY: &str = "token";

/// Before anybody looks for what an address opens: refuses a network from which too many opened nothing.
pub fn refused(site: &Site, request: &HttpRequest) -> Option<Error> {
    let has_key = request
        .match_pattern()
        .is_some_and(|route| route.contains("{token}"));
    if !has_key {
        return None;
    }
    let now = site.db.clock().now();
    let until = site.crowd.over_until(&key(site, request), now)?;
    Some(Error::too_often(until - now))
}

/// Afterwards: counts what opened nothing. What was written so that [`refused`] did not know it is refused here.
pub async fn counted(site: &Site, request: &HttpRequest, status: StatusCode) -> Option<Error> {
    let is_wrong = matches!(status, StatusCode::NOT_FOUND | StatusCode::GONE);
    if !is_wrong || request.match_info().get(KEY).is_none() {
        return None;
    }
    match tally(site, &key(site, request), site.crowd.limits().links).await {
        Standing::Welcome => None,
        Standing::Over { until, .. } => Some(Error::too_often(until - site.db.clock().now())),
    }
}

fn key(site: &Site, request: &HttpRequest) -> String {
    format!("link {}", visitor(site, request))
}
