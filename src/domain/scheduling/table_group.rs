//! Tables that may be put together for a larger party, as their owner sees to them.

use super::resource_card::{self, OwnResource};
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{ResourceId, TableGroupId},
        order::{Toward, moved},
    },
    db::{self, EditError, TenantTx, constraint::on_constraint, statement::prepared},
    schema::scheduling::{table_group_members, table_groups},
};
use diesel::prelude::*;

/// No two of them have one name.
const ONE_NAME: &str = "table_groups_one_name";

/// What is written about tables that go together.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = table_groups)]
pub struct GroupCard {
    /// What the shop calls them.
    pub name: String,
    /// The smallest party they are put together for.
    pub least: i16,
    /// The largest.
    pub most: i16,
}

/// What is written about them, and which they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupSetup {
    /// What is written about them.
    pub card: GroupCard,
    /// Which, by key.
    pub members: Vec<ResourceId>,
}

/// Tables of the business that go together.
#[derive(Clone, Debug)]
pub struct OwnTables {
    /// Their key.
    pub id: TableGroupId,
    /// What is written about them, and which they are.
    pub setup: GroupSetup,
    /// Whether they were deleted.
    pub is_deleted: bool,
}

impl GroupSetup {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }

    /// How many sit at these tables, each by itself.
    pub fn seats(&self, resources: &[OwnResource]) -> i64 {
        let own = resources
            .iter()
            .filter(|one| self.members.contains(&one.id));
        own.map(|one| i64::from(one.card.capacity.min(one.card.party_max)))
            .sum()
    }
}

/// All of them in the owner's order, those that were deleted last.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<OwnTables>> {
    let business = tx.business();
    let rows: Vec<(TableGroupId, GroupCard, bool)> = table_groups::table
        .filter(table_groups::business_id.eq(business))
        .order((
            table_groups::deleted_at.desc().nulls_first(),
            table_groups::sort_order,
            table_groups::id,
        ))
        .select((
            table_groups::id,
            GroupCard::as_select(),
            table_groups::deleted_at.is_not_null(),
        ))
        .load(tx.conn())?;
    // A business that puts nothing together has nothing more read about it.
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let members: Vec<(TableGroupId, ResourceId)> = table_group_members::table
        .filter(table_group_members::business_id.eq(business))
        .order(table_group_members::resource_id)
        .select((
            table_group_members::group_id,
            table_group_members::resource_id,
        ))
        .load(tx.conn())?;
    let of = |id| {
        let own = members.iter().filter(|(group, _)| *group == id);
        own.map(|(_, member)| *member).collect()
    };
    let own = |(id, card, is_deleted)| OwnTables {
        id,
        setup: GroupSetup {
            members: of(id),
            card,
        },
        is_deleted,
    };
    Ok(rows.into_iter().map(own).collect())
}

/// New ones, after all others.
pub fn add(tx: &mut TenantTx<'_>, setup: &GroupSetup) -> Result<TableGroupId, EditError> {
    let business = tx.business();
    let last: Option<i16> = table_groups::table
        .filter(table_groups::business_id.eq(business))
        .select(diesel::dsl::max(table_groups::sort_order))
        .first(tx.conn())?;
    let added = diesel::insert_into(table_groups::table)
        .values((
            &setup.card,
            table_groups::business_id.eq(business),
            table_groups::sort_order.eq(last.map_or(0, |last| last.saturating_add(1))),
        ))
        .returning(table_groups::id)
        .get_result(tx.conn());
    let id = on_constraint(added, ONE_NAME, || EditError::Taken)?;
    join(tx, id, &setup.members)?;
    tx.rules_changed()?;
    Ok(id)
}

/// Writes them anew, if they are still what `version` was made of.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: TableGroupId,
    setup: &GroupSetup,
    version: &str,
) -> Result<(), EditError> {
    let own = table_groups::table
        .filter(table_groups::id.eq(id))
        .filter(table_groups::business_id.eq(tx.business()))
        .filter(table_groups::deleted_at.is_null());
    // The lock is the row's; what belongs to it is only written with it.
    let locked: Option<TableGroupId> = own
        .select(table_groups::id)
        .for_update()
        .first(tx.conn())
        .optional()?;
    locked.ok_or(EditError::Unknown)?;
    let found = all(tx)?.into_iter().find(|one| one.id == id);
    let found = found.ok_or(EditError::Unknown)?;
    if found.setup.version() != version {
        return Err(EditError::Stale);
    }
    let saved = prepared(diesel::update(own).set(&setup.card)).execute(tx.conn());
    on_constraint(saved, ONE_NAME, || EditError::Taken)?;
    if found.setup.members != setup.members {
        join(tx, id, &setup.members)?;
    }
    tx.rules_changed()?;
    Ok(())
}

/// Deletes them, or takes them back.
pub fn delete(tx: &mut TenantTx<'_>, id: TableGroupId, gone: bool) -> Result<(), EditError> {
    let now = tx.now();
    let own = table_groups::table
        .filter(table_groups::id.eq(id))
        .filter(table_groups::business_id.eq(tx.business()));
    let change = table_groups::deleted_at.eq(gone.then_some(now));
    let rows = prepared(diesel::update(own).set(change)).execute(tx.conn());
    let rows = on_constraint(rows, ONE_NAME, || EditError::Taken)?;
    tx.rules_changed()?;
    match rows {
        0 => Err(EditError::Unknown),
        _ => Ok(()),
    }
}

/// Moves them by one place among those that are not deleted.
pub fn shift(tx: &mut TenantTx<'_>, id: TableGroupId, toward: Toward) -> Result<(), EditError> {
    let standing = all(tx)?.into_iter().filter(|one| !one.is_deleted);
    let ids: Vec<TableGroupId> = standing.map(|one| one.id).collect();
    let order = moved(&ids, id, toward).ok_or(EditError::Unknown)?;
    db::put_in_order(
        tx,
        ("scheduling.table_groups", "sort_order"),
        order.into_iter().map(|id| id.0),
    )?;
    tx.rules_changed()?;
    Ok(())
}

/// What may be put together: tables and rooms, without what was deleted or belongs to one service alone.
pub fn joinable(tx: &mut TenantTx<'_>) -> db::Result<Vec<OwnResource>> {
    let mut all = resource_card::all(tx)?;
    all.retain(|one| !one.is_deleted && one.card.resource_type.is_joinable());
    Ok(all)
}

/// Makes these the tables of a group, and no others.
fn join(tx: &mut TenantTx<'_>, id: TableGroupId, members: &[ResourceId]) -> db::Result<()> {
    let business = tx.business();
    let gone = table_group_members::table
        .filter(table_group_members::business_id.eq(business))
        .filter(table_group_members::group_id.eq(id))
        .filter(table_group_members::resource_id.ne_all(members));
    prepared(diesel::delete(gone)).execute(tx.conn())?;
    let row = |member: &ResourceId| {
        (
            table_group_members::business_id.eq(business),
            table_group_members::group_id.eq(id),
            table_group_members::resource_id.eq(*member),
        )
    };
    let rows: Vec<_> = members.iter().map(row).collect();
    diesel::insert_into(table_group_members::table)
        .values(rows)
        .on_conflict_do_nothing()
        .execute(tx.conn())?;
    Ok(())
}
