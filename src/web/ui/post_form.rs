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
