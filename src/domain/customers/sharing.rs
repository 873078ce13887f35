//! Read: the cards of everybody who is reached as somebody is, for whatever is counted by guest and not by card.

use crate::{
    base::ids::CustomerId,
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use diesel::{
    prelude::*,
    sql_types::{Nullable, Text, Uuid as SqlUuid},
};

/// How somebody is reached, and every card with the same address or number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// Normalised address.
    pub email: Option<String>,
    /// E.164.
    pub phone: Option<String>,
    /// The cards, their own included.
    pub cards: Vec<CustomerId>,
}

/// Those of a card.
pub fn of(tx: &mut TenantTx<'_>, id: CustomerId) -> db::Result<Sharing> {
    type Row = (CustomerId, Option<String>, Option<String>);
    // As text: row security lets an index be used by operators that cannot leak only, and citext's are not such.
    let rows: Vec<Row> = statement::<(SqlUuid, Nullable<Text>, Nullable<Text>), _>(
        "select o.id, c.email::text, c.phone from customers.customers c join customers.customers o \
         on o.business_id = c.business_id and (o.id = c.id or o.email::text = c.email::text or o.phone = c.phone) \
         where c.business_id = ? and c.id = ? and (o.id = c.id or o.deleted_at is null)",
        (bind::<SqlUuid, _>(tx.business()), bind::<SqlUuid, _>(id)),
    )
    .load(tx.conn())?;
    let first = rows.first().cloned();
    let (email, phone) = first
        .map(|(_, email, phone)| (email, phone))
        .unwrap_or_default();
    Ok(Sharing {
        email,
        phone,
        cards: rows.into_iter().map(|(id, ..)| id).collect(),
    })
}
