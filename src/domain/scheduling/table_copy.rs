//! Tables and rooms with what is put together of them, taken along to another business of the same owner. What can be booked
//! at them is another matter there.

use super::{
    resource_card::{self, OwnResource, ResourceSetup},
    table_group::{self, GroupSetup},
};
use crate::{
    base::ids::ResourceId,
    db::{self, EditError, TenantTx},
};
use std::collections::HashMap;

/// What is taken along.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    tables: Vec<OwnResource>,
    groups: Vec<GroupSetup>,
}

/// The tables and rooms of the business of this transaction, without what was deleted.
pub fn read(tx: &mut TenantTx<'_>) -> db::Result<Tables> {
    let groups = table_group::all(tx)?.into_iter();
    let groups = groups.filter(|one| !one.is_deleted).map(|one| one.setup);
    Ok(Tables {
        tables: table_group::joinable(tx)?,
        groups: groups.collect(),
    })
}

/// Writes them into a business that has none yet. A group of which something is left behind stays behind, too.
pub fn write(tx: &mut TenantTx<'_>, originals: &Tables) -> Result<(), EditError> {
    let mut there: HashMap<ResourceId, ResourceId> = HashMap::new();
    for one in &originals.tables {
        let setup = ResourceSetup {
            card: one.card.clone(),
            services: Vec::new(),
        };
        there.insert(one.id, resource_card::add(tx, &setup)?);
    }
    for group in &originals.groups {
        let members = group.members.iter().map(|id| there.get(id).copied());
        let Some(mut members) = members.collect::<Option<Vec<ResourceId>>>() else {
            continue;
        };
        members.sort_unstable();
        let card = group.card.clone();
        table_group::add(tx, &GroupSetup { card, members })?;
    }
    Ok(())
}
