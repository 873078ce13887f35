//! A menu, taken along to another business of the same owner: headings, policies and services as they are written. Who does
//! them is another matter there, so nothing of it is shown before its owner has looked at it.

use super::{
    category::{self, CategoryCard},
    policy_card::{self, PolicyCard},
    service_card::{self, Fate, ServiceCard},
};
use crate::{
    base::ids::{CategoryId, PolicyId},
    db::{self, EditError, TenantTx},
};
use std::collections::HashMap;

/// What is taken along.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    categories: Vec<(CategoryId, CategoryCard)>,
    policies: Vec<(PolicyId, PolicyCard)>,
    services: Vec<ServiceCard>,
}

/// The menu of the business of this transaction, without what was deleted.
pub fn read(tx: &mut TenantTx<'_>) -> db::Result<Menu> {
    let categories = category::all(tx)?.into_iter();
    let policies = policy_card::all(tx)?.into_iter();
    let services = service_card::all(tx)?.into_iter();
    Ok(Menu {
        categories: categories
            .filter(|one| !one.is_deleted)
            .map(|one| (one.id, one.card))
            .collect(),
        // The default comes first, and the first of a business becomes its default.
        policies: policies
            .filter(|one| !one.is_deleted)
            .map(|one| (one.id, one.card))
            .collect(),
        services: services
            .filter(|one| !one.is_deleted)
            .map(|one| one.card)
            .collect(),
    })
}

/// Writes what cancelling costs into a business that has nothing of it yet.
fn policies(tx: &mut TenantTx<'_>, menu: &Menu) -> db::Result<HashMap<PolicyId, PolicyId>> {
    let each = menu.policies.iter();
    each.map(|(before, card)| Ok((*before, policy_card::add(tx, card)?)))
        .collect()
}

/// Writes what cancelling costs, and nothing else.
pub fn write_policies(tx: &mut TenantTx<'_>, menu: &Menu) -> db::Result<()> {
    policies(tx, menu).map(|_known| ())
}

/// Writes all of it into a business that has no menu yet; every service is hidden.
pub fn write(tx: &mut TenantTx<'_>, menu: &Menu) -> Result<(), EditError> {
    let policies = policies(tx, menu)?;
    let mut headings = HashMap::new();
    for (before, card) in &menu.categories {
        headings.insert(*before, category::add(tx, card)?);
    }
    for card in &menu.services {
        let card = ServiceCard {
            category: card.category.and_then(|one| headings.get(&one).copied()),
            policy_id: card.policy_id.and_then(|one| policies.get(&one).copied()),
            ..card.clone()
        };
        let added = service_card::add(tx, &card)?;
        service_card::settle(tx, added, Fate::Hidden)?;
    }
    Ok(())
}
