//! A forgotten password: a link that lives one hour, works once, and ends every session (seed 000, S0-12).

use super::{asking, jobs::RecoverAccount, person, person::Person, session};
use crate::{
    base::{
        ids::{ProofId, UserId},
        token::Token,
    },
    db::{
        self, DbError, PlatformTx,
        statement::{prepared, together},
    },
    domain::platform::limit::{self, Limit, Limited},
    queue,
    schema::accounts::{password_resets, refresh_tokens, users},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// How long the link works.
const LIFE: TimeDelta = TimeDelta::hours(1);
/// How many letters one account gets, whoever asks (RELIABILITY 6). Nobody is told of this limit.
const LETTERS: Limit = Limit {
    most: 3,
    window: TimeDelta::hours(1),
};

/// First step: somebody says they forgot. Whether the address is anybody's is found out later, by the job.
pub fn ask(
    tx: &mut PlatformTx<'_>,
    email: &str,
    locale: &str,
    network: &str,
) -> Result<(), Limited> {
    asking::count(tx, "recover", email, network)?;
    let job = RecoverAccount {
        email: email.to_owned(),
        locale: locale.to_owned(),
    };
    let job = queue::job(None, &job, tx.now())?;
    together(vec![Box::new(job)])
        .execute(tx.conn())
        .map_err(DbError::from)?;
    Ok(())
}

/// The token of a way back.
pub fn token(secret: &[u8], proof: ProofId) -> Token {
    Token::derived(secret, &[b"password reset", proof.0.as_bytes()])
}

/// Second step, for an address that may be anybody's or nobody's: a new way back, and older ones die. `None` for nobody,
/// and for somebody who was sent enough letters in this hour.
pub fn issue(
    tx: &mut PlatformTx<'_>,
    email: &str,
    secret: &[u8],
) -> db::Result<Option<(Person, ProofId)>> {
    let Some(person) = person::by_email(tx, email)? else {
        return Ok(None);
    };
    let key = format!("recover letters {}", person.id);
    if limit::count_many(tx, &key, 1, LETTERS)?.is_err() {
        return Ok(None);
    }
    let now = tx.now();
    end_open(tx, person.id)?;
    let proof = ProofId(Uuid::new_v4());
    prepared(diesel::insert_into(password_resets::table).values((
        password_resets::id.eq(proof),
        password_resets::user_id.eq(person.id),
        password_resets::token.eq(token(secret, proof).hash()),
        password_resets::created_at.eq(now),
        password_resets::expires_at.eq(now + LIFE),
    )))
    .execute(tx.conn())?;
    Ok(Some((person, proof)))
}

/// Whose password a token may change; `None` when it is used, old or unknown.
pub fn find(tx: &mut PlatformTx<'_>, token: &Token) -> db::Result<Option<Person>> {
    let now = tx.now();
    let person = open(now)
        .filter(password_resets::token.eq(token.hash()))
        .inner_join(users::table)
        .filter(users::is_active.and(users::deleted_at.is_null()))
        .select(Person::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(person)
}

/// Whether a way back is still open: else its letter need not be sent.
pub fn is_open(tx: &mut PlatformTx<'_>, proof: ProofId) -> db::Result<bool> {
    let now = tx.now();
    Ok(diesel::select(diesel::dsl::exists(
        open(now).filter(password_resets::id.eq(proof)),
    ))
    .get_result(tx.conn())?)
}

/// Last step: the new password. Every session ends; whoever could read the letter has proved the address as well. `None`
/// when the token is used, old or unknown by now.
pub fn redeem(
    tx: &mut PlatformTx<'_>,
    token: &Token,
    password_hash: &str,
) -> db::Result<Option<Person>> {
    let Some(person) = find(tx, token)? else {
        return Ok(None);
    };
    let now = tx.now();
    let used = prepared(
        diesel::update(open(now).filter(password_resets::token.eq(token.hash())))
            .set(password_resets::used_at.eq(now)),
    )
    .execute(tx.conn())?;
    if used == 0 {
        return Ok(None);
    }
    prepared(
        diesel::update(users::table.filter(users::id.eq(person.id)))
            .set(users::password_hash.eq(password_hash)),
    )
    .execute(tx.conn())?;
    prepared(
        diesel::update(
            users::table.filter(
                users::id
                    .eq(person.id)
                    .and(users::email_verified_at.is_null()),
            ),
        )
        .set(users::email_verified_at.eq(now)),
    )
    .execute(tx.conn())?;
    forget_tokens(tx, person.id)?;
    session::end_all(tx, person.id)?;
    Ok(Some(person))
}

/// Forgets the tokens with which programs of somebody's come in.
pub(super) fn forget_tokens(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<()> {
    prepared(diesel::delete(
        refresh_tokens::table.filter(refresh_tokens::user_id.eq(user)),
    ))
    .execute(tx.conn())?;
    Ok(())
}

/// Ends every open way back of somebody.
pub(super) fn end_open(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<()> {
    let now = tx.now();
    prepared(
        diesel::update(open(now).filter(password_resets::user_id.eq(user)))
            .set(password_resets::expires_at.eq(now)),
    )
    .execute(tx.conn())?;
    Ok(())
}

#[diesel::dsl::auto_type]
fn open(now: DateTime<Utc>) -> _ {
    password_resets::table.filter(
        password_resets::used_at
            .is_null()
            .and(password_resets::expires_at.gt(now)),
    )
}
