//! Command: an account ends for good (AU2; APPI articles 34 and 35, GDPR article 17). At once and without a time of grace:
//! whoever asks has said their password and typed a word, is told by letter, and may sign up again with the same address.
//!
//! In this room everything goes but the key, which the trail of changes names. What businesses hold on their cards is taken
//! out by a job ([`super::jobs::EraseCards`]) that is written in the same transaction: one business at a time, each whole or
//! not at all, begun again until all are done.

use super::jobs::EraseCards;
use crate::{
    base::ids::{ErasureId, UserId},
    db::{
        self, PlatformTx,
        statement::{bind, prepared, statement, together},
    },
    domain::accounts::role::Role,
    queue,
    schema::accounts::{erasures, users},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Text, Uuid as SqlUuid},
};
use uuid::Uuid;

/// How long a letter that is on its way is waited for before its address goes as well.
pub const LETTERS_WAITED_FOR: TimeDelta = TimeDelta::days(1);

/// Somebody about to leave; nobody else changes their account, or gives them a seat, until the transaction ends.
#[derive(Clone, Debug, Queryable)]
pub struct Leaving {
    /// Who.
    pub user: UserId,
    /// Their address: the last letter goes there.
    pub email: String,
    /// When they proved it.
    pub proved: Option<DateTime<Utc>>,
    /// The code of their language.
    pub locale: String,
    /// What they are to the house.
    pub role: Role,
}

/// An erasure that is not finished.
#[derive(Clone, Debug)]
pub struct Open {
    /// Its key.
    pub id: ErasureId,
    /// Whose.
    pub user: UserId,
    /// Addresses by which cards without an account are theirs.
    pub emails: Vec<String>,
    /// Cards made later, by the database's clock, are somebody new's.
    pub asked_at: DateTime<Utc>,
}

/// First step: takes hold of a living account.
pub fn lock(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Option<Leaving>> {
    let found = users::table
        .filter(users::id.eq(user))
        .filter(users::is_active.and(users::deleted_at.is_null()))
        .select((
            users::id,
            users::email,
            users::email_verified_at,
            users::locale,
            users::role,
        ))
        .for_update()
        .first(tx.conn())
        .optional()?;
    Ok(found)
}

/// Last step: sessions, tokens, names and contacts go, the address is free, and the job for the businesses stands.
pub fn end(tx: &mut PlatformTx<'_>, leaving: &Leaving) -> db::Result<()> {
    let mut emails = former_addresses(tx, leaving.user)?;
    emails.extend(leaving.proved.map(|_| leaving.email.clone()));
    let id = ErasureId(Uuid::new_v4());
    let row = diesel::insert_into(erasures::table).values((
        erasures::id.eq(id),
        erasures::user_id.eq(leaving.user),
        erasures::emails.eq(emails),
    ));
    let job = queue::job(None, &EraseCards { erasure: id }, tx.now())?;
    together(vec![Box::new(row), Box::new(job)]).execute(tx.conn())?;
    let _rows: (i64,) = statement::<(BigInt,), _>(
        "select accounts.forget(?)",
        (bind::<SqlUuid, _>(leaving.user),),
    )
    .get_result(tx.conn())?;
    Ok(())
}

/// Addresses that were changed so lately that the cards have not followed yet.
fn former_addresses(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Vec<String>> {
    let found: Vec<(String,)> = statement::<(Text,), _>(
        "select c.old_email::text from accounts.email_changes c where c.user_id = ? \
         and c.old_confirmed_at is not null and c.new_confirmed_at is not null and exists ( \
             select from queue.queue_jobs j where j.job_type = ? and j.status <> 'done' \
             and j.payload_json ->> 'change' = c.id::text)",
        (
            bind::<SqlUuid, _>(user),
            bind::<Text, _>(<super::jobs::FollowAddress as queue::Job>::NAME),
        ),
    )
    .load(tx.conn())?;
    Ok(found.into_iter().map(|(email,)| email).collect())
}

/// The erasure of a key, while it is not finished.
pub fn open(tx: &mut PlatformTx<'_>, id: ErasureId) -> db::Result<Option<Open>> {
    type Row = (ErasureId, UserId, Vec<Option<String>>, DateTime<Utc>);
    let found: Option<Row> = erasures::table
        .filter(erasures::id.eq(id).and(erasures::finished_at.is_null()))
        .select((
            erasures::id,
            erasures::user_id,
            erasures::emails,
            erasures::created_at,
        ))
        .first(tx.conn())
        .optional()?;
    Ok(found.map(|(id, user, emails, asked_at)| Open {
        id,
        user,
        emails: emails.into_iter().flatten().collect(),
        asked_at,
    }))
}

/// Nothing of them is left anywhere; the addresses by which it was looked for go last.
pub fn finish(tx: &mut PlatformTx<'_>, id: ErasureId) -> db::Result<()> {
    let now = tx.now();
    prepared(
        diesel::update(erasures::table.filter(erasures::id.eq(id))).set((
            erasures::finished_at.eq(now),
            erasures::emails.eq(Vec::<String>::new()),
        )),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Takes up erasures whose job was given up. Returns how many.
pub fn resume(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let lost: Vec<(ErasureId,)> = statement::<(SqlUuid,), _>(
        "select e.id from accounts.erasures e where e.finished_at is null and not exists ( \
             select from queue.queue_jobs j where j.job_type = ? and j.status in ('waiting', 'running') \
             and j.payload_json ->> 'erasure' = e.id::text)",
        (bind::<Text, _>(<EraseCards as queue::Job>::NAME),),
    )
    .load(tx.conn())?;
    let now = tx.now();
    for (erasure,) in &lost {
        let job = queue::job(None, &EraseCards { erasure: *erasure }, now)?;
        together(vec![Box::new(job)]).execute(tx.conn())?;
    }
    Ok(lost.len())
}
