//! Whether each guest of a visit has a way through it by themselves, found once for all starts: the second service at eleven is
//! the same question for whoever begins at ten and for whoever waits until then.
//!
//! What one guest had before is over by the time of the next service, so who did it does not matter: from a service and an
//! instant on there is a way or there is none. Only what may be booked of somebody on a day looks back; where that counts,
//! there is no such answer.

use super::{
    plan::Plan,
    weave::{Guests, Look, WAIT_STEP, in_order},
};
use std::collections::HashMap;

/// What is known of the ways through a visit.
pub(super) struct Ways<'g, 'p> {
    guests: &'g Guests<'p>,
    /// For the services of each guest, from an instant on, when the last of them ends.
    known: HashMap<(usize, usize, i64), Option<i64>>,
}

impl<'g, 'p> Ways<'g, 'p> {
    /// Nothing is known yet. `None` where what the visit has of somebody already counts.
    pub fn of(guests: &'g Guests<'p>) -> Option<Self> {
        let mut plans = guests.iter().flatten().flat_map(|line| &line.plans);
        let known = HashMap::new();
        plans
            .all(|plan| plan.input.limits.caps.is_empty())
            .then_some(Self { guests, known })
    }

    /// When the last service of all ends, if nobody were in another's way; `None` where somebody has no way even so.
    pub fn end(&mut self, start: i64) -> Option<i64> {
        let ends = (0..self.guests.len()).map(|guest| self.from((guest, 0), start));
        let ends: Option<Vec<i64>> = ends.collect();
        ends?.into_iter().max()
    }

    fn from(&mut self, (guest, place): (usize, usize), ready: i64) -> Option<i64> {
        let guests = self.guests;
        let Some(line) = guests.get(guest)?.get(place) else {
            return (place > 0).then_some(ready);
        };
        if let Some(known) = self.known.get(&(guest, place, ready)) {
            return *known;
        }
        let wait = if place == 0 { 0 } else { line.wait };
        let mut found = None;
        let mut at = ready;
        while found.is_none() && at <= ready + wait {
            found = in_order(line, at, Look::Free).into_iter().find_map(|plan| {
                let may = match place {
                    0 => plan.day_of(at).is_ok(),
                    _ => plan.goes_on(at),
                };
                let next = (guest, place + 1);
                match may && is_served(plan, at) {
                    true => self.from(next, at + plan.lengths.service),
                    false => None,
                }
            });
            at += WAIT_STEP;
        }
        self.known.insert((guest, place, ready), found);
        found
    }
}

fn is_served(plan: &Plan<'_>, at: i64) -> bool {
    plan.needs.is_empty() || plan.served(at, |room| room.left > 0)
}
