//! Sessions on the server: rows that can be listed and ended. The cookie is kept nowhere, only its hash.

use super::role::Role;
use crate::{
    base::{
        ids::{SessionId, UserId},
        token::sha256,
    },
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::{user_sessions, users},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// How long somebody may look for their telephone between the password and the second factor.
const HALF_LIFE: TimeDelta = TimeDelta::minutes(10);
/// A session's last use is written at most so often.
const TOUCH_EVERY: TimeDelta = TimeDelta::seconds(60);

/// A new session.
#[derive(Clone, Debug)]
pub struct Start {
    /// Its key in the table; what the cookie carries is another.
    pub id: SessionId,
    /// Whose.
    pub user: UserId,
    /// Whether the second factor is still awaited.
    pub is_half: bool,
    /// After so many unused minutes it ends, where that is less than the role of its person allows.
    pub idle_minutes: Option<i16>,
    /// What the pages keep in it.
    pub state: serde_json::Value,
    /// From which address.
    pub ip: Option<ipnetwork::IpNetwork>,
    /// With which browser.
    pub user_agent: Option<String>,
}

/// Writes a new session for a key that only the cookie has. How long it lives, the role of its person says.
pub fn start(tx: &mut PlatformTx<'_>, key: &str, start: &Start) -> db::Result<()> {
    let now = tx.now();
    let role: Role = users::table
        .filter(users::id.eq(start.user))
        .select(users::role)
        .first(tx.conn())?;
    let ends = match start.is_half {
        true => now + HALF_LIFE,
        false => bounded(
            role.life().within(start.idle_minutes).end(now, now),
            &start.state,
        ),
    };
    prepared(diesel::insert_into(user_sessions::table).values((
        user_sessions::id.eq(start.id),
        user_sessions::user_id.eq(start.user),
        user_sessions::token_hash.eq(sha256(key.as_bytes())),
        user_sessions::state_json.eq(&start.state),
        user_sessions::ip.eq(start.ip),
        user_sessions::user_agent.eq(&start.user_agent),
        user_sessions::created_at.eq(now),
        user_sessions::last_active_at.eq(now),
        user_sessions::expires_at.eq(ends),
        user_sessions::is_half.eq(start.is_half),
        user_sessions::idle_minutes.eq(start.idle_minutes),
    )))
    .execute(tx.conn())?;
    Ok(())
}

#[derive(Queryable)]
struct Resumed {
    state: serde_json::Value,
    created_at: DateTime<Utc>,
    last_active_at: DateTime<Utc>,
    is_half: bool,
    idle_minutes: Option<i16>,
    role: Role,
}

/// An end no later than what the session itself says: an operator stays in somebody's place no longer than that.
fn bounded(end: DateTime<Utc>, state: &serde_json::Value) -> DateTime<Utc> {
    let until = state.get("until").and_then(serde_json::Value::as_str);
    let until: Option<DateTime<Utc>> = until.and_then(|text| serde_json::from_str(text).ok());
    until.map_or(end, |until| end.min(until))
}

/// What a living session of a living person keeps. Being used puts off its end, as far as the role of its person allows;
/// that is written at most once a minute.
pub fn resume(tx: &mut PlatformTx<'_>, key: &str) -> db::Result<Option<serde_json::Value>> {
    let now = tx.now();
    let found: Option<Resumed> = user_sessions::table
        .inner_join(users::table)
        .filter(user_sessions::token_hash.eq(sha256(key.as_bytes())))
        .filter(
            user_sessions::revoked_at
                .is_null()
                .and(user_sessions::expires_at.gt(now)),
        )
        .filter(users::is_active.and(users::deleted_at.is_null()))
        .select((
            user_sessions::state_json,
            user_sessions::created_at,
            user_sessions::last_active_at,
            user_sessions::is_half,
            user_sessions::idle_minutes,
            users::role,
        ))
        .first(tx.conn())
        .optional()?;
    let Some(found) = found else {
        return Ok(None);
    };
    if !found.is_half && found.last_active_at < now - TOUCH_EVERY {
        let life = found.role.life().within(found.idle_minutes);
        prepared(diesel::update(of_key(key)).set((
            user_sessions::last_active_at.eq(now),
            user_sessions::expires_at.eq(bounded(life.end(found.created_at, now), &found.state)),
        )))
        .execute(tx.conn())?;
    }
    Ok(Some(found.state))
}

/// Writes what a session keeps. `false` when it has been ended meanwhile: it is not made again.
pub fn update(tx: &mut PlatformTx<'_>, key: &str, state: &serde_json::Value) -> db::Result<bool> {
    let changed = prepared(diesel::update(of_key(key)).set(user_sessions::state_json.eq(state)))
        .execute(tx.conn())?;
    Ok(changed > 0)
}

#[diesel::dsl::auto_type]
fn of_key(key: &str) -> _ {
    let hash: Vec<u8> = sha256(key.as_bytes());
    user_sessions::table.filter(
        user_sessions::token_hash
            .eq(hash)
            .and(user_sessions::revoked_at.is_null()),
    )
}

/// Ends a session for good.
pub fn end(tx: &mut PlatformTx<'_>, key: &str) -> db::Result<()> {
    let now = tx.now();
    prepared(
        diesel::update(
            user_sessions::table.filter(user_sessions::token_hash.eq(sha256(key.as_bytes()))),
        )
        .set(user_sessions::revoked_at.eq(now)),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// A living session, as its owner may see it.
#[derive(Clone, Debug, Queryable)]
pub struct Listed {
    /// Its key in the table.
    pub id: SessionId,
    /// The browser, as it called itself.
    pub user_agent: Option<String>,
    /// From which network address.
    pub ip: Option<ipnetwork::IpNetwork>,
    /// When somebody came in.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    pub last_active_at: DateTime<Utc>,
    /// The time zone its owner reads times in.
    pub zone: String,
}

/// The living sessions of a person, the last used first (S2-03).
pub fn living(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Vec<Listed>> {
    let now = tx.now();
    let listed = user_sessions::table
        .inner_join(users::table)
        .filter(
            user_sessions::user_id
                .eq(user)
                .and(user_sessions::is_half.eq(false)),
        )
        .filter(
            user_sessions::revoked_at
                .is_null()
                .and(user_sessions::expires_at.gt(now)),
        )
        .order(user_sessions::last_active_at.desc())
        .select((
            user_sessions::id,
            user_sessions::user_agent,
            user_sessions::ip,
            user_sessions::created_at,
            user_sessions::last_active_at,
            users::timezone,
        ))
        .load(tx.conn())?;
    Ok(listed)
}

/// Ends one of a person's sessions. `false` when they have none of that key.
pub fn end_one(tx: &mut PlatformTx<'_>, user: UserId, id: SessionId) -> db::Result<bool> {
    let now = tx.now();
    let ended = prepared(
        diesel::update(
            user_sessions::table.filter(
                user_sessions::id
                    .eq(id)
                    .and(user_sessions::user_id.eq(user)),
            ),
        )
        .set(user_sessions::revoked_at.eq(now)),
    )
    .execute(tx.conn())?;
    Ok(ended > 0)
}

/// Ends all of a person's sessions but one. Returns how many ended.
pub fn end_others(tx: &mut PlatformTx<'_>, user: UserId, kept: SessionId) -> db::Result<usize> {
    let now = tx.now();
    Ok(prepared(
        diesel::update(
            user_sessions::table
                .filter(user_sessions::user_id.eq(user))
                .filter(
                    user_sessions::id
                        .ne(kept)
                        .and(user_sessions::revoked_at.is_null())
                        .and(user_sessions::expires_at.gt(now)),
                ),
        )
        .set(user_sessions::revoked_at.eq(now)),
    )
    .execute(tx.conn())?)
}

/// Ends all of a person's sessions. Returns how many ended.
pub fn end_all(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<usize> {
    let now = tx.now();
    Ok(prepared(
        diesel::update(
            user_sessions::table.filter(
                user_sessions::user_id
                    .eq(user)
                    .and(user_sessions::revoked_at.is_null()),
            ),
        )
        .set(user_sessions::revoked_at.eq(now)),
    )
    .execute(tx.conn())?)
}

/// Removes sessions that ended long ago. Returns how many went.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let before = tx.now() - TimeDelta::days(30);
    Ok(prepared(diesel::delete(
        user_sessions::table.filter(user_sessions::expires_at.lt(before)),
    ))
    .execute(tx.conn())?)
}
