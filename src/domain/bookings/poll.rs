//! A question to a group: which of up to five times suits them (GR3). It is about one service and no visit: a group asks when it can
//! come together, and what each of them would have besides is nobody else's to choose. Nothing is held while it is asked; whoever
//! asked books the time that they choose like everybody else. Two keys open it, one for whoever asked and one for the others.

use crate::{
    base::{
        ids::{PollId, ServiceId},
        token::Token,
    },
    db::{
        self, PlatformTx, TenantTx,
        statement::{bind, prepared, statement},
    },
    schema::bookings::{poll_answers, polls},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Binary, SmallInt, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// At least so many times are asked about; one needs no question.
pub const FEWEST: usize = 2;
/// No more are.
pub const MOST: usize = 5;
/// No more people answer.
const ANSWERS: i64 = 50;
/// It is kept for so long after the last of its times.
const KEPT: TimeDelta = TimeDelta::days(2);

/// What is asked.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// What for.
    pub service: ServiceId,
    /// For how many.
    pub party: i16,
    /// What whoever asks is called.
    pub proposer: &'a str,
    /// When it could be.
    pub times: &'a [DateTime<Utc>],
    /// The key of whoever asks.
    pub own: &'a Token,
    /// The key of the others.
    pub link: &'a Token,
}

/// A question as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poll {
    /// Its key.
    pub id: PollId,
    /// What for.
    pub service: ServiceId,
    /// For how many.
    pub party: i16,
    /// What whoever asks is called.
    pub proposer: String,
    /// When it could be, in order.
    pub times: Vec<DateTime<Utc>>,
    /// Whether the key was that of whoever asks.
    pub is_own: bool,
}

/// What somebody answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What they are called.
    pub name: String,
    /// What suits them.
    pub suits: Vec<DateTime<Utc>>,
}

/// Asks. The same once more, by the same key, is asked once.
pub fn ask(tx: &mut TenantTx<'_>, new: &New<'_>) -> db::Result<()> {
    let Some(last) = new.times.iter().max() else {
        return Ok(());
    };
    let asked = statement::<(), _>(
        "insert into bookings.polls (business_id, service_id, party_size, proposer, own_hash, link_hash, times, ends_at, created_at) \
         values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (own_hash) do nothing",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(new.service),
            bind::<SmallInt, _>(new.party),
            bind::<Text, _>(new.proposer),
            bind::<Binary, _>(new.own.hash()),
            bind::<Binary, _>(new.link.hash()),
            bind::<Array<Timestamptz>, _>(new.times.to_vec()),
            bind::<Timestamptz, _>(*last),
            bind::<Timestamptz, _>(tx.now()),
        ),
    );
    prepared(asked).execute(tx.conn())?;
    Ok(())
}

/// The question that a key opens, for whoever asked or for the others.
pub fn find(tx: &mut TenantTx<'_>, key: &Token) -> db::Result<Option<Poll>> {
    type Found = (
        PollId,
        ServiceId,
        i16,
        String,
        Vec<Option<DateTime<Utc>>>,
        Vec<u8>,
    );
    let hash = key.hash();
    let found: Option<Found> = polls::table
        .filter(polls::business_id.eq(tx.business()))
        .filter(
            polls::own_hash
                .eq(hash.clone())
                .or(polls::link_hash.eq(hash.clone())),
        )
        .select((
            polls::id,
            polls::service_id,
            polls::party_size,
            polls::proposer,
            polls::times,
            polls::own_hash,
        ))
        .first(tx.conn())
        .optional()?;
    Ok(
        found.map(|(id, service, party, proposer, times, own)| Poll {
            id,
            service,
            party,
            proposer,
            times: in_order(times),
            is_own: own == hash,
        }),
    )
}

/// Who has answered, in the order in which they did.
pub fn answers(tx: &mut TenantTx<'_>, poll: PollId) -> db::Result<Vec<Answer>> {
    let rows: Vec<(String, Vec<Option<DateTime<Utc>>>)> = poll_answers::table
        .filter(poll_answers::business_id.eq(tx.business()))
        .filter(poll_answers::poll_id.eq(poll))
        .order((poll_answers::created_at, poll_answers::id))
        .select((poll_answers::name, poll_answers::suits))
        .load(tx.conn())?;
    let answer = |(name, suits)| Answer {
        name,
        suits: in_order(suits),
    };
    Ok(rows.into_iter().map(answer).collect())
}

/// Somebody answers, or answers otherwise. When as many have as there is room for, nothing is written: `false`.
pub fn answer(
    tx: &mut TenantTx<'_>,
    poll: PollId,
    (name, suits): (&str, &[DateTime<Utc>]),
) -> db::Result<bool> {
    let written: Vec<Uuid> = statement::<SqlUuid, _>(
        "insert into bookings.poll_answers (business_id, poll_id, name, suits, created_at) \
         select ?::uuid, p.id, ?, ?, ? from bookings.polls p where p.business_id = ? and p.id = ? \
         and (exists (select from bookings.poll_answers a where a.business_id = p.business_id and a.poll_id = p.id and a.name = ?) \
             or (select count(*) from bookings.poll_answers a where a.business_id = p.business_id and a.poll_id = p.id) < ?) \
         on conflict (business_id, poll_id, name) do update set suits = excluded.suits returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Text, _>(name),
            bind::<Array<Timestamptz>, _>(suits.to_vec()),
            bind::<Timestamptz, _>(tx.now()),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(poll),
            bind::<Text, _>(name),
            bind::<BigInt, _>(ANSWERS),
        ),
    )
    .load(tx.conn())?;
    Ok(!written.is_empty())
}

/// Takes the question back with all answers.
pub fn end(tx: &mut TenantTx<'_>, poll: PollId) -> db::Result<()> {
    let own = polls::table
        .filter(polls::business_id.eq(tx.business()))
        .filter(polls::id.eq(poll));
    prepared(diesel::delete(own)).execute(tx.conn())?;
    Ok(())
}

/// Clears what is over, in all businesses. Returns how many questions went.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let over = tx.now() - KEPT;
    Ok(diesel::delete(polls::table.filter(polls::ends_at.le(over))).execute(tx.conn())?)
}

fn in_order(times: Vec<Option<DateTime<Utc>>>) -> Vec<DateTime<Utc>> {
    let mut times: Vec<DateTime<Utc>> = times.into_iter().flatten().collect();
    times.sort_unstable();
    times
}
