//! Command: coming in with a password. Hashing must not hold a connection, so it is done in steps: find, compare,
//! write down; and a second factor may stand between the password and being in.

use crate::{
    base::ids::UserId,
    db::{self, PlatformTx},
    domain::platform::limit::{self, Limit, Limited},
    schema::accounts::users,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// Tries for one address (seed 000), by all browsers that were never in, or by one that was; and from one network.
const PER_ACCOUNT: Limit = Limit {
    most: 5,
    window: TimeDelta::minutes(15),
};
const PER_NETWORK: Limit = Limit {
    most: 30,
    window: TimeDelta::minutes(15),
};

/// Who tries.
#[derive(Clone, Debug)]
pub struct Asker {
    /// From which network.
    pub network: String,
    /// The browser, where it was in this account before ([`super::known_device`]).
    pub device: Option<String>,
}

/// Whom an address belongs to, and the hash to compare with.
#[derive(Clone, Debug, Queryable)]
pub struct Known {
    /// The person.
    pub user: UserId,
    /// Their hash; `None` when they come in another way.
    pub password_hash: Option<String>,
    /// What to call them.
    pub display_name: String,
    /// The code of their language.
    pub locale: String,
    /// When they proved that the address is theirs; before that they do not come in.
    pub email_verified_at: Option<DateTime<Utc>>,
}

/// First step: counts the try and finds the person. The answer does not tell whether there is one.
pub fn find(tx: &mut PlatformTx<'_>, email: &str, asker: &Asker) -> Result<Option<Known>, Limited> {
    count(tx, email, asker)?;
    let known = users::table
        .filter(
            users::email
                .eq(email)
                .and(users::is_active)
                .and(users::deleted_at.is_null()),
        )
        .select((
            users::id,
            users::password_hash,
            users::display_name,
            users::locale,
            users::email_verified_at,
        ))
        .first(tx.conn())
        .optional()?;
    Ok(known)
}

/// Counts a try to say somebody's password, wherever it is asked for.
pub fn count(tx: &mut PlatformTx<'_>, email: &str, asker: &Asker) -> Result<(), Limited> {
    let network = format!("sign-in network {}", asker.network);
    let limits = match asker.device {
        // Guesses of others, from wherever, are not counted against it.
        Some(_) => vec![(key(email, asker), PER_ACCOUNT)],
        None => vec![(key(email, asker), PER_ACCOUNT), (network, PER_NETWORK)],
    };
    for (key, limit) in limits {
        limit::count(tx, &key, limit)?;
    }
    Ok(())
}

/// Forgets the tries that were counted: the password was said. A browser that was in before forgives itself alone, or
/// whoever guesses could wait for the owner to come in.
pub fn forgive(tx: &mut PlatformTx<'_>, email: &str, asker: &Asker) -> db::Result<()> {
    limit::forgive(tx, &key(email, asker))
}

/// Third step: the password was right. `rehashed` is its new hash, where the old one was made with too little work.
pub fn succeed(
    tx: &mut PlatformTx<'_>,
    user: UserId,
    (email, asker): (&str, &Asker),
    rehashed: Option<&str>,
) -> db::Result<()> {
    forgive(tx, email, asker)?;
    if let Some(hash) = rehashed {
        diesel::update(users::table.filter(users::id.eq(user)))
            .set(users::password_hash.eq(hash))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// Last step: nothing more is to be proved (S2-03).
pub fn come_in(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<()> {
    let now = tx.now();
    diesel::update(users::table.filter(users::id.eq(user)))
        .set((
            users::login_count.eq(users::login_count + 1),
            users::last_login_at.eq(now),
        ))
        .execute(tx.conn())?;
    Ok(())
}

fn key(email: &str, asker: &Asker) -> String {
    match &asker.device {
        Some(device) => format!("sign-in device {device}"),
        None => format!("sign-in account {}", email.to_lowercase()),
    }
}
