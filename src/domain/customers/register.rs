//! Command: find the card of a person, or make one.

use super::likeness::{self, Known, Likeness};
use crate::{
    base::{ids::CustomerId, lang::Lang, text::search_key},
    db::{
        self, TenantTx,
        statement::{Change, bind, statement},
    },
    schema::customers::customers,
};
use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::QueryFragment,
    sql_types::{Bool, Nullable, Text, Uuid as SqlUuid},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How somebody can be reached and is called; at least one of `email` and `phone` is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// As typed, family name first where it was typed in two boxes.
    pub name: Name,
    /// Normalised address.
    pub email: Option<String>,
    /// E.164.
    pub phone: Option<String>,
    /// The language to write to them in.
    pub lang: Lang,
}

/// A person's name, in parts where they were asked for, and as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// 姓; empty where only a full name was asked for.
    pub family: String,
    /// 名
    pub given: String,
    /// セイ
    pub family_kana: String,
    /// メイ
    pub given_kana: String,
    /// As it is shown: not built by a fixed order, for foreign and single names (UX 2.1).
    pub display: String,
}

impl Name {
    /// What the card is found by.
    pub fn search_key(&self) -> String {
        let kana = format!("{}{}", self.family_kana, self.given_kana);
        format!("{} {}", search_key(&self.display), search_key(&kana))
    }
}

type Sharing = (CustomerId, String, Option<String>, Option<String>, bool);
type SharingSql = (SqlUuid, Text, Nullable<Text>, Nullable<Text>, Bool);

impl Contact {
    /// What a card is compared with; `key` is that of its name.
    pub fn known<'a>(&'a self, key: &'a str) -> Known<'a> {
        Known {
            key,
            email: self.email.as_deref(),
            phone: self.phone.as_deref(),
        }
    }
}

/// The card of a person.
pub struct Card<'a> {
    /// Its key.
    pub id: CustomerId,
    /// Every card there is with the same address or number, whatever the name.
    pub sharing: Vec<CustomerId>,
    /// Whether one of them is blocked: the shop wants to speak with them first.
    pub is_blocked: bool,
    /// The card itself where it is a new one, to be written together with what it is for.
    pub new: Option<Change<'a>>,
}

/// The card of whoever told this, by the rule of [`likeness`]; a new one where none is theirs. Two people of one household who
/// share an address keep a card each.
pub fn register<'a>(tx: &mut TenantTx<'_>, contact: &'a Contact) -> db::Result<Card<'a>> {
    let business = tx.business();
    let key = contact.name.search_key();
    // As text: row security lets an index be used by operators that cannot leak only, and citext's are not such.
    // Addresses are in lower case since `base::text::email`.
    // Held until the booking stands: a card must not be emptied of its person in between (`erase::lock`).
    let sharing: Vec<Sharing> = statement::<SharingSql, _>(
        "select id, search_key, email::text, phone, blocked_at is not null from customers.customers \
         where business_id = ? and (email::text = ? or phone = ?) and deleted_at is null order by number for key share",
        (
            bind::<SqlUuid, _>(business),
            bind::<Nullable<Text>, _>(&contact.email),
            bind::<Nullable<Text>, _>(&contact.phone),
        ),
    )
    .load(tx.conn())?;
    let is_blocked = sharing.iter().any(|(.., is_blocked)| *is_blocked);
    let cards = sharing.iter().map(|(id, key, email, phone, _)| {
        let (email, phone) = (email.as_deref(), phone.as_deref());
        (*id, Known { key, email, phone })
    });
    let known = likeness::best(cards, contact.known(&key), Likeness::Number);
    let sharing = sharing.into_iter().map(|(id, ..)| id).collect();
    Ok(match known {
        Some(id) => Card {
            id,
            sharing,
            is_blocked,
            new: None,
        },
        None => {
            let id = CustomerId(Uuid::new_v4());
            let new = row(tx, id, contact, key);
            Card {
                id,
                sharing,
                is_blocked,
                new: Some(Box::new(new)),
            }
        }
    })
}

/// The card that staff have chosen, as long as the name is still that person's; otherwise as [`register`] finds it.
pub fn register_chosen<'a>(
    tx: &mut TenantTx<'_>,
    contact: &'a Contact,
    chosen: Option<CustomerId>,
) -> db::Result<Card<'a>> {
    let key = contact.name.search_key();
    let known = match chosen {
        Some(id) => living(tx, id)?,
        None => None,
    };
    match known {
        Some((id, known_key, is_blocked)) if likeness::is_called_alike(&known_key, &key) => {
            Ok(Card {
                id,
                sharing: vec![id],
                is_blocked,
                new: None,
            })
        }
        _ => register(tx, contact),
    }
}

/// A card that is neither deleted nor forgotten, held until the booking stands.
fn living(tx: &mut TenantTx<'_>, id: CustomerId) -> db::Result<Option<(CustomerId, String, bool)>> {
    let business = tx.business();
    Ok(statement::<(SqlUuid, Text, Bool), _>(
        "select id, search_key, blocked_at is not null from customers.customers \
         where business_id = ? and id = ? and deleted_at is null and erased_at is null for key share",
        (bind::<SqlUuid, _>(business), bind::<SqlUuid, _>(id)),
    )
    .get_result(tx.conn())
    .optional()?)
}

/// Why the shop has blocked somebody with this address, this number or this card; nothing where it has not.
pub fn blocked_because(
    tx: &mut TenantTx<'_>,
    contact: &Contact,
    chosen: Option<CustomerId>,
) -> db::Result<Option<String>> {
    let business = tx.business();
    Ok(statement::<Text, _>(
        "select blocked_reason from customers.customers where business_id = ? \
         and (email::text = ? or phone = ? or id = ?) and deleted_at is null and blocked_at is not null \
         order by blocked_at desc limit 1",
        (
            bind::<SqlUuid, _>(business),
            bind::<Nullable<Text>, _>(&contact.email),
            bind::<Nullable<Text>, _>(&contact.phone),
            bind::<Nullable<SqlUuid>, _>(chosen),
        ),
    )
    .get_result(tx.conn())
    .optional()?)
}

pub(super) fn row<'a>(
    tx: &TenantTx<'_>,
    id: CustomerId,
    contact: &'a Contact,
    key: String,
) -> impl QueryFragment<Pg> + use<'a> {
    diesel::insert_into(customers::table).values((
        customers::id.eq(id),
        customers::business_id.eq(tx.business()),
        customers::name.eq(&contact.name.display),
        customers::family_name.eq(&contact.name.family),
        customers::given_name.eq(&contact.name.given),
        customers::family_name_kana.eq(&contact.name.family_kana),
        customers::given_name_kana.eq(&contact.name.given_kana),
        customers::search_key.eq(key),
        customers::email.eq(&contact.email),
        customers::phone.eq(&contact.phone),
        customers::locale.eq(contact.lang.code()),
    ))
}
