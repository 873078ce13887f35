//! What moving a booking asks for, said to its guest: until when, how often, and for how much.

use super::words;
use crate::{
    domain::{
        bookings::moving,
        catalog::{
            move_rules::MoveRules,
            policy::{Policy, Rung},
        },
    },
    web::{moments::Moments, page::PageCtx, public::bookings::show::Shown, ui::ladder::Ladder},
};
use askama::{Template, filters::HtmlSafe};
use chrono::{DateTime, TimeDelta, Utc};

/// The part of a page.
#[derive(Template)]
#[template(path = "public/moves.html")]
pub struct MovePart {
    title: String,
    lines: Vec<String>,
    ladder: Option<Ladder>,
}

impl HtmlSafe for MovePart {}

/// Before it is booked: all of it, as it will be agreed. Nothing where the policy does not say anything of it.
pub fn terms(
    ctx: &PageCtx,
    moments: &Moments,
    policy: Option<&Policy>,
    (start, price): (DateTime<Utc>, i64),
) -> Option<MovePart> {
    let t = ctx.t;
    let rules = policy?.moves();
    if rules.is_empty() {
        return None;
    }
    let mut lines = Vec::new();
    match (rules.most, rules.until_hours) {
        (Some(0), _) => lines.push(t.moves_by_the_shop()),
        (most, until) => {
            let until = until.map(|hours| start - TimeDelta::hours(i64::from(hours)));
            lines.extend(until.map(|until| t.booking_change_until(moments.moment(until))));
            lines.extend(most.map(|most| t.moves_most(most)));
        }
    }
    Some(MovePart {
        title: t.moves_title(),
        lines,
        ladder: ladder(ctx, moments, &rules, (start, price)),
    })
}

/// Once it is booked: how often it can still be moved, for how much, and what is owed for having moved it.
pub fn of_booking(ctx: &PageCtx, shown: &Shown) -> Option<MovePart> {
    let t = ctx.t;
    let row = &shown.booking.row;
    let rules = moving::agreed(row);
    let is_open = shown.rights().change_until.is_some();
    let mut lines = Vec::new();
    if let Some(most) = rules.most.filter(|_| is_open) {
        lines.push(t.moves_left(i64::from(most).saturating_sub(shown.moved.times)));
    }
    let is_spent = shown.is_ahead() && moving::is_used_up(row, shown.moved);
    lines.extend(is_spent.then(|| t.moves_by_the_shop()));
    lines.extend((shown.moved.owed > 0).then(|| t.moves_owed(t.yen(shown.moved.owed))));
    let ladder = match is_open && shown.waiting.is_none() {
        true => ladder(
            ctx,
            &shown.moments(ctx),
            &rules,
            (row.limits_start(), row.price_cents),
        ),
        false => None,
    };
    (!lines.is_empty() || ladder.is_some()).then(|| MovePart {
        title: t.moves_title(),
        lines,
        ladder,
    })
}

/// What moving costs, as a sentence; nothing where the policy asks nothing for it.
pub fn money(ctx: &PageCtx, rules: &MoveRules, fee: i64) -> Option<String> {
    let t = ctx.t;
    match fee {
        0 if rules.steps.is_empty() => None,
        0 => Some(t.moves_free()),
        fee => Some(t.moves_costs(t.yen(fee))),
    }
}

fn ladder(
    ctx: &PageCtx,
    moments: &Moments,
    rules: &MoveRules,
    (start, price): (DateTime<Utc>, i64),
) -> Option<Ladder> {
    let mut rungs: Vec<Rung> = rules.ladder(start, price);
    rungs.retain(|rung| !rung.is_over(moments.now()));
    let costs = price > 0 && rungs.iter().any(|rung| rung.fee > 0);
    costs.then(|| Ladder {
        steps: words::rungs(ctx, moments, &rungs),
    })
}
