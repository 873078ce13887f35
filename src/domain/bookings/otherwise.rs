//! In what something booked would be otherwise, were it booked by other rules. It stays as it was promised.

use super::ahead::Booked;
use crate::{
    base::{
        ids::{ResourceId, ServiceId},
        time::LocalDate,
    },
    db::{self, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::{
            option::ChoiceError,
            service::{self, Service},
        },
        scheduling::{
            calendar::Calendar,
            resource::{self, Link, ResourceType, ResourceUse, Roster},
        },
    },
};
use std::{borrow::Cow, collections::BTreeMap, mem::discriminant, sync::Arc};

/// In what something would be otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Otherwise {
    /// It would last so many minutes.
    Length(i16),
    /// So many people would not be taken.
    Party,
    /// Who or what it takes would not be taken for it.
    Taker,
    /// Who it takes would not work then.
    Hours,
    /// It would not begin then.
    Start,
    /// It would not be on the menu.
    Gone,
    /// What was chosen besides could not be had like that.
    Choice,
    /// What is kept free around it would meet what comes before or after.
    Buffer,
}

/// The rules by which something booked is judged.
pub(super) struct Rules {
    services: Vec<Service>,
    pub roster: Arc<Roster>,
    calendar: Calendar,
}

impl Rules {
    /// The rules of this very transaction, from one date to another.
    pub fn read(
        tx: &mut TenantTx<'_>,
        profile: &Profile,
        days: (LocalDate, LocalDate),
    ) -> db::Result<Self> {
        let roster = resource::roster(tx)?;
        Ok(Self {
            services: service::all(tx)?,
            calendar: Calendar::read(tx, profile, &roster, days)?,
            roster,
        })
    }

    /// What was booked, as it is on the menu on its day.
    fn service(&self, booked: &Booked) -> Option<Cow<'_, Service>> {
        self.service_on(booked.service, booked.date)
    }

    /// A service as it is on the menu on a day.
    pub fn service_on(
        &self,
        service: Option<ServiceId>,
        date: LocalDate,
    ) -> Option<Cow<'_, Service>> {
        let mut services = self.services.iter();
        let service = services.find(|one| Some(one.id) == service)?;
        let later = service.later.as_ref().map(|later| later.from);
        Some(match later.is_some_and(|from| from <= date) {
            true => Cow::Owned(service.clone().on(date)),
            false => Cow::Borrowed(service),
        })
    }

    /// In what something booked would become otherwise by `then`: what is otherwise already does not become so, as is what
    /// staff have chosen freely. Of a visit, that is what becomes otherwise of any of its services.
    pub fn becomes(&self, then: &Self, booked: &Booked) -> Vec<Otherwise> {
        let mut all = Vec::new();
        for piece in booked.pieces() {
            let ways = self.becomes_one(then, &piece);
            all.extend(
                ways.into_iter()
                    .filter(|way| !all.contains(way))
                    .collect::<Vec<_>>(),
            );
        }
        all
    }

    fn becomes_one(&self, then: &Self, booked: &Booked) -> Vec<Otherwise> {
        if self.service(booked).is_none() {
            return Vec::new();
        }
        let already: Vec<_> = self.ways(booked).iter().map(discriminant).collect();
        let mut ways = then.ways(booked);
        ways.retain(|way| !already.contains(&discriminant(way)));
        ways
    }

    /// In what something booked is otherwise than it would be booked by these rules.
    fn ways(&self, booked: &Booked) -> Vec<Otherwise> {
        let Some(service) = self.service(booked) else {
            return vec![Otherwise::Gone];
        };
        let links: Vec<Link> = self.roster.links_of(&service);
        let taken_by = |id: &ResourceId| links.iter().find(|link| link.resource == *id);
        let span = (booked.start, booked.end);
        let works = self.calendar.covers(booked.date, span, &booked.takes);
        let begins = self.calendar.offers(&service, booked.date, booked.start);
        let service = service.into_owned();
        let chosen = service.clone().with_options(&booked.options);
        // Without what cannot be had any more it has no length that anybody would book.
        let is_whole = matches!(chosen, Ok(_) | Err(ChoiceError::Missing(_)));
        let service = service.with_known(&booked.options);
        let minutes = service.minutes_by(self.roster.terms(&service, booked.column));
        let figures = &service.figures;
        let is_other = [
            (
                is_whole && i64::from(minutes) != booked.minutes(),
                Otherwise::Length(minutes),
            ),
            (chosen.is_err(), Otherwise::Choice),
            (
                !(figures.party_min..=figures.party_max).contains(&booked.party)
                    || !self.seats(booked, &links),
                Otherwise::Party,
            ),
            (
                booked.takes.iter().any(|id| taken_by(id).is_none()),
                Otherwise::Taker,
            ),
            (!works, Otherwise::Hours),
            (!begins, Otherwise::Start),
        ];
        let ways = is_other.into_iter().filter(|(is_other, _)| *is_other);
        ways.map(|(_, way)| way).collect()
    }

    /// Whether there is a place for all who come in what was taken: what is put together counts together.
    fn seats(&self, booked: &Booked, links: &[Link]) -> bool {
        let taken = links.iter();
        let taken = taken.filter(|link| booked.takes.contains(&link.resource));
        let each = taken.filter_map(|link| Some((self.roster.find(link.resource)?.kind, link)));
        let mut kinds: BTreeMap<ResourceType, i16> = BTreeMap::new();
        for (kind, link) in each {
            let seats = kinds.entry(kind).or_default();
            *seats = seats.saturating_add(self.most(link));
        }
        kinds.into_values().all(|seats| seats >= booked.party)
    }

    /// The largest party that is taken there.
    fn most(&self, link: &Link) -> i16 {
        let one = self.roster.find(link.resource);
        one.map_or(i16::MAX, |one| match link.take {
            ResourceUse::Exclusive => one.party_max,
            ResourceUse::Seats => one.capacity,
        })
    }
}
