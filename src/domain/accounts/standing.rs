//! What somebody is to the house follows from where they work; that room tells it here. And leaving a place of work ends
//! every way in that is open.

use super::{reset, role::Role, session};
use crate::{
    base::ids::UserId,
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::users,
};
use diesel::prelude::*;

/// Locks somebody's row until the transaction ends, so that two businesses do not settle what they are at once. `None`
/// when there is nobody of that key.
pub fn lock(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Option<Role>> {
    Ok(users::table
        .filter(users::id.eq(user))
        .filter(users::deleted_at.is_null())
        .select(users::role)
        .for_update()
        .first(tx.conn())
        .optional()?)
}

/// Writes what somebody is now. Who runs the platform stays what they are, wherever they work besides.
pub fn settle(tx: &mut PlatformTx<'_>, user: UserId, role: Role) -> db::Result<()> {
    prepared(
        diesel::update(
            users::table.filter(
                users::id
                    .eq(user)
                    .and(users::role.ne(Role::Admin))
                    .and(users::role.ne(role)),
            ),
        )
        .set(users::role.eq(role)),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Ends every session of somebody, and whatever their programs come in with.
pub fn sign_out_everywhere(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<()> {
    session::end_all(tx, user)?;
    reset::forget_tokens(tx, user)
}
