//! Placing a booking over others, knowingly: on seats beyond the real ones, so that the exclusion constraint still
//! holds for every seat, and each such seat weighs on a real one when free times are reckoned.

use super::{
    allocation,
    availability::{Group, Input, Occupied, Placement, business_day},
    load, occupancy,
    resource::{self, Resource, ResourceType, ResourceUse},
    rule_rows,
    seek::Sought,
    taken::{self, Taken},
};
use crate::{
    base::ids::ResourceId,
    db::{self, TenantTx},
    domain::catalog::service::Service,
};
use chrono::{DateTime, TimeDelta, Utc};

/// A placement without regard to rules or other bookings: for each kind the chosen resource, or else what fits best of
/// what is free, or else of all. `None` when the service needs nothing that could be taken.
pub fn place(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
) -> db::Result<Option<Placement>> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let date = business_day(&load::input(tx, &sought.over(from, days))?, start);
    let service = sought.service.clone().on(date);
    let minutes = |value: i16| TimeDelta::minutes(i64::from(value));
    let mut able = resource::linked(tx, &service)?;
    able.retain(|(_, link)| link.is_required);
    let all: Vec<ResourceId> = able.iter().map(|(resource, _)| resource.id).collect();
    allocation::lock(tx, &all)?;
    let groups = rule_rows::groups(tx)?;
    let around = (start - taken::LONGEST, start + taken::LONGEST);
    let others = taken::within(tx, &[around], sought.own)?;
    let is_busy = |one: &Resource| {
        let spans = occupancy::of(&service, start, one.kind.is_person());
        let mut own = others.iter().filter(|taken| taken.resource == one.id);
        own.any(|taken| occupancy::meet(&spans, &[(taken.start, taken.end)]))
    };
    let mut kinds: Vec<ResourceType> = Vec::new();
    for (one, _) in &able {
        if !kinds.contains(&one.kind) {
            kinds.push(one.kind);
        }
    }
    let mut chosen: Vec<(Resource, ResourceUse)> = Vec::new();
    for kind in kinds {
        let own = able.iter().filter(|(one, _)| one.kind == kind);
        let own: Vec<Able> = own
            .map(|(one, link)| (one.clone(), link.take, is_busy(one)))
            .collect();
        chosen.extend(pick(&own, sought, &groups));
    }
    let ids: Vec<ResourceId> = chosen.iter().map(|(resource, _)| resource.id).collect();
    let (roster, column) = (resource::roster(tx)?, resource::foremost(tx, &ids)?);
    let terms = roster.terms(&service, column);
    let service = service.done_by(terms);
    let figures = &service.figures;
    let end = start + minutes(figures.duration_minutes);
    let (occupied_from, occupied_until) = (
        start - minutes(figures.buffer_before),
        end + minutes(figures.buffer_after),
    );
    let takes = chosen.iter();
    let takes: Vec<Occupied> = takes
        .map(|one| occupied(one, (&service, start), sought.party, &others))
        .collect();
    Ok((!takes.is_empty()).then_some(Placement {
        date,
        start,
        end,
        occupied_from,
        occupied_until,
        takes,
    }))
}

/// The first seats that nobody has then, beyond the real ones where all of those are taken.
fn occupied(
    (resource, take): &(Resource, ResourceUse),
    (service, start): (&Service, DateTime<Utc>),
    party: i16,
    others: &[Taken],
) -> Occupied {
    let spans = occupancy::of(service, start, resource.kind.is_person());
    let meets = |one: &&Taken| occupancy::meet(&spans, &[(one.start, one.end)]);
    let count = match take {
        ResourceUse::Exclusive => resource.capacity,
        ResourceUse::Seats => party,
    };
    let own = others.iter().filter(|taken| taken.resource == resource.id);
    let used: Vec<i16> = own.filter(meets).map(|taken| taken.seat).collect();
    let free = (0..i16::MAX)
        .filter(|seat| !used.contains(seat))
        .take(usize::try_from(count).unwrap_or(1));
    Occupied {
        resource: resource.id,
        seats: free.filter_map(|seat| u16::try_from(seat).ok()).collect(),
        spans,
        chosen: None,
    }
}

/// What could be taken of a kind, how much of it, and whether somebody has it then.
type Able = (Resource, ResourceUse, bool);

/// What is taken of one kind: who was asked for, with what it takes to seat the party; else the first who is free, and of
/// tables and rooms the smallest that seats the party, or what is put together for it, or the largest there is.
fn pick(own: &[Able], sought: &Sought<'_>, groups: &[Group]) -> Vec<(Resource, ResourceUse)> {
    let taken = |(one, take, _): &Able| (one.clone(), *take);
    let fits = |(one, take, _): &Able| *take == ResourceUse::Seats || one.party_max >= sought.party;
    let asked = own
        .iter()
        .find(|(one, ..)| sought.nominated == Some(one.id));
    if let Some(asked) = asked.filter(|one| fits(one)) {
        return vec![taken(asked)];
    }
    let by_size = |(one, take, is_busy): &&Able| match take {
        _ if one.kind.is_person() => (*is_busy, 0),
        ResourceUse::Seats => (*is_busy, 0),
        ResourceUse::Exclusive => (*is_busy, one.capacity),
    };
    let alone = own.iter().filter(|one| fits(one) && asked.is_none());
    if let Some(alone) = alone.min_by_key(by_size) {
        return vec![taken(alone)];
    }
    let joined = groups.iter().filter_map(|group| {
        let party = u32::try_from(sought.party).unwrap_or(0);
        let has = |id| group.members.contains(&id);
        let members: Vec<&Able> = own.iter().filter(|(one, ..)| has(one.id)).collect();
        let is_whole = members.len() == group.members.len();
        let seats = (group.least..=group.most).contains(&party);
        let has_asked = asked.is_none_or(|(one, ..)| has(one.id));
        (is_whole && seats && has_asked).then_some(members)
    });
    let is_busy = |members: &Vec<&Able>| members.iter().any(|(.., is_busy)| *is_busy);
    if let Some(members) = joined.min_by_key(|members| (is_busy(members), members.len())) {
        return members.into_iter().map(taken).collect();
    }
    let largest = own.iter().max_by_key(|(one, ..)| one.party_max);
    asked.or(largest).into_iter().map(taken).collect()
}
