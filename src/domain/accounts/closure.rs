//! Commands: an account is closed, and whoever is in it is out at once; and it is opened again.

use super::{
    impersonation,
    person::{self, Person},
    session,
};
use crate::{
    base::ids::UserId,
    db::{DbError, PlatformTx, statement::prepared},
    refusal,
    schema::accounts::{account_closures, users},
};
use diesel::prelude::*;

/// Why nothing was done to an account.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// There is no such account.
    #[error("no such account")]
    Unknown,
    /// It is so already.
    #[error("it is so already")]
    Overtaken,
    /// Nobody closes their own.
    #[error("one's own account")]
    Own,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(ActError);

/// Closes an account: every session ends, and so does whatever its operator does in somebody's place. Gives whom to tell.
pub fn close(
    tx: &mut PlatformTx<'_>,
    by: UserId,
    user: UserId,
    reason: &str,
) -> Result<Option<Person>, ActError> {
    if by == user {
        return Err(ActError::Own);
    }
    let person = person::find(tx, user)?;
    set(tx, user, false)?;
    let now = tx.now();
    prepared(diesel::insert_into(account_closures::table).values((
        account_closures::user_id.eq(user),
        account_closures::reason.eq(reason),
        account_closures::closed_by.eq(by),
        account_closures::closed_at.eq(now),
    )))
    .execute(tx.conn())?;
    session::end_all(tx, user)?;
    impersonation::end_all_of(tx, user)?;
    Ok(person)
}

/// Opens a closed account. Gives whom to tell.
pub fn reopen(
    tx: &mut PlatformTx<'_>,
    by: UserId,
    user: UserId,
    reason: &str,
) -> Result<Option<Person>, ActError> {
    set(tx, user, true)?;
    let now = tx.now();
    prepared(
        diesel::update(
            account_closures::table
                .filter(account_closures::user_id.eq(user))
                .filter(account_closures::reopened_at.is_null()),
        )
        .set((
            account_closures::reopened_by.eq(by),
            account_closures::reopened_at.eq(now),
            account_closures::reopened_because.eq(reason),
        )),
    )
    .execute(tx.conn())?;
    Ok(person::find(tx, user)?)
}

fn set(tx: &mut PlatformTx<'_>, user: UserId, active: bool) -> Result<(), ActError> {
    let there: Option<bool> = users::table
        .filter(users::id.eq(user).and(users::deleted_at.is_null()))
        .select(users::is_active)
        .for_update()
        .first(tx.conn())
        .optional()?;
    match there {
        None => return Err(ActError::Unknown),
        Some(now) if now == active => return Err(ActError::Overtaken),
        Some(_) => {}
    }
    prepared(
        diesel::update(users::table.filter(users::id.eq(user))).set(users::is_active.eq(active)),
    )
    .execute(tx.conn())?;
    Ok(())
}
