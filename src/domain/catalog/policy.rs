//! What cancelling costs, in steps towards the start. Frozen on the booking; shown in dates (UX 1.8).

use super::move_rules::{self, MoveRules};
use crate::{base::money::percent_of, schema::catalog::cancellation_policies};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// A policy as it is kept with the menu.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = cancellation_policies)]
pub struct Policy {
    /// What the owner calls it.
    pub name: String,
    /// Free until so many hours before the start.
    pub hours_before: i32,
    /// From then on, whole percent of the price.
    pub penalty_percent: i16,
    /// Further steps: an array of [`Step`].
    pub steps_json: serde_json::Value,
    /// When nobody comes and nobody calls.
    pub no_show_percent: i16,
    /// What moving asks for: [`MoveRules`].
    #[serde(default = "move_rules::none")]
    pub moves_json: serde_json::Value,
}

/// From `hours_before` the start on, `percent` of the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Hours before the start.
    pub hours_before: i32,
    /// Whole percent of the price.
    pub percent: i16,
}

/// One rung of the ladder for one booking, in instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// From this instant; `None` is from the beginning.
    pub from: Option<DateTime<Utc>>,
    /// Up to this instant; `None` is without end.
    pub until: Option<DateTime<Utc>>,
    /// Minor units to be paid for cancelling in this time.
    pub fee: i64,
    /// The percentage it comes from.
    pub percent: i16,
}

impl Rung {
    /// Whether its time has passed. At the very instant of a step the earlier, cheaper rung still holds.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.until.is_some_and(|until| until < now)
    }
}

impl Policy {
    /// The steps in order of time, first the earliest. What cannot be read as a step is left out.
    pub fn steps(&self) -> Vec<Step> {
        let first = Step {
            hours_before: self.hours_before,
            percent: self.penalty_percent,
        };
        let more: Vec<Step> = serde_json::from_value(self.steps_json.clone()).unwrap_or_default();
        let mut steps: Vec<Step> = std::iter::once(first)
            .chain(more)
            .filter(|step| step.percent > 0)
            .collect();
        steps.sort_by_key(|step| std::cmp::Reverse(step.hours_before));
        steps
    }

    /// The ladder for a booking of this price that starts at `start`: what cancelling costs, and when.
    pub fn ladder(&self, start: DateTime<Utc>, price: i64) -> Vec<Rung> {
        rungs(&self.steps(), start, price)
    }

    /// What moving asks for.
    pub fn moves(&self) -> MoveRules {
        MoveRules::read(&self.moves_json)
    }

    /// The rungs that still can apply at `now`; the first of them is the one that does.
    pub fn ladder_ahead(&self, start: DateTime<Utc>, price: i64, now: DateTime<Utc>) -> Vec<Rung> {
        let mut rungs = self.ladder(start, price);
        rungs.retain(|rung| !rung.is_over(now));
        rungs
    }

    /// What cancelling costs at `now`. At the very instant of a step the earlier, cheaper rung still holds.
    pub fn fee(&self, start: DateTime<Utc>, price: i64, now: DateTime<Utc>) -> i64 {
        let ahead = self.ladder_ahead(start, price, now);
        ahead.first().map_or(0, |rung| rung.fee)
    }

    /// Until when cancelling is free; `None` when it always is.
    pub fn free_until(&self, start: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.steps()
            .first()
            .map(|step| start - TimeDelta::hours(i64::from(step.hours_before)))
    }
}

/// The ladder of some steps, first the earliest, for a booking of this price that starts at `start`.
pub(super) fn rungs(steps: &[Step], start: DateTime<Utc>, price: i64) -> Vec<Rung> {
    let mut rungs = vec![Rung {
        from: None,
        until: None,
        fee: 0,
        percent: 0,
    }];
    for step in steps {
        let from = start - TimeDelta::hours(i64::from(step.hours_before));
        if let Some(last) = rungs.last_mut() {
            last.until = Some(from);
        }
        let fee = percent_of(price, i64::from(step.percent));
        rungs.push(Rung {
            from: Some(from),
            until: None,
            fee,
            percent: step.percent,
        });
    }
    rungs.retain(|rung| rung.from.is_none() || rung.from != rung.until);
    rungs
}
