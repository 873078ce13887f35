//! Command: a new password for somebody who is signed in and knows the old one. Every other session ends, and so does
//! every way back that was asked for.

use super::{reset, session};
use crate::{
    base::ids::{SessionId, UserId},
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::users,
};
use diesel::prelude::*;

/// Writes the new hash; `kept` is the session that goes on.
pub fn change_password(
    tx: &mut PlatformTx<'_>,
    user: UserId,
    password_hash: &str,
    kept: SessionId,
) -> db::Result<()> {
    prepared(
        diesel::update(users::table.filter(users::id.eq(user)))
            .set(users::password_hash.eq(password_hash)),
    )
    .execute(tx.conn())?;
    session::end_others(tx, user, kept)?;
    reset::end_open(tx, user)?;
    reset::forget_tokens(tx, user)
}
