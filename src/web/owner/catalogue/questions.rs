//! What guests are asked beforehand, in order, as whoever runs the shop sees to it; deleted questions, too.

use super::{
    RIGHT,
    menu_lines::{Gone, Heading, Line, arrows},
    question::Example,
    question_form::named,
    sheet::act,
};
use crate::{
    db,
    domain::catalog::{
        question_card::{self, OwnQuestion},
        service_card::{self, OwnService},
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
#[template(path = "owner/catalogue/questions.html")]
pub struct QuestionsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    ways: Vec<LinkButton>,
    back: LinkButton,
    examples: Vec<LinkButton>,
    headings: Vec<Heading>,
    empty: Option<Empty>,
    gone: Vec<Gone>,
    gone_title: String,
}

/// What it is drawn from.
struct Scene {
    at: AtWork,
    questions: Vec<OwnQuestion>,
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
                questions: question_card::all(tx)?,
                services: service_card::all(tx)?,
            })
        },
    );
    let scene = scene.await??;
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(&ctx, &signed_in, &scene.at, Room::Menu);
    let lines = lines(&ctx, &scene);
    let add = || LinkButton {
        label: t.questions_new(),
        url: links::owner(ctx.lang, slug, "questions/new"),
        icon: Some(Icon::Plus),
        ..LinkButton::default()
    };
    let empty = lines.is_empty().then(|| Empty {
        icon: Icon::Note,
        words: t.questions_empty(),
        ways: vec![add()],
    });
    let gone = gone(&ctx, &scene);
    let headings = empty.is_none().then(|| Heading {
        id: String::new(),
        name: t.questions_order(),
        name_lang: None,
        acts: Vec::new(),
        ways: Vec::new(),
        note: Some(t.questions_order_lead()),
        lines,
    });
    ctx.html(&QuestionsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.questions_title(),
        ways: empty.is_none().then(add).into_iter().collect(),
        back: LinkButton {
            label: t.catalog_menu_title(),
            url: links::owner(ctx.lang, slug, "menu"),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        examples: examples(&ctx, &scene),
        headings: headings.into_iter().collect(),
        empty,
        gone_title: t.catalog_gone(gone.len()),
        gone,
        ctx: &ctx,
    })
}

/// Questions to begin with; those that stand already under the same words are left out.
fn examples(ctx: &PageCtx, scene: &Scene) -> Vec<LinkButton> {
    let standing = |name: &str| {
        let mut all = scene.questions.iter();
        all.any(|one| !one.is_deleted && named(&one.setup.card).text(ctx.lang) == name)
    };
    let all = Example::for_a(scene.at.profile.vertical).into_iter();
    all.filter_map(|one| {
        let [label, ..] = one.said(ctx.t);
        let path = format!("questions/new?example={}", one.slug());
        (!standing(&label)).then(|| LinkButton {
            label,
            url: links::owner(ctx.lang, &scene.at.profile.slug, &path),
            voice: Voice::Quiet,
            small: true,
            ..LinkButton::default()
        })
    })
    .collect()
}

fn lines(ctx: &PageCtx, scene: &Scene) -> Vec<Line> {
    let standing: Vec<&OwnQuestion> = scene
        .questions
        .iter()
        .filter(|one| !one.is_deleted)
        .collect();
    let count = standing.len();
    let each = standing.iter().enumerate();
    each.map(|(place, one)| line(ctx, scene, one, (place, count)))
        .collect()
}

fn line(ctx: &PageCtx, scene: &Scene, one: &OwnQuestion, place: (usize, usize)) -> Line {
    let (t, slug, card) = (ctx.t, scene.at.profile.slug.as_str(), &one.setup.card);
    let (name, key) = (named(card).written(ctx.lang), one.id.to_string());
    let choices = card.choices().len();
    let facts = [
        Some(t.of_family("questions-kind", card.kind.label())),
        (choices > 0).then(|| t.questions_choices_count(choices)),
        Some(match card.is_required {
            true => t.ui_required(),
            false => t.ui_optional(),
        }),
        card.is_health.then(|| t.questions_health_mark()),
    ];
    let own = scene.services.iter();
    let own = own.filter(|service| one.setup.services.contains(&service.id) && !service.is_deleted);
    let names: Vec<String> = own
        .map(|service| service.card.name().text(ctx.lang).to_owned())
        .collect();
    let offered = scene.services.iter().filter(|service| !service.is_deleted);
    let whither = match names.len() {
        0 => t.questions_nowhere(),
        all if all == offered.count() => t.questions_everywhere(),
        _ => t.questions_of(names.join(t.catalog_between().as_str())),
    };
    let said = [Some(whither), whom(ctx, scene, one)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    Line {
        id: format!("q-{key}"),
        picture: None,
        url: links::owner(ctx.lang, slug, &format!("questions/{key}")),
        state: None,
        facts: facts.into_iter().flatten().collect(),
        who: said.join(" "),
        acts: arrows(ctx, slug, ("question", &key, &name.text), place),
        name: name.text,
        name_lang: name.other_lang,
    }
}

/// Of whom it is asked only; that everybody is, where what it depends on does not stand before it.
fn whom(ctx: &PageCtx, scene: &Scene, one: &OwnQuestion) -> Option<String> {
    let (t, card) = (ctx.t, &one.setup.card);
    let (id, key) = card.only_if.zip(card.only_if_choice)?;
    let mut before = scene
        .questions
        .iter()
        .filter(|other| !other.is_deleted)
        .take_while(|other| other.id != one.id);
    let cause = before.find(|other| other.id == id);
    let choice = cause.and_then(|cause| {
        let choices = cause.setup.card.choices().into_iter();
        choices
            .map(|choice| (cause, choice))
            .find(|(_, choice)| choice.key == key)
    });
    Some(match choice {
        Some((cause, choice)) => {
            let name = named(&cause.setup.card);
            t.questions_only(choice.name().text(ctx.lang), name.text(ctx.lang))
        }
        None => t.questions_only_gone(),
    })
}

fn gone(ctx: &PageCtx, scene: &Scene) -> Vec<Gone> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let deleted = scene.questions.iter().filter(|one| one.is_deleted);
    let line = |one: &OwnQuestion| {
        let name = named(&one.setup.card).text(ctx.lang).to_owned();
        let path = format!("questions/{}/state", one.id);
        let url = links::owner(ctx.lang, slug, &path);
        let said = (t.catalog_restore(), Some(name.clone()));
        Gone {
            restore: act(ctx, url, said, (Voice::Quiet, &[("to", "restore")])),
            kind: t.questions_one(),
            name,
        }
    };
    deleted.map(line).collect()
}
