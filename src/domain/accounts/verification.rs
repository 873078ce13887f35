//! Proof of an address: a link that lives 24 hours and works once (seed 000, S0-11). Stored is the hash of its token; the
//! token itself can be made again from the house's secret, so that the letter can be written later.

use super::person::Person;
use crate::{
    base::{
        ids::{ProofId, UserId},
        token::Token,
    },
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::{email_verifications, users},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// How long the link works.
const LIFE: TimeDelta = TimeDelta::hours(24);

/// The token of a proof.
pub fn token(secret: &[u8], proof: ProofId) -> Token {
    Token::derived(secret, &[b"email verification", proof.0.as_bytes()])
}

/// Begins a new proof of somebody's address; older ones die. It leads where they wanted to go or, where they only ask for
/// the letter again, where the last one led.
pub fn issue(
    tx: &mut PlatformTx<'_>,
    user: UserId,
    secret: &[u8],
    leads_to: Option<&str>,
) -> db::Result<ProofId> {
    let now = tx.now();
    let leads_to = match leads_to {
        Some(there) => there.to_owned(),
        None => led_to(tx, user)?,
    };
    prepared(
        diesel::update(open(now).filter(email_verifications::user_id.eq(user)))
            .set(email_verifications::expires_at.eq(now)),
    )
    .execute(tx.conn())?;
    let proof = ProofId(Uuid::new_v4());
    prepared(diesel::insert_into(email_verifications::table).values((
        email_verifications::id.eq(proof),
        email_verifications::user_id.eq(user),
        email_verifications::token.eq(token(secret, proof).hash()),
        email_verifications::created_at.eq(now),
        email_verifications::expires_at.eq(now + LIFE),
        email_verifications::leads_to.eq(leads_to),
    )))
    .execute(tx.conn())?;
    Ok(proof)
}

fn led_to(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<String> {
    let last = email_verifications::table
        .filter(email_verifications::user_id.eq(user))
        .order(email_verifications::created_at.desc())
        .select(email_verifications::leads_to)
        .first(tx.conn())
        .optional()?;
    Ok(last.unwrap_or_default())
}

/// Whose address a token proves, and where they wanted to go; `None` when it is used, old or unknown.
pub fn find(tx: &mut PlatformTx<'_>, token: &Token) -> db::Result<Option<(Person, String)>> {
    let now = tx.now();
    let found = open(now)
        .filter(email_verifications::token.eq(token.hash()))
        .inner_join(users::table)
        .filter(users::is_active.and(users::deleted_at.is_null()))
        .select((Person::as_select(), email_verifications::leads_to))
        .first(tx.conn())
        .optional()?;
    Ok(found)
}

/// Whether a proof still waits for its answer: else its letter need not be sent.
pub fn is_open(tx: &mut PlatformTx<'_>, proof: ProofId) -> db::Result<bool> {
    let now = tx.now();
    Ok(diesel::select(diesel::dsl::exists(
        open(now).filter(email_verifications::id.eq(proof)),
    ))
    .get_result(tx.conn())?)
}

/// The address is proved. `false` when the token is used, old or unknown by now.
pub fn redeem(tx: &mut PlatformTx<'_>, token: &Token) -> db::Result<bool> {
    let now = tx.now();
    let user: Option<UserId> = prepared(
        diesel::update(open(now).filter(email_verifications::token.eq(token.hash())))
            .set(email_verifications::verified_at.eq(now))
            .returning(email_verifications::user_id),
    )
    .get_result(tx.conn())
    .optional()?;
    let Some(user) = user else {
        return Ok(false);
    };
    prepared(
        diesel::update(users::table.filter(users::id.eq(user)))
            .set(users::email_verified_at.eq(now)),
    )
    .execute(tx.conn())?;
    Ok(true)
}

#[diesel::dsl::auto_type]
fn open(now: DateTime<Utc>) -> _ {
    email_verifications::table.filter(
        email_verifications::verified_at
            .is_null()
            .and(email_verifications::expires_at.gt(now)),
    )
}
