//! Somebody with an account.

use crate::{
    base::ids::UserId,
    db::{self, Myself, PlatformTx},
    schema::accounts::users,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// What letters and pages of their own need of somebody.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = users)]
pub struct Person {
    /// Their key.
    pub id: UserId,
    /// Their address.
    pub email: String,
    /// What to call them.
    pub display_name: String,
    /// The code of their language.
    pub locale: String,
    /// Their password; `None` when they come in another way.
    pub password_hash: Option<String>,
}

/// A living person by key.
pub fn find(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Option<Person>> {
    let person = users::table
        .filter(users::id.eq(user))
        .filter(users::is_active.and(users::deleted_at.is_null()))
        .select(Person::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(person)
}

/// A living person by address, however its letters are written (S0-06).
pub fn by_email(tx: &mut PlatformTx<'_>, email: &str) -> db::Result<Option<Person>> {
    let person = users::table
        .filter(users::email.eq(email))
        .filter(users::is_active.and(users::deleted_at.is_null()))
        .select(Person::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(person)
}

/// The time zone somebody reads times in, by its IANA name.
pub fn zone(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<String> {
    Ok(users::table
        .filter(users::id.eq(user))
        .select(users::timezone)
        .first(tx.conn())?)
}

/// Who a signed-in person is to the rows of businesses: themselves, and whoever was a guest with their proved address.
pub fn myself(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Option<Myself>> {
    let found: Option<(String, Option<DateTime<Utc>>)> = users::table
        .filter(users::id.eq(user))
        .filter(users::is_active.and(users::deleted_at.is_null()))
        .select((users::email, users::email_verified_at))
        .first(tx.conn())
        .optional()?;
    Ok(found.map(|(email, proved)| Myself {
        user,
        email: proved.map(|_| email),
    }))
}

/// Whether an address has an account that somebody has proved to be theirs, living or not: a letter opens no second.
pub fn with_proved_address(tx: &mut PlatformTx<'_>, email: &str) -> db::Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(
        users::table
            .filter(users::email.eq(email))
            .filter(users::email_verified_at.is_not_null()),
    ))
    .get_result(tx.conn())?)
}
