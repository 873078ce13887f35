//! Who or what is taken for a start, fairly; or why nobody can be.

use super::{
    able::Able,
    dated,
    input::Input,
    lengths::by_length,
    open::Day,
    pairing::{Choice, everyone_served},
    plan::Plan,
    refusal::Refusal,
    turn::{Chosen, Turn, in_turn},
};
use crate::base::{
    ids::ResourceId,
    span::Span,
    time::{LocalDate, wall_on},
};
use chrono::{DateTime, Utc};

/// What a booking would take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The business day it belongs to.
    pub date: LocalDate,
    /// When the service begins.
    pub start: DateTime<Utc>,
    /// When it ends.
    pub end: DateTime<Utc>,
    /// From when its resources are taken: the start less the buffer before.
    pub occupied_from: DateTime<Utc>,
    /// Until when they are: the end and the buffer after.
    pub occupied_until: DateTime<Utc>,
    /// For each need in its order, what is taken of what: of one resource, or of several that are put together.
    pub takes: Vec<Occupied>,
}

/// What a booking takes of one resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occupied {
    /// Of which.
    pub resource: ResourceId,
    /// Which of its seats, ascending.
    pub seats: Vec<u16>,
    /// From when until when, what is kept free around the service inside: one stretch, or one before and one after the
    /// processing. Ascending.
    pub spans: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    /// Why it was its turn; of what is put together the first one says so for all.
    pub chosen: Option<Chosen>,
}

impl Placement {
    /// Why each was chosen of which that is known.
    pub fn chosen(&self) -> impl Iterator<Item = (ResourceId, Chosen)> {
        let takes = self.takes.iter();
        takes.filter_map(|one| Some((one.resource, one.chosen?)))
    }

    /// Says of one of them that it was not chosen by whose turn it was. Of what is put together the first one speaks.
    pub fn because(&mut self, resource: Option<ResourceId>, chosen: Chosen) {
        let own = self.takes.iter_mut().rev();
        let mut own = own.skip_while(|one| Some(one.resource) != resource);
        if let Some(said) = own.find_map(|one| one.chosen.as_mut()) {
            *said = chosen;
        }
    }

    /// What is taken, in the order of the needs.
    pub fn resources(&self) -> Vec<ResourceId> {
        self.takes.iter().map(|one| one.resource).collect()
    }

    /// Each seat that is taken, with each stretch of time.
    pub fn seats(&self) -> impl Iterator<Item = (ResourceId, u16, DateTime<Utc>, DateTime<Utc>)> {
        self.takes.iter().flat_map(|one| {
            let spans = one.spans.iter();
            spans.flat_map(move |(from, until)| {
                let seats = one.seats.iter();
                seats.map(move |seat| (one.resource, *seat, *from, *until))
            })
        })
    }
}

/// Chooses what a booking at this start takes, or says why it cannot be had.
///
/// Among those who are free, for each need in its order: for exclusive use first the smallest
/// (fewest seats), and several that are put together only where none is large enough; then whoever is
/// least occupied that business day between first opening and
/// last closing (a seat for an hour is an hour); then whoever has been idle longest, counted from
/// the latest end of what they began earlier, never used first; then seniority; then the id. A
/// choice that would leave a later need with nobody is passed over. Seats are the lowest numbers
/// that are free for the whole occupied time. Who takes longer than others is in the same turn with them, if the time is
/// long enough.
pub fn place(input: &Input, start: DateTime<Utc>) -> Result<Placement, Refusal> {
    let mut found: Vec<(Vec<Picked>, Placement)> = Vec::new();
    let mut refused = None;
    for question in by_length(&dated::about(input, start)) {
        match place_one(&question, start) {
            Ok(next) => found.push(next),
            Err(refusal) => refused = refused.max(Some(refusal)),
        }
    }
    found.sort_by(|(one, _), (other, _)| {
        let turns = |picked: &[Picked]| picked.iter().map(|one| one.turn.clone()).collect();
        let (one, other): (Vec<Turn>, Vec<Turn>) = (turns(one), turns(other));
        one.cmp(&other)
    });
    let mut found = found.into_iter();
    let Some((picked, mut placement)) = found.next() else {
        return Err(refused.unwrap_or(Refusal::NobodyWorking));
    };
    let others: Vec<Vec<Picked>> = found.map(|(picked, _)| picked).collect();
    for (need, own) in picked.into_iter().enumerate() {
        let slower = others.iter().filter_map(|one| one.get(need));
        let slower = slower.map(|one| &one.turn);
        let slower = slower.filter(|turn| !turn.is_of(&own.turn));
        let next = own.next.iter().chain(slower).min();
        let chosen = own.turn.before(next);
        let mut takes = placement.takes.iter_mut();
        if let Some(one) = takes.find(|one| one.resource == own.resource) {
            one.chosen = Some(chosen);
        }
    }
    Ok(placement)
}

/// Who was chosen for a need, and whose turn it would have been next.
struct Picked {
    resource: ResourceId,
    turn: Turn,
    next: Option<Turn>,
}

fn place_one(input: &Input, start: DateTime<Utc>) -> Result<(Vec<Picked>, Placement), Refusal> {
    let plan = Plan::new(input);
    let at = start.timestamp();
    let day = bookable(&plan, start)?;
    let lengths = plan.lengths;
    let ends = [
        at + lengths.service,
        at - lengths.before,
        at + lengths.service + lengths.after,
    ];
    let [end, from, until] = ends.map(|seconds| DateTime::from_timestamp(seconds, 0));
    let (Some(end), Some(occupied_from), Some(occupied_until)) = (end, from, until) else {
        return Err(Refusal::NotAsked);
    };
    let chosen = choose(&plan, at, &day).ok_or(Refusal::Taken)?;
    let party = input.service.party;
    let mut takes = Vec::with_capacity(chosen.len());
    let mut picked = Vec::with_capacity(chosen.len());
    for (able, turn, next) in chosen {
        let occupied = able.occupied(lengths, at);
        let spans: Vec<_> = occupied.iter().filter_map(|span| instants(*span)).collect();
        for (resource, seats) in able.seats(party, &occupied) {
            takes.push(Occupied {
                resource,
                seats,
                spans: spans.clone(),
                chosen: None,
            });
        }
        picked.push(Picked {
            resource: able.resource.id,
            turn,
            next,
        });
    }
    let placement = Placement {
        date: day.clock.date(),
        start,
        end,
        occupied_from,
        occupied_until,
        takes,
    };
    Ok((picked, placement))
}

/// A span of seconds since 1970 as instants.
pub(super) fn instants(span: Span) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    DateTime::from_timestamp(span.from(), 0).zip(DateTime::from_timestamp(span.until(), 0))
}

/// Why a start cannot be booked; `None` if it can. The first reason in [`Refusal`]'s order.
pub fn explain(input: &Input, start: DateTime<Utc>) -> Option<Refusal> {
    let input = dated::about(input, start);
    let questions = by_length(&input);
    let each = questions
        .iter()
        .map(|one| bookable(&Plan::new(one), start).err());
    // What can be had with one of them can be had.
    each.reduce(|one, other| one.zip(other).map(|(one, other)| one.max(other)))
        .flatten()
}

fn bookable(plan: &Plan<'_>, start: DateTime<Utc>) -> Result<Day, Refusal> {
    let at = start.timestamp();
    let day = plan.day_of(at)?;
    if start.timestamp_subsec_nanos() > 0 {
        return Err(Refusal::NotAStart);
    }
    if !plan.served(at, |room| room.full > 0) {
        return Err(Refusal::NobodyWorking);
    }
    if !plan.served(at, |room| room.left > 0) {
        return Err(plan.why_full(at));
    }
    let date = day.clock.date();
    let wall = wall_on(plan.input.zone, date, start);
    if wall.and_then(|wall| plan.limit(date, wall)) == Some(0) {
        return Err(Refusal::Enough);
    }
    if plan.of_service_left(at, &[]) == Some(0) {
        return Err(Refusal::Capped);
    }
    Ok(day)
}

/// One who was chosen, with whose turn it was and whose it would have been next.
type InTurn<'p> = (&'p Able<'p>, Turn, Option<Turn>);

fn choose<'p>(plan: &'p Plan<'_>, at: i64, day: &Day) -> Option<Vec<InTurn<'p>>> {
    let needs: Vec<Vec<(Turn, &Able<'_>)>> = plan
        .needs
        .iter()
        .map(|need| in_turn(need, at, day.hull()))
        .collect();
    let mut chosen: Vec<InTurn<'p>> = Vec::with_capacity(needs.len());
    for (index, turns) in needs.iter().enumerate() {
        let later = needs.get(index + 1..).unwrap_or_default();
        let is_left = |able: &Able<'_>| !chosen.iter().any(|(other, ..)| other.meets(able));
        let place = turns.iter().position(|(_, able)| {
            let used = chosen.iter().map(|(other, ..)| *other).chain([*able]);
            let used: Vec<&Able<'_>> = used.collect();
            is_left(able) && (later.is_empty() || everyone_served(&unused(later, &used)))
        })?;
        let (turn, able) = turns.get(place)?;
        let mut after = turns.iter().skip(place + 1);
        let next = after.find(|(_, able)| is_left(able));
        let next = next.map(|(turn, _)| turn.clone());
        chosen.push((*able, turn.clone(), next));
    }
    Some(chosen)
}

fn unused(needs: &[Vec<(Turn, &Able<'_>)>], used: &[&Able<'_>]) -> Vec<Vec<Choice>> {
    let left = |need: &Vec<(Turn, &Able<'_>)>| {
        let left = need.iter().map(|(_, able)| *able);
        let left = left.filter(|able| !used.iter().any(|other| other.meets(able)));
        left.map(Choice::of).collect()
    };
    needs.iter().map(left).collect()
}
