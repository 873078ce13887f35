//! The last screen: the page as guests will see it, and one press that lets them.

use super::{RIGHT, away, lengths};
use crate::{
    db,
    domain::{
        businesses::{
            hours::weeks,
            opening::{self as stages, PublishError, Stage},
        },
        catalog::{
            policy_card::{self, PolicyCard},
            service_card::OwnService,
        },
        scheduling::stock::{self, Stock},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        first_run::{self, Screen},
        flash::{self, Said},
        form::typed::Typed,
        gate::member::{self, AtWork},
        links, opening,
        page::PageCtx,
        preview,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            steps::Steps,
            summary_list::{Change, SummaryList, SummaryRow},
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "owner/opening/publish.html")]
pub struct PublishPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    lead: String,
    steps: Steps,
    facts: SummaryList,
    preview: LinkButton,
    /// The screens that nothing was written on.
    missing: Vec<LinkButton>,
    publish: Option<PostButton>,
    papers: Option<LinkButton>,
}

/// The key alone.
#[derive(Deserialize)]
pub struct PublishForm {
    #[serde(default)]
    csrf: String,
}

/// What it is drawn from.
struct Scene {
    at: AtWork,
    stage: Stage,
    is_open: bool,
    stock: Stock,
    /// What new bookings are cancelled by.
    policy: Option<PolicyCard>,
    is_reviewed: bool,
}

/// The page.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let user = signed_in.user;
    let steps = (
        move |tx: &mut db::PlatformTx<'_>, _: &_| stages::is_reviewed(tx, user),
        move |tx: &mut db::TenantTx<'_>, at: &AtWork, is_reviewed: &bool| -> db::Result<_> {
            let mut policies = policy_card::all(tx)?.into_iter();
            Ok(Scene {
                policy: policies
                    .find(|one| one.is_default && !one.is_deleted)
                    .map(|one| one.card),
                at: at.clone(),
                stage: stages::stage(tx)?,
                is_open: !weeks(tx)?.is_empty(),
                stock: stock::read(tx)?,
                is_reviewed: *is_reviewed,
            })
        },
    );
    let wish = (path.1.as_str(), RIGHT);
    let scene: Scene = member::look_after(&site, &ctx, &signed_in, wish, steps).await??;
    if scene.stage != Stage::Draft {
        return away(&ctx, &path.1);
    }
    ctx.html(&page(&site, &ctx, &signed_in, &scene))
}

/// From now on everybody finds it.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<PublishForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (user, slug) = (signed_in.user, path.into_inner().1);
    let steps = (
        move |tx: &mut db::PlatformTx<'_>, member: &crate::domain::businesses::member::Member| {
            stages::publish(tx, user, member.business)
        },
        |tx: &mut db::TenantTx<'_>, _: &AtWork, (): &()| {
            // Within the same transaction: what is not whole stays what it was.
            let is_whole = !weeks(tx)?.is_empty() && !stock::read(tx)?.services.is_empty();
            is_whole.then_some(()).ok_or(PublishError::Unready)
        },
    );
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter_after(&site, &ctx, &signed_in, wish, steps).await?;
    match done {
        Ok(()) => {
            let there = links::owner(ctx.lang, &slug, "share");
            Ok(flash::say(ctx.see_other(&there)?, Said::Published))
        }
        Err(PublishError::Unknown) => away(&ctx, &slug),
        Err(PublishError::Reviewed | PublishError::Unready) => {
            ctx.see_other(&links::owner(ctx.lang, &slug, "opening/publish"))
        }
        Err(PublishError::Db(error)) => Err(Error::from(error)),
    }
}

fn page<'a>(site: &Site, ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene) -> PublishPage<'a> {
    let (t, profile) = (ctx.t, &scene.at.profile);
    let slug = profile.slug.as_str();
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Office);
    let way = |label: String, url: String, voice: Voice| LinkButton {
        label,
        url,
        voice,
        ..LinkButton::default()
    };
    let missing = [
        (!scene.is_open).then(|| (t.opening_publish_no_hours(), Screen::Hours)),
        scene
            .stock
            .services
            .is_empty()
            .then(|| (t.opening_publish_no_services(), Screen::Services)),
    ];
    let missing: Vec<LinkButton> = missing
        .into_iter()
        .flatten()
        .map(|(label, screen)| way(label, screen.of(ctx, slug), Voice::Quiet))
        .collect();
    let is_whole = missing.is_empty();
    PublishPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.opening_publish_title(),
        lead: match scene.is_reviewed {
            true => t.opening_publish_reviewed(),
            false => t.opening_publish_lead(),
        },
        steps: first_run::steps(ctx, Screen::Publish, Some(slug)),
        facts: facts(ctx, scene),
        preview: way(
            t.opening_preview(),
            preview::link(site, ctx.lang, profile.id, slug),
            Voice::Quiet,
        ),
        publish: (is_whole && !scene.is_reviewed).then(|| PostButton {
            label: t.opening_publish(),
            form: PostForm {
                action: Screen::Publish.of(ctx, slug),
                hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
            },
            ..PostButton::default()
        }),
        papers: (is_whole && scene.is_reviewed).then(|| {
            let papers = links::application(ctx.lang, slug, "");
            way(t.opening_publish_papers(), papers, Voice::Main)
        }),
        missing,
        ctx,
    }
}

/// What was filled in, each with the way back to it.
fn facts(ctx: &PageCtx, scene: &Scene) -> SummaryList {
    let (t, profile) = (ctx.t, &scene.at.profile);
    let hours = opening::week(ctx, profile.vertical.slug(), &profile.week);
    let hours: Vec<String> = hours
        .into_iter()
        .map(|(days, hours)| t.opening_publish_hours(days, hours.replace('\n', " ")))
        .collect();
    let place = format!(
        "{}{}{} {}",
        profile.address.prefecture,
        profile.address.city,
        profile.address.street,
        profile.address.building
    );
    let people = scene.stock.resources.iter();
    let who: Vec<String> = people
        .map(|one| one.card.name().text(ctx.lang).to_owned())
        .collect();
    let row = |question: String, answer: String, screen: Screen| SummaryRow {
        change: Some(Change {
            label: t.opening_change(),
            about: question.clone(),
            url: screen.of(ctx, &profile.slug),
        }),
        question,
        answer,
        ..SummaryRow::default()
    };
    SummaryList {
        rows: vec![
            row(
                t.opening_step_kind(),
                t.of_family("businesses-kind", profile.vertical.slug()),
                Screen::Kind,
            ),
            row(
                t.operators_name_ja(),
                profile.name.text(ctx.lang).to_owned(),
                Screen::Name,
            ),
            row(t.operators_address(), place.trim().to_owned(), Screen::Name),
            row(t.opening_step_hours(), hours.join("\n"), Screen::Hours),
            row(
                t.opening_step_services(),
                services(ctx, &scene.stock.services).join("\n"),
                Screen::Services,
            ),
            row(
                t.of_family("opening-resources", profile.vertical.slug()),
                who.join(&t.catalog_between()),
                Screen::Services,
            ),
            row(
                t.catalog_policy(),
                policy(ctx, scene.policy.as_ref()),
                Screen::Services,
            ),
        ],
    }
}

/// Each with its length and price: they began as examples, and here is where one sees what was left of those.
fn services(ctx: &PageCtx, all: &[OwnService]) -> Vec<String> {
    let t = ctx.t;
    let said = |one: &OwnService| {
        t.opening_publish_service(
            lengths::length(t, one.card.duration_minutes.into()),
            one.card.name().text(ctx.lang),
            t.price(one.card.price_cents),
        )
    };
    all.iter().map(said).collect()
}

/// The ladder in one line.
fn policy(ctx: &PageCtx, card: Option<&PolicyCard>) -> String {
    let t = ctx.t;
    let Some(card) = card else {
        return t.opening_publish_policy_none();
    };
    let steps = card
        .policy()
        .steps()
        .into_iter()
        .filter(|step| step.percent > 0);
    let no_show = Some(card.no_show_percent).filter(|percent| *percent > 0);
    let said: Vec<String> = steps
        .map(|step| match step.hours_before {
            0 => t.opening_publish_policy_last(step.percent),
            hours => t.opening_publish_policy_step(hours, step.percent),
        })
        .chain(no_show.map(|percent| t.opening_publish_policy_no_show(percent)))
        .collect();
    match said.is_empty() {
        true => t.opening_publish_policy_none(),
        false => said.join(&t.catalog_between()),
    }
}
