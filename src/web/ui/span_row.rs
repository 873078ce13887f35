//! When, several times a day: a row of pairs of boxes.

use askama::{Template, filters::HtmlSafe};

/// Pairs of times under one label. `name` is that of the row: the first box's id is `field-` and it, where the summary of
/// complaints leads.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/span_row.html")]
pub struct SpanRow {
    pub name: String,
    pub label: String,
    pub pairs: Vec<Pair>,
    /// What the boxes are called aloud: from, until.
    pub ends: (String, String),
    pub hint: Option<String>,
    pub complaint: Option<String>,
}

/// One span: the names of its boxes are `name` with `_from` and `_until`.
#[derive(Clone, Debug, Default)]
pub struct Pair {
    pub name: String,
    pub from: String,
    pub until: String,
}

impl HtmlSafe for SpanRow {}

impl SpanRow {
    fn id(&self, position: &usize, pair: &Pair) -> String {
        match position {
            0 => format!("field-{}", self.name),
            _ => format!("field-{}", pair.name),
        }
    }

    fn described_by(&self) -> Option<String> {
        super::text_field::described_by(&self.name, self.hint.is_some(), self.complaint.is_some())
    }
}
