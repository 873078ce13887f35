//! What a service occupies: its time with what is kept free around it, less the processing where that needs nobody.

use super::input::{Processing, ServiceRules};
use chrono::{DateTime, TimeDelta, Utc};

/// The service in seconds: how much is kept free before it, how long it is, and after it.
#[derive(Clone, Copy)]
pub(super) struct Lengths {
    pub before: i64,
    pub service: i64,
    pub after: i64,
    /// From when until when, counted from the start, nobody is needed.
    processing: Option<(i64, i64)>,
}

/// What is occupied of something, from when until when, counted in seconds from the start.
pub(super) type Stretch = (i64, i64);

impl Lengths {
    /// As the rules of a service say.
    pub fn of(rules: &ServiceRules) -> Self {
        Self::new((rules.before, rules.minutes, rules.after), rules.processing)
    }

    fn new((before, minutes, after): (u32, u32, u32), processing: Option<Processing>) -> Self {
        let seconds = |minutes: u32| i64::from(minutes) * 60;
        let service = seconds(minutes.max(1));
        let processing = processing.map(|one| {
            let from = seconds(one.after);
            (from, service.min(from + seconds(one.minutes)))
        });
        Self {
            before: seconds(before),
            service,
            after: seconds(after),
            processing: processing.filter(|(from, until)| 0 < *from && from < until),
        }
    }

    /// The same with nothing kept free around it.
    pub fn bare(self) -> Self {
        Self {
            before: 0,
            after: 0,
            ..self
        }
    }

    /// What the service occupies: all of its time with what is kept free around it, but for the processing where that
    /// needs nobody. Ascending, never empty.
    pub fn occupied(self, leaves: bool) -> impl Iterator<Item = Stretch> + Clone {
        let (from, until) = (-self.before, self.service + self.after);
        let processing = self.processing.filter(|_| leaves);
        let first = (from, processing.map_or(until, |(begun, _)| begun));
        let second = processing.map(|(_, over)| (over, until));
        let second = second.filter(|(over, until)| over < until);
        std::iter::once(first).chain(second)
    }
}

/// From when until when something is occupied by a service of these minutes before, in and after it that begins at an
/// instant. What leaves is free while the processing lasts.
pub fn occupied(
    start: DateTime<Utc>,
    minutes: (u32, u32, u32),
    processing: Option<Processing>,
    leaves: bool,
) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let stretches = Lengths::new(minutes, processing).occupied(leaves);
    let at = |seconds: i64| start + TimeDelta::seconds(seconds);
    stretches
        .map(|(from, until)| (at(from), at(until)))
        .collect()
}
