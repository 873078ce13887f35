//! What moving a booking asks for: until when guests do it by themselves, how often, and for how much. Part of the policy that is
//! frozen on the booking; without a word of it, the shop's own deadline holds and moving costs nothing.

use super::policy::{Rung, Step, rungs};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The rules for moving of one policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MoveRules {
    /// Guests move by themselves until so many hours before the start; `None` is as the shop has it for every booking.
    pub until_hours: Option<i32>,
    /// So many times at most; `None` is as often as they like.
    pub most: Option<i16>,
    /// From which hour before the start on it costs how much.
    pub steps: Vec<Step>,
}

impl MoveRules {
    /// As it is kept.
    pub fn read(kept: &Value) -> Self {
        serde_json::from_value(kept.clone()).unwrap_or_default()
    }

    /// As it is kept. What is not said is left out.
    pub fn kept(&self) -> Value {
        match *self == Self::default() {
            true => none(),
            false => serde_json::to_value(self).unwrap_or_else(|_never| none()),
        }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What moving a booking of this price costs that starts at `start`, and when.
    pub fn ladder(&self, start: DateTime<Utc>, price: i64) -> Vec<Rung> {
        let mut steps = self.steps.clone();
        steps.retain(|step| step.percent > 0);
        steps.sort_by_key(|step| std::cmp::Reverse(step.hours_before));
        rungs(&steps, start, price)
    }

    /// What moving it costs at `now`. At the very instant of a step the earlier, cheaper rung still holds.
    pub fn fee(&self, start: DateTime<Utc>, price: i64, now: DateTime<Utc>) -> i64 {
        let ladder = self.ladder(start, price);
        let ahead = ladder.into_iter().find(|rung| !rung.is_over(now));
        ahead.map_or(0, |rung| rung.fee)
    }
}

/// No rules, as they are kept.
pub(super) fn none() -> Value {
    json!({})
}
