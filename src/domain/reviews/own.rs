//! What is of one person among the reviews.

use crate::{
    base::ids::CustomerId,
    db::{
        self, PersonTx, TenantTx,
        statement::{bind, statement},
    },
};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Jsonb, Uuid as SqlUuid},
};
use serde_json::Value;
use uuid::Uuid;

/// All their reviews, at most so many, with the shops' answers to them.
pub fn export(tx: &mut PersonTx<'_>, most: i64) -> db::Result<Value> {
    let (rows,): (Value,) = statement::<(Jsonb,), _>(
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select s.slug as business, v.rating, v.comment, v.response_text, v.is_visible, v.created_at \
             from reviews.reviews v join businesses.businesses s on s.id = v.business_id \
             where v.deleted_at is null order by v.created_at, v.id limit ?) r",
        (bind::<BigInt, _>(most),),
    )
    .get_result(tx.conn())?;
    Ok(rows)
}

/// Command: the words of both sides go, the stars stay.
pub fn forget(tx: &mut TenantTx<'_>, cards: &[CustomerId]) -> db::Result<()> {
    let ids: Vec<Uuid> = cards.iter().map(|id| id.0).collect();
    let _rows: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update reviews.reviews set comment = '', response_text = null, moderation_reason = null \
         where business_id = ? and customer_id = any (?) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(ids),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Command: the reviews of a card go to the one that is kept in its place.
pub fn pass_on(tx: &mut TenantTx<'_>, keep: CustomerId, other: CustomerId) -> db::Result<()> {
    let _rows: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update reviews.reviews set customer_id = ? where business_id = ? and customer_id = ? returning id",
        (
            bind::<SqlUuid, _>(keep),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(other),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}
