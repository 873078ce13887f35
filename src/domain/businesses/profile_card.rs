//! How a business is called, where it is, and how it is shown, as its owner writes it. Its word in addresses stays: servers and
//! people remember whose it is.

use crate::{
    base::fingerprint::fingerprint,
    db::{self, EditError, TenantTx, statement::prepared},
    schema::businesses::{business_settings, businesses},
};
use diesel::prelude::*;

/// What is written about a business.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = businesses, treat_none_as_null = true)]
pub struct ProfileCard {
    /// Its name, Japanese.
    pub display_name_ja: String,
    /// Its name, English; empty when it has none.
    pub display_name_en: String,
    /// The reading of the Japanese name.
    pub name_kana: String,
    /// A few sentences, Japanese.
    pub description_ja: String,
    /// A few sentences, English.
    pub description_en: String,
    /// Seven digits, or empty.
    pub postal_code: String,
    /// 都道府県
    pub prefecture: String,
    /// 市区町村
    pub city: String,
    /// 町名・番地
    pub street: String,
    /// 建物名
    pub building: String,
    /// The whole address in English order.
    pub address_en: String,
    /// E.164.
    pub phone: String,
    /// Where guests may write to.
    pub email: Option<String>,
    /// Whether it is found on the house's own list of shops.
    pub is_listed: bool,
}

/// The same with the colour of its pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnProfile {
    /// What is written.
    pub card: ProfileCard,
    /// One of the eight accents.
    pub accent: String,
}

impl OwnProfile {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// The business of this transaction.
pub fn read(tx: &mut TenantTx<'_>) -> db::Result<OwnProfile> {
    let (card, accent) = businesses::table
        .inner_join(business_settings::table)
        .filter(businesses::id.eq(tx.business()))
        .select((ProfileCard::as_select(), business_settings::accent))
        .first(tx.conn())?;
    Ok(OwnProfile { card, accent })
}

/// Writes it anew, if it is still what `version` was made of.
pub fn save(tx: &mut TenantTx<'_>, own: &OwnProfile, version: &str) -> Result<(), EditError> {
    let business = tx.business();
    let row = businesses::table.filter(businesses::id.eq(business));
    // Whoever else saves waits here.
    let _: bool = row
        .select(businesses::is_listed)
        .for_update()
        .first(tx.conn())?;
    if read(tx)?.version() != version {
        return Err(EditError::Stale);
    }
    prepared(diesel::update(row).set(&own.card)).execute(tx.conn())?;
    let settings = business_settings::table.filter(business_settings::business_id.eq(business));
    prepared(diesel::update(settings).set(business_settings::accent.eq(&own.accent)))
        .execute(tx.conn())?;
    Ok(())
}
