//! The menu as whoever runs the shop sees to it: headings and what stands under them, hidden things and deleted ones, too.

use super::{
    RIGHT, files,
    menu_lines::{self, Gone, Heading},
};
use crate::{
    base::{ids::ServiceId, time::LocalDate},
    db::{self, TenantTx},
    domain::{
        bookings::lists::List,
        businesses::picture::Picture,
        catalog::{
            approval::{self, Approval},
            category::{self, Category},
            service,
            service_card::{self, OwnService},
        },
        scheduling::{
            resource_card::{self, OwnResource},
            ties::{self, Tie},
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
use chrono::{DateTime, Utc};
use std::{collections::HashMap, sync::Arc};

/// The page.
#[derive(Template)]
#[template(path = "owner/catalogue/menu.html")]
pub struct MenuPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    ways: Vec<LinkButton>,
    beside: Vec<LinkButton>,
    headings: Vec<Heading>,
    empty: Option<Empty>,
    gone: Vec<Gone>,
    gone_title: String,
}

/// What it is drawn from.
pub(super) struct Menu {
    pub at: AtWork,
    pub categories: Vec<Category>,
    pub services: Vec<OwnService>,
    /// The photographs that guests see.
    pub pictures: HashMap<ServiceId, Arc<Picture>>,
    /// From which day on something will be otherwise.
    pub changing: HashMap<ServiceId, LocalDate>,
    /// What guests ask for, and do not have at once.
    pub approvals: Vec<Approval>,
    pub now: DateTime<Utc>,
    pub resources: Vec<OwnResource>,
    pub ties: Vec<(ServiceId, Tie)>,
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
    let menu = member::look(&site, &ctx, &signed_in, wish, read).await??;
    let (t, slug) = (ctx.t, menu.at.profile.slug.as_str());
    let desk = Desk::of(&ctx, &signed_in, &menu.at, Room::Menu);
    let headings = menu_lines::headings(&ctx, &menu);
    let gone = menu_lines::gone(&ctx, &menu);
    let way = |label: String, path: &str, voice: Voice, icon: Option<Icon>| LinkButton {
        label,
        url: links::owner(ctx.lang, slug, path),
        voice,
        icon,
        ..LinkButton::default()
    };
    let add = || {
        way(
            t.catalog_service_new(),
            "menu/new",
            Voice::Main,
            Some(Icon::Plus),
        )
    };
    let empty = headings.is_empty().then(|| Empty {
        icon: Icon::MenuBook,
        words: t.catalog_menu_empty(),
        ways: vec![add()],
    });
    let category = way(
        t.catalog_category_new(),
        "menu/categories/new",
        Voice::Quiet,
        Some(Icon::Plus),
    );
    let page = MenuPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.catalog_menu_title(),
        ways: empty
            .is_none()
            .then(add)
            .into_iter()
            .chain([category])
            .collect(),
        beside: beside(&ctx, slug),
        headings,
        empty,
        gone_title: t.catalog_gone(gone.len()),
        gone,
        ctx: &ctx,
    };
    ctx.html(&page)
}

/// What belongs to the menu and has a page of its own.
fn beside(ctx: &PageCtx, slug: &str) -> Vec<LinkButton> {
    let t = ctx.t;
    let ways = [
        (t.options_title(), "options", Icon::Plus),
        (t.questions_title(), "questions", Icon::Note),
        (t.catalog_resources_title(), "resources", Icon::People),
        (t.prices_title(), "prices", Icon::Yen),
        (t.coupons_title(), "coupons", Icon::Star),
        (t.catalog_policies_title(), "policies", Icon::Shield),
        (t.requests_settings_title(), "menu/approval", Icon::Clock),
    ];
    let way = |(label, path, icon)| LinkButton {
        label,
        url: links::owner(ctx.lang, slug, path),
        voice: Voice::Text,
        icon: Some(icon),
        ..LinkButton::default()
    };
    let taken = files::way(ctx, slug, List::Services);
    ways.into_iter().map(way).chain([taken]).collect()
}

fn read(tx: &mut TenantTx<'_>, at: &AtWork) -> db::Result<Menu> {
    let offered = service::all(tx)?;
    Ok(Menu {
        at: at.clone(),
        categories: category::all(tx)?,
        services: service_card::all(tx)?,
        pictures: offered
            .iter()
            .filter_map(|one| Some((one.id, one.picture.clone()?)))
            .collect(),
        changing: offered
            .iter()
            .filter_map(|one| Some((one.id, one.later.as_ref()?.from)))
            .collect(),
        approvals: approval::all(tx)?,
        now: tx.now(),
        resources: resource_card::all(tx)?,
        ties: ties::of_all(tx)?,
    })
}
