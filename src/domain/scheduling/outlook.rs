//! What guests are shown of a visit: its times over some days, the first there is, and where there is none, why, and what would
//! open it.

use super::{
    availability::{self, Input, Refusal, Slot},
    load,
    resource::{Resource, Roster},
    seek::{SOON_DAYS, sure_before},
    visit::Sought,
};
use crate::{
    db::{self, TenantTx},
    domain::catalog::service::Service,
};
use chrono::NaiveDate;
use std::collections::HashSet;

/// Over how many business days it is found out why there is nothing, and what could be left out.
const REASON_DAYS: u16 = 14;
/// So many services are tried to be left out, the last first.
const LEFT_OUT: usize = 5;

/// A visit over some business days.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The question for its first service, over the days that are shown.
    pub input: Input,
    /// Every start that calendar and opening allow on these days, with nothing left where the visit cannot be had.
    pub slots: Vec<Slot>,
    /// The first start there is.
    pub soonest: Option<Slot>,
    /// Why there is none at all.
    pub halt: Option<Halt>,
}

/// Why a visit cannot be had, whenever that is.
#[derive(Clone, Debug)]
pub enum Halt {
    /// More come to one of its services than there is room for: which, counted through all guests, and for how many there is.
    Party(usize, u32),
    /// What comes nearest to a reason, and what it would be without one of its services, where that can be had.
    Never(Refusal, Option<(usize, Slot)>),
}

/// What is to be shown of a visit over some business days, and its first start from `today` on, looked for over `ahead` days.
/// Mostly one reading does for both.
pub fn shown(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    (from, days): (NaiveDate, u16),
    (today, ahead): (NaiveDate, u16),
) -> db::Result<Option<Shown>> {
    let inputs = load::inputs(tx, &sought.over(from, days))?;
    let Some(input) = inputs.first().cloned() else {
        return Ok(None);
    };
    let too_many = inputs.iter().position(|one| most(one).is_some());
    if let Some(place) = too_many {
        let most = inputs.get(place).and_then(most).unwrap_or_default();
        return Ok(Some(Shown {
            input,
            slots: Vec::new(),
            soonest: None,
            halt: Some(Halt::Party(place, most)),
        }));
    }
    let free = availability::free_visits(&sought.visit(inputs));
    let (soonest, halt) = match free.first() {
        Some(first) if from <= today => (Some(first.clone()), None),
        // The days that are shown have none, so the next few need not be read by themselves.
        _ if from <= today => search(tx, sought, today, &[ahead])?,
        _ => search(tx, sought, today, &[SOON_DAYS.min(ahead), ahead])?,
    };
    Ok(Some(Shown {
        slots: marked(&input, free),
        input,
        soonest,
        halt,
    }))
}

/// Those whom guests may ask for, of those who do a service.
pub fn choosable<'a>(roster: &'a Roster, service: &Service) -> Vec<&'a Resource> {
    let mut ids = HashSet::new();
    let links = roster.links_of(service).into_iter();
    let people = links.filter_map(|link| roster.find(link.resource));
    people
        .filter(|one| one.kind.is_person() && one.is_nominable && one.takes_online)
        .filter(|one| ids.insert(one.id))
        .collect()
}

/// For how many there is room, where there is none for as many as are asked about.
fn most(input: &Input) -> Option<u32> {
    let most = availability::most_people(input);
    (most < input.service.party).then_some(most)
}

/// The first start over many days, read further and further; where there is none, why.
fn search(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    today: NaiveDate,
    further_and_further: &[u16],
) -> db::Result<(Option<Slot>, Option<Halt>)> {
    let Some((ahead, nearer)) = further_and_further.split_last() else {
        return Ok((None, None));
    };
    for days in nearer {
        let inputs = load::inputs(tx, &sought.over(today, *days))?;
        let first = availability::next_visit(&sought.visit(inputs));
        if let Some(first) = first.filter(|slot| slot.date < sure_before(today, *days)) {
            return Ok((Some(first), None));
        }
    }
    let inputs = load::inputs(tx, &sought.over(today, *ahead))?;
    let mut visit = sought.visit(inputs);
    if let Some(first) = availability::next_visit(&visit) {
        return Ok((Some(first), None));
    }
    for line in visit.guests.iter_mut().flatten() {
        line.input.days = line.input.days.min(REASON_DAYS);
    }
    let count = visit.guests.iter().flatten().count();
    let last = (0..count).rev().take(LEFT_OUT);
    let mut others = last.filter_map(|place| {
        let rest = visit.without(place)?;
        Some((place, availability::next_visit(&rest)?))
    });
    let without = others.next();
    let refusal = availability::hindrance(&visit);
    Ok((None, Some(Halt::Never(refusal, without))))
}

/// The starts of the first service, of which those are free at which the whole visit can be had.
fn marked(first: &Input, free: Vec<Slot>) -> Vec<Slot> {
    let is_free: HashSet<_> = free.iter().map(|slot| slot.start).collect();
    let others = availability::starts(first).into_iter();
    let others = others.filter(|slot| !is_free.contains(&slot.start));
    let full = others.map(|slot| Slot {
        left: 0,
        capacity: 1,
        ..slot
    });
    let mut all: Vec<Slot> = full.chain(free).collect();
    all.sort_by_key(|slot| (slot.date, slot.minute));
    all
}
