//! Commands and read: a card as staff see and mend it. What somebody edits carries the version they saw.

use super::register::{Contact, Name};
use crate::{
    base::{ids::CustomerId, lang::Lang},
    db::{self, DbError, TenantTx, statement::prepared},
    refusal,
    schema::customers::customers,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// A card.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = customers)]
pub struct Card {
    /// Its key.
    pub id: CustomerId,
    /// What people read aloud.
    pub number: i64,
    /// As it is shown.
    pub name: String,
    /// 姓
    pub family_name: String,
    /// 名
    pub given_name: String,
    /// セイ
    pub family_name_kana: String,
    /// メイ
    pub given_name_kana: String,
    /// Address.
    pub email: Option<String>,
    /// E.164.
    pub phone: Option<String>,
    /// The language to write in.
    pub locale: String,
    /// Times they did not come.
    pub no_show_count: i32,
    /// Whether the shop takes special care of them.
    pub is_vip: bool,
    /// Since when they cannot book online.
    pub blocked_at: Option<DateTime<Utc>>,
    /// Why.
    pub blocked_reason: String,
    /// The card that is kept in the place of this one.
    pub merged_into: Option<CustomerId>,
    /// Rises with each edit.
    pub version: i32,
    /// Since when there is the card.
    pub created_at: DateTime<Utc>,
    /// When it was deleted.
    pub deleted_at: Option<DateTime<Utc>>,
    /// When the person was forgotten.
    pub erased_at: Option<DateTime<Utc>>,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum CardError {
    /// There is no such card.
    #[error("no such card")]
    Unknown,
    /// Somebody else was first.
    #[error("changed meanwhile")]
    Stale,
    /// Its person was forgotten: nothing is written about them any more.
    #[error("the person was forgotten")]
    Erased,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(CardError);

impl Card {
    /// The name in its parts.
    pub fn name(&self) -> Name {
        Name {
            family: self.family_name.clone(),
            given: self.given_name.clone(),
            family_kana: self.family_name_kana.clone(),
            given_kana: self.given_name_kana.clone(),
            display: self.name.clone(),
        }
    }

    /// The reading, if it is known.
    pub fn kana(&self) -> String {
        format!("{} {}", self.family_name_kana, self.given_name_kana)
            .trim()
            .to_owned()
    }

    /// Name and ways to reach them.
    pub fn contact(&self) -> Contact {
        Contact {
            name: self.name(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            lang: Lang::from_code(&self.locale).unwrap_or_default(),
        }
    }
}

/// The card of a key in this business, deleted or not.
pub fn find(tx: &mut TenantTx<'_>, id: CustomerId) -> db::Result<Option<Card>> {
    let business = tx.business();
    Ok(customers::table
        .filter(customers::business_id.eq(business))
        .filter(customers::id.eq(id))
        .select(Card::as_select())
        .first(tx.conn())
        .optional()?)
}

/// The same, locked until the transaction ends.
pub fn find_for_update(tx: &mut TenantTx<'_>, id: CustomerId) -> db::Result<Option<Card>> {
    let business = tx.business();
    Ok(customers::table
        .filter(customers::business_id.eq(business))
        .filter(customers::id.eq(id))
        .select(Card::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?)
}

/// A living card, locked, about whose person something may be written.
pub fn living(tx: &mut TenantTx<'_>, id: CustomerId) -> Result<Card, CardError> {
    let card = find_for_update(tx, id)?.filter(|card| card.deleted_at.is_none());
    match card {
        None => Err(CardError::Unknown),
        Some(card) if card.erased_at.is_some() => Err(CardError::Erased),
        Some(card) => Ok(card),
    }
}

/// Makes a card by hand, whoever else has one: two of one person are found and merged, not guessed.
pub fn add(tx: &mut TenantTx<'_>, contact: &Contact) -> db::Result<CustomerId> {
    let id = CustomerId(Uuid::new_v4());
    let row = super::register::row(tx, id, contact, contact.name.search_key());
    prepared(row).execute(tx.conn())?;
    Ok(id)
}

/// Writes another name and other ways to reach somebody, on the version that was seen. The same words again change nothing.
pub fn edit(
    tx: &mut TenantTx<'_>,
    (id, version): (CustomerId, i32),
    contact: &Contact,
) -> Result<(), CardError> {
    let card = living(tx, id)?;
    if card.contact() == *contact {
        return Ok(());
    }
    if card.version != version {
        return Err(CardError::Stale);
    }
    write(tx, id, contact)?;
    Ok(())
}

/// Writes name and contacts of a card that is locked.
pub fn write(tx: &mut TenantTx<'_>, id: CustomerId, contact: &Contact) -> db::Result<()> {
    let name = &contact.name;
    let business = tx.business();
    diesel::update(customers::table)
        .filter(customers::business_id.eq(business))
        .filter(customers::id.eq(id))
        .set((
            customers::name.eq(&name.display),
            customers::family_name.eq(&name.family),
            customers::given_name.eq(&name.given),
            customers::family_name_kana.eq(&name.family_kana),
            customers::given_name_kana.eq(&name.given_kana),
            customers::search_key.eq(name.search_key()),
            customers::email.eq(&contact.email),
            customers::phone.eq(&contact.phone),
            customers::locale.eq(contact.lang.code()),
            customers::version.eq(customers::version + 1),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Takes a card off the list; it can be brought back. Whether bookings lie ahead is asked above (`bookings::card`).
pub fn remove(tx: &mut TenantTx<'_>, id: CustomerId) -> Result<(), CardError> {
    let business = tx.business();
    let now = tx.now();
    let met = diesel::update(customers::table)
        .filter(customers::business_id.eq(business))
        .filter(customers::id.eq(id))
        .filter(customers::deleted_at.is_null())
        .set(customers::deleted_at.eq(now))
        .execute(tx.conn())?;
    match met {
        0 => Err(CardError::Unknown),
        _ => Ok(()),
    }
}

/// Brings a deleted card back. One that was merged stays where it went, and a person who was forgotten stays forgotten.
pub fn restore(tx: &mut TenantTx<'_>, id: CustomerId) -> Result<(), CardError> {
    let business = tx.business();
    let met = diesel::update(customers::table)
        .filter(customers::business_id.eq(business))
        .filter(customers::id.eq(id))
        .filter(customers::deleted_at.is_not_null())
        .filter(customers::merged_into.is_null())
        .filter(customers::erased_at.is_null())
        .set(customers::deleted_at.eq(None::<DateTime<Utc>>))
        .execute(tx.conn())?;
    match met {
        0 => Err(CardError::Unknown),
        _ => Ok(()),
    }
}

/// Those that were deleted and can be brought back, the last first.
pub fn deleted(tx: &mut TenantTx<'_>, most: i64) -> db::Result<Vec<Card>> {
    let business = tx.business();
    Ok(customers::table
        .filter(customers::business_id.eq(business))
        .filter(customers::deleted_at.is_not_null())
        .filter(customers::merged_into.is_null())
        .filter(customers::erased_at.is_null())
        .order((customers::deleted_at.desc(), customers::id))
        .limit(most)
        .select(Card::as_select())
        .load(tx.conn())?)
}
