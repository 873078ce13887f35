//! Commands: an operator acts in somebody's place, with a written reason and for half an hour at most. Never in another
//! operator's, and never from within somebody's place: there they are no operator.

use super::{
    person::{self, Person},
    role::Role,
};
use crate::{
    base::ids::{SessionId, UserId},
    db::{self, DbError, PlatformTx, statement::prepared},
    refusal,
    schema::accounts::{impersonations, user_sessions, users},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use std::collections::HashMap;

/// How long it lasts at most.
pub const LONGEST: TimeDelta = TimeDelta::minutes(30);

/// Why it does not begin.
#[derive(Debug, thiserror::Error)]
pub enum VisitError {
    /// There is no such account, or it is closed.
    #[error("no such account")]
    Unknown,
    /// The account is an operator's.
    #[error("an operator's account")]
    Operator,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(VisitError);

/// Begins; `session` is the one it will be done in. Gives whose place it is, and when it ends.
pub fn begin(
    tx: &mut PlatformTx<'_>,
    operator: UserId,
    (user, session): (UserId, SessionId),
    reason: &str,
) -> Result<(Person, DateTime<Utc>), VisitError> {
    let person = person::find(tx, user)?.ok_or(VisitError::Unknown)?;
    let role: Role = users::table
        .filter(users::id.eq(user))
        .select(users::role)
        .first(tx.conn())?;
    if role == Role::Admin || user == operator {
        return Err(VisitError::Operator);
    }
    let now = tx.now();
    prepared(diesel::insert_into(impersonations::table).values((
        impersonations::user_id.eq(user),
        impersonations::operator_id.eq(operator),
        impersonations::session_id.eq(session),
        impersonations::reason.eq(reason),
        impersonations::started_at.eq(now),
        impersonations::ends_at.eq(now + LONGEST),
    )))
    .execute(tx.conn())?;
    Ok((person, now + LONGEST))
}

/// Ends what is done in a session.
pub fn end(tx: &mut PlatformTx<'_>, session: SessionId) -> db::Result<()> {
    let now = tx.now();
    prepared(
        diesel::update(
            impersonations::table
                .filter(impersonations::session_id.eq(session))
                .filter(impersonations::ended_at.is_null()),
        )
        .set(impersonations::ended_at.eq(now)),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Ends whatever an operator does in anybody's place, at once.
pub fn end_all_of(tx: &mut PlatformTx<'_>, operator: UserId) -> db::Result<()> {
    let now = tx.now();
    let sessions: Vec<SessionId> = prepared(
        diesel::update(
            impersonations::table
                .filter(impersonations::operator_id.eq(operator))
                .filter(impersonations::ended_at.is_null()),
        )
        .set(impersonations::ended_at.eq(now))
        .returning(impersonations::session_id),
    )
    .get_results(tx.conn())?;
    prepared(
        diesel::update(
            user_sessions::table
                .filter(user_sessions::id.eq_any(sessions))
                .filter(user_sessions::revoked_at.is_null()),
        )
        .set(user_sessions::revoked_at.eq(now)),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// One time that an operator acted in somebody's place.
#[derive(Clone, Debug, Queryable)]
pub struct Visit {
    /// In whose.
    pub user: UserId,
    /// Which operator; `None` when that account is gone.
    pub operator: Option<UserId>,
    /// Why.
    pub reason: String,
    /// From when.
    pub started_at: DateTime<Utc>,
    /// When it ends by itself.
    pub ends_at: DateTime<Utc>,
    /// When it was ended.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Visit {
    /// When it was over, or will be.
    pub fn over_at(&self) -> DateTime<Utc> {
        self.ended_at
            .map_or(self.ends_at, |at| at.min(self.ends_at))
    }
}

/// The last times that operators acted in the place of these people, the very last first, and what everybody in them
/// is called.
pub fn of_people(
    tx: &mut PlatformTx<'_>,
    users: &[UserId],
) -> db::Result<(Vec<Visit>, HashMap<UserId, String>)> {
    let visits: Vec<Visit> = impersonations::table
        .filter(impersonations::user_id.eq_any(users.to_vec()))
        .order(impersonations::started_at.desc())
        .limit(100)
        .select((
            impersonations::user_id,
            impersonations::operator_id,
            impersonations::reason,
            impersonations::started_at,
            impersonations::ends_at,
            impersonations::ended_at,
        ))
        .load(tx.conn())?;
    let everybody: Vec<UserId> = visits
        .iter()
        .flat_map(|visit| visit.operator.into_iter().chain([visit.user]))
        .collect();
    let names = super::people::names(tx, &everybody)?;
    Ok((visits, names))
}
