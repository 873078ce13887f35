//! Whose turn it is among those who are free, and how that is said afterwards.

use super::{
    able::{Able, busy},
    input::Take,
};
use crate::base::{ids::ResourceId, span::Span};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Whose turn it is first: fewest tables, size, the owner's order of what is put together, how long occupied that day, idle
/// since when, seniority, key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Turn {
    tables: usize,
    size: u32,
    rank: usize,
    occupied: i64,
    idle_since: Option<i64>,
    seniority: u32,
    resource: ResourceId,
}

/// Why it was this one's turn among those who were free, with the figures of this one and of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Chosen {
    /// Somebody asked for this one.
    Named,
    /// This one had it already.
    Kept,
    /// This one has the guest in hand.
    InHand,
    /// Nobody else was free.
    Only,
    /// Fewer tables do.
    FewestTables {
        /// How many these are.
        own: u32,
        /// How many the next would have been.
        next: u32,
    },
    /// The smallest that is large enough.
    Smallest {
        /// Its seats.
        own: u32,
        /// The seats of the next.
        next: u32,
    },
    /// The owner puts these together rather than others.
    OwnersOrder,
    /// The least booked of the business day.
    LeastBooked {
        /// Minutes.
        own: i64,
        /// The minutes of the next.
        next: i64,
    },
    /// Idle for longest.
    LongestIdle {
        /// Since when; nothing where this one has not begun anything yet.
        own: Option<DateTime<Utc>>,
        /// Since when the next is.
        next: Option<DateTime<Utc>>,
    },
    /// The most senior.
    Seniority,
    /// All else being equal, one of them.
    Equal,
}

impl Turn {
    /// A candidate's turn at a start, of a day from first opening to last closing.
    pub fn of(able: &Able<'_>, at: i64, day: Option<Span>) -> Self {
        let resource = able.resource;
        let size = match able.take {
            Take::Exclusive => able.members().map(|one| u32::from(one.capacity)).sum(),
            Take::Seats => 0,
        };
        let shared = |span: Span| day.and_then(|day| day.intersect(span)).map(Span::length);
        let occupied: i64 = busy(resource).filter_map(|(_, span)| shared(span)).sum();
        let begun = busy(resource).filter(|(_, span)| span.from() < at);
        Self {
            tables: 1 + able.joined.len(),
            size,
            rank: able.rank,
            occupied,
            // nothing begun yet sorts before any end
            idle_since: begun.map(|(_, span)| span.until()).max(),
            seniority: resource.seniority,
            resource: resource.id,
        }
    }

    /// Why it comes before the next one, if there is one.
    pub fn before(&self, next: Option<&Self>) -> Chosen {
        let Some(next) = next else {
            return Chosen::Only;
        };
        let count = |tables: usize| u32::try_from(tables).unwrap_or(u32::MAX);
        let instant = |at: Option<i64>| at.and_then(|at| DateTime::from_timestamp(at, 0));
        if self.tables != next.tables {
            let (own, next) = (count(self.tables), count(next.tables));
            return Chosen::FewestTables { own, next };
        }
        if self.size != next.size {
            let (own, next) = (self.size, next.size);
            return Chosen::Smallest { own, next };
        }
        if self.rank != next.rank {
            return Chosen::OwnersOrder;
        }
        if self.occupied != next.occupied {
            let (own, next) = (self.occupied / 60, next.occupied / 60);
            return Chosen::LeastBooked { own, next };
        }
        if self.idle_since != next.idle_since {
            let (own, next) = (instant(self.idle_since), instant(next.idle_since));
            return Chosen::LongestIdle { own, next };
        }
        match self.seniority == next.seniority {
            true => Chosen::Equal,
            false => Chosen::Seniority,
        }
    }

    /// Whether it is the turn of the same one.
    pub fn is_of(&self, other: &Self) -> bool {
        self.resource == other.resource
    }
}

/// Those who are free at a start, whose turn it is first.
pub(super) fn in_turn<'l, 'p>(
    need: &'l [Able<'p>],
    at: i64,
    day: Option<Span>,
) -> Vec<(Turn, &'l Able<'p>)> {
    let free = need.iter().filter(|able| able.at(at).left > 0);
    let mut free: Vec<_> = free.map(|able| (Turn::of(able, at, day), able)).collect();
    free.sort_by(|(one, _), (other, _)| one.cmp(other));
    free
}
