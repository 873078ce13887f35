//! Single dates: closed, or open at other times. What is booked on them is shown before it is done, and nothing is done over a
//! booking that was not shown.

use super::{
    RIGHT,
    closure_form::{ClosureForm, Meant},
};
use crate::{
    base::{msg::Msg, time::parse_date},
    db::{self, DbError},
    domain::{
        bookings::outside,
        businesses::closing::{self, Closing},
        scheduling::day_plan,
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        flash::{self, Said},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        gate::member::{self, AtWork},
        links,
        owner::effect::{self, Effect, EffectBox},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
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
use serde::Deserialize;
use std::collections::HashMap;

/// The page.
#[derive(Template)]
#[template(path = "owner/hours/closure.html")]
pub struct ClosurePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    back: LinkButton,
    form: PostForm,
    days: [TextField; 2],
    kind: ChoiceField,
    hours: SpanRow,
    reasons: [TextField; 2],
    effect: Option<EffectBox>,
    save: Submit,
    lift: Option<Submit>,
}

/// Which date is asked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wish {
    date: String,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    form: ClosureForm,
    /// Whether something was said of the date before.
    is_said: bool,
    effect: Option<Effect>,
}

/// The form about a date; without one, about the next.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    wish: Asked<Wish>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wanted = parse_date(&wish.0.date);
    let (slug, right) = (path.1.as_str(), RIGHT);
    let found = member::look(
        &site,
        &ctx,
        &signed_in,
        (slug, right),
        move |tx, at| -> db::Result<Scene> {
            let today = day_plan::today(tx, at.profile.zone)?;
            let date = wanted.filter(|date| *date >= today);
            let known = match date {
                Some(date) => closing::on(tx, (date, date))?,
                None => Vec::<Closing>::new(),
            };
            let form = ClosureForm::of(date.unwrap_or(today), &known);
            // A date that somebody came for is looked at straight away.
            let meant = date.and_then(|_| form.read(&mut Errors::default(), today));
            let effect = meant.map(|meant| effect::read(tx, at, &meant.proposal()));
            Ok(Scene {
                at: at.clone(),
                effect: effect.transpose()?,
                is_said: !known.is_empty(),
                form,
            })
        },
    );
    let scene = found.await??;
    ctx.html(&page(&ctx, &signed_in, &scene, &Errors::default()))
}

/// Writes it down, when everything that would lie outside was shown.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<HashMap<String, String>>,
) -> Result {
    let form = ClosureForm(form.0);
    signed_in.sent(form.value("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let (is_switched, lifts) = (form.value("switch") == "yes", form.lifts());
    let wish = (slug.as_str(), RIGHT);
    let told = member::look(&site, &ctx, &signed_in, wish, |tx, at| -> db::Result<_> {
        Ok((at.clone(), day_plan::today(tx, at.profile.zone)?))
    });
    let (at, today) = told.await??;
    let mut errors = Errors::default();
    let Some(meant) = form.read(&mut errors, today).filter(|_| errors.is_empty()) else {
        let errors = if is_switched {
            Errors::default()
        } else {
            errors
        };
        let status = if is_switched {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let scene = Scene {
            at,
            form,
            is_said: false,
            effect: None,
        };
        return ctx.redraw(status, &page(&ctx, &signed_in, &scene, &errors));
    };
    let seen = form.value("seen").to_owned();
    let done = match is_switched {
        true => false,
        false => save(&site, &ctx, &signed_in, (&slug, &meant, seen)).await?,
    };
    if done {
        let there = links::owner(ctx.lang, &slug, "hours");
        let said = if lifts {
            Said::DateLifted
        } else {
            Said::DatesSaved
        };
        return Ok(flash::say(ctx.see_other(&there)?, said));
    }
    let proposal = meant.proposal();
    let read = member::look(&site, &ctx, &signed_in, wish, move |tx, at| {
        effect::read(tx, at, &proposal)
    });
    let effect = Some(read.await??);
    let scene = Scene {
        at,
        form,
        is_said: false,
        effect,
    };
    if !is_switched {
        errors.add("", Msg::new("schedule-look-first"));
    }
    let status = if is_switched {
        StatusCode::OK
    } else {
        StatusCode::CONFLICT
    };
    ctx.redraw(status, &page(&ctx, &signed_in, &scene, &errors))
}

/// Whether it was done: not over bookings that were not shown.
async fn save(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, meant, seen): (&str, &Meant, String),
) -> Result<bool> {
    let meant = meant.clone();
    let saved = member::enter(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        let outside = outside::read(tx, &at.profile, &meant.proposal())?;
        if !outside.is_empty() && effect::marked(&outside) != seen {
            return Ok::<_, DbError>(false);
        }
        match &meant.spans {
            Some(spans) => closing::set(tx, &meant.dates, spans, &meant.reason)?,
            None => closing::lift(tx, &meant.dates)?,
        }
        Ok(true)
    });
    Ok(saved.await??)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    errors: &Errors,
) -> ClosurePage<'a> {
    let (t, slug, form) = (ctx.t, scene.at.profile.slug.as_str(), &scene.form);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Hours);
    let title = t.schedule_dates_title();
    let seen = scene.effect.as_ref().map(Effect::mark).unwrap_or_default();
    let is_over_bookings = scene
        .effect
        .as_ref()
        .is_some_and(|effect| !effect.outside.is_empty());
    ClosurePage {
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
            action: links::owner(ctx.lang, slug, "hours/dates"),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("seen".to_owned(), seen),
            ],
        },
        days: form.days(ctx, errors),
        kind: form.kind(ctx, errors),
        hours: form.hours(ctx, errors),
        reasons: form.reasons(ctx, errors),
        effect: scene
            .effect
            .as_ref()
            .map(|effect| effect.drawn(ctx, &scene.at)),
        save: Submit {
            label: if is_over_bookings {
                t.schedule_dates_save_anyway()
            } else {
                t.schedule_dates_save()
            },
            ..Submit::default()
        },
        lift: (scene.is_said || form.lifts()).then(|| Submit {
            label: t.schedule_dates_lift(),
            voice: Voice::DangerQuiet,
            answer: Some(("step".to_owned(), "lift".to_owned())),
            ..Submit::default()
        }),
        ctx,
    }
}
