//! The list of free starts, and the searches in it.

use super::{
    able::{Able, Room},
    dated::by_date,
    input::Input,
    joined,
    lengths::{at_quickest, by_length},
    plan::{Plan, Start},
};
use crate::base::time::{LocalDate, WallTime};
use chrono::{DateTime, Utc};

/// A start that can be booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When the service begins.
    pub start: DateTime<Utc>,
    /// When it ends, without buffers; where it depends on who does it, at the earliest.
    pub end: DateTime<Utc>,
    /// The business day it belongs to.
    pub date: LocalDate,
    /// What the wall clock of that business day shows at its start.
    pub minute: WallTime,
    /// How many parties of this size could still begin here, looking at each need by itself, and no more than the shop lets
    /// begin.
    pub left: u32,
    /// How many could, if those who work then had nothing else.
    pub capacity: u32,
}

/// Every start that can be booked on the days asked for, in order of time. Exactly those for
/// which [`place`](super::place) finds a place.
pub fn free_slots(input: &Input) -> Vec<Slot> {
    let mut slots = starts(input);
    slots.retain(|slot| slot.left > 0);
    slots
}

/// Every start that calendar and opening allow on the days asked for, the full ones among them with nothing left: what
/// a table of marks is drawn from.
pub fn starts(input: &Input) -> Vec<Slot> {
    let stretches = by_date(input);
    if let [one] = stretches.as_slice() {
        return starts_of_one(one);
    }
    let mut slots: Vec<Slot> = stretches
        .iter()
        .flat_map(|one| starts_of_one(one))
        .collect();
    // A night that runs late keeps what is its own.
    slots.sort_by_key(|slot| slot.start);
    slots.dedup_by_key(|slot| slot.start);
    slots
}

fn starts_of_one(input: &Input) -> Vec<Slot> {
    let all = |input: &Input| {
        let plan = Plan::new(input);
        let starts = (0..plan.asked()).flat_map(|day| plan.starts(day)).collect();
        marked(&plan, starts)
    };
    let questions = by_length(input);
    if let [one] = questions.as_slice() {
        return all(one);
    }
    let mut slots: Vec<Slot> = questions.iter().flat_map(|one| all(one)).collect();
    slots.sort_by_key(|slot| (slot.start, slot.end));
    slots.dedup_by(|other, slot| {
        let same = other.start == slot.start;
        if same {
            slot.left = slot.left.saturating_add(other.left);
            slot.capacity = slot.capacity.saturating_add(other.capacity);
        }
        same
    });
    // Two who do it may need the same chair.
    let most = all(&at_quickest(input, &questions));
    for slot in &mut slots {
        if let Ok(place) = most.binary_search_by_key(&slot.start, |one| one.start)
            && let Some(most) = most.get(place)
        {
            slot.left = slot.left.min(most.left);
            slot.capacity = slot.capacity.min(most.capacity);
        }
    }
    slots
}

/// The first start that can be booked on the days asked for. Later days are not looked at.
pub fn next_free(input: &Input) -> Option<Slot> {
    let stretches = by_date(input);
    let [one] = stretches.as_slice() else {
        return free_slots(input).into_iter().next();
    };
    let questions = by_length(one);
    let each = questions.iter().filter_map(|one| next_of_one_length(one));
    each.min_by_key(|slot| slot.start)
}

fn next_of_one_length(input: &Input) -> Option<Slot> {
    let plan = Plan::new(input);
    let on = |day| free(&plan, plan.starts(day)).into_iter().next();
    (0..plan.asked()).find_map(|day| {
        let found = on(day)?;
        // a late night may run on while the next day has begun
        match on(day + 1).filter(|_| day + 1 < plan.asked()) {
            Some(other) if other.start < found.start => Some(other),
            _ => Some(found),
        }
    })
}

/// The free starts nearest to a wanted instant, at most `count`, in order of time; of two equally
/// near, the earlier counts as nearer. The wanted one is among them if it is free.
pub fn nearest(input: &Input, wanted: DateTime<Utc>, count: usize) -> Vec<Slot> {
    nearest_of(free_slots(input), wanted, count)
}

/// Of some free starts, the nearest.
pub(super) fn nearest_of(mut slots: Vec<Slot>, wanted: DateTime<Utc>, count: usize) -> Vec<Slot> {
    slots.sort_by_key(|slot| (slot.start - wanted).abs());
    slots.truncate(count);
    slots.sort_by_key(|slot| slot.start);
    slots
}

fn free(plan: &Plan<'_>, starts: Vec<Start>) -> Vec<Slot> {
    let mut slots = marked(plan, starts);
    slots.retain(|slot| slot.left > 0);
    slots
}

fn marked(plan: &Plan<'_>, mut starts: Vec<Start>) -> Vec<Slot> {
    starts.sort_by_key(|start| start.at);
    let rooms = rooms(plan, &starts);
    let with_room = starts.into_iter().zip(rooms);
    with_room
        .filter_map(|(start, room)| {
            let mut slot = slot(plan, start, room)?;
            if plan.is_shared() && slot.left > 0 && !plan.served(start.at, |room| room.left > 0) {
                slot.left = 0;
            }
            if let Some(limit) = plan.limit(start.date, start.wall) {
                slot.left = slot.left.min(limit);
            }
            if let Some(cap) = plan.of_service_left(start.at, &[]) {
                slot.left = slot.left.min(cap);
            }
            Some(slot)
        })
        .collect()
}

/// How much room there is at each of some ascending starts: that of the scarcest need.
fn rooms(plan: &Plan<'_>, starts: &[Start]) -> Vec<Room> {
    let mut needs = plan.needs.iter().map(|need| {
        let begun = starts.iter().map(|start| (start.at, Room::default()));
        let mut totals: Vec<(i64, Room)> = begun.collect();
        let (alone, groups): (Vec<&Able<'_>>, Vec<&Able<'_>>) =
            need.iter().partition(|able| able.rank == 0);
        for able in alone {
            able.add_to(&mut totals);
        }
        if !groups.is_empty() {
            for (at, total) in &mut totals {
                *total = total.plus(joined::room(groups.iter().copied(), *at));
            }
        }
        totals
    });
    let Some(mut scarcest) = needs.next() else {
        return Vec::new();
    };
    for need in needs {
        for ((_, least), (_, room)) in scarcest.iter_mut().zip(need) {
            *least = least.least(room);
        }
    }
    scarcest.into_iter().map(|(_, room)| room).collect()
}

fn slot(plan: &Plan<'_>, start: Start, room: Room) -> Option<Slot> {
    Some(Slot {
        start: DateTime::from_timestamp(start.at, 0)?,
        end: DateTime::from_timestamp(start.at + plan.lengths.service, 0)?,
        date: start.date,
        minute: start.wall,
        left: room.left,
        capacity: room.full,
    })
}
