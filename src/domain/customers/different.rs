//! Commands and read: two cards that look alike are of different people. That holds until one of them has another name,
//! number or address, which the table itself sees to (`customers.look_anew`).

use super::card::{self, Card, CardError};
use crate::{
    base::ids::CustomerId,
    db::{
        self, TenantTx,
        statement::{bind, prepared, statement},
    },
    schema::customers::{card_distinctions, customers},
};
use diesel::{
    prelude::*,
    sql_types::{Timestamptz, Uuid as SqlUuid},
};
use std::collections::HashSet;
use uuid::Uuid;

/// Those who are known to be different, a pair in its one order.
#[derive(Clone, Debug, Default)]
pub struct Told(HashSet<(Uuid, Uuid)>);

impl Told {
    /// Whether somebody has said so of these two.
    pub fn apart(&self, one: Uuid, other: Uuid) -> bool {
        self.0.contains(&in_order(one, other))
    }
}

/// All that was said.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Told> {
    let pairs: Vec<(Uuid, Uuid)> = card_distinctions::table
        .filter(card_distinctions::business_id.eq(tx.business()))
        .select((card_distinctions::one_id, card_distinctions::other_id))
        .load(tx.conn())?;
    Ok(Told(pairs.into_iter().collect()))
}

/// The last that were said, of cards that stand.
pub fn last(tx: &mut TenantTx<'_>, most: i64) -> db::Result<Vec<(Card, Card)>> {
    let pairs: Vec<(CustomerId, CustomerId)> = card_distinctions::table
        .filter(card_distinctions::business_id.eq(tx.business()))
        .order((card_distinctions::created_at.desc(), card_distinctions::id))
        .limit(most)
        .select((card_distinctions::one_id, card_distinctions::other_id))
        .load(tx.conn())?;
    let ids: Vec<CustomerId> = pairs
        .iter()
        .flat_map(|(one, other)| [*one, *other])
        .collect();
    let cards: Vec<Card> = customers::table
        .filter(customers::business_id.eq(tx.business()))
        .filter(customers::id.eq_any(ids))
        .filter(customers::deleted_at.is_null())
        .filter(customers::erased_at.is_null())
        .select(Card::as_select())
        .load(tx.conn())?;
    let find = |id: CustomerId| cards.iter().find(|card| card.id == id).cloned();
    let both = |(one, other)| find(one).zip(find(other));
    Ok(pairs.into_iter().filter_map(both).collect())
}

/// Says that two cards are of different people, or takes it back. Said twice, it is said once.
pub fn tell(
    tx: &mut TenantTx<'_>,
    (one, other): (CustomerId, CustomerId),
    are_different: bool,
) -> Result<(), CardError> {
    let (first, second) = in_order(one.0, other.0);
    if first == second {
        return Err(CardError::Unknown);
    }
    // Neither is changed meanwhile, which would make it unsaid.
    for id in [first, second] {
        card::living(tx, CustomerId(id))?;
    }
    if !are_different {
        let pair = card_distinctions::table
            .filter(card_distinctions::business_id.eq(tx.business()))
            .filter(card_distinctions::one_id.eq(first))
            .filter(card_distinctions::other_id.eq(second));
        prepared(diesel::delete(pair)).execute(tx.conn())?;
        return Ok(());
    }
    let _met: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "insert into customers.card_distinctions (business_id, one_id, other_id, said_by, created_at) \
         values (?, ?, ?, ?, ?) on conflict do nothing returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(first),
            bind::<SqlUuid, _>(second),
            bind::<diesel::sql_types::Nullable<SqlUuid>, _>(tx.actor().user()),
            bind::<Timestamptz, _>(tx.now()),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

fn in_order(one: Uuid, other: Uuid) -> (Uuid, Uuid) {
    (one.min(other), one.max(other))
}
