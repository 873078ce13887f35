//! Read: what businesses have on their cards of a person.

use crate::db::{
    self, PersonTx,
    statement::{bind, statement},
};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Jsonb},
};
use serde_json::Value;

/// Their cards, at most so many, each with the notes about allergies, wishes and needs. What staff write to each other about
/// a booking, their tags and why somebody is blocked are not among them: they may name others, and the business discloses
/// them on request.
pub fn export(tx: &mut PersonTx<'_>, most: i64) -> db::Result<Value> {
    let (rows,): (Value,) = statement::<(Jsonb,), _>(
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select s.slug as business, s.display_name_ja, s.display_name_en, c.name, c.family_name, c.given_name, \
                 c.family_name_kana, c.given_name_kana, c.email, c.phone, c.locale, c.preferences_json as preferences, \
                 c.no_show_count, c.created_at, c.updated_at, \
                 (select coalesce(jsonb_agg(jsonb_build_object('kind', n.note_type, 'note', n.note, \
                     'created_at', n.created_at) order by n.created_at), '[]') \
                  from customers.customer_notes n where n.customer_id = c.id and n.deleted_at is null) as notes \
             from customers.customers c join businesses.businesses s on s.id = c.business_id \
             where c.deleted_at is null order by c.created_at, c.id limit ?) r",
        (bind::<BigInt, _>(most),),
    )
    .get_result(tx.conn())?;
    Ok(rows)
}
