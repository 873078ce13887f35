//! Several lines of text.

use super::{mark::Mark, text_field::described_by};
use askama::{Template, filters::HtmlSafe};

/// A box that grows with what is written. Ids as in `TextField`.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/text_area.html")]
pub struct TextArea {
    pub name: String,
    pub label: String,
    pub value: String,
    pub mark: Mark,
    pub hint: Option<String>,
    pub complaint: Option<String>,
}

impl HtmlSafe for TextArea {}

impl TextArea {
    fn described_by(&self) -> Option<String> {
        described_by(&self.name, self.hint.is_some(), self.complaint.is_some())
    }
}
