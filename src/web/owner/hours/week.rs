//! Another week, from a date on: filled in, looked at with what it would change, and only then made.

use super::{
    RIGHT,
    week_form::{self, Meant, NthRow, WeekForm},
};
use crate::{
    base::{fingerprint::fingerprint, msg::Msg, time::LocalDate},
    db::{self, DbError},
    domain::{
        businesses::hours::{self, WeeklyHours},
        scheduling::{day_plan, proposal::Proposal},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        opening,
        owner::{
            effect,
            preview::{Preview, PreviewPage, Step},
        },
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            span_row::SpanRow,
            text_field::TextField,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// The form.
#[derive(Template)]
#[template(path = "owner/hours/week.html")]
pub struct WeekPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    back: LinkButton,
    form: PostForm,
    since: TextField,
    days: Vec<SpanRow>,
    special: Vec<(SelectField, SpanRow)>,
    nths: Vec<NthRow>,
    /// What stands now, where somebody else was first.
    newer: Vec<(String, String)>,
    next: Submit,
}

/// What the form is drawn from.
struct Scene {
    at: AtWork,
    today: LocalDate,
    now: DateTime<Utc>,
    weeks: Vec<WeeklyHours>,
}

/// The form, with the week that holds now; with `?since=`, one that is decided for later.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    let week = hours::on(&scene.weeks, scene.today);
    let form = WeekForm::of(week, scene.today, &fingerprint(&scene.weeks));
    ctx.html(&page(&ctx, &signed_in, &scene, (&form, &Errors::default())))
}

/// What was filled in: looked at, mended, or made.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<HashMap<String, String>>,
) -> Result {
    let form = WeekForm(form.0);
    signed_in.sent(form.value("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    let mut errors = Errors::default();
    let step = Step::of(&form.0);
    if step == Step::Mend {
        return ctx.html(&page(&ctx, &signed_in, &scene, (&form, &errors)));
    }
    let Some(meant) = form.read(&mut errors, scene.today) else {
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    if form.value("version") != fingerprint(&scene.weeks) {
        return stale(&ctx, &signed_in, &scene, form);
    }
    if step == Step::Look {
        return look(&site, &ctx, &signed_in, &scene, (&form, &meant)).await;
    }
    let known = form.value("version").to_owned();
    let wish = (slug.as_str(), RIGHT);
    let saved = member::enter(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> db::Result<bool> {
            // Asked again where nobody else can come between.
            if fingerprint(&hours::weeks(tx)?) != known {
                return Ok(false);
            }
            hours::set(tx, meant.since, &meant.rows)?;
            Ok(true)
        },
    );
    if !saved.await?? {
        return stale(&ctx, &signed_in, &scene, form);
    }
    let there = links::owner(ctx.lang, &slug, "hours");
    Ok(flash::say(ctx.see_other(&there)?, Said::HoursSaved))
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
            today: day_plan::today(tx, at.profile.zone)?,
            now: tx.now(),
            weeks: hours::weeks(tx)?,
        })
    });
    Ok(found.await??)
}

/// Somebody else was first: both are shown, and the next press is about what stands now.
fn stale(ctx: &PageCtx, signed_in: &SignedIn, scene: &Scene, form: WeekForm) -> Result {
    let mut errors = Errors::default();
    errors.add("", Msg::new("form-stale"));
    let mut form = form;
    form.0
        .insert("version".to_owned(), fingerprint(&scene.weeks));
    let mut drawn = page(ctx, signed_in, scene, (&form, &errors));
    let week = hours::on(&scene.weeks, scene.today);
    drawn.newer = opening::week(ctx, scene.at.profile.vertical.slug(), week);
    ctx.redraw(StatusCode::CONFLICT, &drawn)
}

async fn look(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, meant): (&WeekForm, &Meant),
) -> Result {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let proposal = Proposal::Week {
        since: meant.since,
        rules: week_form::rules(&meant.rows),
    };
    let read = member::look(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        effect::read(tx, at, &proposal)
    });
    let effect = read.await??;
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let preview = Preview {
        room: Room::Hours,
        since: t.schedule_week_since(moments.day(meant.since)),
        week: opening::week(ctx, scene.at.profile.vertical.slug(), &meant.rows),
        effect: &effect,
        action: links::owner(ctx.lang, slug, "hours/week"),
        typed: &form.0,
    };
    ctx.html(&PreviewPage::of(ctx, signed_in, &scene.at, preview))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&WeekForm, &Errors),
) -> WeekPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Hours);
    let title = t.schedule_week_title();
    WeekPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        back: LinkButton {
            label: t.schedule_hours_title(),
            url: links::owner(ctx.lang, slug, "hours"),
            voice: Voice::Text,
            small: true,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        form: PostForm {
            action: links::owner(ctx.lang, slug, "hours/week"),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("version".to_owned(), form.value("version").to_owned()),
            ],
        },
        since: form.since(ctx, errors),
        days: form.days(ctx, errors),
        special: form.special(ctx, errors),
        nths: form.nth_rows(ctx, errors),
        newer: Vec::new(),
        next: Submit {
            label: t.schedule_preview(),
            ..Submit::default()
        },
        ctx,
    }
}
