//! The day as a list: what a telephone shows, and what is read aloud.

use super::{buttons::PostButton, frame::Phone, status_badge::StatusBadge};
use askama::{Template, filters::HtmlSafe};

/// In the order of time; `now` stands before the first row that has not begun.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/day_list.html")]
pub struct DayList {
    pub rows: Vec<DayListRow>,
    /// The position it stands before, and its words.
    pub now: Option<(usize, String)>,
}

/// One booking.
#[derive(Clone, Debug, Default)]
pub struct DayListRow {
    pub time: String,
    pub until: String,
    pub name: String,
    /// The reading, beside the name in small type.
    pub kana: String,
    pub url: String,
    /// Menu, staff, party.
    pub facts: String,
    /// The number, and its `tel:` address.
    pub call: Option<Phone>,
    /// What must be known before the guest sits down.
    pub note: Option<String>,
    /// An id to come back to after an act.
    pub anchor: Option<String>,
    pub tags: Vec<String>,
    pub badge: StatusBadge,
    pub acts: Vec<PostButton>,
}

impl HtmlSafe for DayList {}
