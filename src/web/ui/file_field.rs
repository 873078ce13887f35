//! A box into which files are put.

use super::text_field::described_by;
use askama::{Template, filters::HtmlSafe};

/// The box. Ids as in `TextField`.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/file_field.html")]
pub struct FileField {
    pub name: String,
    pub label: String,
    pub hint: Option<String>,
    /// What the browser offers: `image/jpeg,image/png`. It decides nothing.
    pub accept: &'static str,
    /// Whether several may be chosen at once.
    pub several: bool,
    /// What is wrong with those that were sent, each by its name.
    pub complaints: Vec<String>,
}

impl HtmlSafe for FileField {}

impl FileField {
    fn described_by(&self) -> Option<String> {
        described_by(&self.name, self.hint.is_some(), !self.complaints.is_empty())
    }
}
