//! The other language as a button of the form that somebody types in, so that what was typed goes along.

use askama::{Template, filters::HtmlSafe};

/// Stands in the head of the page, above the form, whose `id` is `typed`. A form's first button is the one that Enter
/// presses, so an empty one that does what the form does stands before it.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/language_switch.html")]
pub struct LanguageSwitch {
    /// The other language in its own name.
    pub name: &'static str,
    /// Its code.
    pub code: &'static str,
    /// Where the form is sent, if not where it is sent otherwise.
    pub url: Option<String>,
}

impl HtmlSafe for LanguageSwitch {}
