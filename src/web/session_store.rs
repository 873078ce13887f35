//! The rows behind the cookie of a session: actix-session asks for them here, `accounts::session` has them.

use super::session::Stage;
use crate::{
    base::token::Token,
    db,
    domain::accounts::session::{self, Start},
};
use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::time::Duration;
use serde_json::Value;
use std::collections::HashMap;

/// After so many unused minutes a tablet of a shop is nobody's again.
const DEVICE_IDLE: i16 = 15;

type State = HashMap<String, String>;

/// The rows.
#[derive(Clone)]
pub struct Rows {
    db: db::Db,
}

impl Rows {
    /// Those of a database.
    pub fn of(db: db::Db) -> Self {
        Self { db }
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
            idle_minutes: text(&state, "device").map(|_| DEVICE_IDLE),
            is_half: Stage::of(text(&state, "stage").as_deref()) == Stage::SecondStep,
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
