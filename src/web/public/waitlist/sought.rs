//! What somebody would wait for: one service as the page of its times has it, or the services of a visit; read out of an address or a
//! form, and found on the menu.

use super::boxes::WishForm;
use crate::{
    base::time::LocalDate,
    db::{DbError, TenantTx},
    domain::{
        bookings::waitlist::{
            rule_rows,
            what::{Awaited, What as Awaits},
        },
        businesses::profile::{self, Profile},
        catalog::service::{self, Service},
        scheduling::{
            resource::{self, Resource},
            together,
            visit::GUESTS_WAIT,
        },
    },
    web::{
        basket::{Basket, Item},
        form::{Errors, options::typed_options},
        links::{self, Times},
        page::PageCtx,
        public::wish::{self, TimesQuery, Wish},
    },
};
use serde::Deserialize;
use std::collections::HashMap;

/// What an address asks for: one service as its times do, or a visit as its page does.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct JoinQuery {
    #[serde(default)]
    with: String,
    #[serde(flatten)]
    times: TimesQuery,
}

/// What is waited for, as an address or a form carries it: the services of a visit, or one alone.
#[derive(Clone, Debug)]
pub(super) struct What(Basket);

impl What {
    pub fn of(form: &WishForm) -> Option<Self> {
        if let Some(visit) = Self::visit(form.value("with")) {
            return visit;
        }
        Some(Self::one(Item {
            service: form.value("service").parse().ok()?,
            staff: form.value("staff").parse().ok(),
            party: Some(form.value("party").parse().unwrap_or(1)),
            options: typed_options(form.value("options"), &HashMap::new()),
        }))
    }

    fn one(item: Item) -> Self {
        Self(Basket {
            guests: vec![vec![item]],
        })
    }

    /// A visit, where a text says one; nothing of it is left out.
    fn visit(with: &str) -> Option<Option<Self>> {
        if with.is_empty() {
            return None;
        }
        let mut errors = Errors::default();
        let basket = Basket::parse(with, &mut errors);
        let is_whole = errors.is_empty() && !basket.guests.is_empty();
        Some(is_whole.then_some(Self(basket)))
    }

    /// The only service.
    fn alone(&self) -> Option<&Item> {
        match self.0.guests.as_slice() {
            [services] => match services.as_slice() {
                [item] => Some(item),
                _ => None,
            },
            _ => None,
        }
    }

    /// What the form carries unseen.
    pub fn hidden(&self) -> Vec<(&'static str, String)> {
        let Some(item) = self.alone() else {
            return vec![("with", self.0.text())];
        };
        let mut hidden = vec![
            ("service", item.service.to_string()),
            ("party", item.party.unwrap_or(1).to_string()),
            ("options", links::listed(&item.options)),
        ];
        hidden.extend(item.staff.map(|id| ("staff", id.to_string())));
        hidden
    }

    /// The page of its times.
    pub fn url(&self, ctx: &PageCtx, slug: &str) -> String {
        let Some(item) = self.alone() else {
            let visit = links::Visit {
                with: self.0.text(),
                ..links::Visit::default()
            };
            return links::visit(ctx.lang, slug, Some(&visit));
        };
        let times = Times {
            service: Some(item.service),
            staff: item.staff,
            party: item.party,
            options: item.options.clone(),
            ..Times::default()
        };
        links::times(ctx.lang, slug, &times)
    }
}

/// What an address asks for, and from which day.
pub(super) fn asked(ctx: &PageCtx, query: &JoinQuery) -> Option<(What, Option<LocalDate>)> {
    if let Some(visit) = What::visit(&query.with) {
        return Some((visit?, query.times.first_day()));
    }
    let Wish {
        service,
        staff,
        from,
        options,
        party,
        ..
    } = wish::wish(ctx, &query.times)?;
    let what = What::one(Item {
        service,
        staff,
        party: Some(party),
        options,
    });
    Some((what, from))
}

/// Where, for what and with whom, if the shop keeps a list and takes such parties. What is booked by itself is waited for by
/// itself, too.
pub(super) fn found(
    tx: &mut TenantTx<'_>,
    what: &What,
) -> Result<Option<(Profile, Awaits, Vec<Resource>)>, DbError> {
    let Some(profile) = profile::open_to_public(tx)? else {
        return Ok(None);
    };
    if !profile.settings.is_accepting || !rule_rows::of(tx)?.is_on {
        return Ok(None);
    }
    let (mut all, mut people) = (Vec::new(), Vec::new());
    for (guest, services) in (0_i16..).zip(&what.0.guests) {
        for item in services {
            let Some((one, person)) = awaited(tx, (guest, item))? else {
                return Ok(None);
            };
            people.extend(person);
            all.push(one);
        }
    }
    if all.len() > 1 {
        let services: Vec<Service> = all.iter().map(|one| one.service.clone()).collect();
        if !together::apart(tx, &profile, &services)?.is_empty() {
            return Ok(None);
        }
    }
    people.dedup_by_key(|one| one.id);
    Ok(Awaits::several(all).map(|what| (profile, what, people)))
}

/// One of the services, with whoever was asked for.
fn awaited(
    tx: &mut TenantTx<'_>,
    (guest, item): (i16, &Item),
) -> Result<Option<(Awaited, Option<Resource>)>, DbError> {
    let Some(service) = service::find(tx, item.service)? else {
        return Ok(None);
    };
    let Ok(service) = service.with_options(&item.options) else {
        return Ok(None);
    };
    let figures = &service.figures;
    let party = item.party.unwrap_or(figures.party_min);
    if !(figures.party_min..=figures.party_max).contains(&party) {
        return Ok(None);
    }
    let person = match item.staff {
        None => None,
        Some(id) => match resource::find(tx, id)? {
            Some(person) if person.is_nominable && person.takes_online => Some(person),
            _ => return Ok(None),
        },
    };
    let one = Awaited {
        guest,
        service,
        party,
        resource: item.staff,
        wait: GUESTS_WAIT,
    };
    Ok(Some((one, person)))
}
