//! "A letter is on its way": to which address, and once more. What was typed waits in a cookie that only we can read, so
//! that it stands in no address and no log. Whether the address is anybody's, the page knows as little as its reader.

use super::sheet::Way;
use crate::{
    base::fingerprint::fingerprint,
    domain::accounts::person::Person,
    web::{
        cookies,
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{PostButton, Voice},
            post_form::PostForm,
        },
    },
};
use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, CookieJar, Key, time::Duration},
};
use askama::Template;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

const WORD: &str = "sent";
/// How long it is remembered where a letter went.
const KEPT: TimeDelta = TimeDelta::hours(1);
/// And how long the browser keeps it.
const REMEMBERED: Duration = Duration::hours(1);
/// The longest way on that is carried along.
const LONGEST_NEXT: usize = 500;

/// The page.
#[derive(Template)]
#[template(path = "account/sent.html")]
pub struct SentPage<'a> {
    pub ctx: &'a PageCtx,
    pub lines: Vec<String>,
    pub again: Option<Again>,
    pub way: Way,
}

/// Where the letter went, and the button for another.
#[derive(Template)]
#[template(path = "account/sent_again.html")]
pub struct Again {
    to: String,
    button: PostButton,
    note: String,
}

impl askama::filters::HtmlSafe for Again {}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// The proof of a new account's address.
    SignUp,
    /// A way back for a forgotten password.
    Reset,
    /// Digits to come in with.
    Code,
}

/// What a browser remembers of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sent {
    asked: About,
    /// The address that was typed.
    pub email: String,
    /// Where somebody wanted to go.
    pub next: String,
    /// What tells the password that was chosen here from any other, where one was.
    #[serde(default)]
    chosen: String,
    at: DateTime<Utc>,
}

impl Sent {
    /// About for now.
    pub fn now(site: &Site, asked: About, email: &str, next: &str) -> Self {
        let next = if next.len() > LONGEST_NEXT { "" } else { next };
        Self {
            asked,
            email: email.to_owned(),
            next: next.to_owned(),
            chosen: String::new(),
            at: site.db.clock().now(),
        }
    }

    /// The same of a browser in which this password was chosen, by its hash: each hash has a salt of its own, so it is told
    /// from the same password that a stranger has chosen.
    pub fn with_password(self, hash: &str) -> Self {
        Self {
            chosen: fingerprint(&hash),
            ..self
        }
    }

    /// The same once more: what this browser knew of the address it knows still.
    pub fn after(self, before: Option<Self>) -> Self {
        let before = before.filter(|before| before.email == self.email);
        Self {
            chosen: before.map(|before| before.chosen).unwrap_or_default(),
            ..self
        }
    }

    /// Whether it was in this browser that somebody chose the password they have.
    pub fn is_of(&self, person: &Person) -> bool {
        let hash = person.password_hash.as_deref();
        let is_theirs = hash.is_some_and(|hash| fingerprint(&hash) == self.chosen);
        is_theirs && self.email.eq_ignore_ascii_case(&person.email)
    }

    /// What this browser asked for last, if it is this and not long ago.
    pub fn of(site: &Site, request: &HttpRequest, asked: About) -> Option<Self> {
        let mut jar = CookieJar::new();
        jar.add_original(cookies::kept(site, request, WORD)?);
        let cookie = jar.private(&key(site)).get(&cookies::name(site, WORD))?;
        let sent: Self = serde_json::from_str(cookie.value()).ok()?;
        let now = site.db.clock().now();
        (sent.asked == asked && sent.at <= now && now < sent.at + KEPT).then_some(sent)
    }

    /// The answer with which it is remembered.
    pub fn carry(&self, site: &Site, answer: HttpResponse) -> HttpResponse {
        let written = serde_json::to_string(self).unwrap_or_default();
        let mut jar = CookieJar::new();
        let name = cookies::name(site, WORD);
        jar.private_mut(&key(site))
            .add(Cookie::new(name.clone(), written));
        match jar.get(&name) {
            Some(sealed) => {
                let value = sealed.value().to_owned();
                cookies::keep(site, answer, (WORD, value), REMEMBERED)
            }
            None => answer,
        }
    }

    /// Where it went, and the button that sends it once more by asking `action` again.
    pub fn again(&self, ctx: &PageCtx, action: String) -> Again {
        let hidden = vec![
            ("email".to_owned(), self.email.clone()),
            ("next".to_owned(), self.next.clone()),
            ("again".to_owned(), "yes".to_owned()),
        ];
        again(ctx, &self.email, PostForm { action, hidden })
    }
}

/// The same for a letter of which it is known otherwise where it went.
pub fn again(ctx: &PageCtx, email: &str, form: PostForm) -> Again {
    let t = ctx.t;
    Again {
        to: t.accounts_sent_to(email),
        button: PostButton {
            label: t.accounts_sent_again(),
            form,
            voice: Voice::Quiet,
            ..PostButton::default()
        },
        note: t.accounts_sent_again_note(),
    }
}

/// Says that letters are on their way, and what to do when they do not come.
pub fn page<'a>(
    site: &Site,
    ctx: &'a PageCtx,
    line: String,
    again: Option<Again>,
    way: Way,
) -> SentPage<'a> {
    let t = ctx.t;
    SentPage {
        ctx,
        lines: vec![
            line,
            t.booking_done_carrier(&site.mail_domain),
            t.accounts_sent_nothing(),
        ],
        again,
        way,
    }
}

/// The answer after which nothing is remembered: somebody else may sit down at this machine.
pub fn forget(site: &Site, answer: HttpResponse) -> HttpResponse {
    cookies::forget(site, answer, WORD)
}

fn key(site: &Site) -> Key {
    Key::derive_from(&site.derived(&[b"where a letter went"]).hash())
}
