//! Command: a new account. Whoever signs up is told the same whether or not the address is known; the letter tells the
//! difference to the one who can read it.

use super::{jobs::SendProofAgain, person, person::Person, verification};
use crate::{
    base::ids::{ProofId, UserId},
    db::{
        self, DbError, PlatformTx,
        statement::{prepared, together},
    },
    domain::platform::limit::{self, Limit, Limited},
    queue,
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
/// the older letter's link dies. The new one leads to `next`.
pub fn sign_up(
    tx: &mut PlatformTx<'_>,
    new: &NewPerson,
    (secret, network): (&[u8], &str),
    next: &str,
) -> Result<SignedUp, Limited> {
    count(tx, &new.email, network)?;
    if let Some(user) = write(tx, new)? {
        let proof = verification::issue(tx, user, secret, Some(next))?;
        return Ok(SignedUp::New(user, proof));
    }
    Ok(person::by_email(tx, &new.email)?.map_or(SignedUp::Closed, SignedUp::Known))
}

/// Somebody wants the letter of a new account once more, within the same limits. Whether the address is anybody's is found
/// out later, by the job.
pub fn ask_again(
    tx: &mut PlatformTx<'_>,
    email: &str,
    locale: &str,
    network: &str,
) -> Result<(), Limited> {
    count(tx, email, network)?;
    let job = SendProofAgain {
        email: email.to_owned(),
        locale: locale.to_owned(),
    };
    let job = queue::job(None, &job, tx.now())?;
    together(vec![Box::new(job)])
        .execute(tx.conn())
        .map_err(DbError::from)?;
    Ok(())
}

/// What the letter says: a new proof, and the older letter's link dies; or that the address is known. For an address that is
/// nobody's, nothing.
pub fn again(tx: &mut PlatformTx<'_>, email: &str, secret: &[u8]) -> db::Result<SignedUp> {
    let Some(person) = person::by_email(tx, email)? else {
        return Ok(SignedUp::Closed);
    };
    if person::with_proved_address(tx, email)? {
        return Ok(SignedUp::Known(person));
    }
    let proof = verification::issue(tx, person.id, secret, None)?;
    Ok(SignedUp::New(person.id, proof))
}

fn count(tx: &mut PlatformTx<'_>, email: &str, network: &str) -> Result<(), Limited> {
    for (key, limit) in [
        (
            format!("sign-up address {}", email.to_lowercase()),
            PER_ADDRESS,
        ),
        (format!("sign-up network {network}"), PER_NETWORK),
    ] {
        limit::count(tx, &key, limit)?;
    }
    Ok(())
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
