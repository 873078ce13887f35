//! A link that a calendar reads, to be copied.

use super::buttons::{LinkButton, PostButton};
use crate::web::page::PageCtx;
use askama::{Template, filters::HtmlSafe};

/// The link, when it was last used, and what can be done with it.
#[derive(Clone, Debug)]
pub struct FeedLink {
    /// Written out, if there is one.
    pub url: Option<String>,
    /// Opens the calendar of this machine with it.
    pub subscribe: Option<LinkButton>,
    /// When it was made and used.
    pub facts: Vec<String>,
    /// Makes one, or another.
    pub make: PostButton,
    /// Ends it.
    pub end: Option<PostButton>,
}

/// The same, on a page.
#[derive(Template)]
#[template(path = "ui/feed_link.html")]
pub struct FeedLinkBox<'a> {
    ctx: &'a PageCtx,
    link: &'a FeedLink,
}

impl HtmlSafe for FeedLinkBox<'_> {}

impl FeedLink {
    /// On a page.
    pub fn drawn<'a>(&'a self, ctx: &'a PageCtx) -> FeedLinkBox<'a> {
        FeedLinkBox { ctx, link: self }
    }
}
