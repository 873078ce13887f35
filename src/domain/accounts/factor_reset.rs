//! Somebody has lost the app, the recovery codes and every passkey. An operator who has made sure who they are takes it
//! all away (ASVS 6.4.4); the password stays, and whoever must have a second factor sets up a new one with it.

use super::{
    closure::ActError,
    impersonation,
    person::{self, Person},
    second_factor, session,
};
use crate::{
    base::ids::UserId,
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::factor_resets,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// One time that it was done.
#[derive(Clone, Debug, Queryable)]
pub struct FactorReset {
    /// Why.
    pub reason: String,
    /// When.
    pub reset_at: DateTime<Utc>,
}

/// Takes everything away and signs every device out. Gives whom to tell.
pub fn reset(
    tx: &mut PlatformTx<'_>,
    by: UserId,
    user: UserId,
    reason: &str,
) -> Result<Person, ActError> {
    if by == user {
        return Err(ActError::Own);
    }
    let person = person::find(tx, user)?.ok_or(ActError::Unknown)?;
    if !second_factor::remove_all(tx, user)? {
        return Err(ActError::Overtaken);
    }
    let now = tx.now();
    prepared(diesel::insert_into(factor_resets::table).values((
        factor_resets::user_id.eq(user),
        factor_resets::reason.eq(reason),
        factor_resets::reset_by.eq(by),
        factor_resets::reset_at.eq(now),
    )))
    .execute(tx.conn())?;
    session::end_all(tx, user)?;
    impersonation::end_all_of(tx, user)?;
    Ok(person)
}

/// Every time it was done to somebody, the last first.
pub fn of(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Vec<FactorReset>> {
    let found = factor_resets::table
        .filter(factor_resets::user_id.eq(user))
        .order(factor_resets::reset_at.desc())
        .select((factor_resets::reason, factor_resets::reset_at))
        .load(tx.conn())?;
    Ok(found)
}
