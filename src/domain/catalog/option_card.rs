//! Groups of options and what stands in them, as their owner sees to them: those that were deleted, too. Bookings keep what
//! was agreed, so whatever is changed here is for bookings to come.

use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{OptionGroupId, OptionId, ServiceId},
        order::{Toward, moved},
    },
    db::{self, EditError, TenantTx, statement::prepared},
    schema::catalog::{option_groups, options, service_option_groups, services},
};
use diesel::prelude::*;

/// What is written about a group.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = option_groups)]
pub struct GroupCard {
    /// What is asked, Japanese.
    pub name_ja: String,
    /// What is asked, English; empty when it has none.
    pub name_en: String,
    /// At most one; otherwise as many as one likes.
    pub is_single: bool,
    /// At least one.
    pub is_required: bool,
}

/// A group and the services it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupSetup {
    /// What is written about it.
    pub card: GroupCard,
    /// With which services its options can be had, by key.
    pub services: Vec<ServiceId>,
}

/// What is written about an option.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = options)]
pub struct OptionCard {
    /// The group it stands in.
    pub group_id: OptionGroupId,
    /// Its name, Japanese.
    pub name_ja: String,
    /// Its name, English; empty when it has none.
    pub name_en: String,
    /// Tax-included, minor units, for each of the party.
    pub price_cents: i64,
    /// Minutes that it adds.
    pub minutes: i16,
}

/// A group of the business.
#[derive(Clone, Debug)]
pub struct OwnGroup {
    /// Its key.
    pub id: OptionGroupId,
    /// What is written about it, and where it belongs.
    pub setup: GroupSetup,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

/// An option of the business.
#[derive(Clone, Debug, Queryable)]
pub struct OwnOption {
    /// Its key.
    pub id: OptionId,
    /// What is written about it.
    pub card: OptionCard,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

impl GroupSetup {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

impl OptionCard {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// All groups in their order, those that were deleted last.
pub fn groups(tx: &mut TenantTx<'_>) -> db::Result<Vec<OwnGroup>> {
    let business = tx.business();
    let rows: Vec<(OptionGroupId, GroupCard, bool)> = option_groups::table
        .filter(option_groups::business_id.eq(business))
        .order((
            option_groups::deleted_at.desc().nulls_first(),
            option_groups::sort_order,
            option_groups::id,
        ))
        .select((
            option_groups::id,
            GroupCard::as_select(),
            option_groups::deleted_at.is_not_null(),
        ))
        .load(tx.conn())?;
    let ties: Vec<(OptionGroupId, ServiceId)> = service_option_groups::table
        .filter(service_option_groups::business_id.eq(business))
        .order(service_option_groups::service_id)
        .select((
            service_option_groups::group_id,
            service_option_groups::service_id,
        ))
        .load(tx.conn())?;
    let services = |id| {
        let own = ties.iter().filter(|(group, _)| *group == id);
        own.map(|(_, service)| *service).collect()
    };
    let own = |(id, card, is_deleted)| OwnGroup {
        id,
        setup: GroupSetup {
            services: services(id),
            card,
        },
        is_deleted,
    };
    Ok(rows.into_iter().map(own).collect())
}

/// All options in their order, those that were deleted last.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<OwnOption>> {
    Ok(options::table
        .filter(options::business_id.eq(tx.business()))
        .order((
            options::deleted_at.desc().nulls_first(),
            options::sort_order,
            options::id,
        ))
        .select((
            options::id,
            OptionCard::as_select(),
            options::deleted_at.is_not_null(),
        ))
        .load(tx.conn())?)
}

/// A new group, after all others.
pub fn add_group(tx: &mut TenantTx<'_>, setup: &GroupSetup) -> db::Result<OptionGroupId> {
    let business = tx.business();
    let last: Option<i16> = option_groups::table
        .filter(option_groups::business_id.eq(business))
        .select(diesel::dsl::max(option_groups::sort_order))
        .first(tx.conn())?;
    let id = diesel::insert_into(option_groups::table)
        .values((
            &setup.card,
            option_groups::business_id.eq(business),
            option_groups::sort_order.eq(last.map_or(0, |last| last.saturating_add(1))),
        ))
        .returning(option_groups::id)
        .get_result(tx.conn())?;
    tie(tx, id, &setup.services)?;
    Ok(id)
}

/// Writes a group anew, if it is still what `version` was made of.
pub fn save_group(
    tx: &mut TenantTx<'_>,
    id: OptionGroupId,
    setup: &GroupSetup,
    version: &str,
) -> Result<(), EditError> {
    let own = option_groups::table
        .filter(option_groups::id.eq(id))
        .filter(option_groups::business_id.eq(tx.business()))
        .filter(option_groups::deleted_at.is_null());
    // The lock is the row's; what belongs to it is only written with it.
    let locked: Option<OptionGroupId> = own
        .select(option_groups::id)
        .for_update()
        .first(tx.conn())
        .optional()?;
    locked.ok_or(EditError::Unknown)?;
    let found = groups(tx)?.into_iter().find(|one| one.id == id);
    let found = found.ok_or(EditError::Unknown)?;
    if found.setup.version() != version {
        return Err(EditError::Stale);
    }
    prepared(diesel::update(own).set(&setup.card)).execute(tx.conn())?;
    if found.setup.services != setup.services {
        tie(tx, id, &setup.services)?;
    }
    Ok(())
}

/// A new option, after all others of its group.
pub fn add(tx: &mut TenantTx<'_>, card: &OptionCard) -> db::Result<OptionId> {
    let business = tx.business();
    let last: Option<i16> = options::table
        .filter(options::business_id.eq(business))
        .filter(options::group_id.eq(card.group_id))
        .select(diesel::dsl::max(options::sort_order))
        .first(tx.conn())?;
    Ok(diesel::insert_into(options::table)
        .values((
            card,
            options::business_id.eq(business),
            options::sort_order.eq(last.map_or(0, |last| last.saturating_add(1))),
        ))
        .returning(options::id)
        .get_result(tx.conn())?)
}

/// Writes an option anew, if it is still what `version` was made of.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: OptionId,
    card: &OptionCard,
    version: &str,
) -> Result<(), EditError> {
    let own = options::table
        .filter(options::id.eq(id))
        .filter(options::business_id.eq(tx.business()))
        .filter(options::deleted_at.is_null());
    let found: OptionCard = own
        .select(OptionCard::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?
        .ok_or(EditError::Unknown)?;
    if found.version() != version {
        return Err(EditError::Stale);
    }
    prepared(diesel::update(own).set(card)).execute(tx.conn())?;
    Ok(())
}

/// Deletes a group with what stands in it, or takes it back.
pub fn delete_group(tx: &mut TenantTx<'_>, id: OptionGroupId, gone: bool) -> Result<(), EditError> {
    let now = tx.now();
    let own = option_groups::table
        .filter(option_groups::id.eq(id))
        .filter(option_groups::business_id.eq(tx.business()));
    let change = option_groups::deleted_at.eq(gone.then_some(now));
    match prepared(diesel::update(own).set(change)).execute(tx.conn())? {
        0 => Err(EditError::Unknown),
        _ => Ok(()),
    }
}

/// Deletes an option, or takes it back.
pub fn delete(tx: &mut TenantTx<'_>, id: OptionId, gone: bool) -> Result<(), EditError> {
    let now = tx.now();
    let own = options::table
        .filter(options::id.eq(id))
        .filter(options::business_id.eq(tx.business()));
    let change = options::deleted_at.eq(gone.then_some(now));
    match prepared(diesel::update(own).set(change)).execute(tx.conn())? {
        0 => Err(EditError::Unknown),
        _ => Ok(()),
    }
}

/// Moves a group by one place.
pub fn shift_group(
    tx: &mut TenantTx<'_>,
    id: OptionGroupId,
    toward: Toward,
) -> Result<(), EditError> {
    let standing = groups(tx)?.into_iter().filter(|one| !one.is_deleted);
    let ids: Vec<OptionGroupId> = standing.map(|one| one.id).collect();
    let order = moved(&ids, id, toward).ok_or(EditError::Unknown)?;
    db::put_in_order(
        tx,
        ("catalog.option_groups", "sort_order"),
        order.into_iter().map(|id| id.0),
    )?;
    Ok(())
}

/// Moves an option by one place in its group.
pub fn shift(tx: &mut TenantTx<'_>, id: OptionId, toward: Toward) -> Result<(), EditError> {
    let standing: Vec<OwnOption> = all(tx)?.into_iter().filter(|one| !one.is_deleted).collect();
    let own = standing.iter().find(|one| one.id == id);
    let group = own.ok_or(EditError::Unknown)?.card.group_id;
    let beside = standing.iter().filter(|one| one.card.group_id == group);
    let ids: Vec<OptionId> = beside.map(|one| one.id).collect();
    let order = moved(&ids, id, toward).ok_or(EditError::Unknown)?;
    db::put_in_order(
        tx,
        ("catalog.options", "sort_order"),
        order.into_iter().map(|id| id.0),
    )?;
    Ok(())
}

/// Lets the options of a group be had with these services and no others.
fn tie(tx: &mut TenantTx<'_>, id: OptionGroupId, services: &[ServiceId]) -> db::Result<()> {
    let business = tx.business();
    // A service that was deleted keeps what it had: it may come back.
    let standing = services::table
        .filter(services::business_id.eq(business))
        .filter(services::deleted_at.is_null())
        .select(services::id);
    let all = service_option_groups::table
        .filter(service_option_groups::business_id.eq(business))
        .filter(service_option_groups::group_id.eq(id))
        .filter(service_option_groups::service_id.eq_any(standing));
    prepared(diesel::delete(all)).execute(tx.conn())?;
    for service in services {
        let row = (
            service_option_groups::business_id.eq(business),
            service_option_groups::service_id.eq(*service),
            service_option_groups::group_id.eq(id),
        );
        let insert = diesel::insert_into(service_option_groups::table).values(row);
        prepared(insert.on_conflict_do_nothing()).execute(tx.conn())?;
    }
    Ok(())
}
