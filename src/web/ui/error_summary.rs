//! Everything that has to be mended, first on the page, each line leading to its field.

use crate::i18n::Words;
use askama::{Template, filters::HtmlSafe};

/// Drawn even for one complaint; not drawn for none. `#errors` in the address leads here.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/error_summary.html")]
pub struct ErrorSummary {
    pub title: String,
    pub complaints: Vec<Complaint>,
}

/// One line: the field it is about (`None`: the form as a whole) and the words at that field.
#[derive(Clone, Debug, Default)]
pub struct Complaint {
    pub field: Option<String>,
    pub words: String,
}

impl HtmlSafe for ErrorSummary {}

impl ErrorSummary {
    /// In the order of the boxes, and each with the label of its box where its words do not say it: four boxes may be
    /// wrong in the same way.
    pub fn naming<'a>(
        mut self,
        t: Words,
        boxes: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let boxes: Vec<_> = boxes.into_iter().collect();
        let place = |complaint: &Complaint| {
            let field = complaint.field.as_deref()?;
            boxes.iter().position(|(name, _)| *name == field)
        };
        for complaint in &mut self.complaints {
            let its = place(complaint).and_then(|at| boxes.get(at));
            let label = its.map(|(_, label)| *label);
            let is_said = |label: &&str| {
                complaint
                    .words
                    .to_lowercase()
                    .contains(&label.to_lowercase())
            };
            if let Some(label) = label.filter(|label| !is_said(label)) {
                complaint.words = t.ui_error_about(label, &complaint.words);
            }
        }
        // What is about the form as a whole stays first; what has no box of its own comes last.
        self.complaints.sort_by_key(|complaint| {
            let is_whole = complaint.field.is_none();
            place(complaint).map_or(if is_whole { 0 } else { boxes.len() + 1 }, |at| at + 1)
        });
        self
    }
}
