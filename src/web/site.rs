//! What every page can reach: made once by the composition root, shared by all workers.

use super::{crowd::Crowd, live::Live, places::Places};
use crate::{
    base::{
        ids::BusinessId,
        imprint::Imprint,
        token::{Token, sha256},
    },
    db::Db,
    domain::accounts::password::Strength,
    mail::Tray,
    media::{Store, Workshop},
    oidc::Providers,
    outside::Outside,
};
use actix_web::HttpRequest;
use chrono::TimeDelta;
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, RwLock},
};
use tokio::sync::{Notify, Semaphore};
use webauthn_rs::Webauthn;

/// The site.
pub struct Site {
    /// The database.
    pub db: Db,
    /// What links and keys are made from.
    pub secret: Vec<u8>,
    /// The one before it, while what was made from it still counts.
    pub former_secret: Option<Vec<u8>>,
    /// Where people reach us, without a path.
    pub public_url: String,
    /// The domain letters come from: people tell their carrier to let it through.
    pub mail_domain: String,
    /// How much work a password's hash is.
    pub strength: Strength,
    /// How many hashes are reckoned at once: each takes 19 MiB and a core.
    pub hashing: Arc<Semaphore>,
    /// How long owners and operators may go without a second factor.
    pub second_factor_grace: TimeDelta,
    /// What passkeys are made for; `None` where the site is reached by a number, for which browsers make none.
    pub passkeys: Option<Arc<Webauthn>>,
    /// Letters caught while no mail server is set; `None` when letters really leave, and in production.
    pub tray: Option<Tray>,
    /// Days that somebody is looking at.
    pub live: Arc<Live>,
    /// Wakes the night shift when a letter has been written.
    pub wake: Arc<Notify>,
    /// Proxies before us that may be believed.
    pub trusted_proxies: usize,
    /// Who comes how often.
    pub crowd: Crowd,
    /// Which business a word in the address means. Words do not change hands; whether the business is open is read
    /// with every page.
    pub slugs: RwLock<HashMap<String, BusinessId>>,
    /// Who runs it.
    pub operator: Option<Imprint>,
    /// Where network addresses are.
    pub places: Places,
    /// Where photographs lie.
    pub store: Store,
    /// Where they are made.
    pub workshop: Workshop,
    /// Who else may say who somebody is: LINE, Google, a company's own.
    pub providers: Providers,
    /// How servers of other people are asked, whose addresses somebody has typed.
    pub outside: Outside,
}

impl Site {
    /// Whether people reach us by https.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// A token that this site, and nobody else, makes from these words.
    pub fn derived(&self, parts: &[&[u8]]) -> Token {
        Token::derived(&self.secret, parts)
    }

    /// The secret and the one before it: what people keep outside, in an app or on paper, may be from either.
    pub fn secrets(&self) -> Vec<Vec<u8>> {
        let former = self.former_secret.iter().cloned();
        std::iter::once(self.secret.clone()).chain(former).collect()
    }

    /// The visitor's address: the peer's, or what the outermost trusted proxy saw. An IPv6 network counts as one.
    pub fn network(&self, request: &HttpRequest) -> String {
        let peer = request.peer_addr().map(|peer| peer.ip());
        let forwarded = request
            .headers()
            .get("x-forwarded-for")
            .and_then(|value| value.to_str().ok());
        let hops: Vec<&str> = forwarded
            .unwrap_or_default()
            .split(',')
            .map(str::trim)
            .collect();
        let seen = match self.trusted_proxies {
            0 => None,
            proxies => hops
                .len()
                .checked_sub(proxies)
                .and_then(|place| hops.get(place)?.parse().ok()),
        };
        // A server of both kinds of address sees the old ones dressed as new ones, all in one network.
        match seen.or(peer).map(|address| address.to_canonical()) {
            Some(IpAddr::V6(address)) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
            Some(IpAddr::V4(address)) => address.to_string(),
            None => "unknown".to_owned(),
        }
    }

    /// The visitor's network as it is stored with a hold: its hash, salted with the secret.
    pub fn client_hash(&self, request: &HttpRequest) -> Vec<u8> {
        sha256(
            &self
                .derived(&[b"client", self.network(request).as_bytes()])
                .hash(),
        )
    }
}
