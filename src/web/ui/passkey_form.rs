//! Asks the browser for a passkey and sends what it signed. The one form here that needs script: the browser gives keys to
//! nothing else. Without it the form says so.

use askama::{Template, filters::HtmlSafe};

/// The form; its page loads `passkey.js`.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/passkey_form.html")]
pub struct PasskeyForm {
    /// Where the answer goes.
    pub action: String,
    /// What goes back with it, the ticket of the ceremony among it.
    pub hidden: Vec<(&'static str, String)>,
    /// `create` or `get`, the browser's own words.
    pub act: &'static str,
    /// What it is told, as JSON.
    pub options: String,
    /// Asks again.
    pub button: String,
    /// What stands there where no script runs.
    pub without: String,
    /// What is said when the browser gave nothing.
    pub failed: String,
}

impl HtmlSafe for PasskeyForm {}
