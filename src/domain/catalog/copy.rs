//! A menu, taken along to another business of the same owner: headings, policies and services as they are written, with the
//! options and the questions that hang on them and the rules that make their prices. Who does them is another matter there, so
//! nothing of it is shown before its owner has looked at it.

use super::{
    approval::{self, Approval},
    category::{self, CategoryCard},
    option_card::{self, GroupSetup, OptionCard, OwnGroup, OwnOption},
    policy_card::{self, PolicyCard},
    price_rules::{self, OwnRule, RuleSetup},
    processing::{self, Processing},
    question_card::{self, OwnQuestion, QuestionCard, QuestionSetup},
    service_card::{self, Fate, ServiceCard},
};
use crate::{
    base::ids::{CategoryId, PolicyId, ServiceId},
    db::{self, EditError, TenantTx},
};
use std::collections::HashMap;

/// What is taken along.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    categories: Vec<(CategoryId, CategoryCard)>,
    policies: Vec<(PolicyId, PolicyCard)>,
    services: Vec<(ServiceId, ServiceCard)>,
    processing: Vec<(ServiceId, Processing)>,
    approvals: Vec<Approval>,
    rules: Vec<OwnRule>,
    groups: Vec<OwnGroup>,
    options: Vec<OwnOption>,
    questions: Vec<OwnQuestion>,
}

/// The menu of the business of this transaction, without what was deleted.
pub fn read(tx: &mut TenantTx<'_>) -> db::Result<Menu> {
    let categories = category::all(tx)?.into_iter();
    let policies = policy_card::all(tx)?.into_iter();
    let services = service_card::all(tx)?.into_iter();
    let processing = processing::all(tx)?;
    let approvals = approval::all(tx)?;
    let mut rules = price_rules::standing(tx)?;
    // Whoever it is about is not there.
    rules.retain(|one| one.setup.card.resource_id.is_none());
    let groups = option_card::groups(tx)?.into_iter();
    let options = option_card::all(tx)?.into_iter();
    let questions = question_card::all(tx)?.into_iter();
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
            .map(|one| (one.id, one.card))
            .collect(),
        processing,
        approvals,
        rules,
        groups: groups.filter(|one| !one.is_deleted).collect(),
        options: options.filter(|one| !one.is_deleted).collect(),
        questions: questions.filter(|one| !one.is_deleted).collect(),
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

/// Writes all of it into a business that has no menu yet; every service is hidden. Gives each service there by that here.
pub fn write(
    tx: &mut TenantTx<'_>,
    menu: &Menu,
) -> Result<HashMap<ServiceId, ServiceId>, EditError> {
    let policies = policies(tx, menu)?;
    let mut headings = HashMap::new();
    for (before, card) in &menu.categories {
        headings.insert(*before, category::add(tx, card)?);
    }
    let mut services = HashMap::new();
    for (before, card) in &menu.services {
        let card = ServiceCard {
            category: card.category.and_then(|one| headings.get(&one).copied()),
            policy_id: card.policy_id.and_then(|one| policies.get(&one).copied()),
            ..card.clone()
        };
        let added = service_card::add(tx, &card)?;
        service_card::settle(tx, added, Fate::Hidden)?;
        services.insert(*before, added);
    }
    for (before, own) in &menu.processing {
        if let Some(added) = services.get(before) {
            processing::write(tx, *added, Some(*own))?;
        }
    }
    let approvals = menu.approvals.iter().filter_map(|one| {
        let service_id = *services.get(&one.service_id)?;
        Some(Approval { service_id, ..*one })
    });
    approval::write(tx, &approvals.collect::<Vec<_>>())?;
    prices(tx, menu, &services)?;
    options(tx, menu, &services)?;
    questions(tx, menu, &services)?;
    Ok(services)
}

/// The services there of those here; in the order that forms have them in.
fn there(services: &HashMap<ServiceId, ServiceId>, here: &[ServiceId]) -> Vec<ServiceId> {
    let mut there: Vec<ServiceId> = here
        .iter()
        .filter_map(|one| services.get(one).copied())
        .collect();
    there.sort_unstable();
    there
}

/// Rules of prices; one that is about none of what was taken along is not. Coupons are words to the guests of one shop, and stay
/// there.
fn prices(
    tx: &mut TenantTx<'_>,
    menu: &Menu,
    services: &HashMap<ServiceId, ServiceId>,
) -> db::Result<()> {
    for rule in &menu.rules {
        let setup = RuleSetup {
            card: rule.setup.card.clone(),
            services: there(services, &rule.setup.services),
        };
        if setup.card.is_for_all || !setup.services.is_empty() {
            price_rules::add(tx, &setup)?;
        }
    }
    Ok(())
}

fn options(
    tx: &mut TenantTx<'_>,
    menu: &Menu,
    services: &HashMap<ServiceId, ServiceId>,
) -> db::Result<()> {
    for group in &menu.groups {
        let setup = GroupSetup {
            card: group.setup.card.clone(),
            services: there(services, &group.setup.services),
        };
        let added = option_card::add_group(tx, &setup)?;
        let own = menu.options.iter();
        for option in own.filter(|one| one.card.group_id == group.id) {
            let card = OptionCard {
                group_id: added,
                ..option.card.clone()
            };
            option_card::add(tx, &card)?;
        }
    }
    Ok(())
}

/// A question that depends on one that was deleted is asked of everybody here, and so it is there.
fn questions(
    tx: &mut TenantTx<'_>,
    menu: &Menu,
    services: &HashMap<ServiceId, ServiceId>,
) -> db::Result<()> {
    let mut added = HashMap::new();
    for question in &menu.questions {
        let card = &question.setup.card;
        // One that is asked later is none to depend on either.
        let cause = card.only_if.and_then(|one| added.get(&one).copied());
        let setup = QuestionSetup {
            card: QuestionCard {
                only_if: cause,
                only_if_choice: card.only_if_choice.filter(|_| cause.is_some()),
                ..card.clone()
            },
            services: there(services, &question.setup.services),
        };
        added.insert(question.id, question_card::add(tx, &setup)?);
    }
    Ok(())
}
