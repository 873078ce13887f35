//! A shop's page as guests will see it, before they can: its owner has a link that the house has sealed, for a few hours.

use super::{links, sealed, site::Site};
use crate::base::{ids::BusinessId, lang::Lang};
use serde::{Deserialize, Serialize};

/// What the seal is for.
const PURPOSE: &[u8] = b"preview of a page";
/// So long a link shows the page, in seconds.
const SHOWS: i64 = 6 * 60 * 60;

/// Of which business, and until when.
#[derive(Serialize, Deserialize)]
struct Pass {
    business: uuid::Uuid,
    until: i64,
}

/// The link to the page of a business that is not open yet.
pub fn link(site: &Site, lang: Lang, business: BusinessId, slug: &str) -> String {
    let pass = Pass {
        business: business.0,
        until: site.db.clock().now().timestamp() + SHOWS,
    };
    let word = sealed::seal(site, PURPOSE, &pass);
    format!("{}?preview={word}", links::business(lang, slug))
}

/// Whether a word opens the page of this business.
pub fn opens(site: &Site, business: BusinessId, word: &str) -> bool {
    let pass: Option<Pass> = sealed::open(site, PURPOSE, word);
    pass.is_some_and(|pass| {
        pass.business == business.0 && pass.until > site.db.clock().now().timestamp()
    })
}
