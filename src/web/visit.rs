//! An operator in somebody's place: how it begins and ends in the browser, what cannot be done meanwhile, and the words
//! above every page.

use super::{
    clean, cookies,
    error::{self, Error},
    flash::{self, Said},
    links,
    page::PageCtx,
    sealed,
    session::{self, SignedIn, Stage, put},
    site::Site,
    ui::{
        buttons::{PostButton, Voice},
        post_form::PostForm,
    },
};
use crate::{
    base::{
        ids::{SessionId, UserId},
        lang::Lang,
        time::local,
    },
    db,
    domain::accounts::impersonation,
    i18n::Words,
};
use actix_session::{Session, SessionExt};
use actix_web::{HttpRequest, HttpResponse, cookie::time::Duration, http::Method, web::Data};
use askama::{Template, filters::HtmlSafe};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

/// What a session keeps of it: who it is, until when, and the operator's own session.
pub const WORDS: [&str; 3] = ["operator", "until", "own"];

/// What only this site makes of the words above the pages.
const PURPOSE: &[u8] = b"visit, told";
const WORD: &str = "visit";

/// What stands above every page meanwhile.
#[derive(Template)]
#[template(path = "ui/visit_banner.html")]
pub struct VisitBanner {
    label: String,
    words: String,
    end: PostButton,
}

impl HtmlSafe for VisitBanner {}

/// What nobody may do in another's place: change anything of their account. Their work at a business may be done, and the
/// trail names both.
pub fn may(request: &HttpRequest) -> bool {
    let is_about_the_account = request.path().split('/').nth(2) == Some("account");
    let ends = request.path().ends_with("/account/visit/end");
    matches!(*request.method(), Method::GET | Method::HEAD) || !is_about_the_account || ends
}

/// Puts the operator into somebody's place: a new key for the cookie, and the operator's own session kept inside the new.
pub fn begin(
    request: &HttpRequest,
    operator: &SignedIn,
    (user, name, id): (UserId, &str, SessionId),
    until: DateTime<Utc>,
) -> Result<(), Error> {
    let session = request.get_session();
    let own: Map<String, Value> = session
        .entries()
        .iter()
        .filter_map(|(key, text)| Some((key.clone(), serde_json::from_str(text).ok()?)))
        .collect();
    SignedIn::begin(request, (user, name), Stage::Inside, None)?;
    put(&session, "id", id)?;
    // Whatever wants a fresh proof of who somebody is wants theirs, which the operator does not have.
    put(&session, "proved", DateTime::UNIX_EPOCH)?;
    put(&session, "operator", operator.user)?;
    put(&session, "until", until)?;
    put(&session, "own", own)
}

/// Gives the operator their own session back, under a new key again. `false` when nobody was in another's place.
fn end(request: &HttpRequest) -> Result<bool, Error> {
    let session = request.get_session();
    let own: Option<Map<String, Value>> = session
        .get("own")
        .map_err(|error| Error::Broken(format!("session: {error}")))?;
    let Some(own) = own else {
        return Ok(false);
    };
    session.clear();
    session.renew();
    for (key, value) in own {
        put(&session, &key, value)?;
    }
    put(&session, "id", SessionId(Uuid::new_v4()))?;
    Ok(true)
}

/// The answer after which the browser says on every page whose place it is in: guests' pages and those of errors ask no
/// session.
pub fn carry(site: &Site, request: &HttpRequest, answer: HttpResponse) -> HttpResponse {
    let Some(told) = Told::by(&request.get_session()) else {
        return answer;
    };
    let left = (told.until - site.db.clock().now()).num_seconds();
    let value = sealed::seal(site, PURPOSE, &told);
    cookies::keep(site, answer, (WORD, value), Duration::seconds(left))
}

/// What the banner says.
#[derive(Serialize, Deserialize)]
struct Told {
    /// In whose place.
    name: String,
    until: DateTime<Utc>,
    /// The key of the form that ends it.
    csrf: String,
}

impl Told {
    /// By the session itself.
    fn by(session: &Session) -> Option<Self> {
        session.get::<UserId>("operator").ok()??;
        let signed_in = SignedIn::of(session)?;
        Some(Self {
            name: signed_in.name,
            until: session.get("until").ok()??,
            csrf: signed_in.csrf,
        })
    }

    /// By what the browser carries, where no session is asked. What is done in somebody's place, the session decides; this
    /// is for the words alone.
    fn carried(request: &HttpRequest) -> Option<Self> {
        let site = request.app_data::<Data<Site>>()?;
        let cookie = cookies::kept(site, request, WORD)?;
        let told: Self = sealed::open(site, PURPOSE, cookie.value())?;
        let is_still = site.db.clock().now() < told.until;
        (is_still && session::is_brought(request)).then_some(told)
    }
}

/// Ends it, and leads back to the operators' page of the person.
pub async fn leave(
    site: &Site,
    ctx: &PageCtx,
    request: &HttpRequest,
    signed_in: &SignedIn,
) -> error::Result {
    let session = signed_in.session;
    let ended: db::Result<()> = site
        .db
        .platform(move |tx| impersonation::end(tx, session))
        .await;
    ended?;
    end(request)?;
    let back = links::operator(ctx.lang, &format!("/people/{}", signed_in.user));
    // Nothing of the person's work stays on the operator's device.
    let clean = clean::everything(ctx.see_other(&back)?);
    let outside = cookies::forget(site, clean, WORD);
    Ok(flash::say(outside, Said::VisitEnded))
}

impl VisitBanner {
    /// The banner of a request, if an operator sends it in somebody's place.
    pub fn of(request: &HttpRequest, t: Words, lang: Lang) -> Option<Self> {
        let session = request.get_session();
        let told = match SignedIn::of(&session) {
            Some(_) => Told::by(&session)?,
            None => Told::carried(request)?,
        };
        let clock = t.time(local(Tz::Asia__Tokyo, told.until).time());
        Some(Self {
            label: t.operators_visit_label(),
            words: t.operators_visit_banner(&told.name, clock),
            end: PostButton {
                label: t.operators_visit_end(),
                form: PostForm {
                    action: links::visit_end(lang),
                    hidden: vec![("csrf".to_owned(), told.csrf)],
                },
                voice: Voice::Quiet,
                small: true,
                ..PostButton::default()
            },
        })
    }
}
