//! What to say when there is nothing, and what to do.

use super::{buttons::LinkButton, icon::Icon};
use askama::{Template, filters::HtmlSafe};

/// One sentence and at most three ways on.
#[derive(Clone, Debug, Template)]
#[template(path = "ui/empty.html")]
pub struct Empty {
    pub icon: Icon,
    pub words: String,
    pub ways: Vec<LinkButton>,
}

impl HtmlSafe for Empty {}
