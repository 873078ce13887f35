//! Earlier and later; and the tabs of one list.

use super::{icon::Icon, image::Image};
use askama::{Template, filters::HtmlSafe};

/// Two ways along a list or a calendar. A side without a way is not drawn, or, when it has words, drawn as words.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/pager.html")]
pub struct Pager {
    /// What is paged, read aloud.
    pub label: String,
    pub earlier: Option<Page>,
    pub later: Option<Page>,
}

/// One side of a pager.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub label: String,
    /// `None`: the end is reached.
    pub url: Option<String>,
}

/// Several views of one list.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/tabs.html")]
pub struct Tabs {
    pub label: String,
    pub items: Vec<Tab>,
}

/// One view, with the number of rows when it is worth knowing.
#[derive(Clone, Debug, Default)]
pub struct Tab {
    pub label: String,
    pub url: String,
    pub count: Option<String>,
    pub current: bool,
    /// Whoever it is about.
    pub picture: Option<Image>,
    /// The key that presses it (UX 9.7).
    pub key: Option<&'static str>,
}

impl HtmlSafe for Pager {}
impl HtmlSafe for Tabs {}
