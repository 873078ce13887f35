//! Check your answers; and a bill.

use askama::{Template, filters::HtmlSafe};

/// Questions and answers between hairlines.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/summary_list.html")]
pub struct SummaryList {
    pub rows: Vec<SummaryRow>,
}

/// One answer. `change` leads to the question and straight back.
#[derive(Clone, Debug, Default)]
pub struct SummaryRow {
    pub question: String,
    pub answer: String,
    pub note: Option<String>,
    pub change: Option<Change>,
}

/// A way to change one answer. `about` is read aloud, so that five links 「変更する」 are told apart.
#[derive(Clone, Debug, Default)]
pub struct Change {
    pub label: String,
    pub about: String,
    pub url: String,
}

/// What is paid, line by line, the total last.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/bill.html")]
pub struct Bill {
    /// What and how much.
    pub lines: Vec<(String, String)>,
    pub total: (String, String),
    /// Such as 「うち消費税 1,100円」.
    pub note: Option<String>,
}

impl HtmlSafe for SummaryList {}
impl HtmlSafe for Bill {}
