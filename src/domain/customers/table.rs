//! Read: all cards of a business, to take along.

use crate::{
    base::ids::CustomerId,
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Bool, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

/// A card as a line of a file.
#[derive(Clone, Debug, Queryable)]
pub struct Line {
    /// What people read aloud.
    pub number: i64,
    /// As it is shown.
    pub name: String,
    /// 姓, 名
    pub parts: (String, String),
    /// セイ, メイ
    pub kana: (String, String),
    /// E.164.
    pub phone: Option<String>,
    /// Address.
    pub email: Option<String>,
    /// The language to write in.
    pub locale: String,
    /// Whether the shop takes special care of them.
    pub is_vip: bool,
    /// Times they did not come.
    pub no_shows: i32,
    /// The words on it.
    pub tags: Vec<String>,
    /// Since when there is the card.
    pub since: DateTime<Utc>,
}

type LineSql = (
    BigInt,
    Text,
    (Text, Text),
    (Text, Text),
    Nullable<Text>,
    Nullable<Text>,
    Text,
    Bool,
    Integer,
    Array<Text>,
    Timestamptz,
);

/// Every living card, or those of `only`, by number. Who was forgotten is not among them.
pub fn all(tx: &mut TenantTx<'_>, only: Option<Vec<CustomerId>>) -> db::Result<Vec<Line>> {
    Ok(statement::<LineSql, _>(
        "select c.number, c.name, c.family_name, c.given_name, c.family_name_kana, c.given_name_kana, c.phone, c.email::text, \
             c.locale, c.is_vip, c.no_show_count, \
             array(select t.tag from customers.customer_tags t where t.customer_id = c.id order by t.tag), c.created_at \
         from customers.customers c where c.business_id = ? and c.deleted_at is null and c.erased_at is null \
             and (?::uuid[] is null or c.id = any (?)) order by c.number",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Nullable<Array<SqlUuid>>, _>(only.clone()),
            bind::<Nullable<Array<SqlUuid>>, _>(only),
        ),
    )
    .load(tx.conn())?)
}
