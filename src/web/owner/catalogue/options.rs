//! What can be had besides, group by group, as whoever runs the shop sees to it; deleted things, too.

use super::{
    RIGHT, files, lengths,
    menu_lines::{Gone, Heading, Line, arrows},
    sheet::act,
};
use crate::{
    base::bilingual::Bilingual,
    db,
    domain::{
        bookings::lists::List,
        catalog::{
            option_card::{self, OwnGroup, OwnOption},
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

/// The page.
#[derive(Template)]
#[template(path = "owner/catalogue/options.html")]
pub struct OptionsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    ways: Vec<LinkButton>,
    back: LinkButton,
    headings: Vec<Heading>,
    empty: Option<Empty>,
    gone: Vec<Gone>,
    gone_title: String,
    file: LinkButton,
}

/// What it is drawn from.
struct Scene {
    at: AtWork,
    groups: Vec<OwnGroup>,
    options: Vec<OwnOption>,
    services: Vec<OwnService>,
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
                groups: option_card::groups(tx)?,
                options: option_card::all(tx)?,
                services: service_card::all(tx)?,
            })
        },
    );
    let scene = scene.await??;
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(&ctx, &signed_in, &scene.at, Room::Menu);
    let headings = headings(&ctx, &scene);
    let gone = gone(&ctx, &scene);
    let add = || LinkButton {
        label: t.options_group_new(),
        url: links::owner(ctx.lang, slug, "options/new"),
        icon: Some(Icon::Plus),
        ..LinkButton::default()
    };
    let empty = headings.is_empty().then(|| Empty {
        icon: Icon::MenuBook,
        words: t.options_empty(),
        ways: vec![add()],
    });
    ctx.html(&OptionsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.options_title(),
        ways: empty.is_none().then(add).into_iter().collect(),
        back: LinkButton {
            label: t.catalog_menu_title(),
            url: links::owner(ctx.lang, slug, "menu"),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        headings,
        empty,
        file: files::way(&ctx, slug, List::Options),
        gone_title: t.catalog_gone(gone.len()),
        gone,
        ctx: &ctx,
    })
}

fn headings(ctx: &PageCtx, scene: &Scene) -> Vec<Heading> {
    let standing: Vec<&OwnGroup> = scene.groups.iter().filter(|one| !one.is_deleted).collect();
    let count = standing.len();
    let each = standing.iter().enumerate();
    each.map(|(place, group)| heading(ctx, scene, (group, place, count)))
        .collect()
}

fn heading(
    ctx: &PageCtx,
    scene: &Scene,
    (group, place, count): (&OwnGroup, usize, usize),
) -> Heading {
    let (t, slug, card) = (ctx.t, scene.at.profile.slug.as_str(), &group.setup.card);
    let name = Bilingual::new(&card.name_ja, &card.name_en).written(ctx.lang);
    let key = group.id.to_string();
    let way = |label: String, path: String| LinkButton {
        label,
        url: links::owner(ctx.lang, slug, &path),
        voice: Voice::Quiet,
        small: true,
        about: Some(name.text.clone()),
        ..LinkButton::default()
    };
    let own: Vec<&OwnOption> = scene
        .options
        .iter()
        .filter(|one| one.card.group_id == group.id && !one.is_deleted)
        .collect();
    let all = own.len();
    let lines = own.iter().enumerate();
    Heading {
        id: format!("g-{key}"),
        acts: arrows(ctx, slug, ("group", &key, &name.text), (place, count)),
        ways: vec![
            way(t.options_group_edit(), format!("options/{key}")),
            way(t.options_new(), format!("options/choices/new?group={key}")),
        ],
        lines: lines
            .map(|(place, one)| line(ctx, slug, one, (place, all)))
            .collect(),
        note: Some(note(ctx, scene, group)),
        name: name.text.clone(),
        name_lang: name.other_lang,
    }
}

/// How many may be had, and with what.
fn note(ctx: &PageCtx, scene: &Scene, group: &OwnGroup) -> String {
    let (t, card) = (ctx.t, &group.setup.card);
    let rule = match (card.is_single, card.is_required) {
        (true, true) => t.options_rule_one(),
        (true, false) => t.options_rule_at_most_one(),
        (false, true) => t.options_rule_some(),
        (false, false) => t.options_rule_any(),
    };
    let own = scene.services.iter();
    let own = own.filter(|one| group.setup.services.contains(&one.id) && !one.is_deleted);
    let names: Vec<String> = own
        .map(|one| one.card.name().text(ctx.lang).to_owned())
        .collect();
    match names.is_empty() {
        true => t.options_note_nowhere(rule),
        false => t.options_note(names.join(t.catalog_between().as_str()), rule),
    }
}

fn line(ctx: &PageCtx, slug: &str, one: &OwnOption, place: (usize, usize)) -> Line {
    let (t, card, key) = (ctx.t, &one.card, one.id.to_string());
    let name = Bilingual::new(&card.name_ja, &card.name_en).written(ctx.lang);
    let length = (card.minutes > 0).then(|| lengths::length(t, card.minutes.into()));
    let facts = [
        Some(t.form_option_price(t.yen(card.price_cents))),
        length.map(|length| t.form_option_minutes(length)),
    ];
    Line {
        id: format!("o-{key}"),
        picture: None,
        url: links::owner(ctx.lang, slug, &format!("options/choices/{key}")),
        state: None,
        facts: facts.into_iter().flatten().collect(),
        who: String::new(),
        acts: arrows(ctx, slug, ("option", &key, &name.text), place),
        name: name.text,
        name_lang: name.other_lang,
    }
}

/// What was deleted; what stands in a group that was deleted comes back with it.
fn gone(ctx: &PageCtx, scene: &Scene) -> Vec<Gone> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let line = |path: String, kind: String, name: Bilingual| {
        let name = name.text(ctx.lang).to_owned();
        let url = links::owner(ctx.lang, slug, &path);
        let said = (t.catalog_restore(), Some(name.clone()));
        Gone {
            restore: act(ctx, url, said, (Voice::Quiet, &[("to", "restore")])),
            kind,
            name,
        }
    };
    let groups = scene.groups.iter().filter(|one| one.is_deleted);
    let groups = groups.map(|one| {
        let card = &one.setup.card;
        let name = Bilingual::new(&card.name_ja, &card.name_en);
        line(
            format!("options/{}/state", one.id),
            t.options_kind_group(),
            name,
        )
    });
    let stands = |id| {
        scene
            .groups
            .iter()
            .any(|one| one.id == id && !one.is_deleted)
    };
    let options = scene.options.iter();
    let options = options.filter(|one| one.is_deleted && stands(one.card.group_id));
    let options = options.map(|one| {
        let name = Bilingual::new(&one.card.name_ja, &one.card.name_en);
        let path = format!("options/choices/{}/state", one.id);
        line(path, t.options_kind_option(), name)
    });
    groups.chain(options).collect()
}
