//! What a postal code stands for, asked by a button of the form it is typed in; with script, asked by itself.

use askama::{Template, filters::HtmlSafe};

/// Stands below the box of the code. Its buttons are the form's own (`find`), so that whatever was typed goes along.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/lookup.html")]
pub struct Lookup {
    /// The button.
    pub label: String,
    /// Where a script asks; the code is put at the end.
    pub url: String,
    /// What came of it.
    pub said: Option<String>,
    /// Places to choose from, where the code stands for several.
    pub places: Vec<String>,
    /// What a script says: filled in, several, none.
    pub words: [String; 3],
}

impl HtmlSafe for Lookup {}
