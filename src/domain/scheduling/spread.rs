//! What a service comes to, by who does it.

use super::resource::Roster;
use crate::{
    base::{ids::ResourceId, time::LocalDate},
    domain::catalog::{
        option::Terms,
        rules::{self, Reach},
        service::Service,
    },
};

/// What a service comes to, by who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The lowest price, of the service with what was chosen besides, for each of the party.
    pub price: i64,
    /// Whether somebody costs more.
    pub is_price_from: bool,
    /// The shortest time.
    pub minutes: i64,
    /// Whether somebody takes longer.
    pub is_length_from: bool,
}

impl Spread {
    /// A service that one person does.
    pub fn with(service: &Service, terms: Terms) -> Self {
        let price = terms.price.unwrap_or(service.figures.price_cents);
        Self::of(service, &[(price, service.minutes_by(terms))])
    }

    /// The same with what rules of prices make of it for visits in so many business days: each price is somebody's.
    pub fn ruled(
        self,
        service: &Service,
        (from, days): (LocalDate, u16),
        each: &[(Option<ResourceId>, i64)],
    ) -> Self {
        if service.rules.is_empty() {
            return self;
        }
        let party = (service.figures.party_min, service.figures.party_max);
        let range = |(who, price): &(Option<ResourceId>, i64)| {
            let reach = Reach {
                from,
                days,
                party,
                who: &[*who],
            };
            rules::range(&service.rules, *price, &reach)
        };
        let ranges: Vec<(i64, i64)> = each.iter().map(range).collect();
        let least = ranges.iter().map(|(least, _)| *least).min();
        let most = ranges.iter().map(|(_, most)| *most).max();
        let usual = each.iter().map(|(_, price)| *price).min();
        let (Some(least), Some(usual)) = (least, usual) else {
            return self;
        };
        Self {
            price: self.price.saturating_sub(usual).saturating_add(least),
            is_price_from: self.is_price_from || Some(least) != most,
            ..self
        }
    }

    /// A service that is done for one of these prices and lengths, with the least that must still be chosen besides.
    fn of(service: &Service, each: &[(i64, i16)]) -> Self {
        let ends = |all: Vec<i64>| {
            let least = all.iter().min().copied().unwrap_or_default();
            (least, all.iter().any(|one| *one != least))
        };
        let (price, price_differs) = ends(each.iter().map(|(price, _)| *price).collect());
        let (minutes, length_differs) = ends(each.iter().map(|one| i64::from(one.1)).collect());
        let chosen: i64 = service.extras.iter().map(|extra| extra.price).sum();
        let mut spread = Self {
            price: price.saturating_add(chosen),
            is_price_from: price_differs,
            minutes,
            is_length_from: length_differs,
        };
        for group in service.lacking() {
            let (price, price_differs) = ends(group.options.iter().map(|one| one.price).collect());
            let lengths = group.options.iter().map(|one| i64::from(one.minutes));
            let (minutes, length_differs) = ends(lengths.collect());
            spread.price = spread.price.saturating_add(price);
            spread.minutes = spread.minutes.saturating_add(minutes);
            spread.is_price_from |= price_differs;
            spread.is_length_from |= length_differs;
        }
        spread
    }
}

impl Roster {
    /// What a service costs by itself, by who may serve a guest: whoever they choose, or anybody who takes what is booked online.
    pub fn prices(
        &self,
        service: &Service,
        staff: Option<ResourceId>,
    ) -> Vec<(Option<ResourceId>, i64)> {
        let usual = service.figures.price_cents;
        let price = |terms: Terms| terms.price.unwrap_or(usual);
        if staff.is_some() {
            return vec![(staff, price(self.terms(service, staff)))];
        }
        let people = self.links_of(service).into_iter().filter(|link| {
            let one = self.find(link.resource);
            link.is_required && one.is_some_and(|one| one.kind.is_person() && one.takes_online)
        });
        let mut each: Vec<_> = people
            .map(|link| (Some(link.resource), price(link.terms)))
            .collect();
        if each.is_empty() {
            each.push((None, usual));
        }
        each
    }

    /// What a service comes to for guests as long as nobody is chosen: whoever takes nothing online is not counted.
    pub fn spread(&self, service: &Service) -> Spread {
        let people = self.links_of(service).into_iter().filter(|link| {
            let one = self.find(link.resource);
            link.is_required && one.is_some_and(|one| one.kind.is_person() && one.takes_online)
        });
        let usual = service.figures.price_cents;
        let each = people.map(|link| {
            let price = link.terms.price.unwrap_or(usual);
            (price, service.minutes_by(link.terms))
        });
        let mut each: Vec<(i64, i16)> = each.collect();
        if each.is_empty() {
            each.push((usual, service.figures.duration_minutes));
        }
        Spread::of(service, &each)
    }
}
