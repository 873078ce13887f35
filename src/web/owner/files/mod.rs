//! What the shop takes along as files, and what it brings in.

pub mod everything;
pub mod give;
pub mod list;
pub mod show;

use crate::{
    domain::bookings::lists::List,
    web::{
        links,
        page::PageCtx,
        ui::buttons::{LinkButton, Voice},
    },
};

/// The way from where a list is shown to its file.
pub fn way(ctx: &PageCtx, slug: &str, list: List) -> LinkButton {
    LinkButton {
        label: ctx.t.files_way(),
        url: links::owner(ctx.lang, slug, &format!("files/{}", list.id())),
        voice: Voice::Text,
        about: Some(ctx.t.of_family("files-list", list.id())),
        ..LinkButton::default()
    }
}

/// The same where there are several: each is called by its list.
pub fn way_of_several(ctx: &PageCtx, slug: &str, list: List) -> LinkButton {
    LinkButton {
        label: ctx.t.files_way_of(ctx.t.of_family("files-list", list.id())),
        about: None,
        ..way(ctx, slug, list)
    }
}
