//! What a page that a device keeps says when it is shown without a network, and of what was pressed there.

use super::buttons::Voice;
use askama::{Template, filters::HtmlSafe};

/// Nothing of it is seen while there is a network and nothing waits.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/kept.html")]
pub struct Kept {
    /// The worker that keeps it.
    pub worker: String,
    /// That there is no network, and as of when the page is.
    pub as_of: String,
    /// Said of what waits to be sent, before what it is.
    pub waits: String,
    /// What can wait: what it asks for, its word, and how loudly it speaks.
    pub acts: Vec<(String, String, Voice)>,
    /// The head of what could not be sent.
    pub refused: String,
    /// Why not, where the answer does not say it: nobody was signed in any more.
    pub out: String,
    /// May not, or may not any more.
    pub forbidden: String,
    /// There is no such booking any more.
    pub gone: String,
    /// Was not understood.
    pub unsent: String,
    /// The way to a booking that is not on the page.
    pub booking: String,
    /// The button of who has read it.
    pub seen: String,
}

impl HtmlSafe for Kept {}
