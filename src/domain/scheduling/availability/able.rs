//! How many parties one candidate can take at any instant, as a line of steps.
//!
//! Each taken seat forbids the starts whose occupied time would overlap it, each shift permits
//! those that fit into it. Both are spans of *starts*, so that listing thousands of them is a walk
//! along two sorted lines.

use super::{
    input::{Resource, Take},
    occupied::{Lengths, Stretch},
};
use crate::base::{
    ids::ResourceId,
    span::{Span, Spans},
};
use chrono::{DateTime, Utc};

/// A candidate over the days asked for.
pub(super) struct Able<'a> {
    pub resource: &'a Resource,
    /// What it is put together with.
    pub joined: Vec<&'a Resource>,
    /// Its place in the owner's order of what is put together, from 1; 0 for what stands alone.
    pub rank: usize,
    pub take: Take,
    leaves: bool,
    /// Ascending by `from`; before the first, nothing.
    steps: Vec<Step>,
}

/// A candidate, or what is put together to be one.
pub(super) struct Wanted<'a> {
    pub resource: &'a Resource,
    pub joined: Vec<&'a Resource>,
    pub rank: usize,
    pub take: Take,
    pub leaves: bool,
}

/// How many parties could begin from an instant on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Room {
    /// With what is taken already.
    pub left: u32,
    /// If nothing were taken.
    pub full: u32,
}

struct Step {
    from: i64,
    room: Room,
}

impl Room {
    pub fn plus(self, other: Self) -> Self {
        Self {
            left: self.left.saturating_add(other.left),
            full: self.full.saturating_add(other.full),
        }
    }

    pub fn least(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            full: self.full.min(other.full),
        }
    }
}

impl<'a> Able<'a> {
    /// A candidate who works at these times, for a party it fits; in some stretches nothing more may begin with it. Of what is put
    /// together, each has times of its own.
    pub fn new(
        wanted: Wanted<'a>,
        party: u32,
        lengths: Lengths,
        (work, full): (&[Spans], &[Span]),
    ) -> Self {
        let Wanted {
            resource,
            joined,
            rank,
            take,
            leaves,
        } = wanted;
        // for exclusive use it is one seat, and whatever is taken takes it
        let (seats, party) = match take {
            Take::Exclusive => (1, 1),
            Take::Seats => (resource.capacity, party.max(1)),
        };
        let mut changes = Vec::with_capacity(2 * resource.taken.len() + 64);
        for one in std::iter::once(&resource).chain(&joined) {
            for seat in forbidden(one, (lengths, leaves)) {
                for span in seat.iter() {
                    changes.extend([(span.from(), 1, 0), (span.until(), -1, 0)]);
                }
            }
        }
        for work in work {
            for span in work.beginnings(lengths.service).iter() {
                changes.extend([(span.from(), 0, 1), (span.until(), 0, -1)]);
            }
        }
        for span in full {
            let every = i32::from(seats);
            changes.extend([(span.from(), every, 0), (span.until(), -every, 0)]);
        }
        changes.sort_unstable();
        let all = i32::try_from(work.len()).unwrap_or(i32::MAX);
        let seats = u32::from(seats);
        let (mut forbidden, mut working) = (0_i32, 0_i32);
        let mut steps: Vec<Step> = Vec::with_capacity(changes.len());
        for (from, seat, shift) in changes {
            forbidden += seat;
            working += shift;
            let left = seats.saturating_sub(forbidden.unsigned_abs()) / party;
            let room = match working < all || working == 0 {
                true => Room::default(),
                false => Room {
                    left,
                    full: seats / party,
                },
            };
            match steps.last_mut() {
                Some(last) if last.from == from => last.room = room,
                Some(last) if last.room == room => {}
                _ => steps.push(Step { from, room }),
            }
        }
        Self {
            resource,
            joined,
            rank,
            take,
            leaves,
            steps,
        }
    }

    /// Everything that it takes: itself, and what it is put together with.
    pub fn members(&self) -> impl Iterator<Item = &'a Resource> {
        std::iter::once(self.resource).chain(self.joined.iter().copied())
    }

    /// Whether it takes something.
    pub fn has(&self, id: ResourceId) -> bool {
        self.members().any(|one| one.id == id)
    }

    /// Whether it takes something that another takes.
    pub fn meets(&self, other: &Able<'_>) -> bool {
        self.members().any(|one| other.has(one.id))
    }

    /// Whether a party of this size fits, if nothing else is in the way.
    pub fn fits(resource: &Resource, take: Take, party: u32) -> bool {
        match take {
            Take::Exclusive => resource.capacity > 0 && party <= u32::from(resource.party_max),
            Take::Seats => party <= u32::from(resource.capacity),
        }
    }

    /// How many parties could begin at an instant, in seconds since 1970.
    pub fn at(&self, start: i64) -> Room {
        let after = self.steps.partition_point(|step| step.from <= start);
        let last = after.checked_sub(1).and_then(|index| self.steps.get(index));
        last.map_or(Room::default(), |step| step.room)
    }

    /// Adds how many parties could begin at each of some ascending instants.
    pub fn add_to(&self, totals: &mut [(i64, Room)]) {
        let Some((first, _)) = totals.first() else {
            return;
        };
        let mut room = self.at(*first);
        let passed = self.steps.partition_point(|step| step.from <= *first);
        let mut coming = self.steps.iter().skip(passed).peekable();
        for (start, total) in totals {
            while let Some(step) = coming.next_if(|step| step.from <= *start) {
                room = step.room;
            }
            *total = total.plus(room);
        }
    }

    /// What it would be occupied with by a service that begins at an instant: spans of seconds since 1970.
    pub fn occupied(&self, lengths: Lengths, start: i64) -> Vec<Span> {
        let stretches = lengths.occupied(self.leaves);
        let spans = stretches.map(|(from, until)| Span::new(start + from, start + until));
        spans.flatten().collect()
    }

    /// The seats that a party would take of each, given the time it would occupy.
    pub fn seats(&self, party: u32, occupied: &[Span]) -> Vec<(ResourceId, Vec<u16>)> {
        self.seats_but(party, occupied, &[])
    }

    /// The same without some seats, which are in order.
    pub fn seats_but(
        &self,
        party: u32,
        occupied: &[Span],
        used: &[u16],
    ) -> Vec<(ResourceId, Vec<u16>)> {
        if self.take == Take::Exclusive {
            let whole = |one: &Resource| (one.id, (0..one.capacity).collect());
            return self.members().map(whole).collect();
        }
        let free = self.free_seats(party, occupied, used);
        vec![(self.resource.id, free)]
    }

    /// As many seats as people come, lowest numbers first.
    fn free_seats(&self, party: u32, occupied: &[Span], used: &[u16]) -> Vec<u16> {
        let all = 0..self.resource.capacity;
        let mut taken: Vec<u16> = busy(self.resource)
            .filter(|(_, span)| occupied.iter().any(|own| own.overlaps(*span)))
            .map(|(seat, _)| seat)
            .collect();
        taken.sort_unstable();
        all.filter(|seat| taken.binary_search(seat).is_err())
            .filter(|seat| used.binary_search(seat).is_err())
            .take(usize::try_from(party).unwrap_or(usize::MAX))
            .collect()
    }
}

/// What is taken of a resource: the seat's number, and when, in whole seconds. Seats beyond the
/// capacity count too: whoever has them since before it was lowered still sits somewhere.
pub(super) fn busy(resource: &Resource) -> impl Iterator<Item = (u16, Span)> {
    resource.taken.iter().filter_map(|taken| {
        let span = Span::new(taken.start.timestamp(), whole_second(taken.end))?;
        Some((taken.seat, span))
    })
}

/// Seconds since 1970, a begun second counting as a whole one.
pub(super) fn whole_second(instant: DateTime<Utc>) -> i64 {
    instant.timestamp() + i64::from(instant.timestamp_subsec_nanos() > 0)
}

/// The starts that each seat forbids: those of which an occupied stretch would overlap something.
fn forbidden(resource: &Resource, (lengths, leaves): (Lengths, bool)) -> Vec<Spans> {
    let against = |taken: Span, (from, until): Stretch| {
        Span::new(taken.from() - until + 1, taken.until() - from)
    };
    let mut starts: Vec<(u16, Span)> = busy(resource)
        .flat_map(|(seat, span)| {
            let stretches = lengths.occupied(leaves);
            stretches.filter_map(move |stretch| Some((seat, against(span, stretch)?)))
        })
        .collect();
    starts.sort_unstable();
    starts
        .chunk_by(|(one, _), (other, _)| one == other)
        .map(|seat| seat.iter().map(|(_, span)| *span).collect())
        .collect()
}
