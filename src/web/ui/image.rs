//! A photograph on a page, in as many sizes as there are.

use askama::{Template, filters::HtmlSafe};

/// The photograph. What is further down is fetched when somebody comes near it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Template)]
#[template(path = "ui/image.html")]
pub struct Image {
    /// What is fetched by whoever knows no sizes.
    pub src: String,
    /// Every size with its width; empty where there is one alone.
    pub srcset: String,
    /// How wide it is shown.
    pub sizes: &'static str,
    /// Of what `src` names.
    pub width: u32,
    /// Of what `src` names.
    pub height: u32,
    /// What it shows, for whoever does not see it; empty where the page says it beside it.
    pub alt: String,
    /// The language of that, where it is not the page's.
    pub alt_lang: Option<&'static str>,
    /// Whether it lies below what is seen first.
    pub is_later: bool,
}

impl HtmlSafe for Image {}
