//! One of many, folded away.

use super::{choice_field::Choice, mark::Mark, text_field::described_by};
use askama::{Template, filters::HtmlSafe};

/// A list that opens: prefectures, head counts, lengths. Of a choice only value, label and chosen show.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/select_field.html")]
pub struct SelectField {
    pub name: String,
    pub label: String,
    pub options: Vec<Choice>,
    /// An `autocomplete` word such as `address-level1`.
    pub fill: Option<&'static str>,
    pub mark: Mark,
    pub hint: Option<String>,
    pub complaint: Option<String>,
}

impl HtmlSafe for SelectField {}

impl SelectField {
    /// Its name and its label, for the summary of complaints.
    pub fn called(&self) -> (&str, &str) {
        (&self.name, &self.label)
    }

    fn described_by(&self) -> Option<String> {
        described_by(&self.name, self.hint.is_some(), self.complaint.is_some())
    }
}
