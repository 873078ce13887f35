//! How many guests may begin in each half-hour, on a day and in a week, whatever is free: for half-hours a usual number for each
//! kind of day, and another for single dates. Whatever has begun counts, whoever booked it; only who books by themselves is held to it.

use super::{
    caps::{Cap, Counted},
    input::DayKind,
};
use crate::base::{
    holidays::holiday,
    ids::{ResourceId, ServiceId},
    time::{BusinessDay, LAST_MINUTE, LocalDate, WallTime, Weekday, days_after},
};
use chrono::{DateTime, Utc};

/// So many minutes are counted together.
pub const HALF_HOUR: u16 = 30;
/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// With which weeks begin.
const MONDAY: i16 = 1;

/// What the shop says of half-hours, and what has begun in them. Without numbers there is no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// The usual numbers.
    pub usual: Vec<UsualLimit>,
    /// The numbers of single dates, in place of the usual ones.
    pub dated: Vec<DatedLimit>,
    /// So many may begin on a day of the calendar.
    pub a_day: Option<u32>,
    /// So many may begin from Monday to Sunday.
    pub a_week: Option<u32>,
    /// When each booking and each living hold begins, the asker's own left out, in order of time.
    pub begun: Vec<DateTime<Utc>>,
    /// What may be booked of single services and by single people.
    pub caps: Vec<Cap>,
    /// The service that is asked about.
    pub service: Option<ServiceId>,
}

/// The usual number of a half-hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsualLimit {
    /// The days it is about.
    pub day: DayKind,
    /// The minute of the business day with which the half-hour begins.
    pub half: u16,
    /// So many may begin.
    pub most: u32,
}

/// The number of a half-hour of one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedLimit {
    /// The business day.
    pub date: LocalDate,
    /// The minute of the business day with which the half-hour begins.
    pub half: u16,
    /// So many may begin.
    pub most: u32,
}

/// The half-hour that a wall time lies in, by the minute it begins with.
pub(super) fn half_hour(wall: WallTime) -> u16 {
    wall.minutes() / HALF_HOUR * HALF_HOUR
}

impl Limits {
    /// Whether the shop says nothing of what may begin, so that nothing need be counted.
    pub fn is_empty(&self) -> bool {
        self.usual.is_empty() && self.dated.is_empty() && !self.reaches_far()
    }

    /// Whether more counts than what begins on the days that are asked about.
    pub fn reaches_far(&self) -> bool {
        self.a_day.is_some() || self.a_week.is_some()
    }

    /// What the shop says of the service that is asked about.
    pub fn of_service(&self) -> Option<&Cap> {
        let service = Counted::Service(self.service?);
        self.caps.iter().find(|cap| cap.of == service)
    }

    /// What it says of somebody.
    pub fn of_person(&self, id: ResourceId) -> Option<&Cap> {
        let person = Counted::Person(id);
        self.caps.iter().find(|cap| cap.of == person)
    }

    /// The same without what is said of half-hours, days and weeks as such.
    pub fn of_caps(&mut self) -> Self {
        Self {
            caps: std::mem::take(&mut self.caps),
            service: self.service,
            ..Self::default()
        }
    }

    /// How many may begin in a half-hour of a date; `None` is as many as there is room for. Holidays and the days before them go
    /// by numbers of their own where any are said, else by those of their weekday.
    pub fn most(&self, date: LocalDate, half: u16) -> Option<u32> {
        let mut dated = self.dated.iter();
        let said = dated.find(|one| one.date == date && one.half == half);
        if let Some(said) = said {
            return Some(said.most);
        }
        let kind = self.kind(date);
        let mut usual = self.usual.iter();
        let said = usual.find(|one| one.day == kind && one.half == half);
        said.map(|one| one.most)
    }

    /// How many have begun in a half-hour of a business day. It is counted by instants, so that what belongs to the night before
    /// counts in the half-hour that it begins in, too.
    pub fn begun(&self, day: &BusinessDay, half: u16) -> u32 {
        let at = |minute: u16| {
            let wall = WallTime::new(minute.min(LAST_MINUTE))?;
            day.reached(wall)
        };
        let Some((from, until)) = at(half).zip(at(half + HALF_HOUR)) else {
            return 0;
        };
        self.between(from, until)
    }

    /// How many more may begin in a half-hour of a business day; `None` is as many as there is room for. What begins past midnight
    /// begins on the next day of the calendar.
    pub fn left(&self, day: &BusinessDay, half: u16) -> Option<u32> {
        let most = self.most(day.date(), half);
        let of_half = most.map(|most| (most, self.begun(day, half)));
        let date = days_after(day.date(), u32::from(half / DAY));
        let of_day = self
            .a_day
            .map(|most| (most, self.begun_from(day, (date, 1))));
        let monday = Weekday::from_number(MONDAY).map_or(date, |monday| monday.week_from(date));
        let of_week = self
            .a_week
            .map(|most| (most, self.begun_from(day, (monday, 7))));
        let all = [of_half, of_day, of_week].into_iter().flatten();
        all.map(|(most, begun)| most.saturating_sub(begun)).min()
    }

    /// How many have begun from a date on for so many days of the calendar.
    fn begun_from(&self, day: &BusinessDay, (date, days): (LocalDate, u32)) -> u32 {
        let midnight = |date: LocalDate| day.on(date).reached(WallTime::MIDNIGHT);
        match midnight(date).zip(midnight(days_after(date, days))) {
            Some((from, until)) => self.between(from, until),
            None => 0,
        }
    }

    fn between(&self, from: i64, until: i64) -> u32 {
        let before = |end: i64| self.begun.partition_point(|begun| begun.timestamp() < end);
        let count = before(until).saturating_sub(before(from));
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    fn kind(&self, date: LocalDate) -> DayKind {
        let is_said = |kind: DayKind| self.usual.iter().any(|one| one.day == kind);
        let eve = || date.succ_opt().and_then(holiday).is_some();
        if is_said(DayKind::Holiday) && holiday(date).is_some() {
            return DayKind::Holiday;
        }
        if is_said(DayKind::DayBeforeHoliday) && eve() {
            return DayKind::DayBeforeHoliday;
        }
        DayKind::Weekday(Weekday::of(date))
    }
}
