//! A month of days on the wall, with what is left of each.

use super::slot_table::DayTone;
use askama::{Template, filters::HtmlSafe};

/// Weeks are rows of seven; days of other months are `None`.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/month.html")]
pub struct Month {
    /// 「2026年12月」
    pub caption: String,
    pub weekdays: Vec<MonthWeekday>,
    pub weeks: Vec<Vec<Option<MonthDay>>>,
}

/// A column's head.
#[derive(Clone, Debug, Default)]
pub struct MonthWeekday {
    pub short: String,
    pub long: String,
    pub tone: DayTone,
}

/// One day.
#[derive(Clone, Debug, Default)]
pub struct MonthDay {
    pub number: String,
    /// 「12月18日(金) 空き3件」, read aloud.
    pub words: String,
    /// 「3件」, 「×」, 「休」
    pub note: String,
    pub tone: DayTone,
    /// Where it leads; `None`: nothing to choose, yet it can be reached and says why.
    pub url: Option<String>,
    pub current: bool,
}

impl HtmlSafe for Month {}
