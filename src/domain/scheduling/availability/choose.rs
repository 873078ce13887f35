//! Who or what is taken for a start, fairly; or why nobody can be.

use super::{
    able::{Able, busy},
    dated,
    input::{Input, Take},
    lengths::by_length,
    open::Day,
    pairing::everyone_served,
    plan::Plan,
    refusal::Refusal,
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
    /// For each need in its order, what is taken of what.
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
}

impl Placement {
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
/// (fewest seats); then whoever is least occupied that business day between first opening and
/// last closing (a seat for an hour is an hour); then whoever has been idle longest, counted from
/// the latest end of what they began earlier, never used first; then seniority; then the id. A
/// choice that would leave a later need with nobody is passed over. Seats are the lowest numbers
/// that are free for the whole occupied time. Who takes longer than others is in the same turn with them, if the time is
/// long enough.
pub fn place(input: &Input, start: DateTime<Utc>) -> Result<Placement, Refusal> {
    let mut found: Option<(Vec<Turn>, Placement)> = None;
    let mut refused = None;
    for question in by_length(&dated::about(input, start)) {
        match place_one(&question, start) {
            Ok(next) if found.as_ref().is_none_or(|(turn, _)| next.0 < *turn) => found = Some(next),
            Ok(_) => {}
            Err(refusal) => refused = refused.max(Some(refusal)),
        }
    }
    let found = found.map(|(_, placement)| placement);
    found.ok_or(refused.unwrap_or(Refusal::NobodyWorking))
}

fn place_one(input: &Input, start: DateTime<Utc>) -> Result<(Vec<Turn>, Placement), Refusal> {
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
    let turns = chosen.iter().map(|able| turn(able, at, day.hull()));
    let takes = chosen.iter();
    let placement = Placement {
        date: day.clock.date(),
        start,
        end,
        occupied_from,
        occupied_until,
        takes: takes
            .map(|able| {
                let occupied = able.occupied(lengths, at);
                Occupied {
                    resource: able.id(),
                    seats: able.seats(party, &occupied),
                    spans: occupied.into_iter().filter_map(instants).collect(),
                }
            })
            .collect(),
    };
    Ok((turns.collect(), placement))
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
        return Err(Refusal::Taken);
    }
    let date = day.clock.date();
    let wall = wall_on(plan.input.zone, date, start);
    if wall.and_then(|wall| plan.limit(date, wall)) == Some(0) {
        return Err(Refusal::Enough);
    }
    Ok(day)
}

fn choose<'p>(plan: &'p Plan<'_>, at: i64, day: &Day) -> Option<Vec<&'p Able<'p>>> {
    let needs: Vec<Vec<&Able<'_>>> = plan
        .needs
        .iter()
        .map(|need| in_turn(need, at, day.hull()))
        .collect();
    let mut chosen: Vec<&Able<'_>> = Vec::with_capacity(needs.len());
    for (index, turn) in needs.iter().enumerate() {
        let later = needs.get(index + 1..).unwrap_or_default();
        let next = turn.iter().copied().find(|able| {
            let mut used: Vec<ResourceId> = chosen.iter().map(|other| other.id()).collect();
            let twice = used.contains(&able.id());
            used.push(able.id());
            !twice && (later.is_empty() || everyone_served(&unused(later, &used)))
        })?;
        chosen.push(next);
    }
    Some(chosen)
}

fn unused(needs: &[Vec<&Able<'_>>], used: &[ResourceId]) -> Vec<Vec<ResourceId>> {
    let ids = |need: &Vec<&Able<'_>>| {
        let ids = need.iter().map(|able| able.id());
        ids.filter(|id| !used.contains(id)).collect()
    };
    needs.iter().map(ids).collect()
}

/// Those who are free at a start, whose turn it is first.
pub(super) fn in_turn<'l, 'p>(
    need: &'l [Able<'p>],
    at: i64,
    day: Option<Span>,
) -> Vec<&'l Able<'p>> {
    let mut free: Vec<&Able<'p>> = need.iter().filter(|able| able.at(at).left > 0).collect();
    free.sort_by_cached_key(|able| turn(able, at, day));
    free
}

/// Whose turn it is first: size, how long occupied that day, idle since when, seniority, key.
pub(super) type Turn = (u16, i64, Option<i64>, u32, ResourceId);

pub(super) fn turn(able: &Able<'_>, at: i64, day: Option<Span>) -> Turn {
    let resource = able.resource;
    let size = match able.take {
        Take::Exclusive => resource.capacity,
        Take::Seats => 0,
    };
    let shared = |span: Span| day.and_then(|day| day.intersect(span)).map(Span::length);
    let occupied: i64 = busy(resource).filter_map(|(_, span)| shared(span)).sum();
    let begun = busy(resource).filter(|(_, span)| span.from() < at);
    // nothing begun yet sorts before any end
    let idle_since = begun.map(|(_, span)| span.until()).max();
    (size, occupied, idle_since, resource.seniority, resource.id)
}
