//! A rule of prices in words: what it is called, when it holds, and what it makes of the price. Guests read it where a price
//! depends on it, and the shop reads what guests read.

use super::{
    opening::{WEEK, day_said},
    page::PageCtx,
};
use crate::{
    base::ids::ResourceId,
    domain::catalog::rules::{Days, EVE, HOLIDAY, PriceChange, PriceRule},
    i18n::Words,
};

/// Hours of a day.
const DAY: i64 = 24;

/// All of it in a line. `name` says what somebody is called, where the reader may know.
pub fn said(
    ctx: &PageCtx,
    rule: &PriceRule,
    name: &dyn Fn(ResourceId) -> Option<String>,
) -> String {
    let (t, own) = (ctx.t, rule.name.text(ctx.lang));
    let change = change(t, rule.change);
    let when = when(ctx, rule, name);
    match when.is_empty() {
        true => t.prices_said(change, own),
        false => t.prices_said_when(change, own, when),
    }
}

/// What it makes of the price.
pub fn change(t: Words, change: PriceChange) -> String {
    match change {
        PriceChange::Percent(percent) if percent < 0 => t.prices_percent_off(-percent),
        PriceChange::Percent(percent) => t.prices_percent_more(percent),
        PriceChange::Amount(each) if each < 0 => t.prices_amount_off(t.yen(-each)),
        PriceChange::Amount(each) => t.prices_amount_more(t.yen(each)),
    }
}

/// When it holds; empty where it always does.
pub fn when(
    ctx: &PageCtx,
    rule: &PriceRule,
    name: &dyn Fn(ResourceId) -> Option<String>,
) -> String {
    let t = ctx.t;
    let wall = |minutes: u16| t.wall_time(minutes.into());
    let span = rule.span.map(|span| {
        let ends = (span.from().minutes(), span.until().minutes());
        t.prices_begins(wall(ends.0), wall(ends.1))
    });
    let dates = match rule.dates {
        (Some(first), Some(last)) if first == last => Some(t.date(first)),
        (Some(first), Some(last)) => Some(t.prices_between(t.date(first), t.date(last))),
        (Some(first), None) => Some(t.prices_from(t.date(first))),
        (None, Some(last)) => Some(t.prices_until(t.date(last))),
        (None, None) => None,
    };
    let person = rule.resource.map(|id| match name(id) {
        Some(name) => t.prices_by(name),
        None => t.prices_by_some(),
    });
    let people = |count: i16| t.people(i64::from(count));
    let party = match rule.party {
        (Some(least), Some(most)) if least == most => Some(people(least)),
        (Some(least), Some(most)) => Some(t.prices_between(people(least), people(most))),
        (Some(least), None) => Some(t.prices_party_least(people(least))),
        (None, Some(most)) => Some(t.prices_party_most(people(most))),
        (None, None) => None,
    };
    let (least, most) = rule.ahead;
    let parts = [
        days(ctx, rule.days),
        span,
        dates,
        person,
        party,
        least.map(|hours| t.prices_ahead_least(ahead(t, hours.into()))),
        most.map(|hours| t.prices_ahead_most(ahead(t, hours.into()))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(&t.prices_join())
}

/// Whole days as days, anything else as hours.
pub fn ahead(t: Words, hours: i64) -> String {
    match hours % DAY {
        0 => t.prices_days(hours / DAY),
        _ => t.prices_hours(hours),
    }
}

/// The kinds of day; those of the week that follow one another are said by the first and the last.
fn days(ctx: &PageCtx, days: Days) -> Option<String> {
    let mut runs: Vec<Vec<i16>> = Vec::new();
    let mut is_run = false;
    for day in WEEK {
        match runs.last_mut().filter(|_| is_run && days.has(day)) {
            Some(run) => run.push(day),
            None if days.has(day) => runs.push(vec![day]),
            None => {}
        }
        is_run = days.has(day);
    }
    let beside = [HOLIDAY, EVE].into_iter().filter(|kind| days.has(*kind));
    runs.extend(beside.map(|kind| vec![kind]));
    let said = runs.iter().map(|run| match run.as_slice() {
        [first, _, .., last] => ctx
            .t
            .businesses_days_span(day_said(ctx, *first), day_said(ctx, *last)),
        run => {
            let each: Vec<String> = run.iter().map(|day| day_said(ctx, *day)).collect();
            each.join(&ctx.t.prices_join())
        }
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join(&ctx.t.prices_join()))
}
