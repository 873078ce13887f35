//! The chart of a guest, the last visit first, and what was deleted of it.

use super::{
    READ, at as chart_at, card,
    view::{EntryView, Reading},
    words,
};
use crate::{
    base::time::parse_date,
    db,
    domain::{
        bookings::chart::{self, Entry, PAGE, Place},
        customers::card::Card,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        form::typed::Asked,
        gate::member::{self, AtWork},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            pager::{Page, Pager},
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/chart.html")]
struct ChartPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    ways: Vec<LinkButton>,
    entries: Vec<EntryView>,
    pager: Option<Pager>,
    gone: Vec<EntryView>,
}

/// How far down.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ChartQuery {
    before: String,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    card: Card,
    entries: Vec<Entry>,
    are_more: bool,
    gone: Vec<Entry>,
    now: DateTime<Utc>,
}

/// The page.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    query: Asked<ChartQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let customer = words::key(&path.2)?;
    let behind = place(&query.0.before);
    let wish = (path.1.as_str(), READ);
    let found = member::look(&site, &ctx, &signed_in, wish, move |tx, at| {
        let Some(card) = card(tx, customer)? else {
            return Ok(None);
        };
        let (entries, are_more) = chart::of(tx, customer, behind, PAGE)?;
        db::Result::Ok(Some(Scene {
            at: at.clone(),
            entries,
            are_more,
            gone: chart::removed(tx, customer)?,
            now: tx.now(),
            card,
        }))
    });
    let scene = found.await??.ok_or(Error::NotFound)?;
    ctx.html(&page(&ctx, &signed_in, &scene, behind.is_some()))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    is_further: bool,
) -> ChartPage<'a> {
    let (t, at) = (ctx.t, &scene.at);
    let slug = at.profile.slug.as_str();
    let moments = Moments::new(t, at.profile.zone, scene.now);
    let reading = Reading {
        ctx,
        at,
        customer: scene.card.id,
        moments: &moments,
    };
    let entries = &scene.entries;
    let url = |below: &str| chart_at(ctx, slug, scene.card.id, below);
    let way = |label: String, below: &str, voice: Voice, icon: Icon| LinkButton {
        label,
        url: url(below),
        voice,
        small: true,
        icon: Some(icon),
        ..LinkButton::default()
    };
    let write = || way(t.chart_write(), "/new", Voice::default(), Icon::Plus);
    let print = way(t.ui_print(), "/print", Voice::Quiet, Icon::Print);
    let more = entries.last().filter(|_| scene.are_more);
    let desk = Desk::of(ctx, signed_in, at, Room::Customers);
    ChartPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.chart_title(words::guest(ctx, &scene.card.name)),
        back: LinkButton::back(
            words::guest(ctx, &scene.card.name),
            words::card(ctx, slug, scene.card.id, ""),
        ),
        ways: reading
            .writes()
            .then(write)
            .into_iter()
            .chain((!entries.is_empty()).then_some(print))
            .collect(),
        entries: entries.iter().map(|entry| reading.entry(entry)).collect(),
        pager: (is_further || more.is_some()).then(|| Pager {
            label: t.chart_name(),
            earlier: is_further.then(|| Page {
                label: t.chart_newest(),
                url: Some(url("")),
            }),
            later: more.map(|last| Page {
                label: t.chart_older(),
                url: Some(url(&format!("?before={}_{}", last.draft.date, last.id))),
            }),
        }),
        gone: scene.gone.iter().map(|entry| reading.gone(entry)).collect(),
        ctx,
    }
}

/// Where a page begins, as its address says it.
fn place(typed: &str) -> Option<Place> {
    let (date, id) = typed.split_once('_')?;
    Some((parse_date(date)?, id.parse().ok()?))
}
