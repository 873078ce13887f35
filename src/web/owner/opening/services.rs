//! The fourth screen: what is offered and by whom, out of examples that are ticked, renamed and priced.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    away, catalogue, example,
    services_form::{self, Row},
    sheet::Preview,
};
use crate::{
    base::msg::Msg,
    db::{self, EditError},
    domain::{
        businesses::{
            example::Example,
            opening::{self as stages, Stage},
        },
        scheduling::stock::{self, Kept, Stock},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        first_run::{self, Screen},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            field::Field,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            steps::Steps,
            text_area::TextArea,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};

/// The page.
#[derive(Template)]
#[template(path = "owner/opening/services.html")]
pub struct ServicesPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    steps: Steps,
    form: PostForm,
    services: Vec<Row>,
    resources_title: String,
    resources: Vec<Row>,
    policy: Option<(ChoiceField, Preview)>,
    notices: [TextArea; 2],
    /// What stands now, where somebody else was first.
    newer: Vec<String>,
    next: Submit,
    back: LinkButton,
}

/// What it is drawn from.
struct Scene {
    at: AtWork,
    stage: Stage,
    stock: Stock,
    now: DateTime<Utc>,
}

/// What is there, and the examples that are not.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    if scene.stage != Stage::Draft {
        return away(&ctx, &path.1);
    }
    let example = example(&scene.at)?;
    let mut typed = services_form::answers(&scene.stock, &example, &signed_in.name);
    typed.put("version", scene.stock.version());
    let form = (&typed, &Errors::default());
    ctx.html(&page(&ctx, &signed_in, (&scene, &example), form))
}

/// Keeps what is ticked.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<Answers>,
) -> Result {
    let mut typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    if scene.stage != Stage::Draft {
        return away(&ctx, &slug);
    }
    let (example, mut errors) = (example(&scene.at)?, Errors::default());
    if typed.has("switch") {
        let form = (&typed, &errors);
        return ctx.html(&page(&ctx, &signed_in, (&scene, &example), form));
    }
    let Some(kept) = services_form::parse(&typed, &example, &mut errors) else {
        let drawn = page(&ctx, &signed_in, (&scene, &example), (&typed, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let version = typed.get("version").to_owned();
    match keep(&site, &ctx, (&signed_in, &slug), (&example, kept, version)).await? {
        Ok(()) => ctx.see_other(&Screen::Publish.of(&ctx, &slug)),
        Err(EditError::Db(error)) => Err(error.into()),
        Err(_overtaken) => {
            errors.add("", Msg::new("form-stale"));
            let newest = read(&site, &ctx, &signed_in, &slug).await?;
            typed.put("version", newest.stock.version());
            let mut drawn = page(&ctx, &signed_in, (&newest, &example), (&typed, &errors));
            let standing = newest.stock.services.iter();
            drawn.newer = standing
                .map(|one| one.card.name().text(ctx.lang).to_owned())
                .collect();
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
    }
}

async fn keep(
    site: &Site,
    ctx: &PageCtx,
    (signed_in, slug): (&SignedIn, &str),
    (example, kept, version): (&Example, Kept, String),
) -> std::result::Result<std::result::Result<(), EditError>, Error> {
    let (example, name) = (example.clone(), signed_in.name.clone());
    member::enter(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        stock::keep(tx, &example, &kept, &version)?;
        stock::seat(tx, &name, at.member.resource)
    })
    .await
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let wish = (slug, RIGHT);
    let found = member::look(site, ctx, signed_in, wish, |tx, at| -> db::Result<_> {
        Ok(Scene {
            at: at.clone(),
            stage: stages::stage(tx)?,
            stock: stock::read(tx)?,
            now: tx.now(),
        })
    });
    Ok(found.await??)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    (scene, example): (&Scene, &Example),
    (typed, errors): (&Answers, &Errors),
) -> ServicesPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Office);
    let ask = Ask { t, typed, errors };
    let services = services_form::services(ask);
    let resources = services_form::resources(ask);
    let notices = services_form::notices(ask);
    let mut boxes = services_form::all(t, &services);
    boxes.extend(services_form::all(t, &resources));
    boxes.extend(notices.iter().cloned().map(Field::Area));
    ServicesPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t).naming(t, boxes.iter().map(Field::called)),
        title: match errors.is_empty() {
            true => t.opening_services_title(),
            false => t.ui_error_page_title(t.opening_services_title()),
        },
        steps: first_run::steps(ctx, Screen::Services, Some(slug)),
        form: PostForm {
            action: Screen::Services.of(ctx, slug),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("version".to_owned(), typed.get("version").to_owned()),
            ],
        },
        services,
        resources_title: t.of_family("opening-resources", scene.at.profile.vertical.slug()),
        resources,
        policy: policy(ctx, scene, example, ask),
        notices,
        newer: Vec::new(),
        next: Submit {
            label: t.opening_next(),
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: Screen::Hours.of(ctx, slug),
            voice: Voice::Text,
            ..LinkButton::default()
        },
        ctx,
    }
}

/// The example's policy with what it comes to, until something was kept: afterwards it is seen to in the back office.
fn policy(
    ctx: &PageCtx,
    scene: &Scene,
    example: &Example,
    ask: Ask<'_>,
) -> Option<(ChoiceField, Preview)> {
    let card = stock::policy_of(example.policy.as_ref().filter(|_| !scene.stock.is_begun)?);
    let zone = scene.at.profile.zone;
    let start = catalogue::policies::example(zone, scene.now);
    let moments = Moments::new(ctx.t, zone, scene.now);
    let preview = catalogue::policy_form::preview(ctx, &moments, &card, start);
    let tick = ask.tick("policy", ctx.t.opening_policy_use(), None);
    Some((tick, preview))
}
