//! Who and what the shop has: people, rooms, tables, machines, kind by kind and in column order.

use super::{
    RIGHT, files,
    menu_lines::{Gone, arrows},
    sheet::act,
    words::{self, KINDS},
};
use crate::{
    base::ids::ResourceId,
    db::{self, TenantTx},
    domain::{
        bookings::lists::List,
        businesses::picture::Picture,
        scheduling::{
            resource::{self, ResourceType},
            resource_card::{self, OwnResource},
            ties,
        },
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        gate::member::{self, AtWork},
        links, media,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            image::Image,
            nav::Nav,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use std::{collections::HashMap, sync::Arc};

/// The page.
#[derive(Template)]
#[template(path = "owner/catalogue/resources.html")]
pub struct ResourcesPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    add: Option<LinkButton>,
    kinds: Vec<Kind>,
    empty: Option<Empty>,
    gone: Vec<Gone>,
    gone_title: String,
    /// To what is put together, where there is more than one table or room.
    joined: Option<LinkButton>,
    file: LinkButton,
}

/// Those of one kind.
struct Kind {
    name: String,
    lines: Vec<Line>,
}

/// One of them.
struct Line {
    id: String,
    url: String,
    name: String,
    name_lang: Option<&'static str>,
    picture: Option<Image>,
    state: Option<String>,
    facts: Vec<String>,
    acts: Vec<PostButton>,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    all: Vec<OwnResource>,
    /// The photographs that guests see.
    pictures: HashMap<ResourceId, Arc<Picture>>,
    /// How many services each can be taken for.
    uses: Vec<ResourceId>,
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
    let kinds: Vec<Kind> = KINDS
        .into_iter()
        .filter_map(|kind| of_kind(&ctx, &scene, kind))
        .collect();
    let add = LinkButton {
        label: t.catalog_resource_new(),
        url: links::owner(ctx.lang, slug, "resources/new"),
        icon: Some(Icon::Plus),
        ..LinkButton::default()
    };
    let (add, empty) = if kinds.is_empty() {
        let empty = Empty {
            icon: Icon::People,
            words: t.catalog_resources_empty(),
            ways: vec![add],
        };
        (None, Some(empty))
    } else {
        (Some(add), None)
    };
    let gone = gone(&ctx, &scene);
    let page = ResourcesPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.catalog_resources_title(),
        back: LinkButton {
            label: t.catalog_menu_title(),
            url: links::owner(ctx.lang, slug, "menu"),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        add,
        kinds,
        empty,
        joined: joined(&ctx, &scene),
        file: files::way(&ctx, slug, List::Resources),
        gone_title: t.catalog_gone(gone.len()),
        gone,
        ctx: &ctx,
    };
    ctx.html(&page)
}

fn read(tx: &mut TenantTx<'_>, at: &AtWork) -> db::Result<Scene> {
    Ok(Scene {
        at: at.clone(),
        all: resource_card::all(tx)?,
        pictures: resource::all(tx)?
            .into_iter()
            .filter_map(|one| Some((one.id, one.picture?)))
            .collect(),
        uses: ties::of_all(tx)?
            .into_iter()
            .map(|(_, tie)| tie.resource)
            .collect(),
    })
}

fn joined(ctx: &PageCtx, scene: &Scene) -> Option<LinkButton> {
    let all = scene.all.iter();
    let joinable = all.filter(|one| !one.is_deleted && one.card.resource_type.is_joinable());
    (joinable.count() > 1).then(|| LinkButton {
        label: ctx.t.tables_title(),
        url: links::owner(ctx.lang, &scene.at.profile.slug, "tables"),
        voice: Voice::Quiet,
        ..LinkButton::default()
    })
}

fn of_kind(ctx: &PageCtx, scene: &Scene, kind: ResourceType) -> Option<Kind> {
    let own = scene.all.iter();
    let own: Vec<&OwnResource> = own
        .filter(|one| !one.is_deleted && one.card.resource_type == kind)
        .collect();
    let count = own.len();
    let lines: Vec<Line> = own
        .into_iter()
        .enumerate()
        .map(|(place, one)| line(ctx, scene, one, (place, count)))
        .collect();
    (!lines.is_empty()).then(|| Kind {
        name: words::kind(ctx.t, kind),
        lines,
    })
}

fn line(ctx: &PageCtx, scene: &Scene, one: &OwnResource, place: (usize, usize)) -> Line {
    let (t, slug, card) = (ctx.t, scene.at.profile.slug.as_str(), &one.card);
    let (name, key) = (card.name().written(ctx.lang), one.id.to_string());
    let services = scene.uses.iter().filter(|id| **id == one.id).count();
    let mut facts = vec![t.catalog_serves(services)];
    if card.capacity > 1 {
        facts.push(t.catalog_seats_of(card.capacity));
    }
    if card.is_nominable {
        facts.push(match card.nomination_fee_cents {
            0 => t.catalog_nominable(),
            fee => t.catalog_nominable_fee(t.yen(fee)),
        });
    }
    if card.has_shifts {
        facts.push(t.catalog_by_shifts());
    }
    let state = match (card.is_active, card.takes_online) {
        (false, _) => Some(t.catalog_resting()),
        (true, false) => Some(t.catalog_offline_now()),
        (true, true) => None,
    };
    Line {
        id: format!("r-{key}"),
        url: links::owner(ctx.lang, slug, &format!("resources/{key}")),
        state,
        facts,
        picture: scene
            .pictures
            .get(&one.id)
            .map(|own| media::beside(ctx, own, "2.5rem")),
        acts: arrows(ctx, slug, ("resource", &key, &name.text), place),
        name: name.text,
        name_lang: name.other_lang,
    }
}

fn gone(ctx: &PageCtx, scene: &Scene) -> Vec<Gone> {
    let slug = scene.at.profile.slug.as_str();
    let deleted = scene.all.iter().filter(|one| one.is_deleted);
    deleted
        .map(|one| {
            let name = one.card.name().text(ctx.lang).to_owned();
            let url = links::owner(ctx.lang, slug, &format!("resources/{}/state", one.id));
            let said = (ctx.t.catalog_restore(), Some(name.clone()));
            Gone {
                kind: words::kind(ctx.t, one.card.resource_type),
                restore: act(ctx, url, said, (Voice::Quiet, &[("to", "restore")])),
                name,
            }
        })
        .collect()
}
