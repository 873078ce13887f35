//! How often one visitor, and everybody together at one business, may ask for what costs much or takes something away.
//! Counted here first, and in the database, for all instances together, only once it is more than a person does: a
//! guest costs no statement.

pub mod alarm;
mod limits;
pub mod links;
mod tally;

pub use limits::Limits;
pub use tally::Crowd;

use super::{error::Error, site::Site};
use crate::{base::ids::BusinessId, domain::platform::limit::Limit};
use actix_web::HttpRequest;
use tally::{Standing, tally};

/// Counts a wish to hold a time.
pub async fn hold(site: &Site, request: &HttpRequest, business: BusinessId) -> Result<(), Error> {
    let limits = site.crowd.limits();
    let who = visitor(site, request);
    count(site, &format!("hold {business} {who}"), limits.holds).await?;
    count(site, &format!("hold {business}"), limits.holds_of_all).await
}

/// Counts a booking, whichever business it is at: nobody writes letters to a hundred strangers by way of a hundred shops.
pub async fn book(site: &Site, request: &HttpRequest) -> Result<(), Error> {
    let who = visitor(site, request);
    count(site, &format!("book {who}"), site.crowd.limits().bookings).await
}

/// Counts a form with files: each is much work.
pub async fn send_files(site: &Site, request: &HttpRequest) -> Result<(), Error> {
    let who = visitor(site, request);
    count(site, &format!("files {who}"), site.crowd.limits().files).await
}

/// Counts a look at the free times of a business.
pub async fn look(site: &Site, request: &HttpRequest, business: BusinessId) -> Result<(), Error> {
    search(site, request).await?;
    let limit = site.crowd.limits().looks_of_all;
    count(site, &format!("look {business}"), limit).await
}

/// Counts a look among all businesses.
pub async fn search(site: &Site, request: &HttpRequest) -> Result<(), Error> {
    let who = visitor(site, request);
    count(site, &format!("look {who}"), site.crowd.limits().looks).await
}

/// A visitor's network, so that whoever reads the table of counters learns nothing of anybody.
fn visitor(site: &Site, request: &HttpRequest) -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    URL_SAFE_NO_PAD.encode(site.client_hash(request))
}

async fn count(site: &Site, key: &str, limit: Limit) -> Result<(), Error> {
    match tally(site, key, limit).await {
        Standing::Welcome => Ok(()),
        Standing::Over { until, .. } => Err(Error::too_often(until - site.db.clock().now())),
    }
}
