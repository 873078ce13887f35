//! A state in a mark, a word and, last, a colour.

use askama::{Template, filters::HtmlSafe};

/// The tones of UX: pages map their own states to one of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    Confirmed,
    Awaiting,
    Unpaid,
    Arrived,
    Serving,
    #[default]
    Completed,
    Cancelled,
    NoShow,
}

impl Tone {
    /// The last part of its class names.
    pub fn class(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Awaiting => "awaiting",
            Self::Unpaid => "unpaid",
            Self::Arrived => "arrived",
            Self::Serving => "serving",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
            Self::NoShow => "no-show",
        }
    }

    /// Its mark; the arrow carries a sign that keeps telephones from making it a picture.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Confirmed => "●",
            Self::Awaiting => "？",
            Self::Unpaid => "¥",
            Self::Arrived => "✓",
            Self::Serving => "▶\u{FE0E}",
            Self::Completed => "■",
            Self::Cancelled => "×",
            Self::NoShow => "!",
        }
    }
}

/// The chip.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/status_badge.html")]
pub struct StatusBadge {
    pub tone: Tone,
    pub word: String,
}

impl HtmlSafe for StatusBadge {}
