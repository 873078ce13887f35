//! What can be filled into a text, and what each becomes.

use askama::{Template, filters::HtmlSafe};

/// The list.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/fillings.html")]
pub struct Fillings {
    pub heading: String,
    pub note: String,
    pub lines: Vec<Filling>,
}

/// One of them.
#[derive(Clone, Debug, Default)]
pub struct Filling {
    /// As it is written.
    pub name: String,
    /// What it is.
    pub words: String,
    /// What it becomes.
    pub example: String,
    /// The language of that.
    pub lang: &'static str,
}

impl HtmlSafe for Fillings {}
