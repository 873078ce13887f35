//! A line of a file, read as the booking that it should become. Pure.

use super::column::Column;
use crate::{
    base::{
        cells,
        lang::Lang,
        msg::Msg,
        text::{self, NAME_MAX},
        time::{LocalDate, WallTime},
    },
    domain::{
        bookings::details::NOTE_MAX,
        customers::{
            incoming::phone_of,
            register::{Contact, Name},
            sheet,
        },
    },
};

/// The longest booking that is taken over, in minutes.
const LONGEST: i64 = 24 * 60;
/// The longest number of another system.
const NUMBER_MAX: usize = 100;
/// The longest name of a service or of somebody who serves.
pub const CALLED_MAX: usize = 200;

/// A line that makes sense by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands in the file.
    pub number: u64,
    /// The day.
    pub date: LocalDate,
    /// When it begins.
    pub start: WallTime,
    /// How long it was promised to be; `None`: as the menu has it.
    pub minutes: Option<i64>,
    /// What they call it.
    pub service: String,
    /// Who serves; empty: nobody in particular.
    pub staff: String,
    /// For whom.
    pub contact: Contact,
    /// For how many.
    pub party: Option<i16>,
    /// What was agreed, in all; `None`: as the menu has it.
    pub price: Option<i64>,
    /// What was remarked.
    pub note: String,
    /// What it is called there.
    pub outside: String,
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// In which column.
    pub column: Column,
    /// Why.
    pub why: Msg,
}

/// Where each meaning stands, and a row of the file.
pub struct Row<'a> {
    /// Meanings, each with its place in the row.
    pub columns: &'a [(Column, usize)],
    /// The line of the file.
    pub number: u64,
    /// What stands in it.
    pub cells: &'a [String],
}

impl<'a> Row<'a> {
    /// What stands under a meaning; empty where that has no column.
    pub fn cell(&self, column: Column) -> &'a str {
        let place = self.columns.iter().find(|(one, _)| *one == column);
        let cell = place.and_then(|(_, place)| self.cells.get(*place));
        cell.map_or("", |cell| sheet::plain(cell))
    }

    /// The same as a name: on one line, without spaces around it.
    pub fn called(&self, column: Column) -> String {
        let cell = self.cell(column).split_whitespace();
        let cell = cell.collect::<Vec<_>>().join(" ");
        cell.chars().take(CALLED_MAX).collect()
    }
}

struct Reader<'r, 'a> {
    row: &'r Row<'a>,
    wrong: Vec<Wrong>,
}

/// Reads a row, or says everything that is wrong with it.
pub fn read(row: &Row<'_>, lang: Lang) -> Result<Line, Vec<Wrong>> {
    let mut reader = Reader {
        row,
        wrong: Vec::new(),
    };
    let (date, start, minutes) = reader.time();
    let told = |text: String| Some(text).filter(|text| !text.is_empty());
    let line = Line {
        number: row.number,
        date: date.unwrap_or_default(),
        start: start.unwrap_or(WallTime::MIDNIGHT),
        minutes,
        service: row.called(Column::Service),
        staff: row.called(Column::Staff),
        contact: Contact {
            name: reader.name(),
            phone: told(reader.text(Column::Phone, phone_of)),
            email: told(reader.text(Column::Email, text::email)),
            lang,
        },
        party: reader
            .figure(Column::Party, 1..=500)
            .and_then(|party| i16::try_from(party).ok()),
        price: reader.figure(Column::Price, 0..=99_999_999),
        note: reader.text(Column::Note, |typed| text::short_paragraph(typed, NOTE_MAX)),
        outside: reader.text(Column::Number, |typed| text::short_line(typed, NUMBER_MAX)),
    };
    match reader.wrong.is_empty() {
        true => Ok(line),
        false => Err(reader.wrong),
    }
}

impl Reader<'_, '_> {
    fn refuse(&mut self, column: Column, why: Msg) {
        self.wrong.push(Wrong { column, why });
    }

    fn text(&mut self, column: Column, parse: impl Fn(&str) -> Result<String, Msg>) -> String {
        let cell = self.row.cell(column);
        if text::is_blank(cell) {
            return String::new();
        }
        parse(cell).unwrap_or_else(|why| {
            self.refuse(column, why);
            String::new()
        })
    }

    fn figure(&mut self, column: Column, bounds: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let cell = self.row.cell(column);
        if text::is_blank(cell) {
            return None;
        }
        let found = cells::number(cell).filter(|found| bounds.contains(found));
        if found.is_none() {
            self.refuse(column, Msg::new("imports-cell-figure"));
        }
        found
    }

    /// What a column says about time; a column that is not there says nothing.
    fn moment(&mut self, column: Column) -> cells::Moment {
        let cell = self.row.cell(column);
        if text::is_blank(cell) {
            return cells::Moment::default();
        }
        cells::moment(cell).unwrap_or_else(|| {
            self.refuse(column, Msg::new("imports-cell-time"));
            cells::Moment::default()
        })
    }

    /// Day, beginning and length, from whichever columns have them.
    fn time(&mut self) -> (Option<LocalDate>, Option<WallTime>, Option<i64>) {
        let place = |column: Column| {
            let found = self.row.columns.iter().find(|(one, _)| *one == column);
            found.map(|(_, place)| *place)
        };
        let is_beside = place(Column::Start) == place(Column::Date);
        let day = self.moment(Column::Date);
        // What stands in one column is wrong once.
        let start = match is_beside {
            true => cells::Moment::default(),
            false => self.moment(Column::Start),
        };
        let end = self.moment(Column::End);
        let is_read = self.wrong.is_empty();
        let date = day.date.or(start.date);
        let begins = start.start.or(day.start);
        if is_read && date.is_none() {
            self.refuse(Column::Date, Msg::new("imports-cell-no-date"));
        }
        if is_read && begins.is_none() {
            self.refuse(Column::Start, Msg::new("imports-cell-no-start"));
        }
        let ends = end.start.or(start.end).or(day.end);
        let nights = end
            .date
            .zip(date)
            .map(|(end, date)| (end - date).num_days());
        let minutes = match (begins, ends) {
            (Some(begins), Some(ends)) => Some(lasting(begins, ends, nights)),
            _ => self.length(),
        };
        if minutes.is_some_and(|minutes| !(1..=LONGEST).contains(&minutes)) {
            self.refuse(Column::End, Msg::new("imports-cell-length"));
        }
        (date, begins, minutes)
    }

    fn length(&mut self) -> Option<i64> {
        let cell = self.row.cell(Column::Minutes);
        if text::is_blank(cell) {
            return None;
        }
        let minutes = cells::minutes(cell);
        if minutes.is_none() {
            self.refuse(Column::Minutes, Msg::new("imports-cell-minutes"));
        }
        minutes
    }

    fn name(&mut self) -> Name {
        let line = |typed: &str| text::line(typed, NAME_MAX);
        let kana = self.text(Column::Kana, text::kana);
        let (family_kana, given_kana) = kana.split_once(' ').unwrap_or((&kana, ""));
        let either = |one: String, other: &str| {
            if one.is_empty() {
                other.to_owned()
            } else {
                one
            }
        };
        let mut name = Name {
            family: self.text(Column::Family, line),
            given: self.text(Column::Given, line),
            family_kana: either(self.text(Column::FamilyKana, text::kana), family_kana),
            given_kana: either(self.text(Column::GivenKana, text::kana), given_kana),
            display: self.text(Column::Name, line),
        };
        let joined = |one: &str, other: &str| format!("{one} {other}").trim().to_owned();
        if name.display.is_empty() {
            name.display = joined(&name.family, &name.given);
        }
        if name.display.is_empty() {
            name.display = joined(&name.family_kana, &name.given_kana);
        }
        if name.display.is_empty() {
            self.refuse(Column::Name, Msg::new("form-name-required"));
        }
        name
    }
}

/// From one time to another, which may be after midnight, or on the day that stands beside it.
fn lasting(from: WallTime, until: WallTime, nights: Option<i64>) -> i64 {
    let apart = i64::from(until.minutes()) - i64::from(from.minutes());
    match nights {
        Some(nights) => apart + nights * 24 * 60,
        None if apart < 0 => apart + 24 * 60,
        None => apart,
    }
}
