//! Commands and read: free words on cards, to find them by.

use super::card::{self, CardError};
use crate::{
    base::ids::CustomerId,
    db::{self, TenantTx},
    schema::customers::customer_tags,
};
use diesel::{dsl::count_star, prelude::*};

/// The longest word, in characters.
pub const TAG_MAX: usize = 30;
/// So many stand on one card.
pub const MOST: usize = 20;

/// Why a word was not put on a card.
#[derive(Debug, thiserror::Error)]
pub enum TagError {
    /// There is no such card, or its person was forgotten.
    #[error(transparent)]
    Card(#[from] CardError),
    /// The card is full of them.
    #[error("too many tags")]
    TooMany,
}

impl From<diesel::result::Error> for TagError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Card(CardError::Db(error.into()))
    }
}

impl From<db::DbError> for TagError {
    fn from(error: db::DbError) -> Self {
        Self::Card(CardError::Db(error))
    }
}

impl db::Refusal for TagError {
    fn failure(&self) -> Option<&db::DbError> {
        match self {
            Self::Card(error) => error.failure(),
            Self::TooMany => None,
        }
    }
}

/// Puts a word on a card; twice is once.
pub fn add(tx: &mut TenantTx<'_>, id: CustomerId, tag: &str) -> Result<(), TagError> {
    let card = card::living(tx, id)?;
    let there = of(tx, card.id)?;
    if there.iter().any(|known| known == tag) {
        return Ok(());
    }
    if there.len() >= MOST {
        return Err(TagError::TooMany);
    }
    diesel::insert_into(customer_tags::table)
        .values((
            customer_tags::business_id.eq(tx.business()),
            customer_tags::customer_id.eq(card.id),
            customer_tags::tag.eq(tag),
            customer_tags::created_by.eq(tx.actor().user()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Takes a word off a card.
pub fn remove(tx: &mut TenantTx<'_>, id: CustomerId, tag: &str) -> db::Result<()> {
    let business = tx.business();
    diesel::delete(customer_tags::table)
        .filter(customer_tags::business_id.eq(business))
        .filter(customer_tags::customer_id.eq(id))
        .filter(customer_tags::tag.eq(tag))
        .execute(tx.conn())?;
    Ok(())
}

/// The words on a card.
pub fn of(tx: &mut TenantTx<'_>, id: CustomerId) -> db::Result<Vec<String>> {
    let business = tx.business();
    Ok(customer_tags::table
        .filter(customer_tags::business_id.eq(business))
        .filter(customer_tags::customer_id.eq(id))
        .order(customer_tags::tag)
        .select(customer_tags::tag)
        .load(tx.conn())?)
}

/// The words that this shop uses, those that stand on most cards first.
pub fn used(tx: &mut TenantTx<'_>, most: i64) -> db::Result<Vec<(String, i64)>> {
    let business = tx.business();
    Ok(customer_tags::table
        .filter(customer_tags::business_id.eq(business))
        .group_by(customer_tags::tag)
        .order((count_star().desc(), customer_tags::tag))
        .limit(most)
        .select((customer_tags::tag, count_star()))
        .load(tx.conn())?)
}
