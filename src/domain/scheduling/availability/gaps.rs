//! Which free starts leave a stub of time beside them that is too short for anybody: whoever offers a few times offers others
//! first, and whoever looks sees all of them.

use super::{
    choose::{Occupied, Placement, place},
    input::{Input, Resource},
    open::{hours, working},
};
use crate::base::time::{WallSpan, instant};
use chrono::{DateTime, TimeDelta, Utc};

/// Nothing is done in less, in minutes.
const USELESS: i64 = 30;

/// Whether a start would leave somebody, or the room or the table that is taken, a stub before or after it.
pub fn is_wasteful(input: &Input, start: DateTime<Utc>) -> bool {
    let Ok(placement) = place(input, start) else {
        return false;
    };
    let takes = placement.takes.iter();
    takes
        .filter_map(|taken| beside(input, &placement, taken))
        .any(|(before, after)| is_stub(before) || is_stub(after))
}

fn is_stub(gap: TimeDelta) -> bool {
    gap > TimeDelta::zero() && gap < TimeDelta::minutes(USELESS)
}

/// How much time is free before and after; of what has many seats it says nothing.
fn beside(
    input: &Input,
    placement: &Placement,
    taken: &Occupied,
) -> Option<(TimeDelta, TimeDelta)> {
    let mut resources = input.resources.iter();
    let resource = resources.find(|one| one.id == taken.resource)?;
    if resource.capacity != 1 {
        return None;
    }
    let (from, _) = *taken.spans.first()?;
    let (_, until) = *taken.spans.last()?;
    let (begins, ends) = stretch(input, placement, resource)?;
    let earlier = resource.taken.iter().map(|one| one.end);
    let later = resource.taken.iter().map(|one| one.start);
    let last = earlier.filter(|end| *end <= from).max();
    let next = later.filter(|start| *start >= until).min();
    let since = last.map_or(begins, |last| last.max(begins));
    let to = next.map_or(ends, |next| next.min(ends));
    Some((from - since, to - until))
}

/// From when until when it works around the start, as far as the shop is open.
fn stretch(
    input: &Input,
    placement: &Placement,
    resource: &Resource,
) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let date = placement.date;
    let open = hours(&input.opening, date);
    let works = WallSpan::merged(working(resource, date, &open));
    let around = |spans: Vec<WallSpan>| {
        let mut spans = spans.into_iter();
        spans.find_map(|span| {
            let from = instant(input.zone, date, span.from())?;
            let until = instant(input.zone, date, span.until())?;
            (from <= placement.start && placement.start < until).then_some((from, until))
        })
    };
    let (open, own) = (around(WallSpan::merged(open))?, around(works)?);
    Some((open.0.max(own.0), open.1.min(own.1)))
}
