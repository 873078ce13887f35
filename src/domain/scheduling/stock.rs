//! Commands: a new business is filled with what its owner kept of the examples. Everything goes by the same commands as in
//! the back office, in one transaction.

use super::{
    resource::{ResourceType, ResourceUse},
    resource_card::{self, OwnResource, ResourceCard, ResourceSetup},
    setup::{self, Setup},
    ties::Tie,
};
use crate::{
    base::{
        bilingual::Bilingual,
        fingerprint::fingerprint,
        ids::{CategoryId, PolicyId, ResourceId, ServiceId},
    },
    db::{self, EditError, TenantTx},
    domain::{
        businesses::{
            example::{Example, Policy, Resource, Service},
            opening, rules_card, seats,
        },
        catalog::{
            category::{self, CategoryCard},
            option::Terms,
            policy::Step,
            policy_card::{self, PolicyCard},
            service::Audience,
            service_card::{self, Fate, OwnService, ServiceCard},
        },
    },
};

/// What there is by now.
#[derive(Clone, Debug)]
pub struct Stock {
    /// The services that were not deleted.
    pub services: Vec<OwnService>,
    /// Who and what they take, without what was deleted.
    pub resources: Vec<OwnResource>,
    /// Whether anything was ever kept: the rules of the example hold from the first time on.
    pub is_begun: bool,
    /// What every guest should know.
    pub notices: Bilingual,
}

impl Stock {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(&(&self.services, &self.resources, &self.notices))
    }
}

/// A service as it was ticked.
#[derive(Clone, Debug)]
pub struct KeptService {
    /// Its key, if it is there already.
    pub id: Option<ServiceId>,
    /// The example it comes from, by its place.
    pub example: Option<usize>,
    /// Its name.
    pub name: Bilingual,
    /// Minutes it takes.
    pub minutes: i16,
    /// Yen, tax included.
    pub price: i64,
}

/// Somebody or something that was ticked.
#[derive(Clone, Debug)]
pub struct KeptResource {
    /// Its key, if it is there already.
    pub id: Option<ResourceId>,
    /// The example it comes from, by its place.
    pub example: Option<usize>,
    /// Its name.
    pub name: Bilingual,
}

/// All that was kept; what is there and was not kept goes.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The services.
    pub services: Vec<KeptService>,
    /// Who and what they take.
    pub resources: Vec<KeptResource>,
    /// Whether the example's policy holds.
    pub with_policy: bool,
    /// What every guest should know.
    pub notices: Bilingual,
}

/// What there is.
pub fn read(tx: &mut TenantTx<'_>) -> db::Result<Stock> {
    let (mut services, mut resources) = (service_card::all(tx)?, resource_card::all(tx)?);
    let is_begun = !services.is_empty();
    services.retain(|one| !one.is_deleted);
    resources.retain(|one| !one.is_deleted);
    let rules = rules_card::read(tx)?;
    Ok(Stock {
        services,
        resources,
        is_begun,
        notices: Bilingual::new(rules.notices_ja, rules.notices_en),
    })
}

/// Keeps what was ticked, if what there is is still what `version` was made of.
pub fn keep(
    tx: &mut TenantTx<'_>,
    example: &Example,
    kept: &Kept,
    version: &str,
) -> Result<(), EditError> {
    opening::lock(tx)?;
    let stock = read(tx)?;
    if stock.version() != version {
        return Err(EditError::Stale);
    }
    rules(tx, example, (&stock, kept))?;
    let policy = match (&example.policy, kept.with_policy) {
        (Some(policy), true) if !stock.is_begun => Some(policy_card::add(tx, &policy_of(policy))?),
        _ => default_policy(tx)?,
    };
    let resources = resources(tx, example, (&stock, kept))?;
    services(tx, example, (&stock, kept), (&resources, policy))
}

/// Gives whoever opens the shop the column that is theirs: the one of their name, or else the only person's. A column
/// they have they keep, as long as it stands.
pub fn seat(tx: &mut TenantTx<'_>, name: &str, own: Option<ResourceId>) -> Result<(), EditError> {
    let all = resource_card::all(tx)?;
    let is_person =
        |one: &&OwnResource| !one.is_deleted && one.card.resource_type == ResourceType::Staff;
    let people: Vec<&OwnResource> = all.iter().filter(is_person).collect();
    if people.iter().any(|one| Some(one.id) == own) {
        return Ok(());
    }
    let plain = |name: &str| name.split_whitespace().collect::<String>();
    let mut named = people
        .iter()
        .filter(|one| plain(&one.card.name) == plain(name));
    let found = match (named.next(), people.as_slice()) {
        (Some(named), _) => Some(named.id),
        (None, [only]) => Some(only.id),
        (None, _) => None,
    };
    if found != own {
        seats::take_column(tx, found)?;
    }
    Ok(())
}

/// The policy that new services begin with.
fn default_policy(tx: &mut TenantTx<'_>) -> db::Result<Option<PolicyId>> {
    let all = policy_card::all(tx)?;
    let found = all.iter().find(|one| one.is_default && !one.is_deleted);
    Ok(found.map(|one| one.id))
}

/// The rules of the example the first time, and what every guest should know each time.
fn rules(
    tx: &mut TenantTx<'_>,
    example: &Example,
    (stock, kept): (&Stock, &Kept),
) -> Result<(), EditError> {
    let mut card = rules_card::read(tx)?;
    let version = card.version();
    if !stock.is_begun {
        let rules = &example.rules;
        card.slot_step_minutes = rules.step;
        card.notice_minutes = rules.notice;
        card.horizon_days = rules.horizon;
        card.change_until_minutes = rules.change_until;
        card.cancel_until_minutes = rules.cancel_until;
        card.kana_rule = rules.kana_rule();
    }
    card.notices_ja.clone_from(&kept.notices.ja);
    card.notices_en.clone_from(&kept.notices.en);
    rules_card::save(tx, &card, &version)
}

/// A policy as the back office writes it.
pub fn policy_of(policy: &Policy) -> PolicyCard {
    let step = |(hours_before, percent): &(i32, i16)| Step {
        hours_before: *hours_before,
        percent: *percent,
    };
    PolicyCard::new(
        policy.name.clone(),
        policy.steps.iter().map(step).collect(),
        policy.no_show,
        policy.basis.bilingual(),
    )
}

/// Keeps, adds and deletes who and what is taken; gives the keys of all that stay.
fn resources(
    tx: &mut TenantTx<'_>,
    example: &Example,
    (stock, kept): (&Stock, &Kept),
) -> Result<Vec<ResourceId>, EditError> {
    let taking = taking(tx, stock)?;
    let mut ids = Vec::new();
    for one in &kept.resources {
        let known = stock
            .resources
            .iter()
            .find(|other| one.id == Some(other.id));
        if let Some(known) = known {
            let services = resource_card::services(tx, known.id)?;
            let card = known.card.clone();
            let mut wanted = ResourceSetup { card, services };
            let version = wanted.version();
            wanted.card.name.clone_from(&one.name.ja);
            wanted.card.name_en.clone_from(&one.name.en);
            resource_card::save(tx, known.id, &wanted, &version)?;
            ids.push(known.id);
        } else if let Some(like) = one.example.and_then(|place| example.resources.get(place)) {
            let wanted = ResourceSetup {
                card: resource_of(like, &one.name),
                services: taking.clone(),
            };
            ids.push(resource_card::add(tx, &wanted)?);
        }
    }
    let gone = stock.resources.iter().filter(|one| !ids.contains(&one.id));
    for one in gone {
        let services = resource_card::services(tx, one.id)?;
        let card = one.card.clone();
        let mut without = ResourceSetup { card, services };
        let version = without.version();
        without.services.clear();
        resource_card::save(tx, one.id, &without, &version)?;
        resource_card::delete(tx, one.id, true)?;
    }
    Ok(ids)
}

/// The services that take somebody or something: whoever is new can do them, too.
fn taking(tx: &mut TenantTx<'_>, stock: &Stock) -> db::Result<Vec<ServiceId>> {
    let tied = super::ties::of_all(tx)?;
    let ids = stock.services.iter().map(|one| one.id);
    Ok(ids
        .filter(|id| tied.iter().any(|(service, _)| service == id))
        .collect())
}

fn resource_of(like: &Resource, name: &Bilingual) -> ResourceCard {
    ResourceCard {
        resource_type: ResourceType::from_label(&like.kind).unwrap_or(ResourceType::Staff),
        name: name.ja.clone(),
        name_en: name.en.clone(),
        kana: String::new(),
        capacity: like.capacity,
        party_max: like.party_max,
        nomination_fee_cents: 0,
        is_nominable: like.nominable,
        takes_online: true,
        has_shifts: false,
        is_active: true,
    }
}

fn services(
    tx: &mut TenantTx<'_>,
    example: &Example,
    (stock, kept): (&Stock, &Kept),
    (resources, policy): (&[ResourceId], Option<PolicyId>),
) -> Result<(), EditError> {
    for one in &kept.services {
        match one.id {
            Some(id) => {
                let mut card = service_card::lock(tx, id)?.ok_or(EditError::Stale)?;
                fill(&mut card, one);
                service_card::write(tx, id, &card)?;
            }
            None => {
                let like = one.example.and_then(|place| example.services.get(place));
                let like = like.or(example.services.last()).ok_or(EditError::Stale)?;
                let mut card = service_of(tx, like, (one, policy))?;
                if one.example.is_none() {
                    card.description_ja.clear();
                    card.description_en.clear();
                }
                let takes = like.seats.is_none().then_some(resources);
                let tie = |resource: &ResourceId| Tie {
                    resource: *resource,
                    take: ResourceUse::Exclusive,
                    is_required: true,
                    terms: Terms::default(),
                };
                let ties = takes.unwrap_or_default().iter().map(tie).collect();
                let starts = Vec::new();
                let processing = None;
                setup::add(
                    tx,
                    &Setup {
                        card,
                        ties,
                        starts,
                        processing,
                    },
                )?;
            }
        }
    }
    let stays = |id: ServiceId| kept.services.iter().any(|one| one.id == Some(id));
    for gone in stock.services.iter().filter(|one| !stays(one.id)) {
        service_card::settle(tx, gone.id, Fate::Deleted)?;
    }
    Ok(())
}

fn fill(card: &mut ServiceCard, one: &KeptService) {
    card.name_ja.clone_from(&one.name.ja);
    card.name_en.clone_from(&one.name.en);
    card.duration_minutes = one.minutes;
    card.price_cents = one.price;
}

fn service_of(
    tx: &mut TenantTx<'_>,
    like: &Service,
    (one, policy): (&KeptService, Option<PolicyId>),
) -> Result<ServiceCard, EditError> {
    let mut card = ServiceCard {
        name_ja: String::new(),
        name_en: String::new(),
        description_ja: like.about.0.clone(),
        description_en: like.about.1.clone(),
        important_ja: String::new(),
        important_en: String::new(),
        category: Some(heading(tx, &like.category.bilingual())?),
        duration_minutes: like.minutes,
        price_cents: like.price,
        tax_rate_percent: like.tax,
        audience: Audience::from_label(&like.audience).unwrap_or(Audience::Everyone),
        buffer_before: 0,
        buffer_after: like.after,
        party_min: like.party.0,
        party_max: like.party.1,
        max_simultaneous_bookings: like.seats.unwrap_or(1),
        notice_minutes: None,
        horizon_days: None,
        slot_step_minutes: None,
        policy_id: policy,
    };
    fill(&mut card, one);
    Ok(card)
}

/// The heading of this name, made where there is none.
fn heading(tx: &mut TenantTx<'_>, name: &Bilingual) -> Result<CategoryId, EditError> {
    let all = category::all(tx)?;
    let known = all
        .iter()
        .find(|one| one.card.name_ja == name.ja && !one.is_deleted);
    if let Some(known) = known {
        return Ok(known.id);
    }
    let card = CategoryCard {
        name_ja: name.ja.clone(),
        name_en: name.en.clone(),
    };
    category::add(tx, &card)
}
