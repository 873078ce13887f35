//! A field of a form that has several kinds of them.

use super::{
    choice_field::ChoiceField, files_field::FilesField, select_field::SelectField,
    text_area::TextArea, text_field::TextField,
};
use askama::filters::HtmlSafe;
use std::fmt;

/// Any field.
#[derive(Clone, Debug)]
pub enum Field {
    /// One line.
    Line(TextField),
    /// Several lines.
    Area(TextArea),
    /// One of a list.
    Select(SelectField),
    /// One or several of a few.
    Choice(ChoiceField),
    /// Files.
    Files(FilesField),
}

impl Field {
    /// Its name and its label, for the summary of complaints.
    pub fn called(&self) -> (&str, &str) {
        match self {
            Self::Line(field) => field.called(),
            Self::Area(field) => (&field.name, &field.label),
            Self::Select(field) => field.called(),
            Self::Choice(field) => (&field.name, &field.legend),
            Self::Files(field) => (&field.name, &field.label),
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(field) => field.fmt(f),
            Self::Area(field) => field.fmt(f),
            Self::Select(field) => field.fmt(f),
            Self::Choice(field) => field.fmt(f),
            Self::Files(field) => field.fmt(f),
        }
    }
}

impl HtmlSafe for Field {}
