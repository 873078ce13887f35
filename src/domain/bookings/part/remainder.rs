//! What an agreed price is without one of its services, and with it again.

use crate::{
    base::money::percent_of,
    domain::catalog::price::{Line, LineKind, Quote},
};

/// How much of a price is left after a coupon was taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coupon {
    /// So many percent are taken off of whatever it is.
    Percent(i64),
    /// It stays what it was, and never takes off more than there is.
    Amount,
}

/// The price without one service, and what has left it: its own lines, and its share of what a coupon took off. The fee for
/// choosing a person stays with the heir, another service by the same hand; it was owed once for all of them.
pub(super) fn without(
    agreed: &Quote,
    (part, heir): (i16, Option<i16>),
    minutes: i16,
    coupon: Coupon,
) -> (Quote, Vec<Line>) {
    let mut left = agreed.clone();
    left.duration_minutes = left.duration_minutes.saturating_sub(minutes).max(0);
    for line in &mut left.lines {
        if line.kind == LineKind::Nomination && line.part == Some(part) && heir.is_some() {
            line.part = heir;
        }
    }
    let (mut dropped, kept): (Vec<Line>, Vec<Line>) = left
        .lines
        .into_iter()
        .partition(|line| line.part == Some(part));
    left.lines = kept;
    let whole = whole(&left);
    for line in &mut left.lines {
        if line.kind == LineKind::Coupon {
            let off = match coupon {
                Coupon::Percent(percent) => percent_of(whole, percent),
                Coupon::Amount => -line.amount,
            };
            let amount = -off.clamp(0, whole);
            dropped.push(Line {
                amount: line.amount - amount,
                ..line.clone()
            });
            line.amount = amount;
        }
    }
    in_order(&mut left);
    (left, dropped)
}

/// The price with a service again that had left it.
pub(super) fn with_again(agreed: &Quote, dropped: Vec<Line>, minutes: i16) -> Quote {
    let mut whole = agreed.clone();
    whole.duration_minutes = whole.duration_minutes.saturating_add(minutes);
    for line in dropped {
        let mut known = whole.lines.iter_mut();
        let coupon = known.find(|one| one.kind == LineKind::Coupon && line.kind == one.kind);
        match coupon {
            Some(coupon) => coupon.amount += line.amount,
            None => whole.lines.push(line),
        }
    }
    in_order(&mut whole);
    whole
}

/// The price when somebody else does one service: what was owed for choosing whoever had it stays with the heir, and what is owed
/// for choosing whoever has it now comes to it.
pub(super) fn with_person(
    agreed: &Quote,
    (part, heir): (i16, Option<i16>),
    fee: Option<Line>,
) -> Quote {
    let mut quote = agreed.clone();
    let is_own = |line: &Line| line.kind == LineKind::Nomination && line.part == Some(part);
    match heir {
        Some(_) => {
            let own = quote.lines.iter_mut().filter(|line| is_own(line));
            own.for_each(|line| line.part = heir);
        }
        None => quote.lines.retain(|line| !is_own(line)),
    }
    quote.lines.extend(fee.map(|fee| Line {
        part: Some(part),
        ..fee
    }));
    in_order(&mut quote);
    quote
}

/// The tax in what one service costs.
pub(super) fn tax_rate(agreed: &Quote, part: i16) -> i16 {
    let mut own = agreed.lines.iter().filter(|line| line.part == Some(part));
    own.next().map_or(0, |line| line.tax_rate_percent)
}

/// What a coupon is reckoned from: everything but what is owed for choosing a person.
fn whole(quote: &Quote) -> i64 {
    let counts = |line: &&Line| !matches!(line.kind, LineKind::Nomination | LineKind::Coupon);
    let lines = quote.lines.iter().filter(counts);
    lines.map(|line| line.amount).sum::<i64>().max(0)
}

/// Service after service, and last what belongs to all of them.
fn in_order(quote: &mut Quote) {
    quote.lines.sort_by_key(|line| {
        (
            line.part.unwrap_or(i16::MAX),
            line.kind == LineKind::Nomination,
        )
    });
}
