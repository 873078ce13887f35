//! The programs that listen.

use super::{RIGHT, called};
use crate::{
    db,
    domain::integrations::webhook::{self, Webhook},
    web::{
        desk::{Desk, Room},
        error::Result,
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "owner/webhooks/list.html")]
struct WebhooksPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    lead: String,
    back: LinkButton,
    add: Option<LinkButton>,
    lines: Vec<Line>,
    empty: Option<Empty>,
}

/// One of them.
struct Line {
    address: String,
    url: String,
    state: String,
    events: String,
}

/// The page.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wish = (path.1.as_str(), RIGHT);
    let read = member::look(&site, &ctx, &signed_in, wish, |tx, at| {
        db::Result::Ok((at.clone(), webhook::all(tx)?))
    });
    let (at, all): (AtWork, Vec<Webhook>) = read.await??;
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let desk = Desk::of(&ctx, &signed_in, &at, Room::Office);
    let add = LinkButton {
        label: t.webhooks_new(),
        url: links::owner(ctx.lang, slug, "webhooks/new"),
        icon: Some(Icon::Plus),
        ..LinkButton::default()
    };
    let (add, empty) = if all.is_empty() {
        let empty = Empty {
            icon: Icon::Link,
            words: t.webhooks_empty(),
            ways: vec![add],
        };
        (None, Some(empty))
    } else {
        (Some(add), None)
    };
    ctx.html(&WebhooksPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.webhooks_title(),
        lead: t.webhooks_lead(),
        back: LinkButton {
            label: t.share_home(),
            url: links::owner(ctx.lang, slug, ""),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        add,
        lines: all.iter().map(|one| line(&ctx, slug, one)).collect(),
        empty,
        ctx: &ctx,
    })
}

fn line(ctx: &PageCtx, slug: &str, one: &Webhook) -> Line {
    let t = ctx.t;
    let events: Vec<String> = one.events.split(' ').map(|kind| called(t, kind)).collect();
    Line {
        address: one.address.clone(),
        url: links::owner(ctx.lang, slug, &format!("webhooks/{}", one.id)),
        state: t.of_family("webhooks-standing", &one.state),
        events: events.join(" · "),
    }
}
