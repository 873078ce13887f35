//! The lines of the menu: what each says, and what can be done with it.

use super::{lengths, menu::Menu, sheet::act};
use crate::{
    base::{bilingual::Bilingual, order::Toward},
    domain::{
        catalog::{category::Category, service::Audience, service_card::OwnService},
        scheduling::{resource::ResourceType, resource_card::OwnResource, ties::Tie},
    },
    web::{
        links, media,
        moments::Moments,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            image::Image,
        },
    },
};

/// So many names are said of who does something.
const NAMES: usize = 4;

/// A heading with what stands under it.
pub(super) struct Heading {
    pub id: String,
    pub name: String,
    pub name_lang: Option<&'static str>,
    pub acts: Vec<PostButton>,
    pub ways: Vec<LinkButton>,
    /// What is said of it.
    pub note: Option<String>,
    pub lines: Vec<Line>,
}

/// A service.
pub(super) struct Line {
    pub id: String,
    pub url: String,
    pub name: String,
    pub name_lang: Option<&'static str>,
    /// What guests see beside its name.
    pub picture: Option<Image>,
    /// Whether guests see it.
    pub state: Option<String>,
    pub facts: Vec<String>,
    pub who: String,
    pub acts: Vec<PostButton>,
}

/// Something that was deleted.
pub(super) struct Gone {
    pub name: String,
    pub kind: String,
    pub restore: PostButton,
}

/// The menu in its order: headings, and last what stands under none.
pub(super) fn headings(ctx: &PageCtx, menu: &Menu) -> Vec<Heading> {
    let standing: Vec<&Category> = menu
        .categories
        .iter()
        .filter(|one| !one.is_deleted)
        .collect();
    let under = |heading: Option<&Category>| -> Vec<&OwnService> {
        let services = menu.services.iter().filter(|one| !one.is_deleted);
        services
            .filter(|one| {
                let own = standing
                    .iter()
                    .find(|known| Some(known.id) == one.card.category);
                own.map(|own| own.id) == heading.map(|heading| heading.id)
            })
            .collect()
    };
    let count = standing.len();
    let mut headings: Vec<Heading> = standing
        .iter()
        .enumerate()
        .map(|(place, one)| heading(ctx, menu, (one, place, count), &under(Some(one))))
        .collect();
    let loose = under(None);
    if !loose.is_empty() {
        headings.push(Heading {
            id: String::new(),
            name: ctx.t.catalog_category_none(),
            name_lang: None,
            acts: Vec::new(),
            ways: Vec::new(),
            note: None,
            lines: lines(ctx, menu, &loose),
        });
    }
    headings
}

fn heading(
    ctx: &PageCtx,
    menu: &Menu,
    (one, place, count): (&Category, usize, usize),
    services: &[&OwnService],
) -> Heading {
    let (t, slug) = (ctx.t, menu.at.profile.slug.as_str());
    let name = Bilingual::new(&one.card.name_ja, &one.card.name_en).written(ctx.lang);
    let key = one.id.to_string();
    let way = |label: String, path: &str| LinkButton {
        label,
        url: links::owner(ctx.lang, slug, path),
        voice: Voice::Quiet,
        small: true,
        about: Some(name.text.clone()),
        ..LinkButton::default()
    };
    Heading {
        id: format!("c-{key}"),
        acts: arrows(ctx, slug, ("category", &key, &name.text), (place, count)),
        ways: vec![
            way(t.catalog_category_edit(), &format!("menu/categories/{key}")),
            way(
                t.catalog_category_add(),
                &format!("menu/new?category={key}"),
            ),
        ],
        note: None,
        lines: lines(ctx, menu, services),
        name: name.text.clone(),
        name_lang: name.other_lang,
    }
}

fn lines(ctx: &PageCtx, menu: &Menu, services: &[&OwnService]) -> Vec<Line> {
    let count = services.len();
    let each = services.iter().enumerate();
    each.map(|(place, one)| line(ctx, menu, one, (place, count)))
        .collect()
}

fn line(ctx: &PageCtx, menu: &Menu, one: &OwnService, place: (usize, usize)) -> Line {
    let (t, slug, card) = (ctx.t, menu.at.profile.slug.as_str(), &one.card);
    let (name, key) = (card.name().written(ctx.lang), one.id.to_string());
    let mut facts = vec![
        lengths::length(t, card.duration_minutes.into()),
        t.price(card.price_cents),
    ];
    if card.audience != Audience::Everyone {
        facts.push(t.of_family("catalog-audience", card.audience.label()));
    }
    let asked = menu.approvals.iter().find(|own| own.service_id == one.id);
    facts.extend(asked.map(|own| t.requests_settings_hours(own.answer_hours)));
    if let Some(from) = menu.changing.get(&one.id) {
        let moments = Moments::new(t, menu.at.profile.zone, menu.now);
        facts.push(t.catalog_changes_on(moments.day(*from)));
    }
    Line {
        id: format!("s-{key}"),
        url: links::owner(ctx.lang, slug, &format!("menu/{key}")),
        state: Some(match one.is_active {
            true => t.catalog_shown(),
            false => t.catalog_hidden(),
        }),
        facts,
        who: who(ctx, menu, one),
        picture: menu
            .pictures
            .get(&one.id)
            .map(|own| media::beside(ctx, own, "2.5rem")),
        acts: arrows(ctx, slug, ("service", &key, &name.text), place),
        name: name.text,
        name_lang: name.other_lang,
    }
}

/// Who does it; or how many at once, where nobody is needed; or that nobody is there to do it, or nobody for guests.
fn who(ctx: &PageCtx, menu: &Menu, one: &OwnService) -> String {
    let t = ctx.t;
    let own: Vec<&Tie> = menu
        .ties
        .iter()
        .filter(|(service, tie)| *service == one.id && tie.is_required)
        .map(|(_, tie)| tie)
        .collect();
    if own.is_empty() {
        return t.catalog_who_nobody(one.card.max_simultaneous_bookings);
    }
    let is_there = |resource: &&OwnResource| {
        let takes = own.iter().any(|tie| tie.resource == resource.id);
        takes && !resource.is_deleted && resource.card.is_active
    };
    let needed = menu.resources.iter();
    let needed = kinds(needed.filter(|one| own.iter().any(|tie| tie.resource == one.id)));
    if needed != kinds(menu.resources.iter().filter(is_there)) {
        return t.catalog_who_gone();
    }
    let there = menu.resources.iter().filter(is_there);
    if needed != kinds(there.filter(|one| one.card.takes_online)) {
        return t.catalog_who_offline();
    }
    let names: Vec<String> = menu
        .resources
        .iter()
        .filter(is_there)
        .map(|resource| resource.card.name().text(ctx.lang).to_owned())
        .collect();
    let said = names.iter().take(NAMES).cloned().collect::<Vec<_>>();
    let said = said.join(t.catalog_between().as_str());
    match names.len().saturating_sub(NAMES) {
        0 => t.catalog_who(said),
        more => t.catalog_who_more(more, said),
    }
}

/// One of each kind: whoever is left of one kind does not stand in for another.
fn kinds<'a>(all: impl Iterator<Item = &'a OwnResource>) -> Vec<ResourceType> {
    let mut kinds: Vec<_> = all.map(|one| one.card.resource_type).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// To the top, up and down, where there is somewhere to go.
pub(super) fn arrows(
    ctx: &PageCtx,
    slug: &str,
    (kind, key, name): (&str, &str, &str),
    (place, count): (usize, usize),
) -> Vec<PostButton> {
    let t = ctx.t;
    let button = |label: String, toward: Toward| {
        let toward = toward.word();
        let carried = [("kind", kind), ("id", key), ("to", toward.as_str())];
        let url = links::owner(ctx.lang, slug, "menu/order");
        act(
            ctx,
            url,
            (label, Some(name.to_owned())),
            (Voice::Quiet, &carried),
        )
    };
    // From the second place, up is as far.
    let first = (place > 1).then(|| button(t.catalog_first(), Toward::Place(0)));
    let up = (place > 0).then(|| button(t.catalog_up(), Toward::Start));
    let down = (place + 1 < count).then(|| button(t.catalog_down(), Toward::End));
    first.into_iter().chain(up).chain(down).collect()
}

/// What was deleted, services first.
pub(super) fn gone(ctx: &PageCtx, menu: &Menu) -> Vec<Gone> {
    let (t, slug) = (ctx.t, menu.at.profile.slug.as_str());
    let back = |path: String, name: &str| {
        let url = links::owner(ctx.lang, slug, &path);
        let said = (t.catalog_restore(), Some(name.to_owned()));
        act(ctx, url, said, (Voice::Quiet, &[("to", "restore")]))
    };
    let services = menu
        .services
        .iter()
        .filter(|one| one.is_deleted)
        .map(|one| {
            let name = one.card.name().text(ctx.lang).to_owned();
            Gone {
                kind: t.catalog_kind_service(),
                restore: back(format!("menu/{}/state", one.id), &name),
                name,
            }
        });
    let categories = menu
        .categories
        .iter()
        .filter(|one| one.is_deleted)
        .map(|one| {
            let name = Bilingual::new(&one.card.name_ja, &one.card.name_en);
            let name = name.text(ctx.lang).to_owned();
            Gone {
                kind: t.catalog_kind_category(),
                restore: back(format!("menu/categories/{}/state", one.id), &name),
                name,
            }
        });
    services.chain(categories).collect()
}
