//! Who at a provider (LINE, Google, a company's own) is who here. The key is the provider's own, issuer and subject, and
//! never an address: addresses change hands, and what a provider says of one is not what is proved here.
//!
//! An identity that is new is therefore never linked by itself to the account that has its address. Whoever could make a
//! provider say somebody's address (an old domain, a careless company, an account made before its owner came) would be in
//! that person's account without ever knowing their password. They sign in once as they always do, and link it then.

use super::{person::Person, ways_in};
use crate::{
    base::ids::{IdentityId, UserId},
    db::{self, DbError, PlatformTx, statement::prepared},
    domain::platform::limit::{self, Limit, Limited},
    refusal,
    schema::accounts::{identities, users},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{dsl::exists, prelude::*};
use uuid::Uuid;

/// How often somebody of one network sets out to a provider, and comes back: each makes us ask it.
const PER_NETWORK: Limit = Limit {
    most: 30,
    window: TimeDelta::minutes(15),
};

/// Somebody at a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider's address.
    pub issuer: String,
    /// Its key of them.
    pub subject: String,
    /// Their address, as it told it.
    pub email: Option<String>,
}

/// Whom an identity belongs to.
#[derive(Clone, Debug)]
pub enum Whose {
    /// Nobody here yet.
    Nobody,
    /// Somebody whose account is closed: they do not come in.
    Closed,
    /// This person.
    Person(Person),
}

/// One way in, as its owner sees it.
#[derive(Clone, Debug, Queryable)]
pub struct Linked {
    /// Its key.
    pub id: IdentityId,
    /// The provider's address.
    pub issuer: String,
    /// Their address there, as it was told then.
    pub email: Option<String>,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// When somebody last came in by it.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// Why nothing was linked, or nothing taken away.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// It belongs to another account.
    #[error("the identity is another account's")]
    Taken,
    /// Without it nobody could come in but by a letter.
    #[error("it is the last way in")]
    Last,
    /// There is none of that key.
    #[error("there is no such identity")]
    Gone,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(IdentityError);

/// Counts one step of somebody's way to a provider (`out`) or from it (`back`).
pub fn count(tx: &mut PlatformTx<'_>, step: &str, network: &str) -> Result<(), Limited> {
    let key = format!("provider {step} network {network}");
    limit::count(tx, &key, PER_NETWORK)
}

/// Whom an identity belongs to.
pub fn whose(tx: &mut PlatformTx<'_>, issuer: &str, subject: &str) -> db::Result<Whose> {
    let found: Option<(bool, Option<DateTime<Utc>>, Person)> = of(issuer, subject)
        .inner_join(users::table)
        .select((users::is_active, users::deleted_at, Person::as_select()))
        .first(tx.conn())
        .optional()?;
    Ok(match found {
        None => Whose::Nobody,
        Some((true, None, person)) => Whose::Person(person),
        Some(_) => Whose::Closed,
    })
}

/// Somebody has come in by it.
pub fn used(tx: &mut PlatformTx<'_>, issuer: &str, subject: &str) -> db::Result<()> {
    let now = tx.now();
    prepared(diesel::update(of(issuer, subject)).set(identities::last_used_at.eq(now)))
        .execute(tx.conn())?;
    Ok(())
}

/// Links it to an account; doing it again changes nothing. `false` when it was linked before.
pub fn link(
    tx: &mut PlatformTx<'_>,
    user: UserId,
    identity: &Identity,
) -> Result<bool, IdentityError> {
    let now = tx.now();
    let made = prepared(
        diesel::insert_into(identities::table)
            .values((
                identities::id.eq(IdentityId(Uuid::new_v4())),
                identities::user_id.eq(user),
                identities::issuer.eq(&identity.issuer),
                identities::subject.eq(&identity.subject),
                identities::email.eq(&identity.email),
                identities::created_at.eq(now),
            ))
            .on_conflict((identities::issuer, identities::subject))
            .do_nothing(),
    )
    .execute(tx.conn())
    .map_err(DbError::from)?;
    if made > 0 {
        return Ok(true);
    }
    let owner: UserId = of(&identity.issuer, &identity.subject)
        .select(identities::user_id)
        .first(tx.conn())
        .map_err(DbError::from)?;
    if owner == user {
        Ok(false)
    } else {
        Err(IdentityError::Taken)
    }
}

/// The identities of a person, the oldest first.
pub fn of_person(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Vec<Linked>> {
    Ok(identities::table
        .filter(identities::user_id.eq(user))
        .order(identities::created_at)
        .select((
            identities::id,
            identities::issuer,
            identities::email,
            identities::created_at,
            identities::last_used_at,
        ))
        .load(tx.conn())?)
}

/// Takes one away, unless it is the last way in but for letters.
pub fn unlink(tx: &mut PlatformTx<'_>, user: UserId, id: IdentityId) -> Result<(), IdentityError> {
    // Two at once must not take away the last two.
    let ways = ways_in::locked(tx, user)?;
    let this = identities::table.filter(identities::id.eq(id).and(identities::user_id.eq(user)));
    let is_theirs: bool = diesel::select(exists(this))
        .get_result(tx.conn())
        .map_err(DbError::from)?;
    if !is_theirs {
        return Err(IdentityError::Gone);
    }
    if ways.are_one() {
        return Err(IdentityError::Last);
    }
    prepared(diesel::delete(this))
        .execute(tx.conn())
        .map_err(DbError::from)?;
    Ok(())
}

#[diesel::dsl::auto_type]
fn of<'a>(issuer: &'a str, subject: &'a str) -> _ {
    identities::table.filter(
        identities::issuer
            .eq(issuer)
            .and(identities::subject.eq(subject)),
    )
}
