//! The tables that a shop puts together for larger parties, in its owner's order.

use super::{
    RIGHT,
    menu_lines::{Gone, arrows},
    sheet::act,
};
use crate::{
    db,
    domain::scheduling::{
        resource_card::OwnResource,
        table_group::{self, OwnTables},
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

/// The page.
#[derive(Template)]
#[template(path = "owner/catalogue/tables.html")]
pub struct TablesPage<'a> {
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
}

/// Tables that go together.
struct Line {
    id: String,
    url: String,
    name: String,
    /// Why they cannot be put together now, if so.
    state: Option<String>,
    facts: Vec<String>,
    acts: Vec<PostButton>,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    groups: Vec<OwnTables>,
    tables: Vec<OwnResource>,
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
                groups: table_group::all(tx)?,
                tables: table_group::joinable(tx)?,
            })
        },
    );
    let scene = scene.await??;
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(&ctx, &signed_in, &scene.at, Room::Menu);
    let standing = scene.groups.iter().filter(|one| !one.is_deleted);
    let count = standing.clone().count();
    let lines: Vec<Line> = standing
        .enumerate()
        .map(|(place, one)| line(&ctx, &scene, one, (place, count)))
        .collect();
    let gone = gone(&ctx, &scene);
    let (add, empty) = add(&ctx, &scene, lines.is_empty());
    let page = TablesPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.tables_title(),
        lead: t.tables_lead(),
        back: LinkButton {
            label: t.catalog_resources_title(),
            url: links::owner(ctx.lang, slug, "resources"),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        add,
        lines,
        empty,
        gone_title: t.catalog_gone(gone.len()),
        gone,
        ctx: &ctx,
    };
    ctx.html(&page)
}

/// The way to more of them; where there are none yet, it stands with what they are good for.
fn add(ctx: &PageCtx, scene: &Scene, is_empty: bool) -> (Option<LinkButton>, Option<Empty>) {
    let t = ctx.t;
    // One table alone is put together with nothing.
    let can_add = scene.tables.len() > 1;
    let add = can_add.then(|| LinkButton {
        label: t.tables_new(),
        url: links::owner(ctx.lang, &scene.at.profile.slug, "tables/new"),
        icon: Some(Icon::Plus),
        ..LinkButton::default()
    });
    if !is_empty {
        return (add, None);
    }
    let empty = Empty {
        icon: Icon::People,
        words: match can_add {
            true => t.tables_empty(),
            false => t.tables_too_few(),
        },
        ways: add.into_iter().collect(),
    };
    (None, Some(empty))
}

fn line(ctx: &PageCtx, scene: &Scene, own: &OwnTables, place: (usize, usize)) -> Line {
    let (t, slug, card) = (ctx.t, scene.at.profile.slug.as_str(), &own.setup.card);
    let members = scene.tables.iter();
    let members: Vec<&OwnResource> = members
        .filter(|one| own.setup.members.contains(&one.id))
        .collect();
    let is_whole = members.len() == own.setup.members.len() && members.len() > 1;
    let works = is_whole && members.iter().all(|one| one.card.is_active);
    let name = |one: &&OwnResource| one.card.name().text(ctx.lang).to_owned();
    let names: Vec<String> = members.iter().map(name).collect();
    let key = own.id.to_string();
    Line {
        id: format!("t-{key}"),
        url: links::owner(ctx.lang, slug, &format!("tables/{key}")),
        name: card.name.clone(),
        state: (!works).then(|| t.tables_resting()),
        facts: vec![
            names.join(t.catalog_between().as_str()),
            t.tables_party(card.least, card.most),
        ],
        acts: arrows(ctx, slug, ("tables", &key, &card.name), place),
    }
}

fn gone(ctx: &PageCtx, scene: &Scene) -> Vec<Gone> {
    let slug = scene.at.profile.slug.as_str();
    let deleted = scene.groups.iter().filter(|one| one.is_deleted);
    deleted
        .map(|one| {
            let name = one.setup.card.name.clone();
            let url = links::owner(ctx.lang, slug, &format!("tables/{}/state", one.id));
            let said = (ctx.t.catalog_restore(), Some(name.clone()));
            Gone {
                kind: ctx.t.tables_group(),
                restore: act(ctx, url, said, (Voice::Quiet, &[("to", "restore")])),
                name,
            }
        })
        .collect()
}
