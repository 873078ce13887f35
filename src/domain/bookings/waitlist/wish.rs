//! What somebody would come for: some days, some weekdays, some hours. Pure.

use crate::{
    base::time::{LocalDate, WallSpan, Weekday},
    domain::scheduling::availability::Slot,
};

/// Further ahead nobody waits.
pub const MOST_DAYS: i64 = 92;

/// Some days of the week; never none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays(i16);

/// A wish, as wide as somebody likes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The first business day; `None` is from now on.
    pub from: Option<LocalDate>,
    /// The last one; `None` is as far as the shop takes bookings.
    pub until: Option<LocalDate>,
    /// On which weekdays.
    pub weekdays: Weekdays,
    /// Between which wall times it is to begin; `None` is at any.
    pub hours: Option<WallSpan>,
}

impl Weekdays {
    /// All seven.
    pub const ANY: Self = Self(127);

    /// Those; `None` where there are none.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Option<Self> {
        let sum = days.into_iter().fold(0, |sum, day| sum | bit(day));
        (sum != 0).then_some(Self(sum))
    }

    /// As a column keeps them; what it cannot mean is every day.
    pub fn from_column(sum: i16) -> Self {
        match sum {
            1..=127 => Self(sum),
            _ => Self::ANY,
        }
    }

    /// As a column keeps them.
    pub fn column(self) -> i16 {
        self.0
    }

    /// Whether one of them is that.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }
}

fn bit(day: Weekday) -> i16 {
    1 << day.number()
}

impl Wish {
    /// Whether a free time is what is wished for.
    pub fn fits(&self, slot: &Slot) -> bool {
        self.from.is_none_or(|from| slot.date >= from)
            && self.until.is_none_or(|until| slot.date <= until)
            && self.weekdays.has(Weekday::of(slot.date))
            && self.hours.is_none_or(|hours| hours.contains(slot.minute))
    }

    /// The business days to be looked at, from today on and no more than `ahead`; `None` when all have passed or none has come
    /// within reach.
    pub fn window(&self, today: LocalDate, ahead: i64) -> Option<(LocalDate, u16)> {
        let from = self.from.map_or(today, |from| from.max(today));
        let reach = (from - today).num_days();
        let left = self
            .until
            .map_or(MOST_DAYS, |until| (until - from).num_days() + 1);
        let days = left.min(ahead + 1 - reach).min(MOST_DAYS);
        let days = u16::try_from(days).ok().filter(|days| *days > 0)?;
        Some((from, days))
    }

    /// Whether its last day has passed.
    pub fn is_over(&self, today: LocalDate) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}
