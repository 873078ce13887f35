//! An app that shows six digits every half minute (RFC 6238). Its secret is made from the house's own and the row's id.

use crate::{
    base::{
        ids::{FactorId, UserId},
        token::Token,
    },
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::totp_factors,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use totp_rs::{Algorithm, Builder, Totp};
use uuid::Uuid;

/// How long the drawing waits for the app.
const OFFERED: TimeDelta = TimeDelta::minutes(30);
/// Bytes of the secret: what RFC 4226 recommends for the algorithm that every app knows.
const SECRET: usize = 20;

/// What an app has to be told.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The address in the drawing (`otpauth://`).
    pub url: String,
    /// The same to be typed, in groups of four.
    pub key: String,
}

/// Begins: a secret for an app that has not shown digits yet. Earlier offers end; the app that works goes on working.
pub fn offer(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<()> {
    withdraw(tx, user)?;
    let now = tx.now();
    prepared(diesel::insert_into(totp_factors::table).values((
        totp_factors::id.eq(FactorId(Uuid::new_v4())),
        totp_factors::user_id.eq(user),
        totp_factors::created_at.eq(now),
    )))
    .execute(tx.conn())?;
    Ok(())
}

/// The offer that waits, if there is one.
pub fn offered(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Option<FactorId>> {
    let since = tx.now() - OFFERED;
    Ok(totp_factors::table
        .filter(totp_factors::user_id.eq(user))
        .filter(
            totp_factors::confirmed_at
                .is_null()
                .and(totp_factors::created_at.gt(since)),
        )
        .select(totp_factors::id)
        .first(tx.conn())
        .optional()?)
}

/// What the app is told of an offer: `issuer` and `account` are what it will show.
pub fn describe(secret: &[u8], id: FactorId, issuer: &str, account: &str) -> Option<Offer> {
    // A colon parts the two in the address, so neither may have one.
    let plain = |text: &str| text.replace(':', " ");
    let totp = builder(secret, id)
        .with_issuer(Some(plain(issuer)))
        .with_account_name(plain(account))
        .build()
        .ok()?;
    let key: Vec<char> = totp.secret().to_base32().chars().collect();
    let key: Vec<String> = key.chunks(4).map(|part| part.iter().collect()).collect();
    Some(Offer {
        url: totp.to_url().ok()?,
        key: key.join(" "),
    })
}

/// Ends: the app shows the right digits, so it counts from now on, and an earlier one no longer. `false` when they are
/// wrong or nothing was offered.
pub fn confirm(
    tx: &mut PlatformTx<'_>,
    user: UserId,
    digits: &str,
    secret: &[u8],
) -> db::Result<bool> {
    let now = tx.now();
    let Some(id) = offered(tx, user)? else {
        return Ok(false);
    };
    let Some(step) = step_of(secret, id, digits, now) else {
        return Ok(false);
    };
    remove(tx, user)?;
    let confirmed = prepared(
        diesel::update(totp_factors::table.filter(totp_factors::id.eq(id))).set((
            totp_factors::confirmed_at.eq(now),
            totp_factors::last_step.eq(step),
        )),
    )
    .execute(tx.conn())?;
    Ok(confirmed > 0)
}

/// Whether these are the digits of somebody's app. None are taken twice, nor any older than the last taken: the row is
/// changed under its own condition, so of two at once one is refused.
pub fn take(
    tx: &mut PlatformTx<'_>,
    user: UserId,
    digits: &str,
    secrets: &[Vec<u8>],
) -> db::Result<bool> {
    let now = tx.now();
    let app: Option<FactorId> = totp_factors::table
        .filter(totp_factors::user_id.eq(user))
        .filter(totp_factors::confirmed_at.is_not_null())
        .select(totp_factors::id)
        .first(tx.conn())
        .optional()?;
    let shown = |id| {
        let mut steps = secrets.iter();
        Some((
            id,
            steps.find_map(|secret| step_of(secret, id, digits, now))?,
        ))
    };
    let Some((id, step)) = app.and_then(shown) else {
        return Ok(false);
    };
    let newer = totp_factors::last_step
        .is_null()
        .or(totp_factors::last_step.lt(step));
    let taken = prepared(
        diesel::update(
            totp_factors::table
                .filter(totp_factors::id.eq(id))
                .filter(newer),
        )
        .set(totp_factors::last_step.eq(step)),
    )
    .execute(tx.conn())?;
    Ok(taken > 0)
}

/// Takes the app away. Returns whether there was one.
pub fn remove(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<bool> {
    let gone = prepared(diesel::delete(
        totp_factors::table
            .filter(totp_factors::user_id.eq(user))
            .filter(totp_factors::confirmed_at.is_not_null()),
    ))
    .execute(tx.conn())?;
    Ok(gone > 0)
}

/// Takes offers back that no app has answered.
fn withdraw(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<()> {
    prepared(diesel::delete(
        totp_factors::table
            .filter(totp_factors::user_id.eq(user))
            .filter(totp_factors::confirmed_at.is_null()),
    ))
    .execute(tx.conn())?;
    Ok(())
}

/// The half minute whose digits these are: this one, the one before or the one after, as clocks differ.
fn step_of(secret: &[u8], id: FactorId, digits: &str, now: DateTime<Utc>) -> Option<i64> {
    let totp: Totp = builder(secret, id).build().ok()?;
    let time = u64::try_from(now.timestamp()).ok()?;
    let step = totp.check(digits, time)?;
    i64::try_from(step).ok()
}

fn builder(secret: &[u8], id: FactorId) -> Builder {
    let mut bytes = Token::derived(secret, &[b"authenticator app", id.0.as_bytes()]).hash();
    bytes.truncate(SECRET);
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(bytes)
}
