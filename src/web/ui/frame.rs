//! Who a page belongs to: the shop's name above, how to reach it below.

use super::image::Image;
use askama::{Template, filters::HtmlSafe};

/// The shop around its pages. Used by `layouts/public.html` and `layouts/desk.html` as `shop`.
#[derive(Clone, Debug, Default)]
pub struct ShopFrame {
    pub name: String,
    pub url: String,
    /// The language of the name, when it is not the page's: `ja` on an English page.
    pub name_lang: Option<&'static str>,
    /// Its mark, in the place of its first letter.
    pub logo: Option<Image>,
    /// One of `ACCENTS`.
    pub accent: &'static str,
    /// More ways in the head, such as 「予約の確認」.
    pub links: Vec<FrameLink>,
    /// The ways to other shops, for who works at several.
    pub switch: Option<Switch>,
    pub help: HelpBlock,
    /// The legal pages.
    pub legal: Vec<FrameLink>,
    /// What whoever works here has to know on every page.
    pub notices: Vec<String>,
    /// Where whoever works here looks for anything: the address, and what the box is called.
    pub search: Option<FrameLink>,
    /// Whose turn it is at a tablet that many use.
    pub person: Option<String>,
    /// By what the browser tells whose the things are that it keeps.
    pub whose: Option<String>,
    /// Where it is told how the counter stands on a telephone as an app of its own.
    pub app: Option<String>,
}

/// Those colours by day (`static/css/accents.css`), for whatever has none of our styles: white is read on each.
pub const COLOURS: [(&str, &str); 8] = [
    ("ai", "#00428c"),
    ("matsuba", "#115a36"),
    ("kurenai", "#a90000"),
    ("edomurasaki", "#5109ad"),
    ("asagi", "#006173"),
    ("kakishibu", "#8b3200"),
    ("azuki", "#6c006c"),
    ("sumi", "#333333"),
];

/// The colour of an accent by day; `None` where none is chosen.
pub fn colour(accent: &str) -> Option<&'static str> {
    let own = COLOURS.into_iter().find(|(name, _)| *name == accent);
    own.map(|(_, colour)| colour)
}

/// The eight colours a shop may choose.
pub const ACCENTS: &[&str] = &[
    "ai",
    "matsuba",
    "kurenai",
    "edomurasaki",
    "asagi",
    "kakishibu",
    "azuki",
    "sumi",
];

/// A way with its word.
#[derive(Clone, Debug, Default)]
pub struct FrameLink {
    pub label: String,
    pub url: String,
}

/// Other shops, folded away behind a word.
#[derive(Clone, Debug, Default)]
pub struct Switch {
    pub label: String,
    /// Each with the language of its name, where that is not the page's.
    pub ways: Vec<(FrameLink, Option<&'static str>)>,
}

/// 「お困りのときは」: the same words in the same place on every step.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/help_block.html")]
pub struct HelpBlock {
    pub title: String,
    pub words: String,
    pub phone: Option<Phone>,
    /// Where the shop is.
    pub lines: Vec<String>,
    /// What its hours are called.
    pub hours_title: String,
    /// When somebody answers: days and times.
    pub hours: Vec<(String, String)>,
}

/// A number to read and the `tel:` address to call it.
#[derive(Clone, Debug, Default)]
pub struct Phone {
    pub shown: String,
    pub url: String,
}

impl HtmlSafe for HelpBlock {}

impl ShopFrame {
    /// The first letter of the name, for the mark in the head.
    pub fn monogram(&self) -> String {
        self.name.trim().chars().take(1).collect()
    }
}
