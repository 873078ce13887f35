//! The rules of prices in the order in which they are reckoned, and what a visit would cost by them.

use super::{
    RIGHT,
    answers::Answers,
    files,
    menu_lines::Gone,
    price_trial::{self, Trial},
    sheet::act,
    words,
};
use crate::{
    db,
    domain::{
        bookings::lists::List,
        catalog::{
            price_rules::{self, OwnRule},
            service::{self, Service},
            service_card::{self, OwnService},
        },
        scheduling::resource::{self, Roster},
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        form::{Errors, typed::Asked},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        prices,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            empty::Empty,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// The page.
#[derive(Template)]
#[template(path = "owner/catalogue/price_rules.html")]
pub struct PriceRulesPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    lead: String,
    back: LinkButton,
    add: Option<LinkButton>,
    lines: Vec<Line>,
    empty: Option<Empty>,
    trial: Option<Trial>,
    file: LinkButton,
    gone: Vec<Gone>,
    gone_title: String,
}

/// A rule.
struct Line {
    name: String,
    url: String,
    facts: Vec<String>,
    about: String,
}

/// What the page is drawn from.
pub(super) struct Scene {
    pub at: AtWork,
    pub rules: Vec<OwnRule>,
    /// What can be booked.
    pub menu: Vec<Service>,
    pub services: Vec<OwnService>,
    pub roster: Arc<Roster>,
    pub now: DateTime<Utc>,
}

/// The page.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    asked: Asked<Answers>,
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
                rules: price_rules::all(tx)?,
                menu: service::all(tx)?,
                services: service_card::all(tx)?,
                roster: resource::roster(tx)?,
                now: tx.now(),
            })
        },
    );
    let scene = scene.await??;
    let mut errors = Errors::default();
    let trial = price_trial::draw(&ctx, &scene, &asked.0, &mut errors);
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = page(&ctx, &signed_in, &scene, (trial, &errors));
    match status {
        StatusCode::OK => ctx.html(&page),
        status => ctx.redraw(status, &page),
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (trial, errors): (Option<Trial>, &Errors),
) -> PriceRulesPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Menu);
    let lines = lines(ctx, scene);
    let gone = gone(ctx, scene);
    let add = LinkButton {
        label: t.prices_new(),
        url: links::owner(ctx.lang, slug, "prices/new"),
        icon: Some(Icon::Plus),
        ..LinkButton::default()
    };
    let (add, empty) = if lines.is_empty() {
        let empty = Empty {
            icon: Icon::Yen,
            words: t.prices_empty(),
            ways: vec![add],
        };
        (None, Some(empty))
    } else {
        (Some(add), None)
    };
    let title = t.prices_title();
    PriceRulesPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: match errors.is_empty() {
            true => title,
            false => t.ui_error_page_title(title),
        },
        lead: t.prices_lead(),
        back: LinkButton {
            label: t.catalog_menu_title(),
            url: links::owner(ctx.lang, slug, "menu"),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        add,
        // Without a rule there is nothing to find out.
        trial: trial.filter(|_| !lines.is_empty()),
        lines,
        empty,
        file: files::way(ctx, slug, List::PriceRules),
        gone_title: t.catalog_gone(gone.len()),
        gone,
        ctx,
    }
}

fn lines(ctx: &PageCtx, scene: &Scene) -> Vec<Line> {
    let t = ctx.t;
    let slug = scene.at.profile.slug.as_str();
    let name = |id| {
        let person = scene.roster.find(id)?;
        Some(person.name.text(ctx.lang).to_owned())
    };
    let line = |own: &OwnRule| {
        let rule = own.rule()?;
        let when = prices::when(ctx, &rule, &name);
        let when = match when.is_empty() {
            true => t.prices_always(),
            false => when,
        };
        Some(Line {
            name: rule.name.text(ctx.lang).to_owned(),
            url: links::owner(ctx.lang, slug, &format!("prices/{}", own.id)),
            facts: vec![prices::change(t, rule.change), when],
            about: words::about(ctx, &scene.services, own.setup.card.is_for_all, |service| {
                own.setup.is_about(service)
            }),
        })
    };
    let standing = scene.rules.iter().filter(|one| !one.is_deleted);
    standing.filter_map(line).collect()
}

fn gone(ctx: &PageCtx, scene: &Scene) -> Vec<Gone> {
    let slug = scene.at.profile.slug.as_str();
    let deleted = scene.rules.iter().filter(|one| one.is_deleted);
    deleted
        .map(|one| {
            let name = one.setup.card.name().text(ctx.lang).to_owned();
            let url = links::owner(ctx.lang, slug, &format!("prices/{}/state", one.id));
            let said = (ctx.t.catalog_restore(), Some(name.clone()));
            Gone {
                kind: ctx.t.prices_rule(),
                restore: act(ctx, url, said, (Voice::Quiet, &[("to", "restore")])),
                name,
            }
        })
        .collect()
}
