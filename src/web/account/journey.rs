//! What a browser carries while somebody is away at a provider, and after they are back and nobody here yet. Both are
//! signed or random, seen by no script, sent by no other site's form, and short-lived: a link that a stranger has
//! prepared finds no such cookie here, so nobody is signed in as somebody else, nor is a stranger's identity linked.

use crate::{
    base::{ids::UserId, lang::Lang, token::Token},
    oidc::Journey,
    web::{cookies, sealed, site::Site},
};
use actix_web::{HttpRequest, HttpResponse, cookie::time::Duration};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// What only this site makes of it.
const PURPOSE: &[u8] = b"provider, set out";
/// How long somebody may be away.
const AWAY: TimeDelta = TimeDelta::minutes(10);
/// How long a browser keeps either cookie; when it really ends, its time or its row says.
const KEPT: Duration = Duration::minutes(30);
/// The longest way on that is carried along.
const LONGEST_NEXT: usize = 500;

/// The two cookies.
#[derive(Clone, Copy, Debug)]
pub enum Carried {
    /// While somebody is away.
    Away,
    /// What was told, until it is used.
    Offer,
}

impl Carried {
    fn word(self) -> &'static str {
        match self {
            Self::Away => "away",
            Self::Offer => "offer",
        }
    }
}

/// Somebody who has set out.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetOut {
    key: String,
    /// To which provider.
    pub provider: String,
    lang: String,
    /// Where they wanted to go.
    pub next: String,
    /// Whose account is to have another way in; nobody's when somebody wants to come in.
    pub link: Option<UserId>,
    at: DateTime<Utc>,
}

impl SetOut {
    /// Somebody sets out now.
    pub fn now(
        site: &Site,
        provider: &str,
        lang: Lang,
        (next, link): (&str, Option<UserId>),
    ) -> Self {
        let next = if next.len() > LONGEST_NEXT { "" } else { next };
        Self {
            key: Token::random().text(),
            provider: provider.to_owned(),
            lang: lang.code().to_owned(),
            next: next.to_owned(),
            link,
            at: site.db.clock().now(),
        }
    }

    /// Who comes back in this browser, if it set out from here and not too long ago.
    pub fn of(site: &Site, request: &HttpRequest) -> Option<Self> {
        let cookie = cookies::kept(site, request, Carried::Away.word())?;
        let out: Self = sealed::open(site, PURPOSE, cookie.value())?;
        let now = site.db.clock().now();
        (out.at <= now && now < out.at + AWAY).then_some(out)
    }

    /// The language they set out in.
    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.lang).unwrap_or_default()
    }

    /// What the provider has to give back. Nothing of it stands in the cookie: it is made from the key there and from
    /// the house's secret.
    pub fn journey(&self, site: &Site) -> Journey {
        let made = |what: &[u8]| site.derived(&[what, self.key.as_bytes()]).text();
        Journey {
            state: made(b"provider, state"),
            nonce: made(b"provider, nonce"),
            verifier: made(b"provider, verifier"),
        }
    }

    /// The answer with which somebody sets out.
    pub fn carry(&self, site: &Site, answer: HttpResponse) -> HttpResponse {
        let value = sealed::seal(site, PURPOSE, self);
        cookies::keep(site, answer, (Carried::Away.word(), value), KEPT)
    }
}

/// The offer that waits for this browser.
pub fn offer(site: &Site, request: &HttpRequest) -> Option<Token> {
    Token::parse(cookies::kept(site, request, Carried::Offer.word())?.value())
}

/// The answer with which it begins to wait.
pub fn carry_offer(site: &Site, answer: HttpResponse, token: &Token) -> HttpResponse {
    cookies::keep(site, answer, (Carried::Offer.word(), token.text()), KEPT)
}

/// The answer after which one of the cookies is not needed any more.
pub fn put_down(site: &Site, answer: HttpResponse, carried: Carried) -> HttpResponse {
    cookies::forget(site, answer, carried.word())
}
