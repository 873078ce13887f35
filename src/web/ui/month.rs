//! A month of days on the wall, with what is left of each.

use super::slot_table::DayTone;
use crate::{base::time::LocalDate, i18n::Words};
use askama::{Template, filters::HtmlSafe};
use chrono::{Datelike, Weekday};

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
    /// A second line below it; may be empty.
    pub more: String,
    pub tone: DayTone,
    /// How full it is, drawn: 0 to 5 fifths. The words say it, too.
    pub fifths: Option<u8>,
    /// Where it leads; `None`: nothing to choose, yet it can be reached and says why.
    pub url: Option<String>,
    pub current: bool,
}

impl HtmlSafe for Month {}

impl Month {
    /// A month on the wall, Sunday first, from the days of it, the first to the last.
    pub fn on_the_wall(t: Words, first: LocalDate, days: impl Iterator<Item = MonthDay>) -> Self {
        let blanks = usize::try_from(first.weekday().num_days_from_sunday()).unwrap_or(0);
        let mut cells: Vec<Option<MonthDay>> = (0..blanks).map(|_| None).collect();
        cells.extend(days.map(Some));
        while !cells.len().is_multiple_of(7) {
            cells.push(None);
        }
        Self {
            caption: t.month_of(first),
            weekdays: weekdays(t, first),
            weeks: cells.chunks(7).map(<[Option<MonthDay>]>::to_vec).collect(),
        }
    }
}

/// The heads of a month's columns, Sunday first.
fn weekdays(t: Words, first: LocalDate) -> Vec<MonthWeekday> {
    let sunday = first.week(Weekday::Sun).first_day();
    sunday
        .iter_days()
        .take(7)
        .map(|day| MonthWeekday {
            short: t.weekday(day.weekday()),
            long: t.weekday_in_full(day.weekday()),
            tone: match day.weekday() {
                Weekday::Sun => DayTone::Sunday,
                Weekday::Sat => DayTone::Saturday,
                _ => DayTone::Plain,
            },
        })
        .collect()
}
