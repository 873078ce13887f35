//! How a business takes bookings, as its owner sets it (`business_settings`). What a service says of itself goes before it.

use super::profile::KanaRule;
use crate::{
    base::fingerprint::fingerprint,
    db::{self, EditError, TenantTx, statement::prepared},
    schema::businesses::business_settings,
};
use diesel::prelude::*;

/// The rules.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = business_settings, treat_none_as_null = true)]
pub struct RulesCard {
    /// The language of its own letters and of guests who did not choose.
    pub default_locale: String,
    /// Minutes between starts.
    pub slot_step_minutes: i16,
    /// Minutes a booking must lie ahead.
    pub notice_minutes: i32,
    /// Business days ahead that can be booked.
    pub horizon_days: i16,
    /// Guests may move a booking until so many minutes before it.
    pub change_until_minutes: i32,
    /// Guests may cancel online until so many minutes before it.
    pub cancel_until_minutes: i32,
    /// So many bookings of one guest lie ahead at most.
    pub most_ahead: i16,
    /// So many bookings of one guest are on one day at most.
    pub most_a_day: Option<i16>,
    /// So many may begin on a day of the calendar before guests can book no more.
    pub most_starts_a_day: Option<i16>,
    /// So many may begin from Monday to Sunday before guests can book no more.
    pub most_starts_a_week: Option<i16>,
    /// Guests may move a booking only as long as calling it off costs nothing.
    pub moves_while_free: bool,
    /// Whether readings are asked for.
    pub kana_rule: KanaRule,
    /// What every guest should know, Japanese.
    pub notices_ja: String,
    /// What every guest should know, English.
    pub notices_en: String,
}

impl RulesCard {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// The rules of the business of this transaction.
pub fn read(tx: &mut TenantTx<'_>) -> db::Result<RulesCard> {
    Ok(business_settings::table
        .filter(business_settings::business_id.eq(tx.business()))
        .select(RulesCard::as_select())
        .first(tx.conn())?)
}

/// Sets them anew, if they are still what `version` was made of.
pub fn save(tx: &mut TenantTx<'_>, card: &RulesCard, version: &str) -> Result<(), EditError> {
    let own = business_settings::table.filter(business_settings::business_id.eq(tx.business()));
    let known: RulesCard = own
        .select(RulesCard::as_select())
        .for_update()
        .first(tx.conn())?;
    if known.version() != version {
        return Err(EditError::Stale);
    }
    prepared(diesel::update(own).set(card)).execute(tx.conn())?;
    Ok(())
}
