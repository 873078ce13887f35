//! A code that makes a booking cheaper: what it takes off, and what it asks for. Who may use it how often is decided where
//! bookings are.

use super::{
    coupon_card::{CouponCard, CouponSetup, OwnCoupon},
    price::{Line, LineKind, Quote},
};
use crate::{
    base::{
        ids::ServiceId,
        money::{percent_of, shared},
        text,
        time::LocalDate,
    },
    db::{self, TenantTx},
};
use std::sync::Arc;

/// The shortest and the longest code.
pub const CODE: (usize, usize) = (3, 20);

/// Why a coupon cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CouponRefusal {
    /// There is none of that code.
    Unknown,
    /// It can be used from that day on.
    Early(LocalDate),
    /// It could be used until that day.
    Over(LocalDate),
    /// It is for other services.
    Elsewhere,
    /// The booking must cost so much at least.
    Least(i64),
    /// It was used as often as it can be.
    UsedUp,
    /// This guest has used it as often as one guest can.
    UsedByYou,
    /// It is for those who come for the first time.
    NotNew,
}

/// The coupons of a business that were not deleted.
pub struct Coupons(Vec<OwnCoupon>);

impl Coupons {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The one of a code, as it was typed.
    pub fn find(&self, typed: &str) -> Option<&OwnCoupon> {
        let code = code(typed);
        self.0.iter().find(|one| one.setup.card.code == code)
    }
}

/// The coupons of the business of this transaction.
pub fn living(tx: &mut TenantTx<'_>) -> db::Result<Arc<Coupons>> {
    tx.kept(|tx| {
        let mut all = super::coupon_card::all(tx)?;
        all.retain(|one| !one.is_deleted);
        Ok(Coupons(all))
    })
}

/// A code as it is kept: in capitals, of any width, without what stands between its parts.
pub fn code(typed: &str) -> String {
    let typed = text::ascii(typed);
    let kept = typed.chars().filter(|letter| !letter.is_whitespace());
    kept.take(CODE.1 * 2)
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

impl CouponSetup {
    /// Whether it is for a service.
    pub fn is_for(&self, service: ServiceId) -> bool {
        self.card.is_for_all || self.services.contains(&service)
    }

    /// What it asks of a booking of these services made today, whoever makes it: it is for one of them at least, and all of them
    /// together cost as much as it asks for.
    pub fn asks(
        &self,
        services: impl IntoIterator<Item = ServiceId>,
        quote: &Quote,
        today: LocalDate,
    ) -> Result<(), CouponRefusal> {
        let card = &self.card;
        if let Some(first) = card.first_date.filter(|first| today < *first) {
            return Err(CouponRefusal::Early(first));
        }
        if let Some(last) = card.last_date.filter(|last| *last < today) {
            return Err(CouponRefusal::Over(last));
        }
        if !services.into_iter().any(|service| self.is_for(service)) {
            return Err(CouponRefusal::Elsewhere);
        }
        if whole(quote) < card.least_cents {
            return Err(CouponRefusal::Least(card.least_cents));
        }
        Ok(())
    }
}

impl CouponCard {
    /// What it takes off, as a line for each rate of tax: of each as much as its share, and never more than there is.
    pub fn lines(&self, quote: &Quote) -> Vec<Line> {
        let off = self.off(whole(quote));
        let line = |(rate, off)| self.line(off, rate, None);
        shares(quote, off).into_iter().map(line).collect()
    }

    /// What it takes off a visit of several services, as a line of each service that it is for: of all of them together as much as of
    /// one booking, once, and of each its share.
    pub fn lines_of(&self, quote: &Quote, parts: &[i16]) -> Vec<Line> {
        let each: Vec<i64> = parts.iter().map(|part| whole_of(quote, *part)).collect();
        let off = self.off(each.iter().sum());
        let shares = parts.iter().zip(shared(off, &each));
        let lines = shares.filter(|(_, share)| *share > 0);
        let line = |part: i16, share: i64| {
            let mut own = quote.lines.iter().filter(|line| line.part == Some(part));
            let rate = own.next().map_or(0, |line| line.tax_rate_percent);
            self.line(share, rate, Some(part))
        };
        let lines: Vec<Line> = lines.map(|(part, share)| line(*part, share)).collect();
        match (lines.is_empty(), parts.first()) {
            // That it was used is said where it takes nothing, too.
            (true, Some(first)) => vec![line(*first, 0)],
            _ => lines,
        }
    }

    /// How much of an amount it takes off.
    fn off(&self, whole: i64) -> i64 {
        let share = self
            .percent
            .map(|percent| percent_of(whole, i64::from(percent)));
        share.or(self.amount_cents).unwrap_or(0).clamp(0, whole)
    }

    fn line(&self, off: i64, tax_rate_percent: i16, part: Option<i16>) -> Line {
        Line {
            kind: LineKind::Coupon,
            name_ja: self.name_ja.clone(),
            name_en: self.name_en.clone(),
            quantity: 1,
            amount: -off,
            tax_rate_percent,
            option: None,
            part,
        }
    }
}

/// What is taken off, by rate of tax, the highest first. The sum is what was said; a rate of which nothing is taken has no share,
/// unless nothing is taken at all.
fn shares(quote: &Quote, off: i64) -> Vec<(i16, i64)> {
    let kept = quote.lines.iter();
    let kept = kept.filter(|line| line.kind != LineKind::Nomination);
    let lines = kept.cloned().collect();
    let of_service = Quote {
        lines,
        ..quote.clone()
    };
    let mut rates = of_service.taxes();
    rates.retain(|(_, gross, _)| *gross > 0);
    let each: Vec<i64> = rates.iter().map(|(_, gross, _)| *gross).collect();
    let kept = rates.iter().map(|(rate, ..)| *rate);
    let mut shares: Vec<(i16, i64)> = kept.zip(shared(off, &each)).collect();
    shares.retain(|(_, share)| *share > 0);
    if shares.is_empty() {
        let rate = quote.lines.first().map_or(0, |line| line.tax_rate_percent);
        shares.push((rate, off));
    }
    shares
}

/// What a booking costs without the fee for choosing a person, which is that person's.
fn whole(quote: &Quote) -> i64 {
    let of_service = |line: &&Line| line.kind != LineKind::Nomination;
    let lines = quote.lines.iter().filter(of_service);
    let sum = lines.fold(0_i64, |sum, line| sum.saturating_add(line.amount));
    sum.max(0)
}

/// The same of one service of a visit.
pub fn whole_of(quote: &Quote, part: i16) -> i64 {
    let counts = |line: &&Line| {
        line.part == Some(part) && !matches!(line.kind, LineKind::Nomination | LineKind::Coupon)
    };
    let lines = quote.lines.iter().filter(counts);
    let sum = lines.fold(0_i64, |sum, line| sum.saturating_add(line.amount));
    sum.max(0)
}
