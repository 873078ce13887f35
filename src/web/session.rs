//! Sessions: actix-session in front, `user_sessions` behind. A row is written when somebody signs in and never for a
//! page view; it can be listed and ended, and the next request is then nobody's.

use super::{error::Error, site::Site};
use crate::{
    base::{
        ids::{SessionId, UserId},
        token::{Token, sha256},
    },
    db,
    domain::accounts::session::{self, Start},
};
use actix_session::{
    Session, SessionExt,
    config::{CookieContentSecurity, PersistentSession, TtlExtensionPolicy},
    storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError},
};
use actix_web::{
    FromRequest, HttpRequest,
    cookie::{Key, SameSite, time::Duration},
    dev::Payload,
    web::Data,
};
use serde_json::Value;
use std::{
    collections::HashMap,
    future::{Ready, ready},
};
use uuid::Uuid;

/// How long a browser keeps an unused cookie: the longest that any session lives unused. When it really ends, its row says.
const KEPT: Duration = Duration::days(14);

type State = HashMap<String, String>;

/// The rows behind the cookie.
#[derive(Clone)]
pub struct Rows {
    db: db::Db,
}

/// Somebody who is signed in; as an extractor it sends everybody else to the sign-in page.
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
}

/// The middleware of all pages for people who sign in.
pub fn middleware(site: &Data<Site>) -> actix_session::SessionMiddleware<Rows> {
    let https = site.is_https();
    let lifecycle = PersistentSession::default()
        .session_ttl(KEPT)
        .session_ttl_extension_policy(TtlExtensionPolicy::OnEveryRequest);
    actix_session::SessionMiddleware::builder(
        Rows {
            db: site.db.clone(),
        },
        Key::derive_from(&site.derived(&[b"cookies"]).hash()),
    )
    .cookie_name(if https { "__Host-oc" } else { "oc" }.to_owned())
    .cookie_secure(https)
    .cookie_http_only(true)
    .cookie_same_site(SameSite::Lax)
    .cookie_content_security(CookieContentSecurity::Signed)
    .session_lifecycle(lifecycle)
    .build()
}

impl SignedIn {
    /// Whoever is signed in, or nobody.
    pub fn of(session: &Session) -> Option<Self> {
        let user = session.get::<UserId>("user_id").ok()??;
        let id = session.get::<SessionId>("id").ok()??;
        let name = session.get::<String>("name").ok()?.unwrap_or_default();
        let csrf = session.get::<String>("csrf").ok()??;
        Some(Self {
            user,
            session: id,
            name,
            csrf,
        })
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

    /// Begins a session: a new key for the cookie, a new key for forms.
    pub fn begin(request: &HttpRequest, user: UserId, name: &str) -> Result<(), Error> {
        let session = request.get_session();
        session.renew();
        let agent = request
            .headers()
            .get("user-agent")
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let agent: String = agent
            .chars()
            .filter(|c| !c.is_control())
            .take(300)
            .collect();
        let ip = request
            .peer_addr()
            .map(|peer| peer.ip().to_string())
            .unwrap_or_default();
        let broken =
            |error: actix_session::SessionInsertError| Error::Broken(format!("session: {error}"));
        session
            .insert("id", SessionId(Uuid::new_v4()))
            .map_err(broken)?;
        session.insert("user_id", user).map_err(broken)?;
        session.insert("name", name).map_err(broken)?;
        session
            .insert("csrf", Token::random().text())
            .map_err(broken)?;
        session.insert("agent", agent).map_err(broken)?;
        session.insert("ip", ip).map_err(broken)?;
        Ok(())
    }
}

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let back_to = if request.method() == actix_web::http::Method::GET {
            request.uri().to_string()
        } else {
            String::new()
        };
        ready(Self::of(&request.get_session()).ok_or(Error::SignIn { back_to }))
    }
}

fn new_key() -> Option<SessionKey> {
    Token::random().text().try_into().ok()
}

fn text(state: &State, name: &str) -> Option<String> {
    serde_json::from_str(state.get(name)?).ok()
}

impl SessionStore for Rows {
    async fn load(&self, key: &SessionKey) -> Result<Option<State>, LoadError> {
        let key = key.as_ref().to_owned();
        let found: db::Result<Option<Value>> =
            self.db.platform(move |tx| session::resume(tx, &key)).await;
        let state = found.map_err(|error| LoadError::Other(error.into()))?;
        Ok(state.and_then(|state| serde_json::from_value(state).ok()))
    }

    async fn save(&self, state: State, _ttl: &Duration) -> Result<SessionKey, SaveError> {
        let lost = |what: &str| SaveError::Other(std::io::Error::other(what.to_owned()).into());
        let user = text(&state, "user_id")
            .and_then(|id| id.parse().ok())
            .ok_or_else(|| lost("a session without a person"))?;
        let id = text(&state, "id")
            .and_then(|id| id.parse().ok())
            .ok_or_else(|| lost("a session without a key"))?;
        let key = new_key().ok_or_else(|| lost("a key of the wrong length"))?;
        let start = Start {
            id,
            user,
            ip: text(&state, "ip").and_then(|ip| ip.parse().ok()),
            user_agent: text(&state, "agent"),
            state: serde_json::to_value(&state)
                .map_err(|error| SaveError::Serialization(error.into()))?,
        };
        let written = key.as_ref().to_owned();
        let done: db::Result<()> = self
            .db
            .platform(move |tx| session::start(tx, &written, &start))
            .await;
        done.map_err(|error| SaveError::Other(error.into()))?;
        Ok(key)
    }

    async fn update(
        &self,
        key: SessionKey,
        state: State,
        _ttl: &Duration,
    ) -> Result<SessionKey, UpdateError> {
        let value = serde_json::to_value(&state)
            .map_err(|error| UpdateError::Serialization(error.into()))?;
        let written = key.as_ref().to_owned();
        let changed: db::Result<bool> = self
            .db
            .platform(move |tx| session::update(tx, &written, &value))
            .await;
        match changed {
            Ok(true) => Ok(key),
            Ok(false) => Err(UpdateError::Other(
                std::io::Error::other("the session was ended meanwhile").into(),
            )),
            Err(error) => Err(UpdateError::Other(error.into())),
        }
    }

    /// Loading a session has put off its end already, in the same transaction.
    async fn update_ttl(&self, _key: &SessionKey, _ttl: &Duration) -> Result<(), anyhow::Error> {
        Ok(())
    }

    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        let key = key.as_ref().to_owned();
        let done: db::Result<()> = self.db.platform(move |tx| session::end(tx, &key)).await;
        Ok(done?)
    }
}
