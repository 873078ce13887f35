//! Everything that has to be mended, first on the page, each line leading to its field.

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
