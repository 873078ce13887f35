//! What no single limit shows, because many do a little each: whoever runs the site is told, by a line of the log and
//! above the operators' first page.

use super::{Standing, tally};
use crate::{
    base::ids::UserId,
    db::{self, PlatformTx},
    domain::platform::limit::{self, Limit},
    web::site::Site,
};
use chrono::{DateTime, Utc};

const WRONG_PASSWORDS: &str = "wrong passwords";

/// Counts a password that did not open what it was typed for, or was not even compared, whoever's and from wherever:
/// leaked pairs are tried once each, from networks that try a few each. The request's number is for the log.
pub async fn wrong_password(site: &Site, request: &str) {
    let limit = site.crowd.limits().wrong_passwords;
    let standing = tally(site, WRONG_PASSWORDS, limit).await;
    if let Standing::Over { is_news: true, .. } = standing {
        let (most, minutes) = (limit.most, limit.window.num_minutes());
        tracing::warn!(
            target: "alarm",
            request,
            most,
            minutes,
            "more wrong passwords than people type"
        );
    }
}

/// Writes down that somebody was not let in, by which way and into whose account, if it is anybody's. The number of an
/// account says to nobody but the house whose it is.
pub fn not_let_in(request: &str, way: &'static str, account: Option<UserId>) {
    let account = account.map(|user| user.to_string());
    let account = account.as_deref().unwrap_or("-");
    tracing::info!(target: "access", request, way, account, "not let in");
}

/// Since when there have been too many, while that lasts.
pub fn raised(tx: &mut PlatformTx<'_>, limit: Limit) -> db::Result<Option<DateTime<Utc>>> {
    limit::over_since(tx, WRONG_PASSWORDS, limit)
}
