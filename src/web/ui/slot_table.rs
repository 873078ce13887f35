//! Seven days across, starts down, a mark in each cell: how Japan reads free times.

use super::post_form::PostForm;
use askama::{Template, filters::HtmlSafe};

/// Choosing a cell sends the form with `start`. Marks are drawn; what is read aloud is the day, the
/// time and the word.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/slot_table.html")]
pub struct SlotTable {
    pub caption: String,
    /// Over the column of times, read aloud.
    pub corner: String,
    pub days: Vec<SlotDay>,
    pub rows: Vec<SlotRow>,
    pub words: SlotWords,
    pub form: PostForm,
    /// A `tel:` address for the cells that ask to be called.
    pub call_url: Option<String>,
}

/// One column.
#[derive(Clone, Debug, Default)]
pub struct SlotDay {
    /// 「21」
    pub number: String,
    /// 「土」, or 「祝」
    pub weekday: String,
    /// 「11月21日(土)」
    pub long: String,
    pub tone: DayTone,
    pub today: bool,
}

/// How a day is coloured; the word beside it says the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayTone {
    #[default]
    Plain,
    Saturday,
    /// And public holidays.
    Sunday,
}

impl DayTone {
    /// Its class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Saturday => "sat",
            Self::Sunday => "sun",
        }
    }
}

/// One start. `anchor` names the row for the jumps 午前, 午後, 夜.
#[derive(Clone, Debug, Default)]
pub struct SlotRow {
    pub time: String,
    pub full_hour: bool,
    pub anchor: Option<&'static str>,
    /// One for each day.
    pub cells: Vec<SlotCell>,
}

/// What a cell offers. The text is the value of `start`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SlotCell {
    Free(String),
    Few(String),
    Full,
    Call,
    Closed,
    #[default]
    Outside,
    /// Full, and there is a list: the address to join it.
    Waitlist(String),
}

/// The word of each mark, and the short words that stand in cells as they are.
#[derive(Clone, Debug, Default)]
pub struct SlotWords {
    pub free: String,
    pub few: String,
    pub full: String,
    pub call: String,
    pub call_short: String,
    pub closed: String,
    pub closed_short: String,
    pub outside: String,
    pub waitlist: String,
    pub waitlist_short: String,
}

impl HtmlSafe for SlotTable {}

impl SlotTable {
    fn has(&self, wanted: fn(&SlotCell) -> bool) -> bool {
        self.rows.iter().any(|row| row.cells.iter().any(wanted))
    }

    fn has_few(&self) -> bool {
        self.has(|cell| matches!(cell, SlotCell::Few(_)))
    }

    fn has_full(&self) -> bool {
        self.has(|cell| matches!(cell, SlotCell::Full))
    }

    fn has_call(&self) -> bool {
        self.has(|cell| matches!(cell, SlotCell::Call))
    }

    fn has_waitlist(&self) -> bool {
        self.has(|cell| matches!(cell, SlotCell::Waitlist(_)))
    }
}
