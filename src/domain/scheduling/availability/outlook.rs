//! A visit over many days: its first start, and where it has none, what stands in its way.

use super::{
    input::Input,
    plan::Plan,
    refusal::Refusal,
    slots::Slot,
    visit::{Asked, Line, Search, TRIES, Visit, stretches},
    weave::{Look, weave},
};

/// The first start at which the whole visit can be had on the days asked for. Days after it are not looked at, but for the one
/// that may begin while a late night goes on.
pub fn next_visit(visit: &Visit) -> Option<Slot> {
    let stretches = stretches(visit);
    let asked: Vec<Asked<'_>> = stretches.iter().map(Asked::of).collect();
    let mut tries = TRIES;
    let mut found: Option<Slot> = None;
    for guests in asked.iter().map(Asked::guests) {
        let first = guests.first().and_then(|lines| lines.first());
        let days = first.and_then(|line| Some(line.plans.first()?.asked()));
        let mut search = Search::of(&guests);
        for day in 0..days.unwrap_or(0) {
            let next = search.on(&(day..day + 1), &mut tries).next();
            match (found, next) {
                (Some(found), Some(next)) if next.start < found.start => return Some(next),
                (Some(found), _) => return Some(found),
                (None, next) => found = next,
            }
        }
    }
    found
}

/// What stands in the way of a visit that has no start on the days asked for, whatever is taken: of its reasons on all of them
/// the one that comes nearest to none.
pub fn hindrance(visit: &Visit) -> Refusal {
    let mut nearest = Refusal::Closed;
    for stretch in stretches(visit) {
        let asked = Asked::of(&stretch);
        let guests = asked.guests();
        let plans = guests.first().and_then(|lines| lines.first());
        let plans = plans.map_or([].as_slice(), |line| line.plans.as_slice());
        let starts = plans
            .iter()
            .flat_map(|plan| (0..plan.asked()).flat_map(|day| plan.starts(day)));
        for start in starts {
            let refusal = if weave(&guests, start.at, Look::Opening).is_none() {
                Refusal::OutsideHours
            } else if weave(&guests, start.at, Look::Working).is_none() {
                Refusal::NobodyWorking
            } else {
                return Refusal::Taken;
            };
            nearest = nearest.max(refusal);
        }
    }
    nearest
}

/// The largest number of people who may come to a service, up to those who are asked about; nothing where not even one may.
pub fn most_people(input: &Input) -> u32 {
    let fits = |party: u32| {
        let mut one = Input {
            days: 1,
            ..input.clone()
        };
        one.every_rule().for_each(|rules| rules.party = party);
        !Plan::new(&one).is_too_large()
    };
    let (mut least, mut most) = (0, input.service.party);
    while least < most {
        let middle = most - (most - least) / 2;
        match fits(middle) {
            true => least = middle,
            false => most = middle - 1,
        }
    }
    least
}

impl Visit {
    /// The same without one of its services, counted through all guests; nothing where none is left.
    pub fn without(&self, place: usize) -> Option<Self> {
        let mut counted = 0..;
        let guests = self.guests.iter().map(|lines| {
            let own = lines.iter().zip(counted.by_ref());
            let kept = own.filter(|(_, number)| *number != place);
            kept.map(|(line, _)| line.clone()).collect::<Vec<Line>>()
        });
        let guests: Vec<_> = guests.filter(|lines| !lines.is_empty()).collect();
        (!guests.is_empty()).then_some(Self { guests })
    }
}
