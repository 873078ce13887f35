//! Instants as the clock on the shop's wall shows them. A night belongs to the evening it began with: half past one is
//! 25:30 there.

use crate::{
    base::time::{LAST_MINUTE, LocalDate, local},
    i18n::{Words, format::When},
};
use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Tz;

/// The words, the zone, and the business day it is.
#[derive(Clone, Copy)]
pub struct WallClock {
    /// The reader's words.
    pub t: Words,
    /// Where the shop is.
    pub zone: Tz,
    /// The instant of the page.
    pub now: DateTime<Utc>,
    /// The business day it is.
    pub today: LocalDate,
}

impl WallClock {
    /// Minutes after the midnight of a business day, never after 30:00.
    pub fn minute(&self, date: LocalDate, at: DateTime<Utc>) -> u16 {
        let passed = local(self.zone, at) - date.and_time(NaiveTime::MIN);
        let minutes = passed.num_minutes().clamp(0, i64::from(LAST_MINUTE));
        u16::try_from(minutes).unwrap_or(LAST_MINUTE)
    }

    /// `14:30`, `25:30`.
    pub fn time(&self, date: LocalDate, at: DateTime<Utc>) -> String {
        self.t.wall_time(u32::from(self.minute(date, at)))
    }

    /// `14:30〜15:30`.
    pub fn range(&self, date: LocalDate, from: DateTime<Utc>, until: DateTime<Utc>) -> String {
        self.t
            .format_time_range(self.time(date, from), self.time(date, until))
    }

    /// A date, with the mark of a national holiday.
    pub fn day(&self, date: LocalDate) -> String {
        self.t.day(date, self.today)
    }

    /// A booked time with its length.
    pub fn when(&self, date: LocalDate, start: DateTime<Utc>, end: DateTime<Utc>) -> String {
        let when = When {
            business_date: date,
            start: local(self.zone, start),
            end: local(self.zone, end),
            minutes: u32::try_from((end - start).num_minutes()).unwrap_or(0),
        };
        self.t.when(&when, self.today)
    }

    /// An instant that belongs to no business day: a deadline, an act.
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        let wall = local(self.zone, at);
        self.t.at(wall.date(), wall, self.today)
    }
}
