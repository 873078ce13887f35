//! What repeats week by week, and from which date on another week takes its place.

use crate::base::time::LocalDate;
use std::collections::BTreeMap;

/// Rules that repeat, week after week. A later week replaces the one before it as a whole.
#[derive(Clone, Debug)]
pub struct Weekly<T> {
    weeks: BTreeMap<LocalDate, Vec<T>>,
}

impl<T> Default for Weekly<T> {
    fn default() -> Self {
        Self {
            weeks: BTreeMap::new(),
        }
    }
}

impl<T> From<Vec<T>> for Weekly<T> {
    /// Rules that hold always.
    fn from(rules: Vec<T>) -> Self {
        Self {
            weeks: BTreeMap::from([(LocalDate::MIN, rules)]),
        }
    }
}

impl<T> Weekly<T> {
    /// The rules for a date; none before the first week begins.
    pub fn on(&self, date: LocalDate) -> &[T] {
        let begun = self.weeks.range(..=date).next_back();
        begun.map_or(&[], |(_, rules)| rules)
    }

    /// Adds to the week that begins on a date; with nothing to add, it begins all the same.
    pub fn add(&mut self, since: LocalDate, rules: impl IntoIterator<Item = T>) {
        self.weeks.entry(since).or_default().extend(rules);
    }

    /// From a date on these rules, whatever had been said for later.
    pub fn replace(&mut self, since: LocalDate, rules: Vec<T>) {
        drop(self.weeks.split_off(&since));
        self.weeks.insert(since, rules);
    }
}
