//! Sessions: actix-session in front, `user_sessions` behind. A row is written when somebody signs in and never for a
//! page view; it can be listed and ended, and the next request is then nobody's.

use super::{error::Error, session_store::Rows, shop_device, site::Site, visit};
use crate::{
    base::{
        ids::{DeviceId, SessionId, UserId},
        token::{Token, sha256},
    },
    db,
};
use actix_session::{
    Session, SessionExt,
    config::{CookieContentSecurity, PersistentSession, TtlExtensionPolicy},
};
use actix_web::{
    FromRequest, HttpRequest,
    cookie::{Key, SameSite, time::Duration},
    dev::Payload,
    web::Data,
};
use chrono::{DateTime, TimeDelta, Utc};
use std::future::{Ready, ready};
use uuid::Uuid;

/// How long a browser keeps an unused cookie: the longest that any session lives unused. When it really ends, its row says.
const KEPT: Duration = Duration::days(14);

/// How long ago somebody may have proved who they are when a form for something dangerous is shown to them, and when
/// it is sent: whoever was shown it has time to fill it in.
const FRESH: TimeDelta = TimeDelta::minutes(10);
const STILL_FRESH: TimeDelta = TimeDelta::minutes(30);

/// How far in somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// All the way.
    #[default]
    Inside,
    /// The second factor is still to be proved.
    SecondStep,
    /// In, but has to set up a second factor before anything else.
    SetUp,
    /// In by a few digits on a tablet of a shop, and no further than its day.
    ShopDevice,
}

/// Somebody who is signed in; as an extractor it sends everybody else to the sign-in page, or to what they have to do
/// first.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The person.
    pub user: UserId,
    /// This session among theirs.
    pub session: SessionId,
    /// What to call them.
    pub name: String,
    /// The key that their forms carry.
    pub csrf: String,
    /// How far in they are.
    pub stage: Stage,
    /// When they last proved who they are.
    pub proved_at: DateTime<Utc>,
    /// By when they have to set up a second factor that they do not have yet.
    pub second_factor_due: Option<DateTime<Utc>>,
    /// The operator who acts in their place, if one does.
    pub behind: Option<UserId>,
    /// The tablet of a shop on which they came in by a few digits.
    pub device: Option<DeviceId>,
}

/// Somebody who may set up a second factor, because they are in or because they have to.
pub struct SettlingIn(pub SignedIn);

/// Somebody between the first proof and the second.
pub struct AtTheDoor(pub SignedIn);

/// The middleware of all pages for people who sign in.
pub fn middleware(site: &Data<Site>) -> actix_session::SessionMiddleware<Rows> {
    let https = site.is_https();
    let lifecycle = PersistentSession::default()
        .session_ttl(KEPT)
        .session_ttl_extension_policy(TtlExtensionPolicy::OnEveryRequest);
    actix_session::SessionMiddleware::builder(
        Rows::of(site.db.clone()),
        Key::derive_from(&site.derived(&[b"cookies"]).hash()),
    )
    .cookie_name(cookie_name(https).to_owned())
    .cookie_secure(https)
    .cookie_http_only(true)
    .cookie_same_site(SameSite::Lax)
    .cookie_content_security(CookieContentSecurity::Signed)
    .session_lifecycle(lifecycle)
    .build()
}

/// Whether the browser brings a session's cookie along. Nothing is read for it, so it is good for a word in the head of a
/// page and for nothing else: the session may be over.
pub fn is_brought(request: &HttpRequest) -> bool {
    let https = request
        .app_data::<Data<Site>>()
        .is_some_and(|site| site.is_https());
    request.cookie(cookie_name(https)).is_some()
}

const fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-oc" } else { "oc" }
}

impl SignedIn {
    /// Whoever is signed in, or nobody.
    pub fn of(session: &Session) -> Option<Self> {
        let user = session.get::<UserId>("user_id").ok()??;
        let id = session.get::<SessionId>("id").ok()??;
        let name = session.get::<String>("name").ok()?.unwrap_or_default();
        let csrf = session.get::<String>("csrf").ok()??;
        let stage = session.get::<String>("stage").ok()?;
        let proved_at = session.get::<DateTime<Utc>>("proved").ok()??;
        Some(Self {
            user,
            session: id,
            name,
            csrf,
            stage: Stage::of(stage.as_deref()),
            proved_at,
            second_factor_due: session.get::<DateTime<Utc>>("due").ok()?,
            behind: session.get::<UserId>("operator").ok()?,
            device: session.get::<DeviceId>("device").ok()?,
        })
    }

    /// Whoever is all the way in on a device of their own: for pages that need nobody but serve them better who are known.
    pub fn known(session: &Session) -> Option<Self> {
        Self::of(session).filter(|known| known.stage == Stage::Inside && known.device.is_none())
    }

    /// The person of a session, where nobody acts in their place.
    pub fn themselves(session: &Session) -> Option<UserId> {
        Self::known(session)
            .filter(|known| known.behind.is_none())
            .map(|known| known.user)
    }

    /// Whether somebody is all the way in, so that the door is not for them.
    pub fn is_inside(request: &HttpRequest) -> bool {
        Self::of(&request.get_session()).is_some_and(|one| one.stage == Stage::Inside)
    }

    /// Before a form for something dangerous is shown: whoever has not proved who they are for a while is asked again,
    /// and comes back to `page`.
    pub fn fresh(&self, site: &Site, page: &str) -> Result<(), Error> {
        self.proved_within(site, FRESH, page)
    }

    /// Before it is done: the same, with time to fill the form in.
    pub fn still_fresh(&self, site: &Site, page: &str) -> Result<(), Error> {
        self.proved_within(site, STILL_FRESH, page)
    }

    fn proved_within(&self, site: &Site, window: TimeDelta, page: &str) -> Result<(), Error> {
        if site.db.clock().now() - self.proved_at <= window {
            Ok(())
        } else if self.behind.is_some() {
            // An operator cannot prove to be somebody else.
            Err(Error::Acting)
        } else {
            Err(Error::Confirm {
                back_to: page.to_owned(),
            })
        }
    }

    /// By what a browser tells that it keeps something of this person and not of another: whose it is, it does not say.
    pub fn mark(&self) -> String {
        let hash = sha256(format!("kept by {}", self.user).as_bytes());
        hash.iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// Refuses a form that does not carry this session's key. Hashes are compared, so that how long it takes tells
    /// nothing about the key.
    pub fn sent(&self, csrf: &str) -> Result<(), Error> {
        if sha256(self.csrf.as_bytes()) == sha256(csrf.as_bytes()) {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }

    /// What to call them from now on, in this session.
    pub fn rename(session: &Session, name: &str) -> Result<(), Error> {
        session
            .insert("name", name)
            .map_err(|error| Error::Broken(format!("session: {error}")))
    }

    /// Begins a session: a new key for the cookie, a new key for forms. `due` is by when a second factor must be set up.
    pub fn begin(
        request: &HttpRequest,
        (user, name): (UserId, &str),
        stage: Stage,
        due: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let session = request.get_session();
        session.renew();
        // Whoever comes in is in nobody else's place.
        for word in visit::WORDS {
            session.remove(word);
        }
        let now = request
            .app_data::<Data<Site>>()
            .map(|site| site.db.clock().now())
            .ok_or_else(|| Error::Broken("a session without a site".to_owned()))?;
        let ip = request
            .app_data::<Data<Site>>()
            .map(|site| site.network(request))
            .unwrap_or_default();
        put(&session, "id", SessionId(Uuid::new_v4()))?;
        put(&session, "user_id", user)?;
        put(&session, "name", name)?;
        put(&session, "csrf", Token::random().text())?;
        put(&session, "agent", agent(request))?;
        put(&session, "ip", ip)?;
        put(&session, "proved", now)?;
        match stage.word() {
            Some(word) => put(&session, "stage", word)?,
            None => drop(session.remove("stage")),
        }
        match due {
            Some(due) => put(&session, "due", due)?,
            None => drop(session.remove("due")),
        }
        drop(session.remove("device"));
        Ok(())
    }

    /// They have proved who they are once more: the cookie gets a new key, everything else stays.
    pub fn prove_again(&self, request: &HttpRequest) -> Result<(), Error> {
        let whose = (self.user, self.name.as_str());
        Self::begin(request, whose, self.stage, self.second_factor_due)
    }

    /// All the way in, and nothing to set up any more.
    pub fn arrive(&self, request: &HttpRequest) -> Result<(), Error> {
        Self::begin(request, (self.user, &self.name), Stage::Inside, None)
    }
}

impl Stage {
    /// What a session keeps of it.
    pub(super) fn of(word: Option<&str>) -> Self {
        match word {
            Some("second-step") => Self::SecondStep,
            Some("set-up") => Self::SetUp,
            Some("shop-device") => Self::ShopDevice,
            _ => Self::Inside,
        }
    }

    fn word(self) -> Option<&'static str> {
        match self {
            Self::Inside => None,
            Self::SecondStep => Some("second-step"),
            Self::SetUp => Some("set-up"),
            Self::ShopDevice => Some("shop-device"),
        }
    }
}

pub(super) fn put(
    session: &Session,
    name: &str,
    value: impl serde::Serialize,
) -> Result<(), Error> {
    session
        .insert(name, value)
        .map_err(|error| Error::Broken(format!("session: {error}")))
}

fn agent(request: &HttpRequest) -> String {
    let agent = request
        .headers()
        .get("user-agent")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    agent
        .chars()
        .filter(|c| !c.is_control())
        .take(300)
        .collect()
}

/// Where to go back to after what has to be done first.
fn back_to(request: &HttpRequest) -> String {
    if request.method() == actix_web::http::Method::GET {
        request.uri().to_string()
    } else {
        String::new()
    }
}

/// Whoever is signed in as far as `welcome`; others go where they have to go first.
fn admitted(request: &HttpRequest, welcome: &[Stage]) -> Result<SignedIn, Error> {
    let back_to = back_to(request);
    let Some(signed_in) = SignedIn::of(&request.get_session()) else {
        return Err(Error::SignIn { back_to });
    };
    if signed_in.behind.is_some() && !visit::may(request) {
        return Err(Error::Acting);
    }
    db::asking::is_by(signed_in.user);
    if welcome.contains(&signed_in.stage) {
        return Ok(signed_in);
    }
    Err(match signed_in.stage {
        Stage::SecondStep => Error::SecondStep { back_to },
        Stage::SetUp => Error::SetUp,
        Stage::ShopDevice => Error::ShopDevice,
        // The door itself: whoever is in already has nothing to do there.
        Stage::Inside => Error::AlreadyIn,
    })
}

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match shop_device::desk(request) {
            None => admitted(request, &[Stage::Inside]),
            Some(slug) => {
                admitted(request, &[Stage::Inside, Stage::ShopDevice]).map_err(
                    |error| match error {
                        Error::SignIn { .. } if shop_device::is_one(request) => {
                            Error::Counter { slug }
                        }
                        error => error,
                    },
                )
            }
        })
    }
}

impl FromRequest for SettlingIn {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(admitted(request, &[Stage::Inside, Stage::SetUp]).map(Self))
    }
}

impl FromRequest for AtTheDoor {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(admitted(request, &[Stage::SecondStep]).map(Self))
    }
}
