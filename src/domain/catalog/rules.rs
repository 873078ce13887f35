//! What makes a price another than the menu's: rules by the kind of day, the time, the date, who serves, how many come and how
//! long ahead somebody books. All that hold at once add up in the order of their priority, and what is left is never below
//! nothing. Pure.

use super::price::{Line, LineKind};
use crate::base::{
    bilingual::Bilingual,
    holidays::holiday,
    ids::{PricingRuleId, ResourceId},
    money::percent_of,
    time::{LocalDate, WallSpan, WallTime, Weekday},
};
use chrono::TimeDelta;
use std::collections::BTreeSet;

/// Public holidays, among the kinds of day.
pub const HOLIDAY: i16 = 7;
/// The days before them.
pub const EVE: i16 = 8;
/// So many rules a business has at most: each is a bit of a word.
pub const MOST: usize = 60;
/// So many sets of rules that meet are told apart. Nobody's prices have more.
const MANY: usize = 4096;

/// Kinds of day: 0 Sunday to 6 Saturday, then public holidays and the days before them. None is every day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days(pub i16);

/// What a rule makes of a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceChange {
    /// Whole percent of it.
    Percent(i16),
    /// Minor units, for each of the party.
    Amount(i64),
}

/// A rule. What is `None` asks nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceRule {
    /// Its key.
    pub id: PricingRuleId,
    /// What guests read beside the amount.
    pub name: Bilingual,
    /// On which days.
    pub days: Days,
    /// When the visit begins.
    pub span: Option<WallSpan>,
    /// From and until which business day.
    pub dates: (Option<LocalDate>, Option<LocalDate>),
    /// Who serves.
    pub resource: Option<ResourceId>,
    /// How many come, from and to.
    pub party: (Option<i16>, Option<i16>),
    /// Hours ahead that it is booked: so many or more, and less than so many.
    pub ahead: (Option<i32>, Option<i32>),
    /// What it makes of the price.
    pub change: PriceChange,
    /// 1 is reckoned first.
    pub priority: i16,
}

/// What is booked when, by whom and how long ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The business day.
    pub date: LocalDate,
    /// When it begins, on the shop's wall; `None` where no clock shows it.
    pub wall: Option<WallTime>,
    /// Who serves.
    pub resource: Option<ResourceId>,
    /// How many come.
    pub party: i16,
    /// How long before its start it is booked.
    pub ahead: TimeDelta,
}

/// Within what rules may meet.
#[derive(Clone, Copy, Debug)]
pub struct Reach<'a> {
    /// The first business day.
    pub from: LocalDate,
    /// So many of them.
    pub days: u16,
    /// How many come, from and to.
    pub party: (i16, i16),
    /// Who may serve.
    pub who: &'a [Option<ResourceId>],
}

impl Days {
    /// These kinds.
    pub fn of(kinds: impl IntoIterator<Item = i16>) -> Self {
        let each = kinds.into_iter().filter(|kind| (0..=EVE).contains(kind));
        Self(each.fold(0, |all, kind| all | (1_i16 << kind)))
    }

    /// Whether it is one of them.
    pub fn has(self, kind: i16) -> bool {
        (0..=EVE).contains(&kind) && (self.0 & (1_i16 << kind)) != 0
    }

    /// What a date is. A public holiday is no weekday: who means both says both.
    pub fn on(date: LocalDate) -> Self {
        let kind = match holiday(date) {
            Some(_) => HOLIDAY,
            None => Weekday::of(date).number(),
        };
        let eve = date.succ_opt().and_then(holiday).map(|_| EVE);
        Self::of([kind].into_iter().chain(eve))
    }

    fn meet(self, date: Self) -> bool {
        self.0 == 0 || (self.0 & date.0) != 0
    }
}

impl PriceChange {
    /// What it adds to the price of a party, or takes from it: shares are rounded down.
    pub fn of(self, price: i64, party: i64) -> i64 {
        match self {
            Self::Percent(percent) => {
                let share = percent_of(price, i64::from(percent).abs());
                if percent < 0 { -share } else { share }
            }
            Self::Amount(each) => each.saturating_mul(party),
        }
    }
}

impl PriceRule {
    /// Whether it holds for a visit.
    pub fn holds(&self, on: &Occasion) -> bool {
        self.is_on(on.date, Days::on(on.date))
            && self.is_at(on.wall)
            && self.is_by(on.resource)
            && self.is_for(on.party)
            && self.is_ahead(i32::try_from(on.ahead.num_hours().max(0)).unwrap_or(i32::MAX))
    }

    fn is_on(&self, date: LocalDate, days: Days) -> bool {
        let (first, last) = self.dates;
        first.is_none_or(|first| first <= date)
            && last.is_none_or(|last| date <= last)
            && self.days.meet(days)
    }

    fn is_at(&self, wall: Option<WallTime>) -> bool {
        let inside = |span: WallSpan| wall.is_some_and(|wall| span.contains(wall));
        self.span.is_none_or(inside)
    }

    fn is_by(&self, who: Option<ResourceId>) -> bool {
        self.resource.is_none_or(|own| Some(own) == who)
    }

    fn is_for(&self, party: i16) -> bool {
        let (least, most) = self.party;
        least.is_none_or(|least| least <= party) && most.is_none_or(|most| party <= most)
    }

    fn is_ahead(&self, hours: i32) -> bool {
        let (least, most) = self.ahead;
        least.is_none_or(|least| least <= hours) && most.is_none_or(|most| hours < most)
    }
}

/// A line for each rule that holds, beside the line of the service itself.
pub fn lines(rules: &[PriceRule], on: &Occasion, service: &Line) -> Vec<Line> {
    let held = rules.iter().filter(|rule| rule.holds(on));
    let changes = reckoned(held, service.amount, i64::from(on.party));
    let line = |(rule, amount): (&PriceRule, i64)| Line {
        kind: LineKind::Rule,
        name_ja: rule.name.ja.clone(),
        name_en: rule.name.en.clone(),
        quantity: 1,
        amount,
        tax_rate_percent: service.tax_rate_percent,
        option: None,
        part: service.part,
    };
    changes.into_iter().map(line).collect()
}

/// The lowest and the highest that a price becomes, for one person.
pub fn range(rules: &[PriceRule], price: i64, reach: &Reach<'_>) -> (i64, i64) {
    let total = |set: u64| {
        let changes = reckoned(of_set(rules, set), price, 1);
        changes
            .iter()
            .fold(price, |sum, (_, change)| sum.saturating_add(*change))
    };
    let totals: Vec<i64> = sets(rules, reach).into_iter().map(total).collect();
    let least = totals.iter().min().copied().unwrap_or(price);
    (least, totals.iter().max().copied().unwrap_or(price))
}

/// What the others leave of a price wherever this rule holds: more than that it cannot take. `None` where it holds nowhere.
pub fn room(rules: &[PriceRule], own: PricingRuleId, price: i64, reach: &Reach<'_>) -> Option<i64> {
    let place = rules.iter().position(|rule| rule.id == own)?;
    let left = |set: u64| {
        let others = of_set(rules, set).filter(|rule| rule.id != own);
        others.fold(price, |sum, rule| {
            sum.saturating_add(rule.change.of(price, 1))
        })
    };
    let own = sets(rules, reach)
        .into_iter()
        .filter(|set| set & bit(place) != 0);
    own.map(left).min()
}

/// What each makes of a price, in their order; whatever would take more than is left takes what is left.
fn reckoned<'a>(
    rules: impl Iterator<Item = &'a PriceRule>,
    price: i64,
    party: i64,
) -> Vec<(&'a PriceRule, i64)> {
    let mut left = price.max(0);
    let mut all = Vec::new();
    for rule in rules {
        let change = rule.change.of(price, party).max(-left);
        if change != 0 {
            left = left.saturating_add(change);
            all.push((rule, change));
        }
    }
    all
}

/// The sets of rules that can hold at once: what one day, one hour, one party, one person and one way of booking ahead have in
/// common.
fn sets(rules: &[PriceRule], reach: &Reach<'_>) -> BTreeSet<u64> {
    let rules = rules.get(..MOST).unwrap_or(rules);
    let cell = |holds: &dyn Fn(&PriceRule) -> bool| {
        let each = rules.iter().enumerate();
        each.filter(|(_, rule)| holds(rule))
            .fold(0_u64, |set, (place, _)| set | bit(place))
    };
    let dates = reach.from.iter_days().take(reach.days.into());
    let dates = dates.map(|date| {
        let days = Days::on(date);
        cell(&|rule| rule.is_on(date, days))
    });
    let spans = rules.iter().filter_map(|rule| rule.span);
    let walls = spans.flat_map(|span| [span.from(), span.until()]);
    let walls = walls.chain([WallTime::MIDNIGHT]);
    let walls = walls.map(|wall| cell(&|rule| rule.is_at(Some(wall))));
    let who = reach.who.iter().map(|who| cell(&|rule| rule.is_by(*who)));
    let (fewest, most) = reach.party;
    let ends = rules.iter().flat_map(|rule| {
        let (least, most) = rule.party;
        [least, most.map(|most| most.saturating_add(1))]
    });
    let parties = ends
        .flatten()
        .filter(|party| (fewest..=most).contains(party));
    let parties = parties
        .chain([fewest])
        .map(|party| cell(&|rule| rule.is_for(party)));
    let ends = rules.iter().flat_map(|rule| [rule.ahead.0, rule.ahead.1]);
    let ahead = ends.flatten().chain([0]);
    let ahead = ahead.map(|hours| cell(&|rule| rule.is_ahead(hours)));
    let all: [BTreeSet<u64>; 5] = [
        dates.collect(),
        walls.collect(),
        who.collect(),
        parties.collect(),
        ahead.collect(),
    ];
    let whole = BTreeSet::from([u64::MAX]);
    all.iter().fold(whole, |sets, cells| {
        let met = sets
            .iter()
            .flat_map(|set| cells.iter().map(move |cell| set & cell));
        let met: BTreeSet<u64> = met.collect();
        met.into_iter().take(MANY).collect()
    })
}

fn of_set(rules: &[PriceRule], set: u64) -> impl Iterator<Item = &PriceRule> {
    let each = rules.iter().enumerate().take(MOST);
    each.filter(move |(place, _)| set & bit(*place) != 0)
        .map(|(_, rule)| rule)
}

fn bit(place: usize) -> u64 {
    1_u64 << place
}
