//! A strip of seven days and the times of one of them: for those who read times rather than marks.

use super::{empty::Empty, post_form::PostForm, slot_table::DayTone};
use askama::{Template, filters::HtmlSafe};

/// Choosing a time sends the form with `start`.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/slot_list.html")]
pub struct SlotList {
    /// What the strip is, read aloud.
    pub label: String,
    pub days: Vec<StripDay>,
    /// The day whose times follow.
    pub heading: String,
    pub groups: Vec<SlotGroup>,
    pub form: PostForm,
    /// Drawn in place of the times when there are none.
    pub nothing: Option<Empty>,
}

/// One day of the strip.
#[derive(Clone, Debug, Default)]
pub struct StripDay {
    pub url: String,
    pub weekday: String,
    pub number: String,
    /// 「11月21日(土) 空き5件」, read aloud.
    pub words: String,
    /// 「5」 or 「×」, under the number.
    pub left: String,
    pub tone: DayTone,
    pub current: bool,
    pub none: bool,
}

/// Morning, afternoon, evening.
#[derive(Clone, Debug, Default)]
pub struct SlotGroup {
    pub heading: String,
    pub times: Vec<SlotTime>,
}

/// One start.
#[derive(Clone, Debug, Default)]
pub struct SlotTime {
    /// The value of `start`.
    pub start: String,
    pub time: String,
    /// 「残り2」, or with whom.
    pub note: Option<String>,
}

impl HtmlSafe for SlotList {}
