//! Commands: an account is closed, and whoever is in it is out at once; and it is opened again.

use super::{impersonation, session};
use crate::{
    base::ids::UserId,
    db::{DbError, PlatformTx, statement::prepared},
    refusal,
    schema::accounts::{account_closures, users},
};
use diesel::prelude::*;

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum ClosureError {
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
refusal!(ClosureError);

/// Closes an account: every session ends, and so does whatever its operator does in somebody's place.
pub fn close(
    tx: &mut PlatformTx<'_>,
    by: UserId,
    user: UserId,
    reason: &str,
) -> Result<(), ClosureError> {
    if by == user {
        return Err(ClosureError::Own);
    }
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
    Ok(impersonation::end_all_of(tx, user)?)
}

/// Opens a closed account.
pub fn reopen(
    tx: &mut PlatformTx<'_>,
    by: UserId,
    user: UserId,
    reason: &str,
) -> Result<(), ClosureError> {
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
    Ok(())
}

fn set(tx: &mut PlatformTx<'_>, user: UserId, active: bool) -> Result<(), ClosureError> {
    let there: Option<bool> = users::table
        .filter(users::id.eq(user).and(users::deleted_at.is_null()))
        .select(users::is_active)
        .for_update()
        .first(tx.conn())
        .optional()?;
    match there {
        None => return Err(ClosureError::Unknown),
        Some(now) if now == active => return Err(ClosureError::Overtaken),
        Some(_) => {}
    }
    prepared(
        diesel::update(users::table.filter(users::id.eq(user))).set(users::is_active.eq(active)),
    )
    .execute(tx.conn())?;
    Ok(())
}
