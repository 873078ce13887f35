//! What is on the menu, as its owner sees to it: all of it, hidden and deleted, too. Bookings keep what was agreed, so
//! whatever is changed here is for bookings to come.

use super::service::Audience;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{CategoryId, PolicyId, ServiceId},
        order::{Toward, moved},
    },
    db::{self, EditError, TenantTx, statement::prepared},
    schema::catalog::{categories, services},
};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// What is written about a service.
#[derive(
    Clone,
    Debug,
    PartialEq,
    Eq,
    Queryable,
    Selectable,
    Insertable,
    AsChangeset,
    Serialize,
    Deserialize,
)]
#[diesel(table_name = services, treat_none_as_null = true)]
pub struct ServiceCard {
    /// Its name, Japanese.
    pub name_ja: String,
    /// Its name, English; empty when it has none.
    pub name_en: String,
    /// What it is, Japanese.
    pub description_ja: String,
    /// What it is, English.
    pub description_en: String,
    /// 重要事項, Japanese.
    pub important_ja: String,
    /// 重要事項, English.
    pub important_en: String,
    /// The heading it stands under.
    pub category: Option<CategoryId>,
    /// Minutes it takes.
    pub duration_minutes: i16,
    /// Tax-included, minor units, for each of the party.
    pub price_cents: i64,
    /// Whole percent.
    pub tax_rate_percent: i16,
    /// Whom it is for.
    pub audience: Audience,
    /// Minutes kept free before it.
    pub buffer_before: i16,
    /// Minutes kept free after it.
    pub buffer_after: i16,
    /// The smallest party.
    pub party_min: i16,
    /// The largest party.
    pub party_max: i16,
    /// How many people at once, where nobody and nothing is needed for it.
    pub max_simultaneous_bookings: i16,
    /// Minutes it must be booked ahead; `None` is the business's.
    pub notice_minutes: Option<i32>,
    /// Business days ahead it can be booked; `None` is the business's.
    pub horizon_days: Option<i16>,
    /// Minutes between starts; `None` is the business's.
    pub slot_step_minutes: Option<i16>,
    /// What cancelling costs; `None` is nothing.
    pub policy_id: Option<PolicyId>,
}

impl ServiceCard {
    /// Both names.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.name_ja, &self.name_en)
    }
}

/// A service of the business.
#[derive(Clone, Debug, Queryable)]
pub struct OwnService {
    /// Its key.
    pub id: ServiceId,
    /// What is written about it.
    pub card: ServiceCard,
    /// Whether guests see it.
    pub is_active: bool,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

/// What becomes of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Guests see it.
    Shown,
    /// They do not.
    Hidden,
    /// It is gone from the menu, and can be had back.
    Deleted,
    /// It is back.
    Restored,
}

/// All of them in the order of the menu, those that were deleted last.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<OwnService>> {
    let heading = categories::id
        .nullable()
        .eq(services::category)
        .and(categories::deleted_at.is_null());
    Ok(services::table
        .left_join(categories::table.on(heading))
        .filter(services::business_id.eq(tx.business()))
        .order((
            services::deleted_at.desc().nulls_first(),
            categories::sort_order.asc().nulls_last(),
            categories::name_ja,
            services::sort_order,
            services::name_ja,
            services::id,
        ))
        .select((
            services::id,
            ServiceCard::as_select(),
            services::is_active,
            services::deleted_at.is_not_null(),
        ))
        .load(tx.conn())?)
}

/// One of them, that nobody else changes until the transaction ends; not one that was deleted.
pub fn lock(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<Option<ServiceCard>> {
    Ok(services::table
        .filter(services::id.eq(id))
        .filter(services::business_id.eq(tx.business()))
        .filter(services::deleted_at.is_null())
        .select(ServiceCard::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?)
}

/// A new one, after all others.
pub fn add(tx: &mut TenantTx<'_>, card: &ServiceCard) -> db::Result<ServiceId> {
    let business = tx.business();
    let last: Option<i16> = services::table
        .filter(services::business_id.eq(business))
        .select(diesel::dsl::max(services::sort_order))
        .first(tx.conn())?;
    Ok(diesel::insert_into(services::table)
        .values((
            card,
            services::business_id.eq(business),
            services::sort_order.eq(last.map_or(0, |last| last.saturating_add(1))),
        ))
        .returning(services::id)
        .get_result(tx.conn())?)
}

/// Writes it anew.
pub fn write(tx: &mut TenantTx<'_>, id: ServiceId, card: &ServiceCard) -> db::Result<()> {
    let own = services::table.filter(
        services::id
            .eq(id)
            .and(services::business_id.eq(tx.business())),
    );
    prepared(diesel::update(own).set(card)).execute(tx.conn())?;
    Ok(())
}

/// Shows, hides, deletes or restores it. What comes back is hidden until its owner has looked at it.
pub fn settle(tx: &mut TenantTx<'_>, id: ServiceId, fate: Fate) -> Result<(), EditError> {
    let now = tx.now();
    let own = services::table.filter(
        services::id
            .eq(id)
            .and(services::business_id.eq(tx.business()))
            .and(
                services::deleted_at
                    .is_not_null()
                    .eq(fate == Fate::Restored),
            ),
    );
    let rows = match fate {
        Fate::Shown | Fate::Hidden => {
            let active = services::is_active.eq(fate == Fate::Shown);
            prepared(diesel::update(own).set(active)).execute(tx.conn())?
        }
        Fate::Deleted | Fate::Restored => {
            let deleted = services::deleted_at.eq((fate == Fate::Deleted).then_some(now));
            let change = (deleted, services::is_active.eq(false));
            prepared(diesel::update(own).set(change)).execute(tx.conn())?
        }
    };
    match rows {
        0 => Err(EditError::Unknown),
        _ => Ok(()),
    }
}

/// Moves it by one place among those of its heading.
pub fn shift(tx: &mut TenantTx<'_>, id: ServiceId, toward: Toward) -> Result<(), EditError> {
    let standing: Vec<OwnService> = all(tx)?.into_iter().filter(|one| !one.is_deleted).collect();
    let own = standing.iter().find(|one| one.id == id);
    let heading = own.ok_or(EditError::Unknown)?.card.category;
    let (beside, others): (Vec<_>, Vec<_>) = standing
        .iter()
        .partition(|one| one.card.category == heading);
    let ids: Vec<ServiceId> = beside.iter().map(|one| one.id).collect();
    let order = moved(&ids, id, toward).ok_or(EditError::Unknown)?;
    // Numbered through, heading by heading, so that two of one number never decide by their names again.
    let all = order.into_iter().chain(others.iter().map(|one| one.id));
    db::put_in_order(tx, ("catalog.services", "sort_order"), all.map(|id| id.0))?;
    Ok(())
}
