//! People as operators look for them: by part of a name or an address, with where they stand.

use super::role::Role;
use crate::{
    base::ids::UserId,
    db::{
        self, PlatformTx,
        statement::{bind, statement},
    },
    schema::accounts::{account_closures, user_sessions, users},
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Text, Uuid as SqlUuid},
};
use std::collections::HashMap;

/// How many a page shows.
pub const PAGE: usize = 20;

/// Somebody in the list.
#[derive(Clone, Debug, Queryable)]
pub struct Known {
    /// Their key.
    pub id: UserId,
    /// Their address.
    pub email: String,
    /// What to call them.
    pub name: String,
    /// What they are to the house.
    pub role: Role,
    /// Whether they may come in.
    pub is_active: bool,
    /// Since when there is the account.
    pub since: DateTime<Utc>,
    /// When the address was proved.
    pub proved_at: Option<DateTime<Utc>>,
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        users::id,
        users::email,
        users::display_name,
        users::role,
        users::is_active,
        users::created_at,
        users::email_verified_at,
    )
}

/// By what somebody is found: address and names in one text without spaces, as the index `idx_users_found_by` has it.
const BY_INDEX: &str = "select id from accounts.users where deleted_at is null and email > ?::citext and \
         translate(email::text || '/' || display_name || '/' || family_name || given_name || '/' || \
             family_name_kana || given_name_kana, U&' \\3000', '') ilike ? \
         order by email limit ?";
/// The same for fewer letters than an index of three knows: every row is looked at.
const BY_EACH: &str = "select id from accounts.users where deleted_at is null and email > ?::citext and strpos(lower( \
         translate(email::text || '/' || display_name || '/' || family_name || given_name || '/' || \
             family_name_kana || given_name_kana, U&' \\3000', '')), lower(?)) > 0 \
         order by email limit ?";

/// Those whose address or name has this in it, by address; and one more, which says whether there is another page.
pub fn search(tx: &mut PlatformTx<'_>, part: &str, after: &str) -> db::Result<Vec<Known>> {
    let part: String = part.split_whitespace().collect();
    let (how, wanted) = match part.chars().count() {
        0..3 => (BY_EACH, part),
        _ => (BY_INDEX, pattern(&part)),
    };
    let ids: Vec<UserId> = statement::<SqlUuid, _>(
        how,
        (
            bind::<Text, _>(after.to_owned()),
            bind::<Text, _>(wanted),
            bind::<BigInt, _>(PAGE as i64 + 1),
        ),
    )
    .load(tx.conn())?;
    let found = users::table
        .filter(users::id.eq_any(ids))
        .order(users::email)
        .select(columns())
        .load(tx.conn())?;
    Ok(found)
}

fn pattern(part: &str) -> String {
    let literal = part
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    format!("%{literal}%")
}

/// Somebody, whether they may come in or not.
pub fn find(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Option<Known>> {
    let found = users::table
        .filter(users::id.eq(user).and(users::deleted_at.is_null()))
        .select(columns())
        .first(tx.conn())
        .optional()?;
    Ok(found)
}

/// The key of an address, whoever's it is.
pub fn of_email(tx: &mut PlatformTx<'_>, email: &str) -> db::Result<Option<UserId>> {
    let found = users::table
        .filter(users::email.eq(email.to_owned()))
        .select(users::id)
        .first(tx.conn())
        .optional()?;
    Ok(found)
}

/// Whose these addresses are, with each as it stands there. Nobody's are left out.
pub fn of_addresses(
    tx: &mut PlatformTx<'_>,
    emails: &[String],
) -> db::Result<Vec<(UserId, String)>> {
    Ok(users::table
        .filter(users::email.eq_any(emails.to_vec()))
        .filter(users::deleted_at.is_null())
        .select((users::id, users::email))
        .load(tx.conn())?)
}

/// The addresses of these people. Who has ended their account has none.
pub fn addresses(tx: &mut PlatformTx<'_>, ids: &[UserId]) -> db::Result<Vec<(UserId, String)>> {
    Ok(users::table
        .filter(users::id.eq_any(ids.to_vec()))
        .filter(users::deleted_at.is_null())
        .select((users::id, users::email))
        .load(tx.conn())?)
}

/// How many sessions of somebody live.
pub fn sessions(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<i64> {
    let now = tx.now();
    let count = user_sessions::table
        .filter(user_sessions::user_id.eq(user))
        .filter(user_sessions::revoked_at.is_null())
        .filter(user_sessions::expires_at.gt(now))
        .count()
        .get_result(tx.conn())?;
    Ok(count)
}

/// What to call these people.
pub fn names(tx: &mut PlatformTx<'_>, ids: &[UserId]) -> db::Result<HashMap<UserId, String>> {
    let rows: Vec<(UserId, String)> = users::table
        .filter(users::id.eq_any(ids.to_vec()))
        .select((users::id, users::display_name))
        .load(tx.conn())?;
    Ok(rows.into_iter().collect())
}

/// One time that an account was closed.
#[derive(Clone, Debug, Queryable)]
pub struct Closure {
    /// Why.
    pub reason: String,
    /// When.
    pub closed_at: DateTime<Utc>,
    /// When it was opened again.
    pub reopened_at: Option<DateTime<Utc>>,
    /// And why.
    pub reopened_because: String,
}

/// Every time an account was closed, the last first.
pub fn closures(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Vec<Closure>> {
    let found = account_closures::table
        .filter(account_closures::user_id.eq(user))
        .order(account_closures::closed_at.desc())
        .select((
            account_closures::reason,
            account_closures::closed_at,
            account_closures::reopened_at,
            account_closures::reopened_because,
        ))
        .load(tx.conn())?;
    Ok(found)
}
