//! A code that makes a booking cheaper: what it takes off, and what it asks for. Who may use it how often is decided where
//! bookings are.

use super::{
    coupon_card::{CouponCard, CouponSetup, OwnCoupon},
    price::{Line, LineKind, Quote},
};
use crate::{
    base::{ids::ServiceId, money::percent_of, text, time::LocalDate},
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

    /// What it asks of a booking made today, whoever makes it.
    pub fn asks(
        &self,
        service: ServiceId,
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
        if !self.is_for(service) {
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
        let whole = whole(quote);
        let share = self
            .percent
            .map(|percent| percent_of(whole, i64::from(percent)));
        let off = share.or(self.amount_cents).unwrap_or(0).clamp(0, whole);
        let line = |(rate, off): (i16, i64)| Line {
            kind: LineKind::Coupon,
            name_ja: self.name_ja.clone(),
            name_en: self.name_en.clone(),
            quantity: 1,
            amount: -off,
            tax_rate_percent: rate,
            option: None,
            part: None,
        };
        shares(quote, off).into_iter().map(line).collect()
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
    let all: i64 = rates.iter().map(|(_, gross, _)| gross).sum();
    // What is taken of the first so many yen of the price: the difference is each rate's share, and no yen is lost.
    let of_first = |so_many: i64| {
        let share = i128::from(off) * i128::from(so_many) / i128::from(all.max(1));
        i64::try_from(share).unwrap_or(off)
    };
    let mut before = 0;
    let mut shares = Vec::with_capacity(rates.len());
    for (rate, gross, _) in rates {
        let share = of_first(before + gross) - of_first(before);
        before += gross;
        if share > 0 {
            shares.push((rate, share));
        }
    }
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
