//! What cancelling costs, as dates and yen.

use askama::{Template, filters::HtmlSafe};

/// The steps in the order of time.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/ladder.html")]
pub struct Ladder {
    pub steps: Vec<LadderStep>,
}

/// Until when, and how much.
#[derive(Clone, Debug, Default)]
pub struct LadderStep {
    pub when: String,
    /// Said where this step is the one that applies.
    pub now: Option<String>,
    pub fee: String,
    pub weight: Weight,
}

/// How heavy a step is: it colours the dot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    #[default]
    Free,
    Part,
    Full,
}

impl Weight {
    /// Its class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Free => "ladder-free",
            Self::Part => "ladder-part",
            Self::Full => "ladder-full",
        }
    }
}

impl HtmlSafe for Ladder {}
