//! Read: which starts a change of rules would bring and take, service by service, over four weeks.

use super::{
    availability::{Input, free_slots},
    begun,
    load::{self, Ask, By, Own},
    proposal::Proposal,
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{OptionId, ServiceId},
        time::{LocalDate, WallTime, instant, local},
    },
    db::{self, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service::{self, Service},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// Four weeks.
pub const DAYS: u16 = 28;
/// Whatever a shop's horizon is, the weeks that are compared lie within it.
const WITHIN_REACH: u32 = 100_000;

/// What would change.
#[derive(Clone, Debug)]
pub struct Forecast {
    /// The first of the days that were compared.
    pub from: LocalDate,
    /// Each service of the menu.
    pub services: Vec<Change>,
}

/// What would change for one service.
#[derive(Clone, Debug)]
pub struct Change {
    /// Which.
    pub service: ServiceId,
    /// Its name.
    pub name: Bilingual,
    /// Starts that can be booked as the rules are.
    pub now: usize,
    /// Starts that could be booked besides.
    pub gained: usize,
    /// Starts that could be booked no more.
    pub lost: usize,
}

impl Forecast {
    /// All starts gained and lost.
    pub fn totals(&self) -> (usize, usize) {
        let sum = |(gained, lost), change: &Change| (gained + change.gained, lost + change.lost);
        self.services.iter().fold((0, 0), sum)
    }
}

/// The starts of every service as the rules are, in this very transaction.
#[derive(Clone, Debug, Default)]
pub struct Starts {
    from: LocalDate,
    each: Vec<(ServiceId, Bilingual, BTreeSet<DateTime<Utc>>)>,
}

impl Starts {
    /// What would change if the rules of `then` were those that are. What only one of the two knows cannot be had in the other.
    pub fn until(&self, then: &Self) -> Forecast {
        let none = BTreeSet::new();
        let others = then.each.iter().filter(|(id, ..)| self.of(*id).is_none());
        let changes = self.each.iter().map(|(id, name, now)| {
            let then = then.of(*id).unwrap_or(&none);
            change((*id, name.clone()), now, then)
        });
        let new = others.map(|(id, name, then)| change((*id, name.clone()), &none, then));
        let changes = changes.chain(new);
        Forecast {
            from: self.from,
            services: changes.collect(),
        }
    }

    fn of(&self, service: ServiceId) -> Option<&BTreeSet<DateTime<Utc>>> {
        let own = self.each.iter().find(|(id, ..)| *id == service);
        own.map(|(.., starts)| starts)
    }
}

/// The starts of four weeks from today on or, as if it were that day already, from a later one: of services for their smallest
/// party, with an option where they have it and the least that must be chosen besides. How long beforehand and how far ahead
/// guests may book counts, for that may be what changes.
pub fn starts(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    option: Option<OptionId>,
    from: Option<LocalDate>,
) -> db::Result<Starts> {
    let from = from.unwrap_or_else(|| local(profile.zone, tx.now()).date());
    let services: Vec<Service> = service::all(tx)?
        .into_iter()
        .map(|service| having(service, option))
        .collect();
    let asks: Vec<Ask<'_>> = services
        .iter()
        .map(|service| ask(profile, service, from))
        .collect();
    let shop = load::whole_shop(tx, &asks)?;
    let (Some(mut shop), Some(first)) = (shop, asks.first()) else {
        let each = Vec::new();
        return Ok(Starts { from, each });
    };
    let mut input = shop.take_input(first);
    let dawn = instant(profile.zone, from, WallTime::MIDNIGHT);
    input.now = dawn.map_or(input.now, |dawn| dawn.max(input.now));
    let each = asks.iter().map(|ask| {
        shop.turn(&mut input, ask);
        (ask.service.id, ask.service.name.clone(), begin(&input))
    });
    let each = each.collect();
    Ok(Starts { from, each })
}

/// Compares the starts of every service, for its smallest party, as the rules are and as they would be.
pub fn read(tx: &mut TenantTx<'_>, profile: &Profile, proposal: &Proposal) -> db::Result<Forecast> {
    let today = local(profile.zone, tx.now()).date();
    let from = proposal.first().map_or(today, |first| first.max(today));
    let services = service::all(tx)?;
    let asks: Vec<Ask<'_>> = services
        .iter()
        .map(|service| ask(profile, service, from))
        .collect();
    let shop = load::whole_shop(tx, &asks)?;
    let (Some(mut shop), Some(first)) = (shop, asks.first()) else {
        return Ok(Forecast {
            from,
            services: Vec::new(),
        });
    };
    let mut present = shop.take_input(first);
    let mut proposed = present.clone();
    proposal.change(&mut proposed);
    if let Proposal::Limits { .. } = proposal {
        // Where nothing is limited yet, nothing has been counted.
        let dawn = instant(profile.zone, from, WallTime::MIDNIGHT).unwrap_or(present.now);
        let dusk = dawn + TimeDelta::days(i64::from(DAYS) + 2);
        begun::fill(tx, &mut proposed.limits, (dawn, dusk), Own::None)?;
    }
    let mut changes = Vec::with_capacity(services.len());
    for (ask, service) in asks.iter().zip(&services) {
        let starts = |input: &mut Input| {
            shop.turn(input, ask);
            for rules in input.every_rule() {
                rules.horizon_days = WITHIN_REACH;
            }
            begin(input)
        };
        let (now, then) = (starts(&mut present), starts(&mut proposed));
        changes.push(change((service.id, service.name.clone()), &now, &then));
    }
    Ok(Forecast {
        from,
        services: changes,
    })
}

fn having(service: Service, option: Option<OptionId>) -> Service {
    let mut groups = service.groups.iter();
    let own = groups.find(|group| group.options.iter().any(|one| Some(one.id) == option));
    let beside: Vec<OptionId> = own
        .into_iter()
        .flat_map(|group| group.options.iter().map(|one| one.id))
        .collect();
    let service = service.with_least();
    if beside.is_empty() {
        return service;
    }
    let mut chosen = service.chosen();
    chosen.retain(|id| !beside.contains(id));
    chosen.extend(option);
    service.with_known(&chosen)
}

fn begin(input: &Input) -> BTreeSet<DateTime<Utc>> {
    let slots = free_slots(input).into_iter();
    slots.map(|slot| slot.start).collect()
}

fn change(
    (service, name): (ServiceId, Bilingual),
    now: &BTreeSet<DateTime<Utc>>,
    then: &BTreeSet<DateTime<Utc>>,
) -> Change {
    Change {
        service,
        name,
        now: now.len(),
        gained: then.difference(now).count(),
        lost: now.difference(then).count(),
    }
}

fn ask<'a>(profile: &'a Profile, service: &'a Service, from: LocalDate) -> Ask<'a> {
    Ask {
        profile,
        service,
        party: u32::try_from(service.figures.party_min).unwrap_or(1),
        nominated: None,
        by: By::Guest,
        from,
        days: DAYS,
        own: Own::None,
    }
}
