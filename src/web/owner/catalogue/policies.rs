//! What cancelling costs: the shop's policies, each as a guest would see it.

use super::{
    RIGHT, files,
    menu_lines::Gone,
    policy_form,
    sheet::{Preview, act},
};
use crate::{
    base::time::{WallTime, days_after, instant, local},
    db::{self, TenantTx},
    domain::{
        bookings::lists::List,
        catalog::policy_card::{self, OwnPolicy},
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        gate::member::{self, AtWork},
        links,
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
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// The example is so many days ahead, at two in the afternoon.
const AHEAD: u32 = 14;
const AFTERNOON: u16 = 14 * 60;

/// The page.
#[derive(Template)]
#[template(path = "owner/catalogue/policies.html")]
pub struct PoliciesPage<'a> {
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
    gone: Vec<Gone>,
    gone_title: String,
    file: LinkButton,
}

/// A policy.
struct Line {
    name: String,
    url: String,
    is_default: bool,
    preview: Preview,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    all: Vec<OwnPolicy>,
    now: DateTime<Utc>,
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
    let scene = member::look(&site, &ctx, &signed_in, wish, read).await??;
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(&ctx, &signed_in, &scene.at, Room::Menu);
    let lines = lines(&ctx, &scene);
    let gone = gone(&ctx, &scene);
    let add = LinkButton {
        label: t.catalog_policy_new(),
        url: links::owner(ctx.lang, slug, "policies/new"),
        icon: Some(Icon::Plus),
        ..LinkButton::default()
    };
    let (add, empty) = if lines.is_empty() {
        let empty = Empty {
            icon: Icon::Yen,
            words: t.catalog_policies_empty(),
            ways: vec![add],
        };
        (None, Some(empty))
    } else {
        (Some(add), None)
    };
    let page = PoliciesPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.catalog_policies_title(),
        lead: t.catalog_policies_lead(),
        back: LinkButton {
            label: t.catalog_menu_title(),
            url: links::owner(ctx.lang, slug, "menu"),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        add,
        lines,
        empty,
        file: files::way(&ctx, slug, List::Policies),
        gone_title: t.catalog_gone(gone.len()),
        gone,
        ctx: &ctx,
    };
    ctx.html(&page)
}

fn read(tx: &mut TenantTx<'_>, at: &AtWork) -> db::Result<Scene> {
    Ok(Scene {
        at: at.clone(),
        all: policy_card::all(tx)?,
        now: tx.now(),
    })
}

/// A visit for the example.
pub(in crate::web::owner) fn example(zone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
    let day = days_after(local(zone, now).date(), AHEAD);
    WallTime::new(AFTERNOON)
        .and_then(|wall| instant(zone, day, wall))
        .unwrap_or(now)
}

fn lines(ctx: &PageCtx, scene: &Scene) -> Vec<Line> {
    let (zone, slug) = (scene.at.profile.zone, scene.at.profile.slug.as_str());
    let moments = Moments::new(ctx.t, zone, scene.now);
    let start = example(zone, scene.now);
    let standing = scene.all.iter().filter(|one| !one.is_deleted);
    standing
        .map(|one| Line {
            name: one.card.name.clone(),
            url: links::owner(ctx.lang, slug, &format!("policies/{}", one.id)),
            is_default: one.is_default,
            preview: policy_form::preview(ctx, &moments, &one.card, start),
        })
        .collect()
}

fn gone(ctx: &PageCtx, scene: &Scene) -> Vec<Gone> {
    let slug = scene.at.profile.slug.as_str();
    let deleted = scene.all.iter().filter(|one| one.is_deleted);
    deleted
        .map(|one| {
            let name = one.card.name.clone();
            let url = links::owner(ctx.lang, slug, &format!("policies/{}/state", one.id));
            let said = (ctx.t.catalog_restore(), Some(name.clone()));
            Gone {
                kind: ctx.t.catalog_policy(),
                restore: act(ctx, url, said, (Voice::Quiet, &[("to", "restore")])),
                name,
            }
        })
        .collect()
}
