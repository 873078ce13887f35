//! Read: cards that may be of one person. Command: of two cards one is kept, with what was chosen of both, and the other
//! leads to it. The other keeps its own words, so that nothing is lost, and is forgotten together with the one it leads to.

use super::{
    card::{self, Card, CardError},
    different::{self, Told},
    register::Contact,
};
use crate::{
    base::ids::CustomerId,
    db::{
        self, DbError, TenantTx,
        statement::{bind, statement},
    },
    refusal,
    schema::customers::customers,
};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Text, Timestamptz, Uuid as SqlUuid},
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// So many of one group are shown.
const IN_A_GROUP: usize = 6;

/// Why two cards may be of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// Name and reading.
    Name,
    /// The address.
    Email,
    /// The number.
    Phone,
}

impl Alike {
    /// As the words of the house have it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Phone => "phone",
        }
    }
}

/// Cards that may be of one person, the oldest first.
#[derive(Clone, Debug)]
pub struct Group {
    /// What is the same.
    pub alike: Vec<Alike>,
    /// The cards.
    pub cards: Vec<Card>,
    /// Which of them may be made one with which that is older.
    pub pairs: Vec<(CustomerId, CustomerId)>,
}

/// Groups of cards with the same name, address or number, those with most in common first; at most so many, and none that
/// are known to be of different people.
pub fn duplicates(tx: &mut TenantTx<'_>, most: i64) -> db::Result<Vec<Group>> {
    let rows: Vec<(String, Vec<Uuid>)> = statement::<(Text, Array<SqlUuid>), _>(
        "with living as (select id, email::text as email, phone, search_key, number from customers.customers \
             where business_id = ? and deleted_at is null and erased_at is null), \
         same as (select 'name' as how, array_agg(id order by number) as ids from living \
                 where search_key not in ('', ' ') group by search_key having count(*) > 1 \
             union all select 'email', array_agg(id order by number) from living \
                 where email is not null group by email having count(*) > 1 \
             union all select 'phone', array_agg(id order by number) from living \
                 where phone is not null group by phone having count(*) > 1) \
         select how, ids from same where exists ( \
             select from unnest(ids) as a (id), unnest(ids) as b (id) where a.id < b.id and not exists ( \
                 select from customers.card_distinctions d \
                 where d.business_id = ? and d.one_id = a.id and d.other_id = b.id)) order by ids limit ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(tx.business()),
            bind::<BigInt, _>(most),
        ),
    )
    .load(tx.conn())?;
    let told = different::all(tx)?;
    let mut groups: BTreeMap<Vec<Uuid>, Vec<Alike>> = BTreeMap::new();
    for (how, ids) in rows {
        let ids = together(&ids, &told);
        let alike = match how.as_str() {
            "name" => Alike::Name,
            "email" => Alike::Email,
            _ => Alike::Phone,
        };
        groups.entry(ids).or_default().push(alike);
    }
    let mut known = cards(tx, groups.keys().flatten().copied().collect())?;
    known.sort_by_key(|card| card.number);
    let mut found: Vec<Group> = groups
        .into_iter()
        .map(|(ids, mut alike)| {
            alike.sort();
            let older = |at: usize, id: Uuid| {
                let before = ids.iter().take(at);
                let mut may_be = before.filter(|older| !told.apart(**older, id));
                Some((CustomerId(id), CustomerId(*may_be.next()?)))
            };
            let pairs = ids.iter().enumerate();
            Group {
                alike,
                pairs: pairs.filter_map(|(at, id)| older(at, *id)).collect(),
                cards: known
                    .iter()
                    .filter(|card| ids.contains(&card.id.0))
                    .cloned()
                    .collect(),
            }
        })
        .collect();
    found.sort_by_key(|group| {
        let first = group.cards.first().map(|card| card.number);
        (std::cmp::Reverse(group.alike.len()), first)
    });
    Ok(found)
}

/// Those of a group who may be somebody else in it, so many at most.
fn together(ids: &[Uuid], told: &Told) -> Vec<Uuid> {
    let may_be = |id: &&Uuid| {
        let mut others = ids.iter().filter(|other| other != id);
        others.any(|other| !told.apart(*other, **id))
    };
    ids.iter()
        .filter(may_be)
        .take(IN_A_GROUP)
        .copied()
        .collect()
}

fn cards(tx: &mut TenantTx<'_>, ids: Vec<Uuid>) -> db::Result<Vec<Card>> {
    let business = tx.business();
    Ok(customers::table
        .filter(customers::business_id.eq(business))
        .filter(customers::id.eq_any(ids))
        .select(Card::as_select())
        .load(tx.conn())?)
}

/// Two cards that become one.
#[derive(Clone, Debug)]
pub struct Merge {
    /// The one that is kept, and the version that was seen.
    pub keep: (CustomerId, i32),
    /// The one that leads to it.
    pub other: (CustomerId, i32),
    /// What was chosen of both.
    pub contact: Contact,
}

/// Why they stay two.
#[derive(Debug, thiserror::Error)]
pub enum MergeError {
    /// One of them is not there.
    #[error("no such card")]
    Unknown,
    /// One of them was changed since the page was shown.
    #[error("changed meanwhile")]
    Stale,
    /// Each belongs to an account of its own: each of these people would see what is the other's.
    #[error("of two accounts")]
    TwoAccounts,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(MergeError);

impl From<CardError> for MergeError {
    fn from(error: CardError) -> Self {
        match error {
            CardError::Stale => Self::Stale,
            CardError::Unknown | CardError::Erased => Self::Unknown,
            CardError::Db(error) => Self::Db(error),
        }
    }
}

/// Makes them one, as far as cards go: contacts as chosen; notes, tags, marks and counts of both. What hangs on the other in
/// higher rooms is moved there.
pub fn merge(tx: &mut TenantTx<'_>, command: &Merge) -> Result<(), MergeError> {
    let ((keep, _), (other, _)) = (command.keep, command.other);
    if keep == other {
        return Err(MergeError::Unknown);
    }
    // In one order, so that two who merge the same two crosswise do not wait for each other.
    let mut both = [command.keep, command.other];
    both.sort();
    for (id, version) in both {
        if card::living(tx, id)?.version != version {
            return Err(MergeError::Stale);
        }
    }
    let (business, now) = (tx.business(), tx.now());
    let accounts: Vec<Option<Uuid>> = customers::table
        .filter(customers::business_id.eq(business))
        .filter(customers::id.eq_any([keep, other]))
        .filter(customers::user_id.is_not_null())
        .select(customers::user_id)
        .distinct()
        .load(tx.conn())?;
    if accounts.len() > 1 {
        return Err(MergeError::TwoAccounts);
    }
    card::write(tx, keep, &command.contact)?;
    for step in STEPS {
        let _met: Vec<Uuid> = statement::<SqlUuid, _>(
            step,
            (
                bind::<SqlUuid, _>(keep),
                bind::<SqlUuid, _>(other),
                bind::<SqlUuid, _>(business),
                bind::<Timestamptz, _>(now),
            ),
        )
        .load(tx.conn())?;
    }
    Ok(())
}

/// Each with the kept card, the other, the business and the instant.
const STEPS: [&str; 6] = [
    "with asked (keep, other, business, now) as (values (?::uuid, ?::uuid, ?::uuid, ?::timestamptz)) \
     update customers.customers k set user_id = coalesce(k.user_id, o.user_id), is_vip = k.is_vip or o.is_vip, \
         blocked_reason = case when k.blocked_at is null then o.blocked_reason else k.blocked_reason end, \
         blocked_at = coalesce(k.blocked_at, o.blocked_at), no_show_count = k.no_show_count + o.no_show_count \
     from asked a join customers.customers o on o.id = a.other \
     where k.business_id = a.business and k.id = a.keep returning k.id",
    "with asked (keep, other, business, now) as (values (?::uuid, ?::uuid, ?::uuid, ?::timestamptz)), \
     kept as (insert into customers.card_distinctions (business_id, one_id, other_id, said_by, created_at) \
         select a.business, least(a.keep, third.id), greatest(a.keep, third.id), d.said_by, d.created_at \
         from asked a join customers.card_distinctions d on d.business_id = a.business and a.other in (d.one_id, d.other_id), \
         lateral (select case d.one_id when a.other then d.other_id else d.one_id end) as third (id) \
         where third.id <> a.keep on conflict do nothing) \
     delete from customers.card_distinctions d using asked a \
     where d.business_id = a.business and a.other in (d.one_id, d.other_id) returning d.id",
    "with asked (keep, other, business, now) as (values (?::uuid, ?::uuid, ?::uuid, ?::timestamptz)) \
     update customers.customer_notes n set customer_id = a.keep from asked a \
     where n.business_id = a.business and n.customer_id = a.other returning n.id",
    "with asked (keep, other, business, now) as (values (?::uuid, ?::uuid, ?::uuid, ?::timestamptz)) \
     update customers.customer_tags t set customer_id = a.keep from asked a \
     where t.business_id = a.business and t.customer_id = a.other and not exists ( \
         select from customers.customer_tags k where k.customer_id = a.keep and k.tag = t.tag) returning t.id",
    "with asked (keep, other, business, now) as (values (?::uuid, ?::uuid, ?::uuid, ?::timestamptz)) \
     update customers.customers m set merged_into = a.keep from asked a \
     where m.business_id = a.business and m.merged_into = a.other returning m.id",
    "with asked (keep, other, business, now) as (values (?::uuid, ?::uuid, ?::uuid, ?::timestamptz)) \
     update customers.customers o set user_id = null, merged_into = a.keep, deleted_at = a.now, version = o.version + 1 \
     from asked a where o.business_id = a.business and o.id = a.other returning o.id",
];
