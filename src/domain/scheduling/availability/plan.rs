//! The question made ready: days resolved, openings and shifts as instants, candidates as steps.

use super::{
    able::{Able, Room, Wanted, whole_second},
    input::{Input, Need, Resource, Starts},
    joined::joined,
    limits::half_hour,
    occupied::Lengths,
    open::{Day, shifts},
    pairing::{Choice, everyone_served},
    refusal::Refusal,
};
use crate::base::{
    ids::ResourceId,
    span::{Span, Spans},
    time::{LocalDate, WallTime, days_after, local, wall_on},
};
use chrono::{DateTime, Days};

/// More days than this are never looked at, whatever is asked.
pub(super) const MOST_DAYS: u16 = 62;

/// One question, made ready to be answered for many starts.
pub(super) struct Plan<'a> {
    pub input: &'a Input,
    pub lengths: Lengths,
    /// One list for each need: those whom the party fits.
    pub needs: Vec<Vec<Able<'a>>>,
    /// From the day before the first one asked for, to as many after the last as the service may
    /// reach into.
    days: Vec<Day>,
    /// The starts from which the service lies within the opening.
    fitting: Spans,
    /// Whether a resource stands among the candidates of two needs.
    shared: bool,
}

/// A wall time at which something may begin.
#[derive(Clone, Copy)]
pub(super) struct Start {
    pub at: i64,
    pub date: LocalDate,
    pub wall: WallTime,
}

impl<'a> Plan<'a> {
    /// Makes a question ready.
    pub fn new(input: &'a Input) -> Self {
        let lengths = Lengths::of(&input.service);
        let days = days(input);
        let fitting = days.iter().flat_map(Day::opening).collect::<Spans>();
        let needs = input.needs.iter();
        let needs: Vec<_> = needs.map(|need| able(input, need, &days)).collect();
        let shared = needs.iter().enumerate().any(|(index, need)| {
            let later = needs.iter().skip(index + 1).flatten();
            later
                .into_iter()
                .any(|other| need.iter().any(|able| able.meets(other)))
        });
        Self {
            input,
            lengths,
            needs,
            days,
            fitting: fitting.beginnings(lengths.service),
            shared,
        }
    }

    /// How many business days are asked for.
    pub fn asked(&self) -> u16 {
        self.input.days.min(MOST_DAYS)
    }

    /// Where the service could begin on one of the days asked for, counted from 0, as far as
    /// calendar and opening go: in order, and each instant on one day only.
    pub fn starts(&self, index: u16) -> Vec<Start> {
        let index = usize::from(index);
        let (Some(before), Some(day)) = (self.days.get(index), self.days.get(index + 1)) else {
            return Vec::new();
        };
        let date = day.clock.date();
        if self.party_refused().is_some() || self.too_far(date) {
            return Vec::new();
        }
        let earliest = self.earliest();
        let late = before.runs_late();
        day.starts(&self.input.service)
            .into_iter()
            .filter(|(_, at)| *at >= earliest && self.fitting.contains(*at))
            .filter(|(_, at)| !(late && self.begins(before, *at)))
            .map(|(wall, at)| Start { at, date, wall })
            .collect()
    }

    /// Whether a start lies on one of the days asked for.
    pub fn owns(&self, start: i64) -> bool {
        let day = self.claimed(start);
        day.is_some_and(|(day, _)| self.is_asked(day.clock.date()))
    }

    /// Whether the service may begin at an instant, on one of the days asked for.
    pub fn begins_at(&self, start: i64) -> bool {
        let day = self.claimed(start);
        day.is_some_and(|(day, begins)| begins && self.is_asked(day.clock.date()))
    }

    fn is_asked(&self, date: LocalDate) -> bool {
        let after = date.signed_duration_since(self.input.from).num_days();
        (0..i64::from(self.asked())).contains(&after)
    }

    /// The business day of a start at which the service may begin, or why it may not, as far as
    /// party, calendar and opening go.
    pub fn day_of(&self, start: i64) -> Result<Day, Refusal> {
        if let Some(refusal) = self.party_refused() {
            return Err(refusal);
        }
        if start < whole_second(self.input.now) {
            return Err(Refusal::Past);
        }
        if start < self.earliest() {
            return Err(Refusal::TooSoon);
        }
        let (day, begins) = self.claimed(start).ok_or(Refusal::NotAsked)?;
        let date = day.clock.date();
        if self.too_far(date) {
            return Err(Refusal::TooFar);
        }
        if !self.is_asked(date) {
            return Err(Refusal::NotAsked);
        }
        let open = day.opening().any(|span| span.contains(start));
        match (day.open.is_empty(), open && self.fitting.contains(start)) {
            (true, _) => Err(Refusal::Closed),
            (false, false) => Err(Refusal::OutsideHours),
            (false, true) if !begins => Err(Refusal::NotAStart),
            (false, true) => Ok(day),
        }
    }

    /// Whether a service that is not the first of its visit may begin at an instant, as far as opening, notice and horizon
    /// go: when it is reached, or on its timetable where it has one.
    pub fn goes_on(&self, at: i64) -> bool {
        let Some((day, begins)) = self.claimed(at) else {
            return false;
        };
        let is_class = !matches!(self.input.service.starts, Starts::Grid);
        let is_soon = at < self.earliest() || self.too_far(day.clock.date());
        self.party_refused().is_none()
            && self.fitting.contains(at)
            && !is_soon
            && (begins || !is_class)
    }

    /// From the first opening to the last closing of the day that an instant lies on.
    pub fn hull_at(&self, at: i64) -> Option<Span> {
        self.claimed(at)?.0.hull()
    }

    /// Whether every need can have a resource of its own at a start.
    pub fn served(&self, start: i64, has_room: fn(Room) -> bool) -> bool {
        let options = self.options(start, has_room);
        match self.shared {
            false => !options.is_empty() && options.iter().all(|need| !need.is_empty()),
            true => everyone_served(&options),
        }
    }

    /// How many more may begin at a wall time of a business day, where the shop says so.
    pub fn limit(&self, date: LocalDate, wall: WallTime) -> Option<u32> {
        let limits = &self.input.limits;
        if limits.is_empty() {
            return None;
        }
        let day = self.days.iter().find(|day| day.clock.date() == date)?;
        limits.left(&day.clock, half_hour(wall))
    }

    /// The date of the calendar on which an instant lies.
    pub fn date_at(&self, at: i64) -> Option<LocalDate> {
        let instant = DateTime::from_timestamp(at, 0)?;
        Some(local(self.input.zone, instant).date())
    }

    /// How many more of its service may begin at an instant, beside those of the asker on some dates; `None` where the shop says
    /// nothing of it.
    pub fn of_service_left(&self, at: i64, own: &[LocalDate]) -> Option<u32> {
        let cap = self.input.limits.of_service()?;
        Some(cap.left(self.date_at(at)?, own))
    }

    /// Why nobody has room at a start where some work: they have something else, or enough.
    pub fn why_full(&self, start: i64) -> Refusal {
        if self.input.limits.caps.is_empty() {
            return Refusal::Taken;
        }
        let mut free = self.input.clone();
        free.limits.caps.clear();
        match Plan::new(&free).served(start, |room| room.left > 0) {
            true => Refusal::Capped,
            false => Refusal::Taken,
        }
    }

    /// Whether a party of this size is never served.
    pub fn is_too_large(&self) -> bool {
        self.party_refused().is_some()
    }

    /// Whether looking at each need by itself is not enough.
    pub fn is_shared(&self) -> bool {
        self.shared
    }

    /// For each need, who has room at a start.
    fn options(&self, start: i64, has_room: fn(Room) -> bool) -> Vec<Vec<Choice>> {
        let with_room = |need: &Vec<Able<'_>>| {
            let able = need.iter().filter(|able| has_room(able.at(start)));
            able.map(Choice::of).collect()
        };
        self.needs.iter().map(with_room).collect()
    }

    /// The business day a start belongs to, and whether the service may begin there; without
    /// such a day, the one during whose opening it lies, else its local date.
    fn claimed(&self, start: i64) -> Option<(Day, bool)> {
        let date = local(self.input.zone, DateTime::from_timestamp(start, 0)?).date();
        let today = Day::resolve(self.input, date);
        let Some(before) = date.pred_opt() else {
            return Some((today, false));
        };
        let night = Day::resolve(self.input, before);
        if self.begins(&night, start) {
            return Some((night, true));
        }
        let begins = self.begins(&today, start);
        let open_still = night.opening().any(|span| span.contains(start));
        let open_already = today.opening().any(|span| span.contains(start));
        match open_still && !begins && !open_already {
            true => Some((night, false)),
            false => Some((today, begins)),
        }
    }

    /// Whether an instant is one of a day's starts.
    fn begins(&self, day: &Day, start: i64) -> bool {
        let wall = DateTime::from_timestamp(start, 0)
            .and_then(|start| wall_on(self.input.zone, day.clock.date(), start));
        wall.is_some_and(|wall| {
            day.clock.at(wall) == Some(start) && day.is_start(&self.input.service, wall)
        })
    }

    fn earliest(&self) -> i64 {
        whole_second(self.input.now) + i64::from(self.input.service.notice_minutes) * 60
    }

    fn too_far(&self, date: LocalDate) -> bool {
        let today = local(self.input.zone, self.input.now).date();
        let ahead = date.signed_duration_since(today).num_days();
        ahead > i64::from(self.input.service.horizon_days)
    }

    /// Why a party of this size is never served, if it is not.
    fn party_refused(&self) -> Option<Refusal> {
        if self.input.service.party == 0 {
            return Some(Refusal::EmptyParty);
        }
        let asked = self.input.needs.iter().zip(&self.needs);
        let too_large = asked
            .filter(|(_, fitting)| fitting.is_empty())
            .any(|(need, _)| {
                let named = need.candidates.iter();
                named
                    .map(|candidate| candidate.resource)
                    .any(|id| self.input.resources.iter().any(|known| known.id == id))
            });
        too_large.then_some(Refusal::PartyTooLarge)
    }
}

fn days(input: &Input) -> Vec<Day> {
    // a service that lasts longer than a year will not find a shop that never closes
    let reach = (input.service.minutes / (24 * 60)).min(366) + 1;
    let first = input.from.checked_sub_days(Days::new(1));
    let last = days_after(input.from, u32::from(input.days.min(MOST_DAYS)) + reach);
    first
        .into_iter()
        .flat_map(|first| first.iter_days().take_while(|date| *date <= last))
        .map(|date| Day::resolve(input, date))
        .collect()
}

/// Those of a need's candidates whom the party fits, each once, and what is put together for it.
fn able<'a>(input: &'a Input, need: &Need, days: &[Day]) -> Vec<Able<'a>> {
    let (party, lengths) = (input.service.party, Lengths::of(&input.service));
    let work = |one: &Resource| days.iter().flat_map(|day| shifts(one, day)).collect();
    let mut found: Vec<Able<'a>> = Vec::with_capacity(need.candidates.len());
    for candidate in &need.candidates {
        let known = input.resources.iter();
        let resource = known.into_iter().find(|one| one.id == candidate.resource);
        let fitting = resource
            .filter(|resource| Able::fits(resource, candidate.take, party))
            .filter(|resource| found.iter().all(|other| other.resource.id != resource.id));
        if let Some(resource) = fitting {
            let wanted = Wanted {
                resource,
                joined: Vec::new(),
                rank: 0,
                take: candidate.take,
                leaves: need.leaves,
            };
            let full = full(input, resource.id, days);
            found.push(Able::new(
                wanted,
                party,
                lengths,
                (&[work(resource)], &full),
            ));
        }
    }
    let groups = joined(input, need, &found).into_iter().map(|wanted| {
        let members = std::iter::once(&wanted.resource).chain(&wanted.joined);
        let work: Vec<Spans> = members.map(|one| work(one)).collect();
        let members = std::iter::once(&wanted.resource).chain(&wanted.joined);
        let full = members.flat_map(|one| full(input, one.id, days));
        let full: Vec<Span> = full.collect();
        Able::new(wanted, party, lengths, (&work, &full))
    });
    let groups: Vec<Able<'a>> = groups.collect();
    found.extend(groups);
    found
}

/// The days of the calendar on which nothing more may begin with somebody.
fn full(input: &Input, id: ResourceId, days: &[Day]) -> Vec<Span> {
    let Some(cap) = input.limits.of_person(id) else {
        return Vec::new();
    };
    let whole = |day: &Day| {
        let next = day.clock.on(days_after(day.clock.date(), 1));
        let from = day.clock.reached(WallTime::MIDNIGHT)?;
        Span::new(from, next.reached(WallTime::MIDNIGHT)?)
    };
    let full = days
        .iter()
        .filter(|day| cap.left(day.clock.date(), &[]) == 0);
    full.filter_map(whole).collect()
}
