//! Tables that may be put together.

use super::{Town, known};
use crate::{
    base::ids::{ResourceId, TableGroupId},
    cli::seed::{SeedError, chance::Chance, written::Shop},
    db::TenantTx,
    schema::scheduling::{table_group_members, table_groups},
};
use diesel::prelude::*;
use std::collections::HashMap;

/// Writes them, with chance of their own.
pub(super) fn tables(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (shop, resources): (&Shop, &HashMap<String, ResourceId>),
) -> Result<(), SeedError> {
    let business = tx.business();
    let mut chance = Chance::new(town.random_seed, &format!("tables {}", shop.slug));
    for (group, order) in shop.tables.iter().zip(0_i16..) {
        let id = TableGroupId(chance.id());
        diesel::insert_into(table_groups::table)
            .values((
                table_groups::id.eq(id),
                table_groups::business_id.eq(business),
                table_groups::name.eq(&group.name),
                table_groups::least.eq(group.party.0),
                table_groups::most.eq(group.party.1),
                table_groups::sort_order.eq(order),
                table_groups::created_at.eq(town.joined_at()),
            ))
            .execute(tx.conn())?;
        for word in group.of.split_whitespace() {
            let member = known(resources.get(word).copied(), word)?;
            diesel::insert_into(table_group_members::table)
                .values((
                    table_group_members::id.eq(chance.id()),
                    table_group_members::business_id.eq(business),
                    table_group_members::group_id.eq(id),
                    table_group_members::resource_id.eq(member),
                ))
                .execute(tx.conn())?;
        }
    }
    Ok(())
}
