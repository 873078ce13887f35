//! Days and hours that somebody who works here would like off: asked for, seen, and taken back while nobody has decided. What
//! one asks, and why, is one's own: a tablet of the shop stands where everybody sees it, so it has no such page.

use super::time_off_form::{Fields, Typing};
use crate::{
    base::{
        ids::{TimeOffId, UserId},
        msg::Msg,
        time::LocalDate,
    },
    db,
    domain::{
        businesses::role::Right,
        scheduling::{
            day_plan,
            time_off::{self, State, TimeOff, TimeOffError},
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
        page::PageCtx,
        session::SignedIn,
        site::Site,
        time_off as words,
        ui::{
            buttons::{PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            status_badge::StatusBadge,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// What whoever comes here needs: a seat.
const RIGHT: Right = Right::ReadBookings;

/// The page.
#[derive(Template)]
#[template(path = "staff/time_off.html")]
pub struct TimeOffPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    /// Who has no column has no shifts to be off.
    form: Option<(PostForm, Fields)>,
    save: Submit,
    own: Vec<Line>,
}

/// One that was asked for.
struct Line {
    when: String,
    facts: Vec<String>,
    badge: StatusBadge,
    withdraw: Option<PostButton>,
}

/// What the button of a line sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WithdrawForm {
    csrf: String,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    today: LocalDate,
    now: DateTime<Utc>,
    own: Vec<TimeOff>,
}

/// The form, and what was asked for.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    let empty = (&Typing::default(), &Errors::default());
    ctx.html(&page(&ctx, &signed_in, &scene, empty))
}

/// Asks.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<Typing>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &scene, (&form, &errors)));
    }
    let resource = scene.at.member.resource.ok_or(Error::NotFound)?;
    let whose = (resource, signed_in.user);
    let Some(new) = form.meant(&mut errors, whose, scene.today) else {
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let today = scene.today;
    let wish = (slug.as_str(), RIGHT);
    let asked = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        time_off::ask(tx, today, &new)
    });
    match asked.await? {
        Ok(_) => {
            let there = links::time_off(ctx.lang, &slug, "");
            Ok(flash::say(ctx.see_other(&there)?, Said::TimeOffAsked))
        }
        Err(TimeOffError::Db(error)) => Err(error.into()),
        Err(refusal) => {
            errors.add(
                "first",
                match refusal {
                    TimeOffError::Overlaps => Msg::new("timeoff-overlaps"),
                    _ => Msg::new("timeoff-past"),
                },
            );
            let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
            ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
        }
    }
}

/// Takes it back.
pub async fn withdraw(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<WithdrawForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    not_on_a_tablet(&signed_in)?;
    let (_, slug, id) = path.into_inner();
    let id: TimeOffId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let user = signed_in.user;
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        time_off::withdraw(tx, id, user)
    });
    let said = match done.await? {
        Ok(()) => Said::TimeOffWithdrawn,
        Err(TimeOffError::Db(error)) => return Err(error.into()),
        Err(_) => Said::Overtaken,
    };
    let there = links::time_off(ctx.lang, &slug, "");
    Ok(flash::say(ctx.see_other(&there)?, said))
}

fn not_on_a_tablet(signed_in: &SignedIn) -> std::result::Result<(), Error> {
    match signed_in.device {
        Some(_) => Err(Error::Forbidden),
        None => Ok(()),
    }
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    not_on_a_tablet(signed_in)?;
    let (user, wish): (UserId, _) = (signed_in.user, (slug, RIGHT));
    let found = member::look(site, ctx, signed_in, wish, move |tx, at| -> db::Result<_> {
        Ok(Scene {
            at: at.clone(),
            today: day_plan::today(tx, at.profile.zone)?,
            now: tx.now(),
            own: time_off::own(tx, user)?,
        })
    });
    Ok(found.await??)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&Typing, &Errors),
) -> TimeOffPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::TimeOff);
    let title = t.timeoff_title();
    let own = PostForm {
        action: links::time_off(ctx.lang, slug, ""),
        hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
    };
    let column = scene.at.member.resource;
    let form = column.map(|_| (own, form.drawn(ctx, errors)));
    let called = form.iter().flat_map(|(_, fields)| fields.called());
    TimeOffPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t).naming(t, called),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        form,
        save: Submit {
            label: t.timeoff_ask(),
            ..Submit::default()
        },
        own: scene.own.iter().map(|one| line(ctx, scene, one)).collect(),
        ctx,
    }
}

fn line(ctx: &PageCtx, scene: &Scene, one: &TimeOff) -> Line {
    let t = ctx.t;
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let when = words::when(t, &moments, &one.days);
    let answer = (!one.answer.is_empty()).then(|| t.timeoff_answered(&one.answer));
    let reason = (!one.reason.is_empty()).then(|| one.reason.clone());
    let path = format!("{}/withdraw", one.id);
    Line {
        facts: [Some(words::kind(t, one.kind)), reason, answer]
            .into_iter()
            .flatten()
            .collect(),
        badge: words::badge(t, one.state),
        withdraw: (one.state == State::Open).then(|| PostButton {
            label: t.timeoff_withdraw(),
            about: Some(when.clone()),
            form: PostForm {
                action: links::time_off(ctx.lang, &scene.at.profile.slug, &path),
                hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
            },
            voice: Voice::Quiet,
            small: true,
        }),
        when,
    }
}
