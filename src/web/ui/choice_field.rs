//! One of a few, or some of a few, all of them in sight.

use super::mark::Mark;
use crate::base::lang::Lang;
use askama::{Template, filters::HtmlSafe};

/// A question with its answers as radios (`several` false) or boxes (`several` true). The first
/// answer's id is `field-` and the name, where the error summary leads; the others append a number.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/choice_field.html")]
pub struct ChoiceField {
    pub name: String,
    /// Empty for a single box that speaks for itself.
    pub legend: String,
    pub several: bool,
    pub options: Vec<Choice>,
    /// Short answers stand side by side where there is room.
    pub side_by_side: bool,
    pub mark: Mark,
    pub hint: Option<String>,
    pub complaint: Option<String>,
}

/// One answer.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Its own name in the form: boxes of one question are each answered by themselves.
    pub name: Option<String>,
    pub value: String,
    pub label: String,
    /// The language of the label, where it is none of this page.
    pub label_lang: Option<&'static str>,
    /// A second line in small type.
    pub note: Option<String>,
    /// Why it cannot be, where it was chosen and refused.
    pub wrong: Option<String>,
    /// What it adds, at the right, such as a fee.
    pub aside: Option<String>,
    pub chosen: bool,
}

impl HtmlSafe for ChoiceField {}

impl Choice {
    /// A language, in its own name; `chosen` is the code of the one that is.
    pub fn language(lang: Lang, chosen: &str) -> Self {
        Self {
            value: lang.code().to_owned(),
            label: lang.own_name().to_owned(),
            label_lang: Some(lang.code()),
            chosen: lang.code() == chosen,
            ..Self::default()
        }
    }
}

impl ChoiceField {
    fn kind(&self) -> &'static str {
        if self.several { "checkbox" } else { "radio" }
    }

    /// The name of an answer's box.
    fn name_of<'a>(&'a self, option: &'a Choice) -> &'a str {
        option.name.as_deref().unwrap_or(&self.name)
    }

    fn id(&self, position: &usize) -> String {
        match position {
            0 => format!("field-{}", self.name),
            _ => format!("field-{}-{position}", self.name),
        }
    }

    fn described_by(&self) -> Option<String> {
        super::text_field::described_by(&self.name, self.hint.is_some(), self.complaint.is_some())
    }
}
