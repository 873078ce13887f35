//! A line of a file, read as the card it should become; what cannot be taken is said column by column. Pure.

use super::{
    register::{Contact, Name},
    tags,
};
use crate::base::{
    lang::Lang,
    msg::Msg,
    text::{self, NAME_MAX},
};
use serde::{Deserialize, Serialize};

/// One column of a file of cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What people read aloud; given by the shop, so it is not read.
    Number,
    /// 姓
    Family,
    /// 名
    Given,
    /// The name as it is shown.
    Name,
    /// セイ
    FamilyKana,
    /// メイ
    GivenKana,
    /// Number.
    Phone,
    /// Address.
    Email,
    /// The language to write in.
    Language,
    /// Whether the shop takes special care of them.
    Vip,
    /// Counted here, so it is not read.
    NoShows,
    /// The words on it.
    Tags,
    /// Since when there is the card; not read.
    Since,
}

impl Column {
    /// All of them, as they are written.
    pub const ALL: [Self; 13] = [
        Self::Number,
        Self::Family,
        Self::Given,
        Self::Name,
        Self::FamilyKana,
        Self::GivenKana,
        Self::Phone,
        Self::Email,
        Self::Language,
        Self::Vip,
        Self::NoShows,
        Self::Tags,
        Self::Since,
    ];

    /// Whether what stands in it is brought in.
    pub const fn is_read(self) -> bool {
        !matches!(self, Self::Number | Self::NoShows | Self::Since)
    }

    /// As the words of the house have it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Family => "family",
            Self::Given => "given",
            Self::Name => "name",
            Self::FamilyKana => "family-kana",
            Self::GivenKana => "given-kana",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Language => "language",
            Self::Vip => "vip",
            Self::NoShows => "no-shows",
            Self::Tags => "tags",
            Self::Since => "since",
        }
    }
}

/// A line that can be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incoming {
    /// The line of the file.
    pub line: u64,
    /// Name and contacts.
    pub contact: Contact,
    /// Whether the shop takes special care of them.
    pub is_vip: bool,
    /// The words to put on the card.
    pub tags: Vec<String>,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file.
    pub line: u64,
    /// In which column; `None`: the line as a whole.
    pub column: Option<Column>,
    /// Why.
    pub why: Msg,
}

/// The cells of a line, and what is wrong with them so far.
struct Cells<'a> {
    line: u64,
    cells: &'a [(Column, &'a str)],
    problems: Vec<Problem>,
}

impl Cells<'_> {
    /// A cell, read; empty where there is none or where it cannot be taken.
    fn read<T: Default>(&mut self, column: Column, parse: impl Fn(&str) -> Result<T, Msg>) -> T {
        let cell = self.cells.iter().find(|(one, _)| *one == column);
        let typed = cell.map_or("", |(_, typed)| *typed);
        if text::is_blank(typed) {
            return T::default();
        }
        parse(typed).unwrap_or_else(|why| {
            self.problems.push(Problem {
                line: self.line,
                column: Some(column),
                why,
            });
            T::default()
        })
    }

    fn name(&mut self) -> Name {
        let line = |typed: &str| text::line(typed, NAME_MAX);
        let mut name = Name {
            family: self.read(Column::Family, line),
            given: self.read(Column::Given, line),
            family_kana: self.read(Column::FamilyKana, text::kana),
            given_kana: self.read(Column::GivenKana, text::kana),
            display: self.read(Column::Name, line),
        };
        let joined = |one: &str, other: &str| format!("{one} {other}").trim().to_owned();
        if name.display.is_empty() {
            name.display = joined(&name.family, &name.given);
        }
        if name.display.is_empty() {
            name.display = joined(&name.family_kana, &name.given_kana);
        }
        name
    }
}

/// Reads a line: its cells, each with its column.
pub fn read(line: u64, cells: &[(Column, &str)], lang: Lang) -> Result<Incoming, Vec<Problem>> {
    let mut cells = Cells {
        line,
        cells,
        problems: Vec::new(),
    };
    let told = |text: String| Some(text).filter(|text| !text.is_empty());
    let plain = |typed: &str| Ok(text::ascii(typed).to_lowercase());
    let incoming = Incoming {
        line,
        contact: Contact {
            name: cells.name(),
            phone: told(cells.read(Column::Phone, phone_of)),
            email: told(cells.read(Column::Email, text::email)),
            lang: Lang::from_code(&cells.read(Column::Language, plain)).unwrap_or(lang),
        },
        is_vip: !["", "0", "no", "false", "-", "\u{d7}"]
            .contains(&cells.read(Column::Vip, plain).as_str()),
        tags: cells.read(Column::Tags, tags_of),
    };
    if incoming.contact.name.display.is_empty() && cells.problems.is_empty() {
        cells.problems.push(Problem {
            line,
            column: None,
            why: Msg::new("form-name-required"),
        });
    }
    match cells.problems.is_empty() {
        true => Ok(incoming),
        false => Err(cells.problems),
    }
}

/// A number; where a spreadsheet took it for a figure, its first digit is missing.
pub fn phone_of(typed: &str) -> Result<String, Msg> {
    text::phone(typed).or_else(|why| {
        let digits = text::ascii(typed);
        let is_figure =
            matches!(digits.len(), 9 | 10) && digits.chars().all(|c| c.is_ascii_digit());
        match is_figure && !digits.starts_with('0') {
            true => text::phone(&format!("0{digits}")),
            false => Err(why),
        }
    })
}

fn tags_of(cell: &str) -> Result<Vec<String>, Msg> {
    let mut found: Vec<String> = Vec::new();
    for tag in cell.split(['/', '／', ';', '；', '、', ',']) {
        let tag = text::short_line(tag, tags::TAG_MAX)?;
        if !tag.is_empty() && !found.contains(&tag) {
            found.push(tag);
        }
    }
    if found.len() > tags::MOST {
        return Err(Msg::new("customers-tag-too-many").with("most", tags::MOST));
    }
    Ok(found)
}
