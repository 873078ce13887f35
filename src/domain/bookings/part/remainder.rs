//! What an agreed price is without one of its services, and with it again.

use crate::{
    base::money::{percent_of, shared},
    domain::catalog::{
        coupon::whole_of,
        price::{Line, LineKind, Quote},
    },
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
    dropped.extend(shared_again(&mut left, agreed, coupon));
    dropped.extend(taken_off_all(&mut left, coupon));
    left.in_order();
    (left, dropped)
}

/// What a coupon takes off each service that it is for. Percent of a service leave with it; an amount stays as much as it was, and is
/// shared out anew among those that are left. Gives by how much each line has become another.
fn shared_again(left: &mut Quote, agreed: &Quote, coupon: Coupon) -> Vec<Line> {
    let is_own = |line: &Line| line.kind == LineKind::Coupon && line.part.is_some();
    let parts: Vec<i16> = left
        .lines
        .iter()
        .filter(|line| is_own(line))
        .filter_map(|line| line.part)
        .collect();
    if parts.is_empty() || coupon != Coupon::Amount {
        return Vec::new();
    }
    let each: Vec<i64> = parts.iter().map(|part| whole_of(left, *part)).collect();
    let off: i64 = agreed
        .lines
        .iter()
        .filter(|line| is_own(line))
        .map(|line| -line.amount)
        .sum();
    let shares = shared(off.clamp(0, each.iter().sum()), &each);
    let lines = left.lines.iter_mut().filter(|line| is_own(line));
    let moved = lines.zip(shares).map(|(line, share)| {
        let by = line.amount + share;
        line.amount = -share;
        Line {
            amount: by,
            ..line.clone()
        }
    });
    moved.filter(|line| line.amount != 0).collect()
}

/// What a coupon takes off the whole, where it is not told service by service: by rate of tax, and of each as much as its share.
fn taken_off_all(left: &mut Quote, coupon: Coupon) -> Vec<Line> {
    let whole = whole(left);
    let is_own = |line: &&mut Line| line.kind == LineKind::Coupon && line.part.is_none();
    let lines: Vec<&mut Line> = left.lines.iter_mut().filter(is_own).collect();
    let known: Vec<i64> = lines.iter().map(|line| -line.amount).collect();
    let off = match coupon {
        Coupon::Percent(percent) => percent_of(whole, percent),
        Coupon::Amount => known.iter().sum(),
    };
    let shares = shared(off.clamp(0, whole), &known);
    let moved = lines.into_iter().zip(shares).map(|(line, share)| {
        let by = line.amount + share;
        line.amount = -share;
        Line {
            amount: by,
            ..line.clone()
        }
    });
    moved.collect()
}

/// The price with a service again that had left it.
pub(super) fn with_again(agreed: &Quote, dropped: Vec<Line>, minutes: i16) -> Quote {
    let mut whole = agreed.clone();
    whole.duration_minutes = whole.duration_minutes.saturating_add(minutes);
    for line in dropped {
        let mut known = whole.lines.iter_mut();
        let coupon = known.find(|one| {
            let is_same = (one.part, one.tax_rate_percent) == (line.part, line.tax_rate_percent);
            one.kind == LineKind::Coupon && line.kind == one.kind && is_same
        });
        match coupon {
            Some(coupon) => coupon.amount += line.amount,
            None => whole.lines.push(line),
        }
    }
    whole.in_order();
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
    quote.in_order();
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
