//! A letter, shown as words alone.

use askama::{Template, filters::HtmlSafe};

/// Its subject and its words, in its own language.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/letter_view.html")]
pub struct LetterView {
    pub heading: String,
    /// What it is shown by.
    pub note: String,
    pub lang: &'static str,
    pub subject: String,
    pub text: String,
    /// Whether it was just asked for: then it is what is looked at first.
    pub is_asked: bool,
}

impl HtmlSafe for LetterView {}
