//! What does it cost: lines with their tax, as they are shown before the button and frozen on the booking. Pure.

use crate::base::{bilingual::Bilingual, ids::OptionId, money::tax_within};
use serde::{Deserialize, Serialize};

/// One line of a price, tax included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which line it is.
    pub kind: LineKind,
    /// The name at the time of booking, Japanese.
    pub name_ja: String,
    /// The name at the time of booking, English.
    pub name_en: String,
    /// How many.
    pub quantity: i64,
    /// Minor units for all of them.
    pub amount: i64,
    /// Whole percent inside the amount.
    pub tax_rate_percent: i16,
    /// Which option it is, to have the same again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<OptionId>,
    /// Which service of a visit it belongs to, counted from 0; none where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<i16>,
}

/// Kinds of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// The service itself.
    Service,
    /// What was chosen besides.
    Option,
    /// 指名料: for choosing a person, a line of its own (UX 1.4).
    Nomination,
    /// What a rule of prices adds or takes, by its name.
    Rule,
    /// What a coupon takes.
    Coupon,
    /// What is owed for moving. It belongs to no price that was agreed, and stands on bills and receipts alone.
    Moving,
}

/// A price as agreed (`bookings.price_snapshot_json`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// ISO code.
    pub currency: String,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Minutes the service takes.
    pub duration_minutes: i16,
}

/// Whole percent of tax inside what is asked for service as such.
const STANDARD_RATE: i16 = 10;

impl Quote {
    /// The bill: the price with what is owed for moving, where something is.
    #[must_use]
    pub fn with_moving(&self, fee: i64) -> Self {
        let mut bill = self.clone();
        bill.lines.extend((fee > 0).then(|| Line {
            kind: LineKind::Moving,
            name_ja: String::new(),
            name_en: String::new(),
            quantity: 1,
            amount: fee,
            tax_rate_percent: STANDARD_RATE,
            option: None,
            part: None,
        }));
        bill
    }

    /// What is to be paid, minor units, tax included.
    pub fn total(&self) -> i64 {
        self.lines
            .iter()
            .fold(0, |sum, line| sum.saturating_add(line.amount))
    }

    /// What was chosen besides, by key.
    pub fn options(&self) -> Vec<OptionId> {
        self.lines.iter().filter_map(|line| line.option).collect()
    }

    /// Puts the lines of a visit service after service: what one costs, what is owed for choosing a person, and what a coupon takes
    /// off it; last what belongs to all of them.
    pub fn in_order(&mut self) {
        self.lines.sort_by_key(|line| {
            let place = match line.kind {
                LineKind::Service | LineKind::Option | LineKind::Rule => 0,
                LineKind::Nomination => 1,
                LineKind::Coupon => 2,
                LineKind::Moving => 3,
            };
            (line.part.unwrap_or(i16::MAX), place)
        });
    }

    /// What was chosen besides one service of a visit, by key.
    pub fn options_of(&self, part: i16) -> Vec<OptionId> {
        let own = self.lines.iter().filter(|line| line.part == Some(part));
        own.filter_map(|line| line.option).collect()
    }

    /// Whether it is of a visit of several services, or of what is left of one.
    pub fn is_of_visit(&self) -> bool {
        self.lines.iter().any(|line| line.part.is_some())
    }

    /// What was booked as one line: the service and what was chosen besides, by the names they had.
    pub fn booked_as(&self) -> Bilingual {
        let booked = [LineKind::Service, LineKind::Option];
        let lines = self.lines.iter().filter(|line| booked.contains(&line.kind));
        let (ja, en): (Vec<&str>, Vec<&str>) = lines
            .map(|line| (line.name_ja.as_str(), line.name_en.as_str()))
            .unzip();
        let is_translated = en.iter().all(|name| !name.is_empty());
        let en = if is_translated { en } else { Vec::new() };
        Bilingual::new(ja.join(" + "), en.join(" + "))
    }

    /// Tax by rate, rounded once per rate (UX 3.2), highest rate first: (percent, gross, tax).
    pub fn taxes(&self) -> Vec<(i16, i64, i64)> {
        let mut rates: Vec<i16> = self
            .lines
            .iter()
            .map(|line| line.tax_rate_percent)
            .collect();
        rates.sort_unstable_by(|a, b| b.cmp(a));
        rates.dedup();
        rates
            .into_iter()
            .map(|rate| {
                let gross = self
                    .lines
                    .iter()
                    .filter(|line| line.tax_rate_percent == rate)
                    .map(|line| line.amount)
                    .sum();
                (rate, gross, tax_within(gross, i64::from(rate)))
            })
            .collect()
    }
}
