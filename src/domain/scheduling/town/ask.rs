//! Many shops are asked the same: what is taken and what begins is read for all of them at once, and then each answers for
//! itself.

use super::super::{
    availability::{self, Cap, Input, Later, Need, ServiceRules, Slot},
    begun, caps,
    load::{Ask, By, Own, Shop},
    reach::bounds,
    taken,
};
use super::read::Known;
use crate::{
    base::{ids::BusinessId, time::LocalDate},
    db::{self, TownTx},
    domain::{
        businesses::profile::Profile,
        catalog::{service::Service, town::TownService},
    },
};
use std::{collections::HashMap, sync::Arc};

/// So many questions about different services are put to a shop before it counts as full.
const MOST_QUESTIONS: usize = 12;

/// A shop with those of its services that are looked for.
pub struct Match {
    known: Arc<Known>,
    menu: Vec<usize>,
}

/// A shop that can be asked about some days.
pub struct Open<'a> {
    asks: Vec<Ask<'a>>,
    profile: &'a Profile,
    shop: Shop,
    input: Input,
}

/// Lets each shop answer about so many days, for so many who come.
pub fn each<'a>(
    tx: &mut TownTx<'_>,
    matches: &'a [Match],
    (party, from, days): (i16, LocalDate, u16),
    answer: &mut dyn FnMut(Open<'a>),
) -> db::Result<()> {
    let asks = |one: &'a Match| one.asks(party, (from, days));
    let spans = matches
        .iter()
        .flat_map(|one| asks(one).map(|ask| bounds(&ask, &one.known.roster)));
    let hull = spans.reduce(|all, next| (all.0.min(next.0), all.1.max(next.1)));
    let Some(hull) = hull else {
        return Ok(());
    };
    let ids: Vec<BusinessId> = matches.iter().map(Match::id).collect();
    let limited = matches.iter().filter(|one| one.known.is_limited());
    let limited: Vec<BusinessId> = limited.map(Match::id).collect();
    let capped = matches.iter().filter(|one| one.known.is_capped());
    let capped: Vec<BusinessId> = capped.map(Match::id).collect();
    let taken = taken::of_many(tx, &ids, hull)?;
    let lines = match capped.is_empty() {
        true => HashMap::new(),
        false => caps::of_many(tx, &capped, hull)?,
    };
    let begun = match limited.is_empty() {
        true => HashMap::new(),
        false => begun::of_many(tx, &limited, hull)?,
    };
    for one in matches {
        let asks: Vec<Ask<'a>> = asks(one).collect();
        let Some(first) = asks.first() else {
            continue;
        };
        let own = (
            taken.get(&one.id()).map_or(&[][..], Vec::as_slice),
            begun.get(&one.id()).map_or(&[][..], Vec::as_slice),
            lines.get(&one.id()).map_or(&[][..], Vec::as_slice),
        );
        let known = (Arc::clone(&one.known.roster), &one.known.rows);
        let mut shop = Shop::of_many(known, first, own, tx.now());
        let input = shop.take_input(first);
        let profile = &one.known.shop.profile;
        answer(Open {
            asks,
            profile,
            shop,
            input,
        });
    }
    Ok(())
}

impl Match {
    /// The shop, if it has something of what is looked for, for so many.
    pub fn of(known: Arc<Known>, words: &[String], party: i16) -> Option<Self> {
        let fits = |one: &TownService| {
            let figures = &one.service.figures;
            let has = |word: &String| one.words.contains(word) || known.shop.words.contains(word);
            (figures.party_min..=figures.party_max).contains(&party) && words.iter().all(has)
        };
        let all = known.menu.iter().enumerate();
        let menu: Vec<usize> = all
            .filter(|(_, one)| fits(one))
            .map(|(place, _)| place)
            .collect();
        (!menu.is_empty()).then_some(Self { known, menu })
    }

    fn id(&self) -> BusinessId {
        self.known.shop.profile.id
    }

    /// The question about each service, in the order of the menu.
    fn asks(&self, party: i16, (from, days): (LocalDate, u16)) -> impl Iterator<Item = Ask<'_>> {
        let places = self.menu.iter();
        let menu = places.filter_map(|place| self.known.menu.get(*place));
        menu.map(move |one| Ask {
            profile: &self.known.shop.profile,
            service: &one.service,
            party: u32::try_from(party).unwrap_or(1),
            nominated: None,
            by: By::Guest,
            from,
            days,
            own: Own::None,
        })
    }
}

/// What made a question that has its answer.
type Answered = (ServiceRules, Vec<Need>, Option<Later>, Option<Cap>);

impl<'a> Open<'a> {
    /// Which shop it is.
    pub fn profile(&self) -> &'a Profile {
        self.profile
    }

    /// The free starts of one service after another, in the order of the menu, as long as `look` wants more of them. What asks
    /// the engine the same as one before it is passed over: as long, by the same people, and as many of it may be booked.
    pub fn each(self, mut look: impl FnMut(&'a Service, Vec<Slot>) -> bool) {
        let Self {
            asks,
            shop,
            mut input,
            ..
        } = self;
        let mut answered: Vec<Answered> = Vec::new();
        for ask in &asks {
            shop.turn(&mut input, ask);
            let cap = input.limits.of_service();
            let is_known = answered.iter().any(|(rules, needs, later, capped)| {
                *rules == input.service
                    && *needs == input.needs
                    && *later == input.later
                    && capped.as_ref() == cap
            });
            if is_known {
                continue;
            }
            if answered.len() == MOST_QUESTIONS
                || !look(ask.service, availability::free_slots(&input))
            {
                return;
            }
            let asked = (
                input.service.clone(),
                input.needs.clone(),
                input.later.clone(),
                input.limits.of_service().cloned(),
            );
            answered.push(asked);
        }
    }
}
