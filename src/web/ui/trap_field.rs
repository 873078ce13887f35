//! A box that nobody sees: what fills in whatever it finds fills it in, too.

use askama::{Template, filters::HtmlSafe};

/// The box. It is out of sight, out of the order of keys and not read out; where a page is shown without its style, its
/// label says what to do.
#[derive(Clone, Debug, Template)]
#[template(path = "ui/trap_field.html")]
pub struct TrapField {
    pub label: String,
}

impl HtmlSafe for TrapField {}
