//! The first screen: what kind of business it is, by which the others begin filled in. Nothing is written yet.

use crate::{
    domain::businesses::vertical::Vertical,
    web::{
        first_run::{self, Screen},
        links,
        page::PageCtx,
        ui::steps::Steps,
    },
};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "account/business/kind.html")]
pub struct KindPage<'a> {
    ctx: &'a PageCtx,
    steps: Steps,
    kinds: Vec<Kind>,
    back: String,
}

/// One kind, and what comes with it.
struct Kind {
    url: String,
    name: String,
    note: String,
}

/// The page.
pub fn page(ctx: &PageCtx) -> KindPage<'_> {
    let t = ctx.t;
    let each = Vertical::ALL.into_iter().map(|vertical| Kind {
        url: links::application_of_kind(ctx.lang, vertical.slug()),
        name: t.of_family("businesses-kind", vertical.slug()),
        note: t.of_family("opening-kind-note", vertical.slug()),
    });
    KindPage {
        steps: first_run::steps(ctx, Screen::Kind, None),
        kinds: each.collect(),
        back: links::account(ctx.lang),
        ctx,
    }
}
