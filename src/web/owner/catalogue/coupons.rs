//! The coupons of a shop: what each takes off, until when, and how often it was used.

use super::{RIGHT, files, menu_lines::Gone, sheet::act, words};
use crate::{
    base::{ids::CouponId, time::local},
    db,
    domain::{
        bookings::{coupon::uses, lists::List},
        catalog::{
            coupon_card::{self, CouponCard, OwnCoupon},
            service_card::{self, OwnService},
        },
    },
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
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::HashMap;

/// The page.
#[derive(Template)]
#[template(path = "owner/catalogue/coupons.html")]
pub struct CouponsPage<'a> {
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
    file: LinkButton,
    gone: Vec<Gone>,
    gone_title: String,
}

/// A coupon.
struct Line {
    code: String,
    url: String,
    /// Why it cannot be used today, if so.
    state: Option<String>,
    name: String,
    facts: Vec<String>,
    about: String,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    coupons: Vec<OwnCoupon>,
    services: Vec<OwnService>,
    uses: HashMap<CouponId, i64>,
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
    let scene = member::look(
        &site,
        &ctx,
        &signed_in,
        wish,
        |tx, at| -> db::Result<Scene> {
            Ok(Scene {
                at: at.clone(),
                coupons: coupon_card::all(tx)?,
                services: service_card::all(tx)?,
                uses: uses(tx)?,
                now: tx.now(),
            })
        },
    );
    let scene = scene.await??;
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(&ctx, &signed_in, &scene.at, Room::Menu);
    let standing = scene.coupons.iter().filter(|one| !one.is_deleted);
    let lines: Vec<Line> = standing.map(|one| line(&ctx, &scene, one)).collect();
    let gone = gone(&ctx, &scene);
    let add = LinkButton {
        label: t.coupons_new(),
        url: links::owner(ctx.lang, slug, "coupons/new"),
        icon: Some(Icon::Plus),
        ..LinkButton::default()
    };
    let (add, empty) = if lines.is_empty() {
        let empty = Empty {
            icon: Icon::Yen,
            words: t.coupons_empty(),
            ways: vec![add],
        };
        (None, Some(empty))
    } else {
        (Some(add), None)
    };
    let page = CouponsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.coupons_title(),
        lead: t.coupons_lead(),
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
        file: files::way(&ctx, slug, List::Coupons),
        gone_title: t.catalog_gone(gone.len()),
        gone,
        ctx: &ctx,
    };
    ctx.html(&page)
}

fn line(ctx: &PageCtx, scene: &Scene, own: &OwnCoupon) -> Line {
    let (t, card) = (ctx.t, &own.setup.card);
    let used = scene.uses.get(&own.id).copied().unwrap_or(0);
    let today = local(scene.at.profile.zone, scene.now).date();
    let state = state(ctx, card, (used, today));
    let off = match card.percent {
        Some(percent) => t.prices_percent_off(percent),
        None => t.coupons_amount_off(t.yen(card.amount_cents.unwrap_or(0))),
    };
    let used = match card.most_uses {
        Some(most) => t.coupons_used_of(used, most),
        None => t.coupons_used(used),
    };
    let dates = match (card.first_date, card.last_date) {
        (Some(first), Some(last)) => Some(t.prices_between(t.date(first), t.date(last))),
        (Some(first), None) => Some(t.prices_from(t.date(first))),
        (None, Some(last)) => Some(t.prices_until(t.date(last))),
        (None, None) => None,
    };
    let least = (card.least_cents > 0).then(|| t.coupons_from(t.yen(card.least_cents)));
    let new = card.is_for_new.then(|| t.coupons_for_new());
    let each = card.most_each.map(|most| t.coupons_each(most));
    let facts = [Some(off), Some(used), dates, least, each, new];
    Line {
        code: card.code.clone(),
        url: links::owner(
            ctx.lang,
            &scene.at.profile.slug,
            &format!("coupons/{}", own.id),
        ),
        state,
        name: card.name().text(ctx.lang).to_owned(),
        facts: facts.into_iter().flatten().collect(),
        about: words::about(ctx, &scene.services, own.setup.card.is_for_all, |service| {
            own.setup.is_for(service)
        }),
    }
}

/// Why nobody can use it today.
fn state(ctx: &PageCtx, card: &CouponCard, (used, today): (i64, NaiveDate)) -> Option<String> {
    let t = ctx.t;
    match () {
        () if card.last_date.is_some_and(|last| last < today) => Some(t.coupons_over()),
        () if card.first_date.is_some_and(|first| today < first) => Some(t.coupons_early()),
        () if card.most_uses.is_some_and(|most| i64::from(most) <= used) => {
            Some(t.coupons_used_up())
        }
        () => None,
    }
}

fn gone(ctx: &PageCtx, scene: &Scene) -> Vec<Gone> {
    let slug = scene.at.profile.slug.as_str();
    let deleted = scene.coupons.iter().filter(|one| one.is_deleted);
    deleted
        .map(|one| {
            let name = one.setup.card.code.clone();
            let url = links::owner(ctx.lang, slug, &format!("coupons/{}/state", one.id));
            let said = (ctx.t.catalog_restore(), Some(name.clone()));
            Gone {
                kind: ctx.t.coupons_coupon(),
                restore: act(ctx, url, said, (Voice::Quiet, &[("to", "restore")])),
                name,
            }
        })
        .collect()
}
