//! A photograph in a list of some: what it shows, what is said of it, and what can be done with it.

use super::{
    buttons::{LinkButton, PostButton},
    image::Image,
};
use askama::{Template, filters::HtmlSafe};

/// The photograph, as an item of the list.
#[derive(Clone, Debug, Template)]
#[template(path = "ui/photo_item.html")]
pub struct PhotoItem {
    /// As it stands in the list.
    pub image: Image,
    /// Where it is seen large.
    pub large: Option<String>,
    /// In a word.
    pub tag: String,
    /// In its own words; empty where nothing is said.
    pub caption: String,
    /// To where something else is said of it.
    pub edit: Option<LinkButton>,
    /// What a press does with it.
    pub act: Option<PostButton>,
}

impl HtmlSafe for PhotoItem {}
