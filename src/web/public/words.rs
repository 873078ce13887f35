//! Facts of a service, a price or a policy, said.

use crate::{
    base::lang::Lang,
    domain::{
        bookings::caps::Reached,
        businesses::profile::Profile,
        catalog::{
            policy::{Policy, Rung},
            price::{LineKind, Quote},
            service::{Audience, Service},
        },
        scheduling::{availability::Slot, spread::Spread},
    },
    web::{
        moments::Moments,
        page::PageCtx,
        ui::{
            frame::Phone,
            ladder::{Ladder, LadderStep, Weight},
            price::Price,
            slot_list::SlotTime,
            summary_list::Bill,
        },
    },
};
use chrono::{DateTime, Utc};

/// A price on the menu: free is a word, and one that depends on what or who is chosen says so.
pub fn menu_price(ctx: &PageCtx, service: &Service, spread: &Spread) -> Price {
    let amount = spread.price;
    if amount == 0 && !spread.is_price_from {
        return Price {
            amount: ctx.t.booking_free(),
            ..Price::default()
        };
    }
    let tax = if service.figures.party_max > 1 {
        ctx.t.booking_tax_per_person()
    } else {
        ctx.t.booking_tax()
    };
    let amount = ctx.t.yen(amount);
    Price {
        amount: if spread.is_price_from {
            ctx.t.booking_price_from(amount)
        } else {
            amount
        },
        tax,
        ..Price::default()
    }
}

/// How many business days ahead guests can book it, today counted.
pub fn bookable_days(profile: &Profile, service: &Service) -> u16 {
    let own = service.figures.horizon_days;
    let days = own.unwrap_or(profile.settings.horizon_days);
    u16::try_from(days).unwrap_or(0).saturating_add(1)
}

/// Why a price is said with "from", where rules of prices are the reason.
pub fn varies(ctx: &PageCtx, service: &Service, spread: &Spread) -> Option<String> {
    let is_ruled = !service.rules.is_empty() && spread.is_price_from;
    is_ruled.then(|| ctx.t.booking_price_varies())
}

/// That there are as many bookings as one guest makes by themselves.
pub fn too_many(ctx: &PageCtx, reached: Reached) -> String {
    match reached {
        Reached::Ahead(most) => ctx.t.booking_too_many_ahead(most),
        Reached::Day(most) => ctx.t.booking_too_many_that_day(most),
    }
}

/// An amount to be paid.
pub fn amount(ctx: &PageCtx, yen: i64) -> String {
    if yen == 0 {
        ctx.t.booking_free()
    } else {
        ctx.t.yen(yen)
    }
}

/// What calling off costs, as a sentence.
pub fn cancellation(ctx: &PageCtx, fee: i64) -> String {
    if fee == 0 {
        ctx.t.booking_cancel_free()
    } else {
        ctx.t.booking_cancel_costs(ctx.t.yen(fee))
    }
}

/// How long a service takes.
pub fn length(ctx: &PageCtx, spread: &Spread) -> String {
    let length = ctx.t.length(u32::try_from(spread.minutes).unwrap_or(0));
    if spread.is_length_from {
        ctx.t.booking_length_from(length)
    } else {
        length
    }
}

/// Whom a service is for, when it is not for everyone.
pub fn audience(ctx: &PageCtx, service: &Service) -> Option<String> {
    match service.figures.audience {
        Audience::Everyone => None,
        Audience::New => Some(ctx.t.booking_audience_new()),
        Audience::Returning => Some(ctx.t.booking_audience_returning()),
    }
}

/// What is booked by asking the shop alone: how, where it does not say a number that can be pressed.
pub fn by_hand(ctx: &PageCtx, call: Option<&Phone>) -> String {
    match call {
        Some(_) => ctx.t.businesses_by_hand(),
        None => ctx.t.businesses_by_hand_ask(),
    }
}

/// A price line by line, with the tax inside it.
pub fn bill(ctx: &PageCtx, quote: &Quote) -> Bill {
    let t = ctx.t;
    let name = |ja: &str, en: &str| match ctx.lang {
        Lang::En if !en.is_empty() => en.to_owned(),
        Lang::Ja | Lang::En => ja.to_owned(),
    };
    let lines = quote
        .lines
        .iter()
        .map(|line| {
            let name = name(&line.name_ja, &line.name_en);
            let label = match line.kind {
                LineKind::Service | LineKind::Option if line.quantity > 1 => {
                    t.booking_line_quantity(name, line.quantity)
                }
                LineKind::Service | LineKind::Option | LineKind::Rule => name,
                LineKind::Moving => t.moves_fee_line(),
                LineKind::Coupon => t.booking_line_coupon(name),
                LineKind::Nomination => t.booking_line_nomination(name),
            };
            (label, amount(ctx, line.amount))
        })
        .collect();
    let taxes: Vec<String> = quote
        .taxes()
        .into_iter()
        .filter(|(_, _, tax)| *tax > 0)
        .map(|(rate, _, tax)| t.booking_tax_inside(rate, t.yen(tax)))
        .collect();
    Bill {
        lines,
        total: (t.booking_total(), amount(ctx, quote.total())),
        note: (!taxes.is_empty()).then(|| taxes.join(" ")),
    }
}

/// What cancelling costs from now on, as dates and yen, first what applies now; `None` when it costs nothing any more.
pub fn ladder(
    ctx: &PageCtx,
    moments: &Moments,
    policy: &Policy,
    start: DateTime<Utc>,
    price: i64,
) -> Option<Ladder> {
    let t = ctx.t;
    let ahead = policy.ladder_ahead(start, price, moments.now());
    if price == 0 || ahead.iter().all(|rung| rung.fee == 0) {
        return None;
    }
    let mut steps = rungs(ctx, moments, &ahead);
    let no_show = crate::base::money::percent_of(price, i64::from(policy.no_show_percent));
    if policy.no_show_percent > 0 {
        steps.push(LadderStep {
            when: t.booking_ladder_no_show(),
            now: None,
            fee: share(ctx, no_show, policy.no_show_percent),
            weight: weight(policy.no_show_percent),
        });
    }
    Some(Ladder { steps })
}

/// Rungs of which the first is the one that holds now.
pub fn rungs(ctx: &PageCtx, moments: &Moments, rungs: &[Rung]) -> Vec<LadderStep> {
    let t = ctx.t;
    let each = rungs.iter().enumerate();
    each.map(|(place, rung)| LadderStep {
        now: (place == 0).then(|| t.ui_ladder_now()),
        when: match (rung.from, rung.until) {
            (_, Some(until)) => t.booking_ladder_until(moments.moment(until)),
            (Some(from), None) => t.booking_ladder_from(moments.moment(from)),
            (None, None) => t.booking_ladder_always(),
        },
        fee: share(ctx, rung.fee, rung.percent),
        weight: weight(rung.percent),
    })
    .collect()
}

fn share(ctx: &PageCtx, fee: i64, percent: i16) -> String {
    match fee {
        0 => ctx.t.booking_fee_none(),
        fee => ctx.t.booking_fee_percent(ctx.t.yen(fee), percent),
    }
}

fn weight(percent: i16) -> Weight {
    match percent {
        0 => Weight::Free,
        1..100 => Weight::Part,
        _ => Weight::Full,
    }
}

/// Nearest times as buttons.
pub fn alternatives(moments: &Moments, slots: &[Slot]) -> Vec<SlotTime> {
    slots
        .iter()
        .map(|slot| SlotTime {
            start: crate::web::moments::to_field(slot.start),
            time: moments.at(slot.date, slot.start),
            note: None,
        })
        .collect()
}
