//! Somebody else saved first: what they saved beside what was typed, and the choice (UX 9.6).

use super::buttons::{LinkButton, Voice};
use crate::i18n::Words;
use askama::{Template, filters::HtmlSafe};

/// Both versions. The form below it is sent on top of the newer one, so that its button overwrites; the link lets what was
/// typed go.
#[derive(Clone, Debug, Template)]
#[template(path = "ui/newer.html")]
pub struct Newer {
    title: String,
    lead: String,
    typed: String,
    saved: String,
    /// Every box, said twice.
    pub pairs: Vec<Pair>,
    keep: LinkButton,
}

/// One box.
#[derive(Clone, Debug, Default)]
pub struct Pair {
    /// What it asks.
    pub label: String,
    /// What was typed here.
    pub typed: String,
    /// What the other has saved.
    pub saved: String,
}

impl HtmlSafe for Newer {}

impl Newer {
    /// Of boxes that differ; `url` is the form as it stands now.
    pub fn of(t: Words, pairs: Vec<Pair>, url: String) -> Self {
        Self {
            title: t.ui_newer_title(),
            lead: t.ui_newer_lead(),
            typed: t.ui_newer_typed(),
            saved: t.ui_newer_saved(),
            pairs: pairs
                .into_iter()
                .filter(|pair| pair.typed != pair.saved)
                .collect(),
            keep: LinkButton {
                label: t.ui_newer_keep(),
                url,
                voice: Voice::Quiet,
                small: true,
                ..LinkButton::default()
            },
        }
    }
}
