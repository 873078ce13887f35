//! The usual numbers of what guests may begin in each half-hour: filled in, looked at with what they would change, and only then
//! made.

use super::{
    RIGHT,
    limits_form::{self, HalfRow, LimitsForm},
};
use crate::{
    base::{
        fingerprint::fingerprint,
        msg::Msg,
        time::{LocalDate, WallSpan},
    },
    db::{self, DbError},
    domain::{
        businesses::hours,
        scheduling::{
            day_plan,
            proposal::Proposal,
            start_limit::{self, Usual},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        owner::{
            effect,
            preview::{Preview, PreviewPage, Step},
        },
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
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
#[template(path = "owner/hours/limits.html")]
pub struct LimitsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    back: LinkButton,
    form: PostForm,
    days: Vec<String>,
    rows: Vec<HalfRow>,
    /// What stands now, where somebody else was first.
    newer: Vec<(String, String)>,
    next: Submit,
}

/// What the form is drawn from.
struct Scene {
    at: AtWork,
    today: LocalDate,
    now: DateTime<Utc>,
    usual: Vec<Usual>,
    /// The half-hours that there is a row for.
    halves: Vec<u16>,
}

/// The form, with the numbers that hold.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    let form = LimitsForm::of(&scene.usual, &fingerprint(&scene.usual));
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
    let form = LimitsForm(form.0);
    signed_in.sent(form.value("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    let mut errors = Errors::default();
    let step = Step::of(&form.0);
    if step == Step::Mend {
        return ctx.html(&page(&ctx, &signed_in, &scene, (&form, &errors)));
    }
    let Some(meant) = form.read(&mut errors, &scene.halves) else {
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    if form.value("version") != fingerprint(&scene.usual) {
        return stale(&ctx, &signed_in, &scene, form);
    }
    if step == Step::Look {
        return look(&site, &ctx, &signed_in, &scene, (&form, meant.as_slice())).await;
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
            if fingerprint(&start_limit::usual(tx)?) != known {
                return Ok(false);
            }
            start_limit::set(tx, &meant)?;
            Ok(true)
        },
    );
    if !saved.await?? {
        return stale(&ctx, &signed_in, &scene, form);
    }
    let there = links::owner(ctx.lang, &slug, "hours");
    Ok(flash::say(ctx.see_other(&there)?, Said::LimitsSaved))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let found = member::look(site, ctx, signed_in, (slug, RIGHT), |tx, at| {
        let usual = start_limit::usual(tx)?;
        let weeks = hours::weeks(tx)?;
        let open = weeks.iter().filter_map(|row| {
            let (from, until) = row.open_minute.zip(row.close_minute)?;
            WallSpan::of_minutes(from, until)
        });
        // A number outside the hours of every week stays in sight.
        let mut halves = start_limit::halves(&open.collect::<Vec<_>>());
        let known = usual
            .iter()
            .filter_map(|one| u16::try_from(one.start_minute).ok());
        halves.extend(known);
        halves.sort_unstable();
        halves.dedup();
        Ok::<_, DbError>(Scene {
            at: at.clone(),
            today: day_plan::today(tx, at.profile.zone)?,
            now: tx.now(),
            usual,
            halves,
        })
    });
    Ok(found.await??)
}

/// Somebody else was first: both are shown, and the next press is about what stands now.
fn stale(ctx: &PageCtx, signed_in: &SignedIn, scene: &Scene, mut form: LimitsForm) -> Result {
    let mut errors = Errors::default();
    errors.add("", Msg::new("form-stale"));
    let version = fingerprint(&scene.usual);
    form.0.insert("version".to_owned(), version);
    let mut drawn = page(ctx, signed_in, scene, (&form, &errors));
    drawn.newer = limits_form::said(ctx, &scene.usual);
    ctx.redraw(StatusCode::CONFLICT, &drawn)
}

async fn look(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, meant): (&LimitsForm, &[Usual]),
) -> Result {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let proposal = Proposal::Limits {
        since: scene.today,
        usual: start_limit::rules(meant),
    };
    let read = member::look(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        effect::read(tx, at, &proposal)
    });
    let effect = read.await??;
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let mut week = limits_form::said(ctx, meant);
    if week.is_empty() {
        week.push((t.schedule_limits_title(), t.schedule_limits_none()));
    }
    let preview = Preview {
        room: Room::Hours,
        since: t.schedule_week_since(moments.day(scene.today)),
        week,
        effect: &effect,
        action: links::owner(ctx.lang, slug, "hours/limits"),
        typed: &form.0,
    };
    ctx.html(&PreviewPage::of(ctx, signed_in, &scene.at, preview))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&LimitsForm, &Errors),
) -> LimitsPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Hours);
    let title = t.schedule_limits_title();
    LimitsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        back: LinkButton::back(
            t.schedule_hours_title(),
            links::owner(ctx.lang, slug, "hours"),
        ),
        form: PostForm::keyed(
            &ctx.csrf,
            links::owner(ctx.lang, slug, "hours/limits"),
            &[("version", form.value("version"))],
        ),
        days: LimitsForm::days(ctx),
        rows: form.rows(ctx, errors, &scene.halves),
        newer: Vec::new(),
        next: Submit {
            label: t.schedule_preview(),
            ..Submit::default()
        },
        ctx,
    }
}
