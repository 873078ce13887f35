//! Each audience's way around: a rail on a wide screen, a bar of five on a telephone.

use super::icon::Icon;
use askama::{Template, filters::HtmlSafe};

/// At most four items are not `wide`; the rest waits behind `more` on a telephone.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/nav.html")]
pub struct Nav {
    /// Read aloud.
    pub label: String,
    /// 「その他」
    pub more: String,
    pub items: Vec<NavItem>,
}

/// One way.
#[derive(Clone, Debug)]
pub struct NavItem {
    pub label: String,
    pub url: String,
    pub icon: Icon,
    pub current: bool,
    /// Something waits there: how many, and the words that say what, read aloud.
    pub waiting: Option<(String, String)>,
    /// What stands above it, where something else begins.
    pub heading: Option<String>,
    /// On a telephone behind `more`.
    pub wide: bool,
    /// The one that makes something new.
    pub adds: bool,
    /// The key that presses it (UX 9.7).
    pub key: Option<&'static str>,
}

impl HtmlSafe for Nav {}

impl NavItem {
    /// A way, as far as it is like the others.
    pub fn to((label, url): (String, String), icon: Icon, current: bool) -> Self {
        Self {
            label,
            url,
            icon,
            current,
            waiting: None,
            heading: None,
            wide: false,
            adds: false,
            key: None,
        }
    }
}

impl NavItem {
    /// The same way, pressed by a key as well.
    #[must_use]
    pub fn by(self, key: &'static str) -> Self {
        Self {
            key: Some(key),
            ..self
        }
    }
}

impl Nav {
    /// What waits behind `more`: the first of it, as there is seldom a second.
    fn waiting(&self) -> Option<&(String, String)> {
        self.further()
            .into_iter()
            .find_map(|item| item.waiting.as_ref())
    }

    fn further(&self) -> Vec<&NavItem> {
        self.items.iter().filter(|item| item.wide).collect()
    }
}
