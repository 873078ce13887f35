//! What was typed: read strictly, complained about all at once, and given back as it was.

pub mod fields;
pub mod files;
pub mod options;
pub mod question_fields;
pub mod questions;
pub mod spans;
pub mod typed;
pub mod upload;

use super::ui::error_summary::{Complaint, ErrorSummary};
use crate::{base::msg::Msg, i18n::Words};
use std::borrow::Cow;

/// Every complaint about a form, in the order of its fields. The empty name is the form as a whole.
#[derive(Clone, Debug, Default)]
pub struct Errors {
    complaints: Vec<(Cow<'static, str>, Msg)>,
}

impl Errors {
    /// Adds a complaint.
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, msg: Msg) {
        self.complaints.push((field.into(), msg));
    }

    /// Whether there is nothing to mend.
    pub fn is_empty(&self) -> bool {
        self.complaints.is_empty()
    }

    /// The first complaint about a field, said.
    pub fn of(&self, field: &str, t: Words) -> Option<String> {
        self.complaints
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, msg)| t.msg(msg))
    }

    /// Every complaint about a field, said.
    pub fn all_of(&self, field: &str, t: Words) -> Vec<String> {
        let own = self.complaints.iter().filter(|(name, _)| *name == field);
        own.map(|(_, msg)| t.msg(msg)).collect()
    }

    /// Whether there is something to mend in a field.
    pub fn has(&self, field: &str) -> bool {
        self.complaints.iter().any(|(name, _)| *name == field)
    }

    /// All of them, for the head of the page.
    pub fn summary(&self, t: Words) -> ErrorSummary {
        let complaints = self
            .complaints
            .iter()
            .map(|(field, msg)| Complaint {
                field: (!field.is_empty()).then(|| field.to_string()),
                words: t.msg(msg),
            })
            .collect();
        ErrorSummary {
            title: t.ui_error_title(self.complaints.len()),
            complaints,
        }
    }
}
