//! What just happened, said once after the redirect.

use super::{buttons::PostButton, icon::Icon};
use askama::{Template, filters::HtmlSafe};

/// How it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    #[default]
    Done,
    /// Something to know.
    Note,
    /// Something to mind.
    Mind,
    Wrong,
}

/// One sentence, and a way to take the act back while there is one.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/flash.html")]
pub struct Flash {
    pub outcome: Outcome,
    pub words: String,
    pub undo: Option<PostButton>,
}

impl HtmlSafe for Flash {}

impl Flash {
    fn class(&self) -> &'static str {
        match self.outcome {
            Outcome::Done => "flash flash-done",
            Outcome::Note => "flash",
            Outcome::Mind => "flash flash-mind",
            Outcome::Wrong => "flash flash-wrong",
        }
    }

    fn icon(&self) -> Icon {
        match self.outcome {
            Outcome::Done => Icon::Check,
            Outcome::Note => Icon::Note,
            Outcome::Mind | Outcome::Wrong => Icon::Alert,
        }
    }
}
