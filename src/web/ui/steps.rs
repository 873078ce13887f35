//! Where we are on the way to a booking.

use askama::{Template, filters::HtmlSafe};

/// The words come first (「全4ステップ中、2ステップ目」); the line of names repeats them for the eye.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/steps.html")]
pub struct Steps {
    pub words: String,
    pub names: Vec<Step>,
    /// Position of the present step, from 0.
    pub current: usize,
}

impl Steps {
    /// What the present step is called.
    pub fn title(&self) -> &str {
        self.names.get(self.current).map_or("", |step| &step.name)
    }

    /// 「2/4」, for the title of the page.
    pub fn mark(&self) -> String {
        format!("{}/{}", self.current + 1, self.names.len())
    }
}

/// One step; those behind us may lead back.
#[derive(Clone, Debug, Default)]
pub struct Step {
    pub name: String,
    pub url: Option<String>,
}

impl HtmlSafe for Steps {}
