//! A question that a business asks beforehand, with its boxes; perhaps only after a certain answer to another.

use super::{field::Field, mark::Mark};
use askama::{Template, filters::HtmlSafe};

/// One question.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/question_block.html")]
pub struct QuestionBlock {
    /// The element that must be chosen before it matters, and the same in words.
    pub only: Option<(String, String)>,
    /// What is agreed to.
    pub wording: Option<Wording>,
    /// The boxes.
    pub fields: Vec<Field>,
}

/// A text that is agreed to.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    pub title: String,
    pub mark: Mark,
    pub hint: Option<String>,
    pub text: String,
    /// Its language, where it is not the page's.
    pub lang: Option<&'static str>,
}

impl HtmlSafe for QuestionBlock {}
