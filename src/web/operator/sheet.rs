//! The three pages that the operators' room is made of: a list, one thing whole, one act with its reason.

use super::office::{Office, Room};
use crate::web::{
    page::PageCtx,
    session::SignedIn,
    ui::{
        buttons::{LinkButton, PostButton, Submit, Voice},
        empty::Empty,
        error_summary::ErrorSummary,
        field::Field,
        frame::ShopFrame,
        nav::Nav,
        pager::{Pager, Tabs},
        post_form::PostForm,
        summary_list::{SummaryList, SummaryRow},
    },
};
use askama::Template;

/// Things to choose from.
#[derive(Template)]
#[template(path = "operator/list.html")]
pub struct ListPage<'a> {
    pub ctx: &'a PageCtx,
    pub shop: ShopFrame,
    pub nav: Nav,
    pub out: PostButton,
    pub errors: ErrorSummary,
    pub title: String,
    pub lead: Option<String>,
    pub ways: Vec<LinkButton>,
    pub tabs: Option<Tabs>,
    pub search: Option<Search>,
    pub lines: Vec<Line>,
    pub empty: Empty,
    pub pager: Option<Pager>,
}

/// The form above a list.
pub struct Search {
    pub action: String,
    pub hidden: Vec<(&'static str, String)>,
    pub fields: Vec<Field>,
    pub button: String,
}

/// One of the things.
#[derive(Default)]
pub struct Line {
    pub url: Option<String>,
    pub name: String,
    pub name_lang: Option<&'static str>,
    pub badge: Option<String>,
    pub facts: Vec<String>,
    pub texts: Vec<String>,
}

/// One thing whole.
#[derive(Template)]
#[template(path = "operator/record.html")]
pub struct RecordPage<'a> {
    pub ctx: &'a PageCtx,
    pub shop: ShopFrame,
    pub nav: Nav,
    pub out: PostButton,
    pub back: LinkButton,
    pub title: String,
    pub title_lang: Option<&'static str>,
    pub badge: String,
    pub ways: Vec<LinkButton>,
    pub acts: Vec<PostButton>,
    pub sections: Vec<Section>,
}

/// A part of it.
#[derive(Default)]
pub struct Section {
    pub title: String,
    pub summary: SummaryList,
    pub lines: Vec<Line>,
    pub none: Option<String>,
}

/// One act, with what it is about and why it is done.
#[derive(Template)]
#[template(path = "operator/act.html")]
pub struct ActPage<'a> {
    pub ctx: &'a PageCtx,
    pub shop: ShopFrame,
    pub nav: Nav,
    pub out: PostButton,
    pub errors: ErrorSummary,
    pub title: String,
    pub lead: Vec<String>,
    pub summary: SummaryList,
    pub form: PostForm,
    pub fields: Vec<Field>,
    pub submit: Submit,
    pub back: LinkButton,
}

impl<'a> ListPage<'a> {
    /// An empty list with this heading; the rest is filled in by whoever draws it.
    pub fn new(
        ctx: &'a PageCtx,
        signed_in: &SignedIn,
        room: Room,
        title: String,
        empty: Empty,
    ) -> Self {
        let Office { shop, nav, out } = Office::of(ctx, signed_in, room);
        Self {
            ctx,
            shop,
            nav,
            out,
            errors: ErrorSummary::default(),
            title,
            lead: None,
            ways: Vec::new(),
            tabs: None,
            search: None,
            lines: Vec::new(),
            empty,
            pager: None,
        }
    }
}

/// A question and its answer.
pub fn row(question: String, answer: impl Into<String>) -> SummaryRow {
    SummaryRow {
        question,
        answer: answer.into(),
        ..SummaryRow::default()
    }
}

/// A way in a quiet voice.
pub fn quiet(label: String, url: String) -> LinkButton {
    LinkButton {
        label,
        url,
        voice: Voice::Quiet,
        ..LinkButton::default()
    }
}

/// A way back.
pub fn back(ctx: &PageCtx, url: String) -> LinkButton {
    LinkButton {
        label: ctx.t.ui_back(),
        url,
        voice: Voice::Text,
        ..LinkButton::default()
    }
}
