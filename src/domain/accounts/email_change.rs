//! Another address for an account: a link to the old one and a link to the new one, and both have to agree within 24
//! hours. Whoever has somebody's password alone cannot take their account away.

use super::{jobs::FollowAddress, reset};
use crate::{
    base::{
        ids::{ProofId, UserId},
        token::Token,
    },
    db::{
        self, DbError, PlatformTx,
        constraint::on_constraint,
        statement::{prepared, together},
    },
    domain::platform::limit::{self, Limit, Limited},
    queue, refusal,
    schema::accounts::{email_changes, users},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{dsl::exists, prelude::*};
use uuid::Uuid;

/// How long the links work.
const LIFE: TimeDelta = TimeDelta::hours(24);
/// How often somebody may wish for another address.
const WISHES: Limit = Limit {
    most: 5,
    window: TimeDelta::hours(1),
};

/// Which address a link was sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The one that goes.
    Old,
    /// The one that comes.
    New,
}

/// A wish, as its links show it.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its key.
    pub id: ProofId,
    /// Whose.
    pub user: UserId,
    /// The address that goes.
    pub old_email: String,
    /// The address that comes.
    pub new_email: String,
    /// Which of them was asked.
    pub end: End,
    /// Whether the other has agreed.
    pub other_agreed: bool,
}

/// A change that waits, and whom to write to about it.
#[derive(Clone, Debug)]
pub struct Pending {
    /// Its key.
    pub id: ProofId,
    /// The address that goes.
    pub old_email: String,
    /// The address that comes.
    pub new_email: String,
    /// Whether the old one has still to agree.
    pub asks_old: bool,
    /// Whether the new one has, and is nobody's.
    pub asks_new: bool,
}

/// Why nothing came of it.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// Wished too often; again after so long.
    #[error("too many wishes: again in {0}")]
    TooOften(TimeDelta),
    /// Somebody has the address by now.
    #[error("the address is taken")]
    Taken,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(ChangeError);

impl From<Limited> for ChangeError {
    fn from(limited: Limited) -> Self {
        match limited {
            Limited::TooOften(wait) => Self::TooOften(wait),
            Limited::Db(error) => Self::Db(error),
        }
    }
}

/// The token of one end.
pub fn token(secret: &[u8], change: ProofId, end: End) -> Token {
    let purpose: &[u8] = match end {
        End::Old => b"email change, old end",
        End::New => b"email change, new end",
    };
    Token::derived(secret, &[purpose, change.0.as_bytes()])
}

/// Begins a change; older ones die. To an address that is somebody's, no letter may go, and whoever wishes is not told.
pub fn ask(
    tx: &mut PlatformTx<'_>,
    user: UserId,
    (old_email, new_email): (&str, &str),
    secret: &[u8],
) -> Result<Pending, ChangeError> {
    limit::count(tx, &format!("email change {user}"), WISHES)?;
    let now = tx.now();
    prepared(
        diesel::update(open(now).filter(email_changes::user_id.eq(user)))
            .set(email_changes::expires_at.eq(now)),
    )
    .execute(tx.conn())
    .map_err(DbError::from)?;
    let id = ProofId(Uuid::new_v4());
    prepared(diesel::insert_into(email_changes::table).values((
        email_changes::id.eq(id),
        email_changes::user_id.eq(user),
        email_changes::old_email.eq(old_email),
        email_changes::new_email.eq(new_email),
        email_changes::old_token.eq(token(secret, id, End::Old).hash()),
        email_changes::new_token.eq(token(secret, id, End::New).hash()),
        email_changes::created_at.eq(now),
        email_changes::expires_at.eq(now + LIFE),
    )))
    .execute(tx.conn())
    .map_err(DbError::from)?;
    Ok(Pending {
        id,
        old_email: old_email.to_owned(),
        new_email: new_email.to_owned(),
        asks_old: true,
        asks_new: !is_taken(tx, new_email)?,
    })
}

/// The change of somebody that waits for an answer.
pub fn pending(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Option<Pending>> {
    type Row = (
        ProofId,
        String,
        String,
        Option<DateTime<Utc>>,
        Option<DateTime<Utc>>,
    );
    let now = tx.now();
    let found: Option<Row> = open(now)
        .filter(email_changes::user_id.eq(user))
        .select((
            email_changes::id,
            email_changes::old_email,
            email_changes::new_email,
            email_changes::old_confirmed_at,
            email_changes::new_confirmed_at,
        ))
        .first(tx.conn())
        .optional()?;
    let Some((id, old_email, new_email, old, new)) = found else {
        return Ok(None);
    };
    if old.is_some() && new.is_some() {
        return Ok(None);
    }
    Ok(Some(Pending {
        id,
        asks_old: old.is_none(),
        asks_new: new.is_none() && !is_taken(tx, &new_email)?,
        old_email,
        new_email,
    }))
}

/// The same, to be written about once more, within the limit of wishes.
pub fn again(tx: &mut PlatformTx<'_>, user: UserId) -> Result<Option<Pending>, ChangeError> {
    let pending = pending(tx, user)?;
    if pending.is_some() {
        limit::count(tx, &format!("email change {user}"), WISHES)?;
    }
    Ok(pending)
}

fn is_taken(tx: &mut PlatformTx<'_>, email: &str) -> db::Result<bool> {
    Ok(
        diesel::select(exists(users::table.filter(users::email.eq(email))))
            .get_result(tx.conn())?,
    )
}

/// What a token agrees to; `None` when it has agreed already, is old or unknown.
pub fn find(tx: &mut PlatformTx<'_>, token: &Token) -> db::Result<Option<Change>> {
    let (now, hash) = (tx.now(), token.hash());
    type Row = (
        ProofId,
        UserId,
        String,
        String,
        Vec<u8>,
        Option<DateTime<Utc>>,
        Option<DateTime<Utc>>,
    );
    let found: Option<Row> = open(now)
        .filter(
            email_changes::old_token
                .eq(&hash)
                .or(email_changes::new_token.eq(&hash)),
        )
        .select((
            email_changes::id,
            email_changes::user_id,
            email_changes::old_email,
            email_changes::new_email,
            email_changes::old_token,
            email_changes::old_confirmed_at,
            email_changes::new_confirmed_at,
        ))
        .for_update()
        .first(tx.conn())
        .optional()?;
    Ok(
        found.and_then(|(id, user, old_email, new_email, old_token, old, new)| {
            let (end, this, other) = if old_token == hash {
                (End::Old, old, new)
            } else {
                (End::New, new, old)
            };
            this.is_none().then_some(Change {
                id,
                user,
                old_email,
                new_email,
                end,
                other_agreed: other.is_some(),
            })
        }),
    )
}

/// Whether a token has agreed already, while the change waits for the other end.
pub fn has_agreed(tx: &mut PlatformTx<'_>, token: &Token) -> db::Result<bool> {
    let (now, hash) = (tx.now(), token.hash());
    let old = email_changes::old_token
        .eq(&hash)
        .and(email_changes::old_confirmed_at.is_not_null())
        .and(email_changes::new_confirmed_at.is_null());
    let new = email_changes::new_token
        .eq(&hash)
        .and(email_changes::new_confirmed_at.is_not_null())
        .and(email_changes::old_confirmed_at.is_null());
    Ok(diesel::select(exists(open(now).filter(old.or(new)))).get_result(tx.conn())?)
}

/// The address that a change leads to, while it is open: else its letter need not be sent.
pub fn new_email(tx: &mut PlatformTx<'_>, change: ProofId) -> db::Result<Option<String>> {
    let now = tx.now();
    Ok(open(now)
        .filter(email_changes::id.eq(change))
        .select(email_changes::new_email)
        .first(tx.conn())
        .optional()?)
}

/// One end agrees. The change comes back, and with it whether the account has its new address now; `None` when the token
/// is used, old or unknown by now.
pub fn agree(
    tx: &mut PlatformTx<'_>,
    token: &Token,
) -> Result<Option<(Change, bool)>, ChangeError> {
    let Some(change) = find(tx, token)? else {
        return Ok(None);
    };
    let now = tx.now();
    let row = email_changes::table.filter(email_changes::id.eq(change.id));
    match change.end {
        End::Old => prepared(diesel::update(row).set(email_changes::old_confirmed_at.eq(now)))
            .execute(tx.conn()),
        End::New => prepared(diesel::update(row).set(email_changes::new_confirmed_at.eq(now)))
            .execute(tx.conn()),
    }
    .map_err(DbError::from)?;
    if !change.other_agreed {
        return Ok(Some((change, false)));
    }
    let moved = prepared(
        diesel::update(
            users::table.filter(
                users::id
                    .eq(change.user)
                    .and(users::email.eq(&change.old_email)),
            ),
        )
        .set((
            users::email.eq(&change.new_email),
            users::email_verified_at.eq(now),
        )),
    )
    .execute(tx.conn());
    let moved = on_constraint(moved, "users_email_key", || ChangeError::Taken)?;
    reset::end_open(tx, change.user)?;
    if moved > 0 {
        let job = queue::job(None, &FollowAddress { change: change.id }, now)?;
        together(vec![Box::new(job)])
            .execute(tx.conn())
            .map_err(DbError::from)?;
    }
    Ok((moved > 0).then_some((change, true)))
}

/// A change that was made.
#[derive(Clone, Debug, Queryable)]
pub struct Made {
    /// Whose.
    pub user: UserId,
    /// The address that went.
    pub old_email: String,
    /// The address that came.
    pub new_email: String,
}

/// The change of a key, if it was made and the old address is nobody else's by now.
pub fn made(tx: &mut PlatformTx<'_>, change: ProofId) -> db::Result<Option<Made>> {
    let found: Option<Made> = email_changes::table
        .filter(email_changes::id.eq(change))
        .filter(
            email_changes::old_confirmed_at
                .is_not_null()
                .and(email_changes::new_confirmed_at.is_not_null()),
        )
        .select((
            email_changes::user_id,
            email_changes::old_email,
            email_changes::new_email,
        ))
        .first(tx.conn())
        .optional()?;
    let Some(made) = found else { return Ok(None) };
    let by_others = users::table
        .filter(users::email.eq(&made.old_email))
        .filter(users::email_verified_at.is_not_null());
    let is_others: bool = diesel::select(exists(by_others)).get_result(tx.conn())?;
    Ok((!is_others).then_some(made))
}

#[diesel::dsl::auto_type]
fn open(now: DateTime<Utc>) -> _ {
    email_changes::table.filter(email_changes::expires_at.gt(now))
}
