//! Read: which starts a change of rules would bring and take, service by service, over four weeks.

use super::{
    availability::{Input, free_slots},
    load::{self, Ask, By, Own},
    proposal::Proposal,
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::ServiceId,
        time::{LocalDate, local},
    },
    db::{self, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service::{self, Service},
    },
};
use chrono::{DateTime, Utc};
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
    proposal.apply(&mut proposed.opening, &mut proposed.resources);
    let mut changes = Vec::with_capacity(services.len());
    for (ask, service) in asks.iter().zip(&services) {
        let starts = |input: &mut Input| -> BTreeSet<DateTime<Utc>> {
            shop.turn(input, ask);
            input.service.horizon_days = WITHIN_REACH;
            free_slots(input)
                .into_iter()
                .map(|slot| slot.start)
                .collect()
        };
        let (now, then) = (starts(&mut present), starts(&mut proposed));
        changes.push(Change {
            service: service.id,
            name: service.name.clone(),
            now: now.len(),
            gained: then.difference(&now).count(),
            lost: now.difference(&then).count(),
        });
    }
    Ok(Forecast {
        from,
        services: changes,
    })
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
