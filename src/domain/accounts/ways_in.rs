//! By what somebody comes into their account without waiting for a letter: their password, who they are elsewhere, their
//! passkeys. The last of these is not taken away.

use crate::{
    base::ids::UserId,
    db::{self, PlatformTx},
    schema::accounts::{identities, passkeys, users},
};
use diesel::prelude::*;

/// How many there are of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaysIn {
    /// Whether they have a password.
    pub has_password: bool,
    /// Providers that are linked.
    pub identities: i64,
    /// Keys.
    pub passkeys: i64,
}

impl WaysIn {
    /// Whether there is no more than one.
    pub fn are_one(self) -> bool {
        i64::from(self.has_password) + self.identities + self.passkeys <= 1
    }
}

/// Those of a person, who stays locked: of two that take one away at once, the second sees what the first has left.
pub fn locked(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<WaysIn> {
    let has_password = users::table
        .filter(users::id.eq(user))
        .select(users::password_hash.is_not_null())
        .for_update()
        .first(tx.conn())?;
    let identities = identities::table
        .filter(identities::user_id.eq(user))
        .count()
        .get_result(tx.conn())?;
    let passkeys = passkeys::table
        .filter(passkeys::user_id.eq(user))
        .count()
        .get_result(tx.conn())?;
    Ok(WaysIn {
        has_password,
        identities,
        passkeys,
    })
}
