//! Command: a new account. Whoever signs up is told the same whether or not the address is known; the letter tells the
//! difference to the one who can read it.

use super::{person, person::Person, verification};
use crate::{
    base::ids::{ProofId, UserId},
    db::{self, PlatformTx, statement::prepared},
    domain::platform::limit::{self, Limit, Limited},
    schema::accounts::users,
};
use chrono::TimeDelta;
use diesel::prelude::*;
use uuid::Uuid;

/// How often one address is signed up (SEEDS 23), and how often from one network.
const PER_ADDRESS: Limit = Limit {
    most: 5,
    window: TimeDelta::minutes(15),
};
const PER_NETWORK: Limit = Limit {
    most: 20,
    window: TimeDelta::hours(1),
};

/// Somebody new.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Their address.
    pub email: String,
    /// Their password, hashed.
    pub password_hash: String,
    /// What to call them.
    pub display_name: String,
    /// The code of their language.
    pub locale: String,
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum SignedUp {
    /// Somebody new, who has to prove their address.
    New(UserId, ProofId),
    /// The address is known already.
    Known(Person),
    /// The address was somebody's who is not to come in; nobody is written to.
    Closed,
}

/// Signs somebody up. An account whose address was never proved is nobody's yet: what is typed now takes its place, and
/// the older letter's link dies.
pub fn sign_up(
    tx: &mut PlatformTx<'_>,
    new: &NewPerson,
    secret: &[u8],
    network: &str,
) -> Result<SignedUp, Limited> {
    for (key, limit) in [
        (
            format!("sign-up address {}", new.email.to_lowercase()),
            PER_ADDRESS,
        ),
        (format!("sign-up network {network}"), PER_NETWORK),
    ] {
        limit::count(tx, &key, limit)?;
    }
    if let Some(user) = write(tx, new)? {
        let proof = verification::issue(tx, user, secret)?;
        return Ok(SignedUp::New(user, proof));
    }
    Ok(person::by_email(tx, &new.email)?.map_or(SignedUp::Closed, SignedUp::Known))
}

/// An account for somebody who has just read a letter to their address, and so has proved it. `None` when the address is
/// somebody's already.
pub fn with_proved_address(tx: &mut PlatformTx<'_>, new: &NewPerson) -> db::Result<Option<UserId>> {
    let Some(user) = write(tx, new)? else {
        return Ok(None);
    };
    let now = tx.now();
    prepared(
        diesel::update(users::table.filter(users::id.eq(user)))
            .set(users::email_verified_at.eq(now)),
    )
    .execute(tx.conn())?;
    Ok(Some(user))
}

/// Writes somebody new, or in the place of somebody who never proved the address.
fn write(tx: &mut PlatformTx<'_>, new: &NewPerson) -> db::Result<Option<UserId>> {
    let names = (
        users::password_hash.eq(&new.password_hash),
        users::display_name.eq(&new.display_name),
        users::locale.eq(&new.locale),
    );
    let id = UserId(Uuid::new_v4());
    let made = prepared(
        diesel::insert_into(users::table)
            .values((users::id.eq(id), users::email.eq(&new.email), names))
            .on_conflict(users::email)
            .do_nothing(),
    )
    .execute(tx.conn())?;
    if made > 0 {
        return Ok(Some(id));
    }
    Ok(prepared(
        diesel::update(
            users::table.filter(users::email.eq(&new.email)).filter(
                users::email_verified_at
                    .is_null()
                    .and(users::is_active)
                    .and(users::deleted_at.is_null()),
            ),
        )
        .set(names)
        .returning(users::id),
    )
    .get_result(tx.conn())
    .optional()?)
}
