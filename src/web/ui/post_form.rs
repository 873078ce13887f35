//! Where a form goes and what it carries unseen.

use askama::{Template, filters::HtmlSafe};

/// The address of a form and its hidden fields (csrf, resubmission key, what was chosen before).
/// Drawn as the hidden inputs; the form element is drawn by whoever holds it.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/post_form.html")]
pub struct PostForm {
    pub action: String,
    pub hidden: Vec<(String, String)>,
}

impl HtmlSafe for PostForm {}

impl PostForm {
    /// A form that goes there with the key of the session, and with what is carried unseen.
    pub fn keyed(csrf: &str, action: String, hidden: &[(&str, &str)]) -> Self {
        let hidden = [("csrf", csrf)].into_iter().chain(hidden.iter().copied());
        Self {
            action,
            hidden: hidden
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        }
    }
}
