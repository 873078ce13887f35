//! Finding a way through a visit: each service in its turn, with whoever is free then and not yet taken by the visit itself.

use super::{
    able::Able,
    choose::{Occupied, Placement, in_turn, instants, turn},
    input::Take,
    plan::Plan,
};
use crate::base::{ids::ResourceId, span::Span, time::LocalDate};
use chrono::DateTime;

/// Between two instants at which a waiting guest may be served.
const WAIT_STEP: i64 = 5 * 60;
/// So many tries are made for a start: what has not been found by then is not to be had. A visit of three services by ten
/// people each needs some dozens.
const TRIES: u32 = 20_000;

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

/// One service in its place.
#[derive(Clone)]
pub(super) struct Thread {
    start: i64,
    end: i64,
    occupied: Span,
    takes: Vec<Taken>,
}

/// What one need takes.
#[derive(Clone)]
struct Taken {
    resource: ResourceId,
    seats: Vec<u16>,
    /// With what is kept free around the service.
    spans: Vec<Span>,
    /// Without it.
    bare: Vec<Span>,
}

impl Thread {
    /// As a placement of a business day; `None` where no calendar reaches.
    pub fn placed(self, date: LocalDate) -> Option<Placement> {
        let (occupied_from, occupied_until) = instants(self.occupied)?;
        let takes = self.takes.into_iter();
        Some(Placement {
            date,
            start: DateTime::from_timestamp(self.start, 0)?,
            end: DateTime::from_timestamp(self.end, 0)?,
            occupied_from,
            occupied_until,
            takes: takes
                .map(|one| Occupied {
                    resource: one.resource,
                    seats: one.seats,
                    spans: one.spans.into_iter().filter_map(instants).collect(),
                })
                .collect(),
        })
    }
}

/// The way of a visit that begins at an instant; `None` where there is none.
pub(super) fn weave(guests: &Guests<'_>, start: i64, look: Look) -> Option<Woven> {
    let mut loom = Loom {
        guests,
        start,
        look,
        done: guests.iter().map(|_| Vec::new()).collect(),
        tries: TRIES,
    };
    let is_empty = guests.is_empty() || guests.iter().any(Vec::is_empty);
    if is_empty || !loom.go_on(0, start) {
        return None;
    }
    let ends = loom.done.iter().flatten().map(|one| one.end);
    Some(Woven {
        end: ends.max()?,
        lines: loom.done,
    })
}

struct Loom<'l, 'p> {
    guests: &'l Guests<'p>,
    start: i64,
    look: Look,
    /// What has its place already.
    done: Vec<Vec<Thread>>,
    tries: u32,
}

impl<'l, 'p> Loom<'l, 'p> {
    /// Places the next service of a guest, who is ready at an instant, and all that follow; takes it back where there is
    /// no way on.
    fn go_on(&mut self, guest: usize, ready: i64) -> bool {
        let guests = self.guests;
        let Some(lines) = guests.get(guest) else {
            return true;
        };
        let place = self.done.get(guest).map_or(0, Vec::len);
        let Some(line) = lines.get(place) else {
            return self.go_on(guest + 1, self.start);
        };
        let wait = if place == 0 { 0 } else { line.wait };
        let mut at = ready;
        while at <= ready + wait {
            for plan in self.in_order(line, at) {
                let may = match place {
                    0 => plan.day_of(at).is_ok(),
                    _ => plan.goes_on(at),
                };
                if may && self.take(guest, plan, at, &mut Vec::new()) {
                    return true;
                }
            }
            at += WAIT_STEP;
        }
        false
    }

    /// The lengths of a service, whoever's turn it is first.
    fn in_order(&self, line: &'l Line<'p>, at: i64) -> Vec<&'l Plan<'p>> {
        let mut plans: Vec<&Plan<'p>> = line.plans.iter().collect();
        if plans.len() > 1 && self.look == Look::Free {
            plans.sort_by_cached_key(|plan| {
                let day = plan.hull_at(at);
                let turns = plan.needs.iter().flatten();
                let free = turns.filter(|able| able.at(at).left > 0);
                free.map(|able| turn(able, at, day)).min()
            });
        }
        plans
    }

    /// Gives the next need of a service somebody, and goes on when all have.
    fn take(&mut self, guest: usize, plan: &'l Plan<'p>, at: i64, takes: &mut Vec<Taken>) -> bool {
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
                    takes: takes.clone(),
                },
            );
            if self.go_on(guest, end) {
                return true;
            }
            self.pop(guest);
            return false;
        };
        for able in self.candidates(guest, plan, at, need) {
            let Some(taken) = self.taken((guest, at), plan, able, takes) else {
                continue;
            };
            takes.push(taken);
            if self.take(guest, plan, at, takes) {
                return true;
            }
            takes.pop();
        }
        false
    }

    /// Those with room, whoever has the guest in hand first.
    fn candidates(
        &self,
        guest: usize,
        plan: &'l Plan<'p>,
        at: i64,
        need: &'l [Able<'p>],
    ) -> Vec<&'l Able<'p>> {
        if self.look == Look::Working {
            return need.iter().filter(|able| able.at(at).full > 0).collect();
        }
        let mut free = in_turn(need, at, plan.hull_at(at));
        let before = self.done.get(guest).and_then(|lines| lines.last());
        let in_hand = |able: &&Able<'p>| {
            before.is_some_and(|before| before.takes.iter().any(|one| one.resource == able.id()))
        };
        free.sort_by_key(|able| !in_hand(able));
        free
    }

    /// What one of them would take, unless the visit itself is in the way.
    fn taken(
        &self,
        (guest, at): (usize, i64),
        plan: &Plan<'p>,
        able: &Able<'p>,
        takes: &[Taken],
    ) -> Option<Taken> {
        if takes.iter().any(|one| one.resource == able.id()) {
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
        let own = own.filter(|(_, one)| one.resource == able.id());
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
        (seats.len() == wanted).then_some(Taken {
            resource: able.id(),
            seats,
            spans,
            bare,
        })
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
