//! Somebody has come back from a provider and is nobody here yet. What was told waits for half an hour, of use to that
//! browser alone, until they make an account or sign in to the one they have.

use super::identity::Identity;
use crate::{
    base::token::Token,
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::identity_offers,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// How long it waits: a letter has to arrive and be read.
const LIFE: TimeDelta = TimeDelta::minutes(30);

/// What waits.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Who at the provider.
    pub identity: Identity,
    /// Whether the provider has seen that the address is theirs.
    pub email_is_proved: bool,
    /// What they are called there; empty where it was not told.
    pub name: String,
    /// Where they wanted to go; empty for nowhere in particular.
    pub return_to: String,
}

#[derive(Queryable)]
struct Row {
    issuer: String,
    subject: String,
    email: Option<String>,
    email_is_proved: bool,
    name: String,
    return_to: String,
}

/// Keeps it. The token is for the browser that came back.
pub fn make(tx: &mut PlatformTx<'_>, offer: &Offer) -> db::Result<Token> {
    let (token, now) = (Token::random(), tx.now());
    prepared(diesel::insert_into(identity_offers::table).values((
        identity_offers::id.eq(Uuid::new_v4()),
        identity_offers::token_hash.eq(token.hash()),
        identity_offers::issuer.eq(&offer.identity.issuer),
        identity_offers::subject.eq(&offer.identity.subject),
        identity_offers::email.eq(&offer.identity.email),
        identity_offers::email_is_proved.eq(offer.email_is_proved),
        identity_offers::name.eq(&offer.name),
        identity_offers::return_to.eq(&offer.return_to),
        identity_offers::created_at.eq(now),
        identity_offers::expires_at.eq(now + LIFE),
    )))
    .execute(tx.conn())?;
    Ok(token)
}

/// What a token stands for; `None` when it is used, old or unknown.
pub fn find(tx: &mut PlatformTx<'_>, token: &Token) -> db::Result<Option<Offer>> {
    let now = tx.now();
    let row: Option<Row> = open(token.hash(), now)
        .select((
            identity_offers::issuer,
            identity_offers::subject,
            identity_offers::email,
            identity_offers::email_is_proved,
            identity_offers::name,
            identity_offers::return_to,
        ))
        .first(tx.conn())
        .optional()?;
    Ok(row.map(|row| Offer {
        identity: Identity {
            issuer: row.issuer,
            subject: row.subject,
            email: row.email,
        },
        email_is_proved: row.email_is_proved,
        name: row.name,
        return_to: row.return_to,
    }))
}

/// The same, and it is used up with this transaction.
pub fn take(tx: &mut PlatformTx<'_>, token: &Token) -> db::Result<Option<Offer>> {
    let Some(offer) = find(tx, token)? else {
        return Ok(None);
    };
    let now = tx.now();
    // Whoever is second finds it used.
    let taken =
        prepared(diesel::update(open(token.hash(), now)).set(identity_offers::used_at.eq(now)))
            .execute(tx.conn())?;
    Ok((taken > 0).then_some(offer))
}

/// Removes what nobody has taken, and what somebody has. Returns how many went.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let now = tx.now();
    Ok(prepared(diesel::delete(
        identity_offers::table.filter(identity_offers::expires_at.lt(now)),
    ))
    .execute(tx.conn())?)
}

#[diesel::dsl::auto_type]
fn open(hash: Vec<u8>, now: DateTime<Utc>) -> _ {
    identity_offers::table.filter(
        identity_offers::token_hash
            .eq(hash)
            .and(identity_offers::used_at.is_null())
            .and(identity_offers::expires_at.gt(now)),
    )
}
