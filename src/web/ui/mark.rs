//! Whether a question must be answered: a word beside its label, never a star.

use askama::{Template, filters::HtmlSafe};

/// The word beside a label. The default says nothing: a choice that always has an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Template)]
#[template(path = "ui/mark.html")]
pub struct Mark {
    word: String,
    required: bool,
}

impl HtmlSafe for Mark {}

impl Mark {
    /// 必須 / Required.
    pub fn required(word: String) -> Self {
        Self {
            word,
            required: true,
        }
    }

    /// 任意 / Optional.
    pub fn optional(word: String) -> Self {
        Self {
            word,
            required: false,
        }
    }

    /// Whether the question must be answered.
    pub fn is_required(&self) -> bool {
        self.required
    }
}
