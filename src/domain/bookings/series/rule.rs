//! By which rule bookings repeat: every so many weeks, on which days of the week, until when. Pure.

use crate::base::time::{LocalDate, Weekday, days_after};

/// No series has more bookings: a year of every week.
pub const MOST: usize = 52;
/// No series reaches further ahead, in days: two years.
pub const FURTHEST: u32 = 731;
/// The most weeks from one time to the next.
pub const WIDEST: i64 = 12;

/// The rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Every so many weeks, counted from the week of the first.
    pub every: i16,
    /// On these days.
    pub weekdays: Vec<Weekday>,
    /// Until when.
    pub end: End,
}

/// Where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// On that day at the latest.
    On(LocalDate),
    /// After so many, the first among them.
    After(i16),
}

impl Rule {
    /// Its days, the first among them whatever day of the week that is; never more than a series may have.
    pub fn dates(&self, first: LocalDate) -> Vec<LocalDate> {
        self.some(first, MOST)
    }

    /// Whether it asks for more days than a series may have, or for days that lie too far ahead.
    pub fn is_too_long(&self, first: LocalDate) -> bool {
        match self.end {
            End::On(last) => {
                last > days_after(first, FURTHEST) || self.some(first, MOST + 1).len() > MOST
            }
            End::After(count) => {
                let wanted = usize::try_from(count).unwrap_or(0);
                self.some(first, wanted).len() < wanted || wanted > MOST
            }
        }
    }

    /// The days of the week as a column keeps them: a bit each.
    pub fn bits(&self) -> i16 {
        self.weekdays
            .iter()
            .fold(0, |bits, day| bits | (1_i16 << day.number()))
    }

    fn some(&self, first: LocalDate, most: usize) -> Vec<LocalDate> {
        let furthest = days_after(first, FURTHEST);
        let (last, most) = match self.end {
            End::On(last) => (last.min(furthest), most),
            End::After(count) => (furthest, usize::try_from(count).unwrap_or(0).min(most)),
        };
        let week = Weekday::from_number(1).map_or(first, |monday| monday.week_from(first));
        let later = week
            .iter_days()
            .take_while(|date| *date <= last)
            .filter(|date| *date > first && self.has((*date - week).num_days(), *date));
        std::iter::once(first).chain(later).take(most).collect()
    }

    /// Whether a day so many days after the Monday of the first is one of its days.
    fn has(&self, days: i64, date: LocalDate) -> bool {
        let is_in_turn = (days / 7) % i64::from(self.every.max(1)) == 0;
        is_in_turn && self.weekdays.contains(&Weekday::of(date))
    }
}

/// The days of the week that a column has.
pub fn weekdays_of(bits: i16) -> Vec<Weekday> {
    let has = |day: &Weekday| bits & (1_i16 << day.number()) != 0;
    Weekday::ALL.into_iter().filter(has).collect()
}
