//! The third screen: when the shop is open, filled in as such a shop would be.

use super::{
    RIGHT, away, example,
    office_hours::week_form::{NthRow, WeekForm},
};
use crate::{
    base::{fingerprint::fingerprint, msg::Msg, time::LocalDate},
    db::{self, DbError},
    domain::{
        businesses::{
            hours::{self, WeeklyHours},
            opening::{self as stages, Stage},
        },
        scheduling::day_plan,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        first_run::{self, Screen},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        opening,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            span_row::SpanRow,
            steps::Steps,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

/// The page.
#[derive(Template)]
#[template(path = "owner/opening/hours.html")]
pub struct HoursPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    steps: Steps,
    form: PostForm,
    days: Vec<SpanRow>,
    special: Vec<(SelectField, SpanRow)>,
    nths: Vec<NthRow>,
    /// What stands now, where somebody else was first.
    newer: Vec<(String, String)>,
    next: Submit,
    back: LinkButton,
}

/// What it is drawn from.
struct Scene {
    at: AtWork,
    stage: Stage,
    today: LocalDate,
    weeks: Vec<WeeklyHours>,
}

/// The week that is there or, where there is none, the example's.
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
    let version = fingerprint(&scene.weeks);
    let form = match scene.weeks.is_empty() {
        true => WeekForm::of(
            &example(&scene.at)?.week(scene.today),
            scene.today,
            &version,
        ),
        false => WeekForm::of(hours::on(&scene.weeks, scene.today), scene.today, &version),
    };
    ctx.html(&page(&ctx, &signed_in, &scene, (&form, &Errors::default())))
}

/// Writes the week; it holds from today on.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<HashMap<String, String>>,
) -> Result {
    let mut form = WeekForm(form.0);
    signed_in.sent(form.value("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    if scene.stage != Stage::Draft {
        return away(&ctx, &slug);
    }
    let today = scene.today.to_string();
    form.0.insert("since".to_owned(), today);
    let mut errors = Errors::default();
    if form.value("switch") == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &scene, (&form, &errors)));
    }
    let meant = form.read(&mut errors, scene.today);
    if meant
        .as_ref()
        .is_some_and(|meant| meant.rows.iter().all(|row| row.open_minute.is_none()))
    {
        errors.add("d1", Msg::new("opening-hours-none"));
    }
    let Some(meant) = meant.filter(|_| errors.is_empty()) else {
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let known = form.value("version").to_owned();
    let wish = (slug.as_str(), RIGHT);
    let saved = member::enter(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> db::Result<bool> {
            stages::lock(tx)?;
            if fingerprint(&hours::weeks(tx)?) != known {
                return Ok(false);
            }
            hours::set(tx, meant.since, &meant.rows)?;
            Ok(true)
        },
    );
    if saved.await?? {
        return ctx.see_other(&Screen::Services.of(&ctx, &slug));
    }
    errors.add("", Msg::new("form-stale"));
    let newest = read(&site, &ctx, &signed_in, &slug).await?;
    form.0
        .insert("version".to_owned(), fingerprint(&newest.weeks));
    let mut drawn = page(&ctx, &signed_in, &newest, (&form, &errors));
    let week = hours::on(&newest.weeks, newest.today);
    drawn.newer = opening::week(&ctx, newest.at.profile.vertical.slug(), week);
    ctx.redraw(StatusCode::CONFLICT, &drawn)
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let found = member::look(site, ctx, signed_in, (slug, RIGHT), |tx, at| {
        Ok::<_, DbError>(Scene {
            at: at.clone(),
            stage: stages::stage(tx)?,
            today: day_plan::today(tx, at.profile.zone)?,
            weeks: hours::weeks(tx)?,
        })
    });
    Ok(found.await??)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&WeekForm, &Errors),
) -> HoursPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Office);
    let days = form.days(ctx, errors);
    let labels = days
        .iter()
        .map(|day| (day.name.as_str(), day.label.as_str()));
    let summary = errors.summary(t).naming(t, labels);
    HoursPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: summary,
        title: match errors.is_empty() {
            true => t.opening_hours_title(),
            false => t.ui_error_page_title(t.opening_hours_title()),
        },
        steps: first_run::steps(ctx, Screen::Hours, Some(slug)),
        form: PostForm {
            action: Screen::Hours.of(ctx, slug),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("version".to_owned(), form.value("version").to_owned()),
            ],
        },
        special: form.special(ctx, errors),
        nths: form.nth_rows(ctx, errors),
        days,
        newer: Vec::new(),
        next: Submit {
            label: t.opening_next(),
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: Screen::Name.of(ctx, slug),
            voice: Voice::Text,
            ..LinkButton::default()
        },
        ctx,
    }
}
