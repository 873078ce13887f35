//! What changes on a date: the question is asked once for the days before it and once for those from it on; and once for each
//! session of a class that somebody else gives.

use super::{
    input::{Input, Later},
    plan::{MOST_DAYS, Plan},
    sessions::by_teacher,
};
use crate::base::time::days_after;
use chrono::{DateTime, Utc};
use std::borrow::Cow;

/// The question, once for each stretch of days over which the service stays the same and the same people give it.
pub(super) fn by_date(input: &Input) -> Vec<Cow<'_, Input>> {
    by_plan(input).into_iter().flat_map(by_teacher).collect()
}

/// The question, once for each stretch of days over which the service stays the same, in order.
fn by_plan(input: &Input) -> Vec<Cow<'_, Input>> {
    let Some(later) = &input.later else {
        return vec![Cow::Borrowed(input)];
    };
    let days = input.days.min(MOST_DAYS);
    let last = days_after(input.from, u32::from(days));
    let split = later.from.clamp(input.from, last);
    let before = split.signed_duration_since(input.from).num_days();
    let before = u16::try_from(before).unwrap_or(days).min(days);
    let now = Input {
        days: before,
        later: None,
        ..input.clone()
    };
    let Later {
        from: _,
        service,
        needs,
    } = later.clone();
    let then = Input {
        from: split,
        days: days - before,
        service,
        needs,
        later: None,
        ..input.clone()
    };
    let stretches = [now, then].into_iter().filter(|one| one.days > 0);
    let stretches: Vec<_> = stretches.map(Cow::Owned).collect();
    match stretches.is_empty() {
        true => vec![Cow::Borrowed(input)],
        false => stretches,
    }
}

/// The question about one start: the first in whose calendar it may begin, as the list has it; else that in which it begins, else
/// that of the days whose own it is. A start that lies on none of them is asked about as the first of them would be.
pub(super) fn about(input: &Input, start: DateTime<Utc>) -> Cow<'_, Input> {
    let mut stretches = by_date(input);
    let at = start.timestamp();
    let may_begin = |one: &Cow<'_, Input>| Plan::new(one).day_of(at).is_ok();
    let begins = |one: &Cow<'_, Input>| Plan::new(one).begins_at(at);
    let owns = |one: &Cow<'_, Input>| Plan::new(one).owns(at);
    let place = match stretches.as_slice() {
        [_] => 0,
        several => {
            // A night that runs late lies on two days, of which one may be booked further ahead.
            let there = several.iter().position(may_begin);
            let there = there.or_else(|| several.iter().position(begins));
            there.or_else(|| several.iter().position(owns)).unwrap_or(0)
        }
    };
    stretches.swap_remove(place)
}
