//! What was asked and what was answered, with the texts that were agreed to folded away.

use askama::{Template, filters::HtmlSafe};

/// Questions and answers between hairlines.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/answer_list.html")]
pub struct AnswerList {
    pub rows: Vec<AnswerRow>,
}

/// One answer.
#[derive(Clone, Debug, Default)]
pub struct AnswerRow {
    pub question: String,
    pub answer: String,
    pub note: Option<String>,
    /// What unfolds a text, and the text.
    pub text: Option<(String, String)>,
    /// Files, each with its address where it can be had.
    pub files: Vec<(String, Option<String>)>,
}

impl HtmlSafe for AnswerList {}
