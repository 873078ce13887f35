//! A box into which several files are put, below those that have come already: a browser does not put them back.

use super::{mark::Mark, text_field::described_by};
use askama::{Template, filters::HtmlSafe};

/// The box. Ids as in `TextField`.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/files_field.html")]
pub struct FilesField {
    pub name: String,
    pub label: String,
    pub mark: Mark,
    /// A hint of whoever asks.
    pub hint: Option<String>,
    /// What may be put in, and how much.
    pub bounds: String,
    /// What the browser offers: `image/jpeg,image/png`. It decides nothing.
    pub accept: &'static str,
    /// What has come, and a heading for it.
    pub kept: (String, Vec<KeptFile>),
    /// What is wrong with those that were sent, each by its name.
    pub complaints: Vec<String>,
}

/// A file that has come.
#[derive(Clone, Debug, Default)]
pub struct KeptFile {
    /// Its name and its size.
    pub words: String,
    /// The label of the button that takes it back, what the button carries, and what it is about.
    pub remove: (String, String, String),
}

impl HtmlSafe for FilesField {}

impl FilesField {
    fn described_by(&self) -> Option<String> {
        let ids = described_by(&self.name, self.hint.is_some(), !self.complaints.is_empty());
        let bounds = format!("field-{}-bounds", self.name);
        Some(ids.map_or_else(|| bounds.clone(), |ids| format!("{bounds} {ids}")))
    }
}
