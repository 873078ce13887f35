//! Command: a new account for somebody who comes from a provider. It has no password. Where the provider has seen that
//! the address is theirs the account is whole at once; else it waits for digits from a letter, like any other address
//! that nobody has proved, and the identity is linked only after that.

use super::{
    identity::{self, IdentityError},
    identity_offer::Offer,
    person::{self, Person},
};
use crate::{
    base::ids::UserId,
    db::{DbError, PlatformTx, statement::prepared},
    domain::platform::limit::{self, Limit, Limited},
    refusal,
    schema::accounts::users,
};
use chrono::TimeDelta;
use diesel::prelude::*;
use uuid::Uuid;

/// How many accounts are made from one network.
const PER_NETWORK: Limit = Limit {
    most: 20,
    window: TimeDelta::hours(1),
};

/// Somebody new.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// Their address.
    pub email: String,
    /// What to call them.
    pub display_name: String,
    /// The code of their language.
    pub locale: String,
}

/// Why there is no new account.
#[derive(Debug, thiserror::Error)]
pub enum NewcomerError {
    /// Made too many; again after so long.
    #[error("too many accounts: again in {0}")]
    TooOften(TimeDelta),
    /// The address is somebody's, or the identity is by now.
    #[error("there is an account already")]
    Known,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(NewcomerError);

impl From<Limited> for NewcomerError {
    fn from(limited: Limited) -> Self {
        match limited {
            Limited::TooOften(wait) => Self::TooOften(wait),
            Limited::Db(error) => Self::Db(error),
        }
    }
}

/// Whether an address is proved to be somebody's, closed accounts among them.
pub fn is_known(tx: &mut PlatformTx<'_>, email: &str) -> crate::db::Result<bool> {
    let found = users::table
        .filter(users::email.eq(email))
        .filter(
            users::email_verified_at
                .is_not_null()
                .or(users::is_active.eq(false))
                .or(users::deleted_at.is_not_null()),
        )
        .select(users::id)
        .first::<UserId>(tx.conn())
        .optional()?;
    Ok(found.is_some())
}

/// Makes the account of an address that the provider has proved, and links the identity. An account whose address was
/// never proved is nobody's yet: this takes its place, and the password that a stranger may have set is forgotten.
pub fn create(
    tx: &mut PlatformTx<'_>,
    new: &Newcomer,
    offer: &Offer,
    network: &str,
) -> Result<Person, NewcomerError> {
    count(tx, network)?;
    let now = tx.now();
    if is_known(tx, &new.email)? {
        return Err(NewcomerError::Known);
    }
    let names = (
        users::display_name.eq(&new.display_name),
        users::locale.eq(&new.locale),
        users::email_verified_at.eq(now),
        users::password_hash.eq(None::<&str>),
    );
    let id = UserId(Uuid::new_v4());
    let made = prepared(
        diesel::insert_into(users::table)
            .values((users::id.eq(id), users::email.eq(&new.email), names))
            .on_conflict(users::email)
            .do_nothing(),
    )
    .execute(tx.conn())
    .map_err(DbError::from)?;
    let user: Option<UserId> = if made > 0 {
        Some(id)
    } else {
        // Said again with the change itself: somebody may prove the address at this very moment.
        prepared(
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
        .optional()
        .map_err(DbError::from)?
    };
    let user = user.ok_or(NewcomerError::Known)?;
    match identity::link(tx, user, &offer.identity) {
        Ok(_) => {}
        Err(IdentityError::Db(error)) => return Err(error.into()),
        Err(_) => return Err(NewcomerError::Known),
    }
    person::find(tx, user)?.ok_or(NewcomerError::Known)
}

/// Keeps a place for an address that nobody has proved. Where there is an account already nothing changes, and whoever
/// asked is not told.
pub fn reserve(
    tx: &mut PlatformTx<'_>,
    new: &Newcomer,
    network: &str,
) -> Result<(), NewcomerError> {
    count(tx, network)?;
    prepared(
        diesel::insert_into(users::table)
            .values((
                users::id.eq(UserId(Uuid::new_v4())),
                users::email.eq(&new.email),
                users::display_name.eq(&new.display_name),
                users::locale.eq(&new.locale),
            ))
            .on_conflict(users::email)
            .do_nothing(),
    )
    .execute(tx.conn())
    .map_err(DbError::from)?;
    Ok(())
}

fn count(tx: &mut PlatformTx<'_>, network: &str) -> Result<(), NewcomerError> {
    let key = format!("sign-up network {network}");
    Ok(limit::count(tx, &key, PER_NETWORK)?)
}
