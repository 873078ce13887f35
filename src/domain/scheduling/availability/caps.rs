//! How many of one service, and how many by one person, guests may book on a day and in a week, whatever is free. Every line of a
//! visit counts as one, whoever booked it; only who books by themselves is held to it. Days are those of the calendar, and weeks
//! begin on Monday.

use crate::base::{
    ids::{ResourceId, ServiceId},
    time::{LocalDate, Weekday},
};

/// With which weeks begin.
const MONDAY: i16 = 1;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// Everything of one service, by whomever.
    Service(ServiceId),
    /// Everything by one person, or at one table or in one room.
    Person(ResourceId),
}

/// What the shop says of one service or one person, and what begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap {
    /// What is counted.
    pub of: Counted,
    /// So many on a day.
    pub a_day: Option<u32>,
    /// So many from Monday to Sunday.
    pub a_week: Option<u32>,
    /// How many begin on each day, the asker's own left out.
    pub begun: Vec<(LocalDate, u32)>,
}

impl Cap {
    /// How many more may begin on a date, beside those of the asker on some dates.
    pub fn left(&self, date: LocalDate, own: &[LocalDate]) -> u32 {
        let of_day = self
            .a_day
            .map(|most| most.saturating_sub(self.on_day(date, own)));
        let of_week = self
            .a_week
            .map(|most| most.saturating_sub(self.in_week(date, own)));
        let both = [of_day, of_week].into_iter().flatten();
        both.min().unwrap_or(u32::MAX)
    }

    /// How many begin on a date.
    pub fn on_day(&self, date: LocalDate, own: &[LocalDate]) -> u32 {
        self.count(own, |one| one == date)
    }

    /// How many begin in the week of a date.
    pub fn in_week(&self, date: LocalDate, own: &[LocalDate]) -> u32 {
        let monday = |date: LocalDate| {
            let monday = Weekday::from_number(MONDAY);
            monday.map_or(date, |monday| monday.week_from(date))
        };
        let week = monday(date);
        self.count(own, |one| monday(one) == week)
    }

    fn count(&self, own: &[LocalDate], is_then: impl Fn(LocalDate) -> bool) -> u32 {
        let begun = self.begun.iter().filter(|(date, _)| is_then(*date));
        let begun = begun.fold(0, |sum: u32, (_, count)| sum.saturating_add(*count));
        let own = own.iter().filter(|date| is_then(**date)).count();
        begun.saturating_add(u32::try_from(own).unwrap_or(u32::MAX))
    }
}
