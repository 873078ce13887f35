//! Everything an account holds, for its owner to take along (APPI article 33, GDPR articles 15 and 20).

use crate::{
    base::ids::UserId,
    db::{
        self, PlatformTx,
        statement::{bind, statement},
    },
    domain::platform::limit::{self, Limit, Limited},
};
use chrono::TimeDelta;
use diesel::{
    prelude::*,
    sql_types::{BigInt, Jsonb, Uuid as SqlUuid},
};
use serde_json::Value;

/// How often somebody takes their data along.
const TAKINGS: Limit = Limit {
    most: 3,
    window: TimeDelta::days(1),
};

/// Counts one taking.
pub fn count(tx: &mut PlatformTx<'_>, user: UserId) -> Result<(), Limited> {
    limit::count(tx, &format!("export {user}"), TAKINGS)
}

/// The account, those its owner books for, where they were signed in, their addresses, and the trail of changes of the
/// account itself. Hashes of passwords and tokens are secrets and no facts about anybody: they stay.
pub fn export(tx: &mut PlatformTx<'_>, user: UserId, most: i64) -> db::Result<Value> {
    let mut parts = serde_json::Map::new();
    for (name, sql) in PARTS {
        let (rows,): (Value,) =
            statement::<(Jsonb,), _>(sql, (bind::<SqlUuid, _>(user), bind::<BigInt, _>(most)))
                .get_result(tx.conn())?;
        parts.insert(name.to_owned(), rows);
    }
    Ok(Value::Object(parts))
}

const PARTS: [(&str, &str); 10] = [
    (
        "profile",
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select email, email_verified_at, family_name, given_name, family_name_kana, given_name_kana, display_name, \
                 phone, avatar_url, timezone, locale, role, login_count, last_login_at, created_at, updated_at \
             from accounts.users where id = ? limit ?) r",
    ),
    (
        "family",
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select display_name, family_name, given_name, family_name_kana, given_name_kana, relation, birth_year, \
                 created_at, updated_at \
             from accounts.family_members where user_id = ? order by created_at, id limit ?) r",
    ),
    (
        "receipt_name",
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select made_out_to, created_at, updated_at \
             from accounts.receipt_names where user_id = ? limit ?) r",
    ),
    (
        "message_preferences",
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select bookings_in_own_language, has_calendar, is_text_only, about_own_acts, created_at, updated_at \
             from accounts.message_preferences where user_id = ? limit ?) r",
    ),
    (
        "sessions",
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select ip, user_agent, device_info, location, created_at, last_active_at, expires_at, revoked_at \
             from accounts.user_sessions where user_id = ? order by created_at, id limit ?) r",
    ),
    (
        "authenticator_apps",
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select confirmed_at, created_at \
             from accounts.totp_factors where user_id = ? order by created_at, id limit ?) r",
    ),
    (
        "accounts_elsewhere",
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select issuer, subject, email, created_at, last_used_at \
             from accounts.identities where user_id = ? order by created_at, id limit ?) r",
    ),
    (
        "passkeys",
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select name, last_used_at, created_at \
             from accounts.passkeys where user_id = ? order by created_at, id limit ?) r",
    ),
    (
        "address_changes",
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select old_email, new_email, old_confirmed_at, new_confirmed_at, created_at \
             from accounts.email_changes where user_id = ? order by created_at, id limit ?) r",
    ),
    (
        "trail",
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select created_at, action, actor_role, before_json as before, after_json as after \
             from audit.audit_logs where entity = 'users' and entity_id = ? order by created_at, id limit ?) r",
    ),
];
