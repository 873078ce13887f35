//! Finding a way through a visit: each service in its turn, with whoever is free then and not yet taken by the visit itself.

use super::{
    able::Able,
    input::Take,
    plan::Plan,
    thread::{Taken, Thread},
    turn::{Chosen, Turn, in_turn},
};
use crate::base::{ids::ResourceId, span::Span, time::LocalDate};
use std::collections::HashSet;

/// Between two instants at which a waiting guest may be served.
pub(super) const WAIT_STEP: i64 = 5 * 60;
/// So many tries are made for a start: what has not been found by then is not to be had. A visit of three services by ten
/// people each needs some dozens.
const TRIES: u32 = 20_000;
/// So many are made for a start at least, however many starts were tried before.
const FEWEST: u32 = 200;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Only whether the shop is open for all of it.
    Opening,
    /// Whether somebody who works then could do it, if nothing were taken.
    Working,
    /// Whether somebody is free.
    Free,
}

/// One of a guest's services, made ready once for each length it may have.
pub(super) struct Line<'p> {
    pub plans: Vec<Plan<'p>>,
    /// Seconds that the guest waits for it at most.
    pub wait: i64,
}

/// For each guest, the services in their order.
pub(super) type Guests<'p> = Vec<Vec<Line<'p>>>;

/// A way that was found.
pub(super) struct Woven {
    /// When the last service ends, in seconds since 1970.
    pub end: i64,
    /// For each guest, each service.
    pub lines: Vec<Vec<Thread>>,
}

/// The way of a visit that begins at an instant; `None` where there is none.
pub(super) fn weave(guests: &Guests<'_>, start: i64, look: Look) -> Option<Woven> {
    let mut all = TRIES;
    weave_in(guests, (start, look), &mut all)
}

/// The same where many starts are tried, with what is left of the tries for all of them. Once they are used up a few are made for
/// each: less is found then, and nothing that cannot be had.
pub(super) fn weave_in(guests: &Guests<'_>, at: (i64, Look), left: &mut u32) -> Option<Woven> {
    if guests.is_empty() || guests.iter().any(Vec::is_empty) {
        return None;
    }
    let tries = TRIES.min((*left).max(FEWEST));
    let mut used: u32 = 0;
    let mut go = |(first, until): (usize, usize), depth: usize| {
        let mut loom = Loom::new(guests, at, (until, depth));
        loom.tries = tries;
        let is_found = loom.go_on(first, at.0);
        used = used.saturating_add(tries.saturating_sub(loom.tries));
        (is_found || loom.tries == 0, is_found.then_some(loom.done))
    };
    let all = guests.len();
    let deepest = guests.iter().map(Vec::len).max().unwrap_or_default();
    // Who has no way by themselves has none beside others; and where the first services cannot be had together, nor can all.
    let may_be = all == 1
        || ((0..all).all(|guest| go((guest, guest + 1), deepest).0)
            && (1..deepest).all(|depth| go((0, all), depth).0));
    let found = if may_be {
        go((0, all), deepest).1
    } else {
        None
    };
    *left = left.saturating_sub(used);
    let lines = found?;
    let ends = lines.iter().flatten().map(|one| one.end);
    Some(Woven {
        end: ends.max()?,
        lines,
    })
}

struct Loom<'l, 'p> {
    guests: &'l Guests<'p>,
    start: i64,
    look: Look,
    /// The guests before this number are looked at.
    until: usize,
    /// So many services of each are.
    depth: usize,
    /// From which service of the last guest on, when they are ready then, there is no way on beside what the others have: their
    /// own services before it do not matter, since they are over.
    dead: HashSet<(usize, i64)>,
    /// Whether what may be booked of somebody counts, so that what they had before does matter.
    is_capped: bool,
    /// What has its place already.
    done: Vec<Vec<Thread>>,
    tries: u32,
}

impl<'l, 'p> Loom<'l, 'p> {
    fn new(
        guests: &'l Guests<'p>,
        (start, look): (i64, Look),
        (until, depth): (usize, usize),
    ) -> Self {
        let mut plans = guests.iter().flatten().flat_map(|line| &line.plans);
        Self {
            guests,
            start,
            look,
            until,
            depth,
            dead: HashSet::new(),
            is_capped: plans.any(|plan| !plan.input.limits.caps.is_empty()),
            done: guests.iter().map(|_| Vec::new()).collect(),
            tries: TRIES,
        }
    }

    /// Places the next service of a guest, who is ready at an instant, and all that follow; takes it back where there is
    /// no way on.
    fn go_on(&mut self, guest: usize, ready: i64) -> bool {
        let guests = self.guests;
        let Some(lines) = guests.get(guest).filter(|_| guest < self.until) else {
            return true;
        };
        let place = self.done.get(guest).map_or(0, Vec::len);
        let Some(line) = lines.get(place).filter(|_| place < self.depth) else {
            return self.go_on(guest + 1, self.start);
        };
        let is_last = guest + 1 == self.until && !self.is_capped;
        if is_last && place == 0 {
            self.dead.clear();
        }
        if is_last && self.dead.contains(&(place, ready)) {
            return false;
        }
        let wait = if place == 0 { 0 } else { line.wait };
        let mut at = ready;
        while at <= ready + wait {
            for plan in in_order(line, at, self.look) {
                let may = match place {
                    0 => plan.day_of(at).is_ok(),
                    _ => plan.goes_on(at),
                };
                if may && !self.has_enough(plan, at) && self.take(guest, plan, at, &mut Vec::new())
                {
                    return true;
                }
            }
            at += WAIT_STEP;
        }
        if is_last && self.tries > 0 {
            self.dead.insert((place, ready));
        }
        false
    }

    /// Whether as much of a service begins by then as the shop lets guests book, what the visit has of it already included.
    fn has_enough(&self, plan: &Plan<'p>, at: i64) -> bool {
        let limits = &plan.input.limits;
        if self.look != Look::Free || limits.of_service().is_none() {
            return false;
        }
        let each = self.done.iter().zip(self.guests);
        let both = each.flat_map(|(done, lines)| done.iter().zip(lines));
        let same = both.filter(|(_, line)| {
            let first = line.plans.first();
            first.is_some_and(|plan| plan.input.limits.service == limits.service)
        });
        let own: Vec<LocalDate> = same
            .filter_map(|(thread, _)| plan.date_at(thread.start))
            .collect();
        plan.of_service_left(at, &own) == Some(0)
    }

    /// The same of somebody.
    fn have_enough(&self, plan: &Plan<'p>, at: i64, id: ResourceId) -> bool {
        let Some(cap) = plan.input.limits.of_person(id) else {
            return false;
        };
        let done = self.done.iter().flatten();
        let theirs = done.filter(|thread| thread.takes.iter().any(|one| one.resource == id));
        let own: Vec<LocalDate> = theirs
            .filter_map(|thread| plan.date_at(thread.start))
            .collect();
        let date = plan.date_at(at);
        self.look == Look::Free && date.is_some_and(|date| cap.left(date, &own) == 0)
    }

    /// Gives the next need of a service somebody, and goes on when all have.
    fn take(
        &mut self,
        guest: usize,
        plan: &'l Plan<'p>,
        at: i64,
        takes: &mut Vec<Vec<Taken>>,
    ) -> bool {
        let Some(left) = self.tries.checked_sub(1) else {
            return false;
        };
        self.tries = left;
        let end = at + plan.lengths.service;
        let Some(need) = plan
            .needs
            .get(takes.len())
            .filter(|_| self.look != Look::Opening)
        else {
            let from = at - plan.lengths.before;
            let Some(occupied) = Span::new(from, end + plan.lengths.after) else {
                return false;
            };
            self.push(
                guest,
                Thread {
                    start: at,
                    end,
                    occupied,
                    takes: takes.concat(),
                },
            );
            if self.go_on(guest, end) {
                return true;
            }
            self.pop(guest);
            return false;
        };
        let candidates = self.candidates(guest, plan, at, need);
        for (place, (turn, able)) in candidates.iter().enumerate() {
            let Some(mut taken) = self.taken((guest, at), plan, able, takes) else {
                continue;
            };
            if let (Some(turn), Some(first)) = (turn, taken.first_mut()) {
                let mut after = candidates.iter().skip(place + 1);
                let next =
                    after.find(|(_, able)| self.taken((guest, at), plan, able, takes).is_some());
                first.chosen = match self.is_in_hand(guest, able) {
                    true => Some(Chosen::InHand),
                    // Somebody else may be quicker or slower, and that is another plan.
                    false if next.is_none() && self.has_several(guest) => None,
                    false => Some(turn.before(next.and_then(|(turn, _)| turn.as_ref()))),
                };
            }
            takes.push(taken);
            if self.take(guest, plan, at, takes) {
                return true;
            }
            takes.pop();
        }
        false
    }

    /// Those with room, whoever has the guest in hand first; with whose turn it is, where that matters.
    fn candidates(
        &self,
        guest: usize,
        plan: &'l Plan<'p>,
        at: i64,
        need: &'l [Able<'p>],
    ) -> Vec<(Option<Turn>, &'l Able<'p>)> {
        if self.look == Look::Working {
            let working = need.iter().filter(|able| able.at(at).full > 0);
            return working.map(|able| (None, able)).collect();
        }
        let mut free = in_turn(need, at, plan.hull_at(at));
        free.sort_by_key(|(_, able)| !self.is_in_hand(guest, able));
        let free = free.into_iter();
        free.map(|(turn, able)| (Some(turn), able)).collect()
    }

    /// Whether a guest's next service is longer or shorter with some.
    fn has_several(&self, guest: usize) -> bool {
        let place = self.done.get(guest).map_or(0, Vec::len);
        let line = self.guests.get(guest).and_then(|lines| lines.get(place));
        line.is_some_and(|line| line.plans.len() > 1)
    }

    /// Whether somebody has just served this guest.
    fn is_in_hand(&self, guest: usize, able: &Able<'p>) -> bool {
        let before = self.done.get(guest).and_then(|lines| lines.last());
        before.is_some_and(|before| before.takes.iter().any(|one| able.has(one.resource)))
    }

    /// What one of them would take, unless the visit itself is in the way.
    fn taken(
        &self,
        (guest, at): (usize, i64),
        plan: &Plan<'p>,
        able: &Able<'p>,
        takes: &[Vec<Taken>],
    ) -> Option<Vec<Taken>> {
        let is_twice = takes.iter().flatten().any(|one| able.has(one.resource));
        let mut members = able.members();
        if is_twice || members.any(|one| self.have_enough(plan, at, one.id)) {
            return None;
        }
        let spans = able.occupied(plan.lengths, at);
        let bare = able.occupied(plan.lengths.bare(), at);
        let meet = |one: &[Span], other: &[Span]| {
            one.iter()
                .any(|own| other.iter().any(|span| own.overlaps(*span)))
        };
        let each = self.done.iter().enumerate();
        let own = each.flat_map(|(whose, lines)| {
            let takes = lines.iter().flat_map(|line| &line.takes);
            takes.map(move |one| (whose, one))
        });
        // Between two services of one guest by the same hand nothing is kept free.
        let meets = |(whose, one): &(usize, &Taken)| match *whose == guest {
            true => meet(&one.bare, &bare),
            false => meet(&one.spans, &spans),
        };
        let own = own.filter(|(_, one)| able.has(one.resource));
        let mut used: Vec<u16> = own
            .filter(meets)
            .flat_map(|(_, one)| one.seats.clone())
            .collect();
        used.sort_unstable();
        if able.take == Take::Exclusive && !used.is_empty() {
            return None;
        }
        let party = plan.input.service.party;
        let seats = match self.look {
            Look::Free => able.seats_but(party, &spans, &used),
            Look::Opening | Look::Working => able.seats_but(party, &[], &used),
        };
        let wanted = match able.take {
            Take::Exclusive => usize::from(able.resource.capacity),
            Take::Seats => usize::try_from(party).unwrap_or(usize::MAX),
        };
        let is_whole = |(_, seats): &(ResourceId, Vec<u16>)| seats.len() == wanted;
        if !seats.first().is_some_and(is_whole) {
            return None;
        }
        let taken = seats.into_iter().map(|(resource, seats)| Taken {
            chosen: None,
            resource,
            seats,
            spans: spans.clone(),
            bare: bare.clone(),
        });
        Some(taken.collect())
    }

    fn push(&mut self, guest: usize, thread: Thread) {
        if let Some(lines) = self.done.get_mut(guest) {
            lines.push(thread);
        }
    }

    fn pop(&mut self, guest: usize) {
        if let Some(lines) = self.done.get_mut(guest) {
            lines.pop();
        }
    }
}

/// The lengths of a service, whoever's turn it is first.
pub(super) fn in_order<'l, 'p>(line: &'l Line<'p>, at: i64, look: Look) -> Vec<&'l Plan<'p>> {
    let mut plans: Vec<&Plan<'p>> = line.plans.iter().collect();
    if plans.len() > 1 && look == Look::Free {
        plans.sort_by_cached_key(|plan| {
            let day = plan.hull_at(at);
            let turns = plan.needs.iter().flatten();
            let free = turns.filter(|able: &&Able<'_>| able.at(at).left > 0);
            free.map(|able| Turn::of(able, at, day)).min()
        });
    }
    plans
}
