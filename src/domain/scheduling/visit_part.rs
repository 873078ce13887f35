//! Asking the engine about one service of a visit, while the others stay where they are.

use super::{
    allocation::Seat,
    availability::{self, Input, Limits, Placement, Refusal, Slot, Starts, Taken},
    load::{self, By},
    seek::{ALTERNATIVES, loosen},
    visit::Sought,
};
use crate::{
    base::time::wall_on,
    db::{self, TenantTx},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// Where it may lie.
#[derive(Clone, Debug)]
pub struct Room {
    /// Not before this: the guest has another service until then.
    pub after: Option<DateTime<Utc>>,
    /// Over by this: the guest has another service from then on.
    pub before: Option<DateTime<Utc>>,
    /// The business day of the visit.
    pub date: NaiveDate,
    /// What the visit's other guests have meanwhile. What the guest's own other services take with what is kept free around them is
    /// not there: between two of them nothing needs to be kept free.
    pub taken: Vec<Seat>,
}

/// Why it cannot go there; the nearest times to which it can.
#[derive(Clone, Debug)]
pub enum Refused {
    /// The guest's other services are in its way, or it would be on another day.
    OutOfOrder(Vec<Slot>),
    /// The shop's rules or somebody else's time is.
    ByTheEngine(Refusal, Vec<Slot>),
}

/// Whether one service of a visit can begin then, and what it would take. Locks what the visit could take until the transaction
/// ends, so a yes stays true.
pub fn place_locked(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    (one, room): (usize, &Room),
    start: DateTime<Utc>,
) -> db::Result<Result<Placement, Refused>> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let inputs = load::inputs_locked(tx, &sought.over(from, days), start)?;
    let Some(mut input) = inputs.into_iter().nth(one) else {
        return Ok(Err(Refused::ByTheEngine(Refusal::NotAsked, Vec::new())));
    };
    room.fill(&mut input);
    let listed = input.clone();
    match sought.by {
        By::Hand => {
            loosen(&mut input);
            input.now = input.now.min(start);
        }
        By::Guest if room.after.is_some() => when_reached(&mut input),
        By::Guest => {}
    }
    let found = availability::place(&input, start);
    let is_in_order =
        |placement: &Placement| room.holds(placement.start, placement.end, placement.date);
    Ok(match found {
        Ok(placement) if is_in_order(&placement) => Ok(placement),
        Ok(_) => Err(Refused::OutOfOrder(room.nearest(&listed, start))),
        Err(refusal) => Err(Refused::ByTheEngine(refusal, room.nearest(&listed, start))),
    })
}

/// Every start that guests are offered for one service of a visit: on the shop's steps, and as soon as the service before it is
/// over. Nothing is locked, so a yes may become a no.
pub fn free(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    (one, room): (usize, &Room),
) -> db::Result<Vec<Slot>> {
    let inputs = load::inputs(tx, &sought.over(room.date, 1))?;
    let Some(mut input) = inputs.into_iter().nth(one) else {
        return Ok(Vec::new());
    };
    room.fill(&mut input);
    let mut slots = availability::free_slots(&input);
    slots.retain(|slot| room.holds(slot.start, slot.end, slot.date));
    let Some(after) = room.after else {
        return Ok(slots);
    };
    when_reached(&mut input);
    if let Ok(placed) = availability::place(&input, after)
        && room.holds(placed.start, placed.end, placed.date)
        && slots.iter().all(|slot| slot.start != after)
        && let Some(minute) = wall_on(sought.profile.zone, placed.date, placed.start)
    {
        let first = Slot {
            start: placed.start,
            end: placed.end,
            date: placed.date,
            minute,
            left: 1,
            capacity: 1,
        };
        slots.insert(0, first);
    }
    Ok(slots)
}

/// It begins when it is reached, as in any visit; on its timetable where it has one.
fn when_reached(input: &mut Input) {
    let on_grid = input
        .every_rule()
        .filter(|rules| rules.starts == Starts::Grid);
    on_grid.for_each(|rules| rules.step = 1);
}

impl Room {
    fn holds(&self, start: DateTime<Utc>, end: DateTime<Utc>, date: NaiveDate) -> bool {
        self.after.is_none_or(|after| after <= start)
            && self.before.is_none_or(|before| end <= before)
            && date == self.date
    }

    /// What the other guests have counts as taken. How many may begin was settled when the visit began.
    fn fill(&self, input: &mut Input) {
        for resource in &mut input.resources {
            let own = self.taken.iter().filter(|(id, ..)| *id == resource.id);
            let own = own.map(|(_, seat, start, end)| Taken {
                seat: *seat,
                start: *start,
                end: *end,
            });
            resource.taken.extend(own);
        }
        if self.after.is_some() {
            input.limits = Limits::default();
        }
    }

    fn nearest(&self, input: &Input, wanted: DateTime<Utc>) -> Vec<Slot> {
        let mut slots = availability::free_slots(input);
        slots.retain(|slot| self.holds(slot.start, slot.end, slot.date));
        slots.sort_by_key(|slot| (far(slot.start, wanted), slot.start));
        slots.truncate(ALTERNATIVES);
        slots.sort_by_key(|slot| slot.start);
        slots
    }
}

fn far(start: DateTime<Utc>, wanted: DateTime<Utc>) -> TimeDelta {
    (start - wanted).abs()
}
