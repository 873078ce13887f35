//! Passkeys (AC2, AU3): keys that a telephone or computer holds and lets go only for a finger or a number. One counts as
//! two proofs. Each is discoverable, so whoever has one types no address.

use crate::{
    base::{
        ids::{FactorId, UserId},
        token::Token,
    },
    db::{self, DbError, PlatformTx, statement::prepared},
    domain::accounts::person::{self, Person},
    refusal,
    schema::accounts::{passkey_ceremonies, passkeys},
};
use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;
use webauthn_rs::{
    Webauthn,
    prelude::{
        DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration,
        PublicKeyCredential, RegisterPublicKeyCredential, WebauthnError,
    },
};

/// How long somebody may look for their key.
const LIFE: TimeDelta = TimeDelta::minutes(5);

/// Why nothing could be begun.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The challenge could not be made.
    #[error("passkey: {0}")]
    Broken(String),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(PasskeyError);

impl From<WebauthnError> for PasskeyError {
    fn from(error: WebauthnError) -> Self {
        Self::Broken(error.to_string())
    }
}

/// What a key is asked to sign.
#[derive(Clone, Debug)]
pub struct Ceremony {
    /// What the page sends back with the answer; it works once.
    pub ticket: Token,
    /// What the browser is told, as its own functions want it.
    pub options: Value,
}

#[derive(Serialize, Deserialize)]
enum State {
    Adding(Box<PasskeyRegistration>),
    Opening(Box<DiscoverableAuthentication>),
}

/// Begins adding a key to somebody's account; those that it has already are left out by the browser.
pub fn begin_adding(
    tx: &mut PlatformTx<'_>,
    house: &Webauthn,
    person: &Person,
) -> Result<Ceremony, PasskeyError> {
    let known: Vec<Vec<u8>> = passkeys::table
        .filter(passkeys::user_id.eq(person.id))
        .select(passkeys::credential_id)
        .load(tx.conn())
        .map_err(DbError::from)?;
    let (challenge, state) = house.start_passkey_registration(
        person.id.0,
        &person.email,
        &person.display_name,
        Some(known),
    )?;
    let mut options = written(&challenge)?;
    // A key that is not discoverable could open nothing here, since no address is asked for.
    if let Some(wanted) = options.pointer_mut("/publicKey/authenticatorSelection") {
        *wanted = json!({
            "residentKey": "required", "requireResidentKey": true, "userVerification": "required",
        });
    }
    let state = State::Adding(Box::new(state));
    let ticket = remember(tx, Some(person.id), &state)?;
    Ok(Ceremony { ticket, options })
}

/// Adds the key, if the answer is right. `false` when it is not, or too late, or given before.
pub fn add(
    tx: &mut PlatformTx<'_>,
    house: &Webauthn,
    user: UserId,
    (ticket, answer): (&Token, &str),
    name: &str,
) -> db::Result<bool> {
    let Some((Some(asked), State::Adding(state))) = recall(tx, ticket)? else {
        return Ok(false);
    };
    let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(answer) else {
        return Ok(false);
    };
    let Ok(key) = house.finish_passkey_registration(&answer, &state) else {
        return Ok(false);
    };
    let Ok(key_json) = serde_json::to_value(&key) else {
        return Ok(false);
    };
    if asked != user {
        return Ok(false);
    }
    let now = tx.now();
    let added = prepared(
        diesel::insert_into(passkeys::table)
            .values((
                passkeys::id.eq(FactorId(Uuid::new_v4())),
                passkeys::user_id.eq(user),
                passkeys::credential_id.eq(key.cred_id().as_slice()),
                passkeys::key_json.eq(key_json),
                passkeys::name.eq(name),
                passkeys::created_at.eq(now),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.conn())?;
    Ok(added > 0)
}

/// Begins coming in with a key, whosever it is.
pub fn begin_opening(tx: &mut PlatformTx<'_>, house: &Webauthn) -> Result<Ceremony, PasskeyError> {
    let (challenge, state) = house.start_discoverable_authentication()?;
    let options = written(&challenge)?;
    let ticket = remember(tx, None, &State::Opening(Box::new(state)))?;
    Ok(Ceremony { ticket, options })
}

/// Whose key has signed. `None` when the answer is wrong, too late or given before, or nobody has such a key. A key whose
/// counter has gone back is a copy, and refused.
pub fn open(
    tx: &mut PlatformTx<'_>,
    house: &Webauthn,
    ticket: &Token,
    answer: &str,
) -> db::Result<Option<Person>> {
    let Some((None, State::Opening(state))) = recall(tx, ticket)? else {
        return Ok(None);
    };
    let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(answer) else {
        return Ok(None);
    };
    let Ok((user, credential)) = house.identify_discoverable_authentication(&answer) else {
        return Ok(None);
    };
    let user = UserId(user);
    let found: Option<(FactorId, Value)> = passkeys::table
        .filter(passkeys::credential_id.eq(credential))
        .filter(passkeys::user_id.eq(user))
        .select((passkeys::id, passkeys::key_json))
        .for_update()
        .first(tx.conn())
        .optional()?;
    let Some((id, key)) = found else {
        return Ok(None);
    };
    let Ok(mut key) = serde_json::from_value::<Passkey>(key) else {
        return Ok(None);
    };
    let signed = DiscoverableKey::from(&key);
    let Ok(result) = house.finish_discoverable_authentication_v2(&answer, *state, &signed) else {
        return Ok(None);
    };
    key.update_credential(&result);
    let now = tx.now();
    let Ok(key_json) = serde_json::to_value(&key) else {
        return Ok(None);
    };
    prepared(
        diesel::update(passkeys::table.filter(passkeys::id.eq(id))).set((
            passkeys::key_json.eq(key_json),
            passkeys::last_used_at.eq(now),
        )),
    )
    .execute(tx.conn())?;
    person::find(tx, user)
}

/// Whether somebody has any.
pub fn has(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<bool> {
    let any = passkeys::table.filter(passkeys::user_id.eq(user));
    Ok(diesel::select(diesel::dsl::exists(any)).get_result(tx.conn())?)
}

/// Takes one away. `false` when somebody has none of that key.
pub fn remove(tx: &mut PlatformTx<'_>, user: UserId, id: FactorId) -> db::Result<bool> {
    let gone = prepared(diesel::delete(
        passkeys::table
            .filter(passkeys::id.eq(id))
            .filter(passkeys::user_id.eq(user)),
    ))
    .execute(tx.conn())?;
    Ok(gone > 0)
}

/// Removes what was asked and never answered. Returns how many went.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let now = tx.now();
    Ok(prepared(diesel::delete(
        passkey_ceremonies::table.filter(passkey_ceremonies::expires_at.lt(now)),
    ))
    .execute(tx.conn())?)
}

fn written(challenge: &impl Serialize) -> Result<Value, PasskeyError> {
    serde_json::to_value(challenge).map_err(|error| PasskeyError::Broken(error.to_string()))
}

fn remember(
    tx: &mut PlatformTx<'_>,
    user: Option<UserId>,
    state: &State,
) -> Result<Token, PasskeyError> {
    let (now, ticket) = (tx.now(), Token::random());
    prepared(diesel::insert_into(passkey_ceremonies::table).values((
        passkey_ceremonies::user_id.eq(user),
        passkey_ceremonies::ticket_hash.eq(ticket.hash()),
        passkey_ceremonies::state_json.eq(written(state)?),
        passkey_ceremonies::created_at.eq(now),
        passkey_ceremonies::expires_at.eq(now + LIFE),
    )))
    .execute(tx.conn())
    .map_err(DbError::from)?;
    Ok(ticket)
}

/// What was asked for a ticket. It is gone with this, so an answer counts once, right or wrong.
fn recall(tx: &mut PlatformTx<'_>, ticket: &Token) -> db::Result<Option<(Option<UserId>, State)>> {
    let now = tx.now();
    let found: Option<(Option<UserId>, Value)> = prepared(
        diesel::delete(
            passkey_ceremonies::table
                .filter(passkey_ceremonies::ticket_hash.eq(ticket.hash()))
                .filter(passkey_ceremonies::expires_at.gt(now)),
        )
        .returning((passkey_ceremonies::user_id, passkey_ceremonies::state_json)),
    )
    .get_result(tx.conn())
    .optional()?;
    Ok(found.and_then(|(user, state)| Some((user, serde_json::from_value(state).ok()?))))
}
