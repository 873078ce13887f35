//! A visit: several services one after the other, and several guests side by side. What is offered for one service is offered
//! for a visit in the same way, so that listed is what can be held and committed.
//!
//! Each guest's services follow one another without a pause, or with one as long as the guest will wait. The first begins
//! where its menu lets it begin; the others begin when they are reached, but on their timetable where they have one. Nothing
//! is taken twice at a time; between two services of one guest by the same hand nothing is kept free. Of the ways there are,
//! the earliest is taken, then the one with the fewest changes of hands from one service to the next, then whoever's turn it
//! is.

use super::{
    choose::Placement,
    dated::by_date,
    input::Input,
    lengths::by_length,
    plan::{MOST_DAYS, Plan},
    refusal::Refusal,
    slots::{Slot, nearest_of},
    turn::Chosen,
    ways::Ways,
    weave::{self, Guests, Look, weave, weave_in},
};
use crate::base::{
    ids::ResourceId,
    time::{LocalDate, days_after, wall_on},
};
use chrono::{DateTime, Utc};
use std::{borrow::Cow, ops::Range};

/// So many tries are made for all starts of some days together, so that no wish keeps the site busy.
pub(super) const TRIES: u32 = 60_000;

/// One question: when, within these days, can all of it be had?
#[derive(Clone, Debug)]
pub struct Visit {
    /// For each guest, or for all of a party that stays together, the services in their order; nobody comes for nothing.
    pub guests: Vec<Vec<Line>>,
}

/// One of the services.
#[derive(Clone, Debug)]
pub struct Line {
    /// The question for it alone. Zone, clock, days, opening and resources are the same for all lines.
    pub input: Input,
    /// How many minutes the guest waits for it at most, once the one before is over.
    pub wait: u32,
}

/// What a visit would take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitPlacement {
    /// The business day it belongs to.
    pub date: LocalDate,
    /// When the first service begins.
    pub start: DateTime<Utc>,
    /// When the last one ends.
    pub end: DateTime<Utc>,
    /// Each service of each guest, as asked.
    pub guests: Vec<Vec<Placement>>,
}

type Taken = (ResourceId, u16, DateTime<Utc>, DateTime<Utc>);

impl VisitPlacement {
    /// Each seat that is taken with each stretch of time; what touches or overlaps is one.
    pub fn seats(&self) -> Vec<Taken> {
        let placements = self.guests.iter().flatten();
        merged(placements.flat_map(Placement::seats).collect())
    }

    /// Why each was chosen; what somebody who goes on was chosen for first.
    pub fn chosen(&self) -> Vec<(ResourceId, Chosen)> {
        let placements = self.guests.iter().flatten();
        placements.flat_map(Placement::chosen).collect()
    }

    /// What is taken, service by service.
    pub fn resources(&self) -> Vec<ResourceId> {
        let placements = self.guests.iter().flatten();
        placements.flat_map(Placement::resources).collect()
    }

    /// From when until when something of it is taken.
    pub fn occupied(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        let placements = || self.guests.iter().flatten();
        let from = placements().map(|one| one.occupied_from).min();
        let until = placements().map(|one| one.occupied_until).max();
        (from.unwrap_or(self.start), until.unwrap_or(self.end))
    }

    /// The same where some of the services, in their order, stay with whoever has them.
    #[must_use]
    pub fn kept(mut self, by: impl IntoIterator<Item = Option<ResourceId>>) -> Self {
        for (placement, by) in self.guests.iter_mut().flatten().zip(by) {
            placement.because(by, Chosen::Kept);
        }
        self
    }

    /// The same where for some of the services, in their order, somebody was asked for.
    #[must_use]
    pub fn named(mut self, asked: impl IntoIterator<Item = Option<ResourceId>>) -> Self {
        for (placement, asked) in self.guests.iter_mut().flatten().zip(asked) {
            placement.because(asked, Chosen::Named);
        }
        self
    }
}

impl From<Placement> for VisitPlacement {
    /// A visit for one service.
    fn from(placement: Placement) -> Self {
        Self {
            date: placement.date,
            start: placement.start,
            end: placement.end,
            guests: vec![vec![placement]],
        }
    }
}

/// Seats with their stretches of time, each moment once: what touches or overlaps is one.
pub fn merged(mut all: Vec<Taken>) -> Vec<Taken> {
    all.sort_unstable();
    let mut merged: Vec<Taken> = Vec::with_capacity(all.len());
    for next in all {
        match merged.last_mut() {
            Some(last) if (last.0, last.1) == (next.0, next.1) && next.2 <= last.3 => {
                last.3 = last.3.max(next.3);
            }
            _ => merged.push(next),
        }
    }
    merged
}

/// The free starts nearest to a wanted instant, at most `count`, in order of time.
pub fn nearest_visits(visit: &Visit, wanted: DateTime<Utc>, count: usize) -> Vec<Slot> {
    nearest_of(free_visits(visit), wanted, count)
}

/// Every start at which the whole visit can be had, in order of time. Exactly those for which [`place_visit`] finds a place.
pub fn free_visits(visit: &Visit) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let mut tries = TRIES;
    for stretch in stretches(visit) {
        let asked = Asked::of(&stretch);
        let guests = asked.guests();
        slots.extend(Search::of(&guests).on(&(0..MOST_DAYS), &mut tries));
    }
    // A night that runs late keeps what is its own.
    slots.sort_by_key(|slot| slot.start);
    slots.dedup_by_key(|slot| slot.start);
    slots
}

/// The starts of a visit over a stretch of days, looked for a few days at a time.
pub(super) struct Search<'g, 'p> {
    guests: &'g Guests<'p>,
    ways: Option<Ways<'g, 'p>>,
}

impl<'g, 'p> Search<'g, 'p> {
    /// Nothing is looked for yet.
    pub fn of(guests: &'g Guests<'p>) -> Self {
        let ways = Ways::of(guests);
        Self { guests, ways }
    }

    /// The starts at which the whole visit can be had on some of the days asked for, in order of time: found one by one, so that
    /// whoever wants the first pays for no others.
    pub fn on(&mut self, days: &Range<u16>, tries: &mut u32) -> impl Iterator<Item = Slot> {
        let (guests, ways) = (self.guests, &mut self.ways);
        let first = guests.first().and_then(|lines| lines.first());
        let plans = first.map_or([].as_slice(), |line| line.plans.as_slice());
        // Whoever serves first may be quicker than others: each length has the same starts but for those at closing time.
        let mut starts: Vec<_> = plans
            .iter()
            .flat_map(|plan| {
                let days = days.start..days.end.min(plan.asked());
                days.flat_map(|day| plan.starts(day))
            })
            .collect();
        starts.sort_by_key(|start| start.at);
        starts.dedup_by_key(|start| start.at);
        let is_full = |date, wall| {
            let mut plans = plans.iter();
            plans.any(|plan| plan.limit(date, wall) == Some(0))
        };
        starts.retain(|start| !is_full(start.date, start.wall));
        starts.into_iter().filter_map(move |start| {
            // Who has no way by themselves has none beside others, and who comes alone has nobody in the way.
            let alone = match ways.as_mut() {
                Some(ways) => Some(ways.end(start.at)?),
                None => None,
            };
            let end = match alone.filter(|_| guests.len() == 1) {
                Some(end) => end,
                None => weave_in(guests, (start.at, Look::Free), tries)?.end,
            };
            Some(Slot {
                start: DateTime::from_timestamp(start.at, 0)?,
                end: DateTime::from_timestamp(end, 0)?,
                date: start.date,
                minute: start.wall,
                left: 1,
                capacity: 1,
            })
        })
    }
}

/// Chooses what a visit at this start takes, or says why it cannot be had.
pub fn place_visit(visit: &Visit, start: DateTime<Utc>) -> Result<VisitPlacement, Refusal> {
    let stretches = stretches(visit);
    let owns = |stretch: &Visit| {
        let first = stretch.guests.first().and_then(|lines| lines.first());
        first.is_some_and(|line| Plan::new(&line.input).owns(start.timestamp()))
    };
    let own = stretches.iter().find(|stretch| owns(stretch));
    let stretch = own.or(stretches.first()).ok_or(Refusal::NotAsked)?;
    let asked = Asked::of(stretch);
    let guests = asked.guests();
    let at = start.timestamp();
    let first = guests.first().and_then(|lines| lines.first());
    let plans = first.map_or([].as_slice(), |line| line.plans.as_slice());
    let day = plans
        .iter()
        .map(|plan| plan.day_of(at))
        .reduce(|one, other| match (one, other) {
            (Ok(day), _) | (_, Ok(day)) => Ok(day),
            (Err(one), Err(other)) => Err(one.max(other)),
        });
    let day = day.unwrap_or(Err(Refusal::NotAsked))?;
    if start.timestamp_subsec_nanos() > 0 {
        return Err(Refusal::NotAStart);
    }
    for (look, refusal) in [
        (Look::Opening, Refusal::OutsideHours),
        (Look::Working, Refusal::NobodyWorking),
    ] {
        weave(&guests, at, look).ok_or(refusal)?;
    }
    let found = weave(&guests, at, Look::Free).ok_or_else(|| why_full(stretch, at))?;
    let date = day.clock.date();
    let wall = first.and_then(|line| wall_on(line.plans.first()?.input.zone, date, start));
    let is_full = |plan: &Plan<'_>| wall.and_then(|wall| plan.limit(date, wall)) == Some(0);
    if plans.iter().any(is_full) {
        return Err(Refusal::Enough);
    }
    let end = DateTime::from_timestamp(found.end, 0).ok_or(Refusal::NotAsked)?;
    let lines = found.lines.into_iter();
    let guests: Option<Vec<Vec<Placement>>> = lines
        .map(|lines| lines.into_iter().map(|one| one.placed(date)).collect())
        .collect();
    Ok(VisitPlacement {
        date,
        start,
        end,
        guests: guests.ok_or(Refusal::NotAsked)?,
    })
}

/// Why there is no way where some work: they have something else, or there is enough.
fn why_full(visit: &Visit, at: i64) -> Refusal {
    let mut free = visit.clone();
    let lines = || visit.guests.iter().flatten();
    if lines().all(|line| line.input.limits.caps.is_empty()) {
        return Refusal::Taken;
    }
    for line in free.guests.iter_mut().flatten() {
        line.input.limits.caps.clear();
    }
    let asked = Asked::of(&free);
    match weave(&asked.guests(), at, Look::Free) {
        Some(_) => Refusal::Capped,
        None => Refusal::Taken,
    }
}

/// The visit, once for each stretch of days over which all of its services stay the same, in order.
pub(super) fn stretches(visit: &Visit) -> Vec<Visit> {
    let all = || visit.guests.iter().flatten().map(|line| &line.input);
    let Some(first) = all().next() else {
        return Vec::new();
    };
    let last = days_after(first.from, u32::from(first.days.min(MOST_DAYS)));
    let changes = all().filter_map(|input| Some(input.later.as_ref()?.from));
    let inside = |date: &LocalDate| first.from < *date && *date < last;
    let mut begins: Vec<LocalDate> = changes.filter(inside).chain([first.from]).collect();
    begins.sort_unstable();
    begins.dedup();
    let ends = begins.iter().skip(1).copied().chain([last]);
    let spans: Vec<_> = begins.iter().copied().zip(ends).collect();
    let of = |(from, until): (LocalDate, LocalDate)| {
        let days = until.signed_duration_since(from).num_days();
        let days = u16::try_from(days).unwrap_or(0);
        let line = |line: &Line| {
            let input = Input {
                from,
                days,
                ..line.input.clone()
            };
            let mut one = by_date(&input).into_iter();
            let input = one.next().map(Cow::into_owned);
            Some(Line {
                input: input?,
                wait: line.wait,
            })
        };
        let guests = visit.guests.iter();
        Visit {
            guests: guests
                .map(|lines| lines.iter().filter_map(line).collect())
                .collect(),
        }
    };
    spans.into_iter().map(of).collect()
}

/// The inputs of a visit, each once for each length.
pub(super) struct Asked<'a>(Vec<Vec<(Vec<Cow<'a, Input>>, u32)>>);

impl<'a> Asked<'a> {
    /// Makes them ready.
    pub(super) fn of(visit: &'a Visit) -> Self {
        let guests = visit.guests.iter();
        Self(
            guests
                .map(|lines| {
                    let lines = lines.iter();
                    lines
                        .map(|line| (by_length(&line.input), line.wait))
                        .collect()
                })
                .collect(),
        )
    }

    /// For each guest, the services in their order.
    pub(super) fn guests(&self) -> Guests<'_> {
        let mut guests = Guests::with_capacity(self.0.len());
        for lines in &self.0 {
            let ready = lines.iter().map(|(inputs, wait)| weave::Line {
                plans: inputs.iter().map(|input| Plan::new(input)).collect(),
                wait: i64::from(*wait) * 60,
            });
            guests.push(ready.collect());
        }
        guests
    }
}
