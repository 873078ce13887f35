//! Acts and ways: a form's own button, a link that looks like one, and an act that needs nothing else.

use super::{icon::Icon, post_form::PostForm};
use askama::{Template, filters::HtmlSafe};

/// How loudly a button speaks. One `Main` to a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    #[default]
    Main,
    Quiet,
    /// Cannot be taken back, and is the very purpose of the screen.
    Danger,
    DangerQuiet,
    /// A link that stands among buttons.
    Text,
}

impl Voice {
    /// The class of a button of this voice.
    pub fn class(self) -> &'static str {
        match self {
            Self::Main => "btn",
            Self::Quiet => "btn btn-quiet",
            Self::Danger => "btn btn-danger",
            Self::DangerQuiet => "btn btn-danger-quiet",
            Self::Text => "btn btn-text",
        }
    }
}

/// The button of the form it stands in. `answer` is its own name and value, when a form has two.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/submit.html")]
pub struct Submit {
    pub label: String,
    pub voice: Voice,
    pub wide: bool,
    pub answer: Option<(String, String)>,
    /// Where it sends the form, if elsewhere than the form says: the same page, at the place that is then of interest.
    pub to: Option<String>,
}

/// A way on, as a button.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/link_button.html")]
pub struct LinkButton {
    pub label: String,
    pub url: String,
    pub voice: Voice,
    pub wide: bool,
    pub small: bool,
    pub icon: Option<Icon>,
    /// Read aloud after the label, where several of the same word lead elsewhere.
    pub about: Option<String>,
}

/// A whole form of one button: arrived, approve, undo. `about` is read aloud after the label, so
/// that ten buttons of the same word are told apart. It cannot stand in another form.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/post_button.html")]
pub struct PostButton {
    pub label: String,
    pub about: Option<String>,
    pub form: PostForm,
    pub voice: Voice,
    pub small: bool,
}

impl LinkButton {
    /// Back to where one came from.
    pub fn back(label: String, url: String) -> Self {
        Self {
            label,
            url,
            voice: Voice::Text,
            small: true,
            icon: Some(Icon::Back),
            ..Self::default()
        }
    }
}

impl HtmlSafe for Submit {}
impl HtmlSafe for LinkButton {}
impl HtmlSafe for PostButton {}
