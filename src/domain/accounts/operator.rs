//! Who runs the platform. It is a role of the account and no seat anywhere; the last word on it is said in the same
//! transaction that acts.

use super::role::Role;
use crate::{
    base::ids::UserId,
    db::{self, PlatformTx},
    schema::accounts::users,
};
use diesel::prelude::*;

/// An operator at work.
#[derive(Clone, Debug, Queryable)]
pub struct Operator {
    /// The person.
    pub user: UserId,
    /// What to call them.
    pub name: String,
    /// The time zone they read times in.
    pub zone: String,
}

/// The operator that somebody is; `None` for everybody else.
pub fn find(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Option<Operator>> {
    let found = users::table
        .filter(users::id.eq(user).and(users::role.eq(Role::Admin)))
        .filter(users::is_active.and(users::deleted_at.is_null()))
        .select((users::id, users::display_name, users::timezone))
        .first(tx.conn())
        .optional()?;
    Ok(found)
}
