//! One day of somebody: other hours than their week's, or off.

use super::{RIGHT, plan};
use crate::{
    base::{
        ids::ResourceId,
        msg::Msg,
        text,
        time::{LocalDate, parse_date},
    },
    db::{self, DbError, TenantTx},
    domain::{
        bookings::outside,
        scheduling::{
            day_plan,
            proposal::Proposal,
            resource::{self, Resource},
            shift::{self, DayPlanned},
            week_plan::{self, WorkDay},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors, fields, spans,
            typed::{Asked, Typed},
        },
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        owner::effect::{self, Effect, EffectBox},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            mark::Mark,
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
use chrono::{DateTime, Utc};
use serde::Deserialize;
use std::collections::HashMap;

/// The longest reason.
const LONGEST_NOTE: usize = 80;

/// The page.
#[derive(Template)]
#[template(path = "owner/shifts/day.html")]
pub struct DayPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    form: PostForm,
    hours: SpanRow,
    note: TextField,
    effect: Option<EffectBox>,
    save: Submit,
    lift: Option<Submit>,
}

/// Which day.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wish {
    date: String,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    now: DateTime<Utc>,
    person: Resource,
    day: WorkDay,
}

/// The form, with the hours that hold.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    wish: Asked<Wish>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, person) = path.into_inner();
    let scene = read(&site, &ctx, &signed_in, (&slug, &person, &wish.0.date)).await?;
    let form: HashMap<_, _> = spans::typed("hours", &scene.day.spans)
        .into_iter()
        .collect();
    ctx.html(&page(
        &ctx,
        &signed_in,
        &scene,
        (&form, &Errors::default(), None),
    ))
}

/// Writes it down, when everything that would have nobody was shown.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<HashMap<String, String>>,
) -> Result {
    let form = form.0;
    let value = |name: &str| form.get(name).map_or("", String::as_str);
    signed_in.sent(value("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, person) = path.into_inner();
    let scene = read(&site, &ctx, &signed_in, (&slug, &person, value("date"))).await?;
    let path = format!("shifts/{person}/day?date={}", scene.day.date);
    ctx.stand_at(&links::owner(ctx.lang, &slug, &path));
    let mut errors = Errors::default();
    if value("switch") == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &scene, (&form, &errors, None)));
    }
    let lifts = value("step") == "lift";
    let spans = match lifts {
        true => None,
        false => spans::read(&mut errors, &form, "hours"),
    };
    let line = |typed: &str| text::line(typed, LONGEST_NOTE);
    let note = fields::optional(&mut errors, "note", value("note"), line);
    if !errors.is_empty() {
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors, None));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    }
    let planned = DayPlanned {
        resource: scene.person.id,
        date: scene.day.date,
        spans,
        note: note.unwrap_or_default(),
    };
    let seen = value("seen").to_owned();
    let saved = member::enter(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, at| {
        save(tx, at, (&planned, &seen))
    });
    match saved.await?? {
        None => {
            let there = plan::of_week(&ctx, &slug, scene.day.date);
            Ok(flash::say(ctx.see_other(&there)?, Said::ShiftsSaved))
        }
        Some(effect) => {
            errors.add("", Msg::new("schedule-look-first"));
            let drawn = page(&ctx, &signed_in, &scene, (&form, &errors, Some(&effect)));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
    }
}

/// Saves a day, or says what has to be shown first.
fn save(
    tx: &mut TenantTx<'_>,
    at: &AtWork,
    (planned, seen): (&DayPlanned, &str),
) -> std::result::Result<Option<Effect>, DbError> {
    let proposal = match &planned.spans {
        Some(spans) => Proposal::ShiftDays(vec![(planned.resource, planned.date, spans.clone())]),
        None => Proposal::PlainShift(planned.resource, planned.date),
    };
    shift::lock(tx, &[planned.resource])?;
    let outside = outside::read(tx, &at.profile, &proposal)?;
    if !outside.is_empty() && effect::marked(&outside) != seen {
        return effect::read(tx, at, &proposal).map(Some);
    }
    shift::set_days(tx, std::slice::from_ref(planned))?;
    Ok(None)
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, person, date): (&str, &str, &str),
) -> std::result::Result<Scene, Error> {
    let person: ResourceId = person.parse().map_err(|_no_key| Error::NotFound)?;
    let date: LocalDate = parse_date(date).ok_or(Error::NotFound)?;
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        move |tx, at| -> db::Result<_> {
            let Some(person) = resource::find(tx, person)?.filter(|one| one.kind.is_person())
            else {
                return Ok(None);
            };
            if date < day_plan::today(tx, at.profile.zone)? {
                return Ok(None);
            }
            let days = week_plan::read(tx, std::slice::from_ref(&person), date)?;
            Ok(days.into_iter().next().map(|day| Scene {
                at: at.clone(),
                now: tx.now(),
                person,
                day,
            }))
        },
    );
    found.await??.ok_or(Error::NotFound)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors, effect): (&HashMap<String, String>, &Errors, Option<&Effect>),
) -> DayPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Shifts);
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let heading = t.schedule_day_title(
        moments.day(scene.day.date),
        scene.person.name.text(ctx.lang),
    );
    let value = |name: &str| form.get(name).cloned().unwrap_or_default();
    let path = format!("shifts/{}/day", scene.person.id);
    DayPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            heading.clone()
        } else {
            t.ui_error_page_title(&heading)
        },
        heading,
        back: plan::back(ctx, slug, scene.day.date),
        form: PostForm {
            action: links::owner(ctx.lang, slug, &path),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("date".to_owned(), scene.day.date.to_string()),
                (
                    "seen".to_owned(),
                    effect.map(Effect::mark).unwrap_or_default(),
                ),
            ],
        },
        hours: SpanRow {
            hint: Some(t.schedule_shift_hint()),
            ..spans::drawn(
                t,
                form,
                ("hours", t.schedule_shift_hours()),
                errors.of("hours", t),
            )
        },
        note: TextField {
            name: "note".to_owned(),
            label: t.schedule_note(),
            value: value("note"),
            mark: Mark::optional(t.ui_optional()),
            complaint: errors.of("note", t),
            ..TextField::default()
        },
        effect: effect.map(|effect| effect.drawn(ctx, &scene.at)),
        save: Submit {
            label: match effect {
                Some(_) => t.schedule_dates_save_anyway(),
                None => t.schedule_dates_save(),
            },
            ..Submit::default()
        },
        lift: scene.day.is_dated.then(|| Submit {
            label: t.schedule_shift_lift(),
            voice: Voice::DangerQuiet,
            answer: Some(("step".to_owned(), "lift".to_owned())),
            ..Submit::default()
        }),
        ctx,
    }
}
