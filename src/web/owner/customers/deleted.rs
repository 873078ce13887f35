//! Cards that were taken off the list, and the way back.

use super::{notes::refused, words};
use crate::{
    db,
    domain::{
        businesses::role::Right,
        customers::card::{self, Card},
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        flash::{self, Said},
        form::typed::Typed,
        gate::member::{self, AtWork},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// What whoever comes here needs.
const RIGHT: Right = Right::WriteCustomers;
/// So many are shown: who looks for one, deleted it lately.
const MOST: i64 = 200;

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/deleted.html")]
pub struct DeletedPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    lines: Vec<Line>,
    empty: Empty,
}

/// One card.
struct Line {
    name: String,
    facts: Vec<String>,
    restore: PostButton,
}

/// What the page is drawn from.
struct Found {
    at: AtWork,
    cards: Vec<Card>,
    now: DateTime<Utc>,
}

/// The list.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wish = (path.1.as_str(), RIGHT);
    let found = member::look(&site, &ctx, &signed_in, wish, |tx, at| {
        db::Result::Ok(Found {
            at: at.clone(),
            cards: card::deleted(tx, MOST)?,
            now: tx.now(),
        })
    });
    let found = found.await??;
    let (t, slug) = (ctx.t, &found.at.profile.slug);
    let desk = Desk::of(&ctx, &signed_in, &found.at, Room::Customers);
    let back = LinkButton::back(t.customers_title(), words::list(&ctx, slug, ""));
    ctx.html(&DeletedPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.customers_deleted(),
        empty: Empty {
            icon: Icon::Trash,
            words: t.customers_deleted_none(),
            ways: vec![back.clone()],
        },
        back,
        lines: found
            .cards
            .iter()
            .map(|card| line(&ctx, &found, card))
            .collect(),
        ctx: &ctx,
    })
}

fn line(ctx: &PageCtx, found: &Found, card: &Card) -> Line {
    let t = ctx.t;
    let moments = Moments::new(t, found.at.profile.zone, found.now);
    let when = card
        .deleted_at
        .map(|at| t.customers_deleted_at(moments.moment(at)));
    let action = words::card(ctx, &found.at.profile.slug, card.id, "/restore");
    Line {
        name: words::guest(ctx, &card.name),
        facts: [t.customers_number(card.number)]
            .into_iter()
            .chain(when)
            .collect(),
        restore: PostButton {
            label: t.customers_restore(),
            about: Some(card.name.clone()),
            form: PostForm::keyed(&ctx.csrf, action, &[]),
            voice: Voice::Quiet,
            small: true,
        },
    }
}

/// What a button says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RestoreForm {
    csrf: String,
}

/// Brings one back.
pub async fn restore(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<RestoreForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id = words::key(&id)?;
    let done = member::enter(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, _| {
        card::restore(tx, id)
    });
    done.await?.map_err(refused)?;
    let card = words::card(&ctx, &slug, id, "");
    Ok(flash::say(ctx.see_other(&card)?, Said::CustomerRestored))
}
