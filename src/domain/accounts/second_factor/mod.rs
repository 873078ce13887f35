//! A second thing to prove besides password or letter (AU3): an app that shows digits, codes for the day it is lost, a
//! passkey. Whoever has one is asked for it each time; who must have one, the rooms above say.

pub mod passkey;
pub mod recovery;
pub mod step;
pub mod totp;

use crate::{
    base::ids::{FactorId, UserId},
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::{passkeys, recovery_codes, totp_factors},
};
use chrono::{DateTime, Utc};
use diesel::{dsl::exists, prelude::*};

/// What somebody has set up.
#[derive(Clone, Debug, Default)]
pub struct Factors {
    /// Since when the app counts.
    pub app_since: Option<DateTime<Utc>>,
    /// How many recovery codes are left; `None` when there never were any.
    pub codes_left: Option<usize>,
    /// Their passkeys, oldest first.
    pub passkeys: Vec<Passkey>,
}

/// A passkey, as its owner may see it.
#[derive(Clone, Debug, Queryable)]
pub struct Passkey {
    /// Its row.
    pub id: FactorId,
    /// What its owner calls it.
    pub name: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// When it opened the door last.
    pub last_used_at: Option<DateTime<Utc>>,
}

impl Factors {
    /// Whether there is any: recovery codes alone are none.
    pub fn is_any(&self) -> bool {
        self.app_since.is_some() || !self.passkeys.is_empty()
    }
}

/// Everything that somebody has set up.
pub fn of(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Factors> {
    let app_since = totp_factors::table
        .filter(totp_factors::user_id.eq(user))
        .select(totp_factors::confirmed_at)
        .filter(totp_factors::confirmed_at.is_not_null())
        .first::<Option<DateTime<Utc>>>(tx.conn())
        .optional()?
        .flatten();
    let codes = recovery_codes::table
        .filter(recovery_codes::user_id.eq(user))
        .select(recovery_codes::used_at)
        .load::<Option<DateTime<Utc>>>(tx.conn())?;
    let passkeys = passkeys::table
        .filter(passkeys::user_id.eq(user))
        .order(passkeys::created_at)
        .select((
            passkeys::id,
            passkeys::name,
            passkeys::created_at,
            passkeys::last_used_at,
        ))
        .load(tx.conn())?;
    Ok(Factors {
        app_since,
        codes_left: (!codes.is_empty()).then(|| codes.iter().filter(|used| used.is_none()).count()),
        passkeys,
    })
}

/// Whether somebody has any.
pub fn is_any(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<bool> {
    let app = totp_factors::table
        .filter(totp_factors::user_id.eq(user))
        .filter(totp_factors::confirmed_at.is_not_null());
    let key = passkeys::table.filter(passkeys::user_id.eq(user));
    Ok(diesel::select(exists(app).or(exists(key))).get_result(tx.conn())?)
}

/// Takes everything away, because its owner has lost it all and somebody who knows them vouches. Returns whether there
/// was anything.
pub fn remove_all(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<bool> {
    let apps = prepared(diesel::delete(
        totp_factors::table.filter(totp_factors::user_id.eq(user)),
    ))
    .execute(tx.conn())?;
    let keys = prepared(diesel::delete(
        passkeys::table.filter(passkeys::user_id.eq(user)),
    ))
    .execute(tx.conn())?;
    recovery::remove(tx, user)?;
    Ok(apps + keys > 0)
}
