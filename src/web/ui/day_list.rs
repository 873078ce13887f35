//! The day as a list: what a telephone shows, and what is read aloud.

use super::{
    buttons::{LinkButton, PostButton, Voice},
    frame::Phone,
    post_form::PostForm,
    status_badge::StatusBadge,
};
use askama::{Template, filters::HtmlSafe};

/// In the order of time; `now` stands before the first row that has not begun.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/day_list.html")]
pub struct DayList {
    pub rows: Vec<DayListRow>,
    /// The position it stands before, and its words.
    pub now: Option<(usize, String)>,
    /// What every act of every row carries: the list is one form, so that a day of hundreds stays light.
    pub carried: PostForm,
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
    pub acts: Vec<RowAct>,
    /// The way to where it is paid.
    pub pay: Option<LinkButton>,
}

/// What is done to one row by one press.
#[derive(Clone, Debug, Default)]
pub struct RowAct {
    pub label: String,
    /// Read aloud after the label.
    pub about: Option<String>,
    /// Where it goes.
    pub url: String,
    /// What it asks for.
    pub to: String,
    pub voice: Voice,
}

/// What the button of one act alone carries as `to`, the button of a row is.
const TO: &str = "to";

impl From<PostButton> for RowAct {
    fn from(button: PostButton) -> Self {
        let asked = button.form.hidden.into_iter().find(|(name, _)| name == TO);
        Self {
            label: button.label,
            about: button.about,
            url: button.form.action,
            to: asked.map(|(_, to)| to).unwrap_or_default(),
            voice: button.voice,
        }
    }
}

impl DayList {
    fn has_acts(&self) -> bool {
        self.rows.iter().any(|row| !row.acts.is_empty())
    }
}

impl HtmlSafe for DayList {}
