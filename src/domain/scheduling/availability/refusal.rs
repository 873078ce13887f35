//! Why a start is not offered.

use crate::base::time::{LocalDate, WallTime, instant};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// Why a start is not offered. Where several reasons hold, the first in this order is given: what
/// no other time would cure, then the calendar, then the hours, then the people and things, then what the shop
/// lets begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// Nobody comes.
    EmptyParty,
    /// Nothing that is needed fits so many people, at any time.
    PartyTooLarge,
    /// Clocks jump over this wall time.
    NoSuchTime,
    /// It has begun already.
    Past,
    /// It begins too soon to be booked.
    TooSoon,
    /// It lies too far ahead to be booked.
    TooFar,
    /// Its business day is not among the days that were asked about: a fault of the question.
    NotAsked,
    /// The shop is closed that day.
    Closed,
    /// The service would not lie within the opening hours.
    OutsideHours,
    /// Nothing begins at this minute.
    NotAStart,
    /// Too few of those who can do it are on shift for the whole of it.
    NobodyWorking,
    /// Those who work have something else.
    Taken,
    /// There is room, but in that half-hour as many begin as the shop lets guests book.
    Enough,
    /// There is room, but of this service, or by those who have it, as many begin that day or that week as the shop lets guests book.
    Capped,
}

impl Refusal {
    /// The last part of the id of the message that says so.
    pub fn id(self) -> &'static str {
        match self {
            Self::EmptyParty => "empty-party",
            Self::PartyTooLarge => "party-too-large",
            Self::NoSuchTime => "no-such-time",
            Self::Past => "past",
            Self::TooSoon => "too-soon",
            Self::TooFar => "too-far",
            Self::NotAsked => "not-asked",
            Self::Closed => "closed",
            Self::OutsideHours => "outside-hours",
            Self::NotAStart => "not-a-start",
            Self::NobodyWorking => "nobody-working",
            Self::Taken => "taken",
            Self::Enough => "enough",
            Self::Capped => "capped",
        }
    }
}

/// The instant of a business day's wall time, for a person who names a start that way.
pub fn start_at(zone: Tz, date: LocalDate, wall: WallTime) -> Result<DateTime<Utc>, Refusal> {
    instant(zone, date, wall).ok_or(Refusal::NoSuchTime)
}
