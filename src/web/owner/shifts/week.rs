//! The week that somebody works as a rule, from a date on.

use super::{RIGHT, plan};
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::ResourceId,
        msg::Msg,
        time::{LocalDate, WallSpan, Weekday},
    },
    db::{self, DbError},
    domain::scheduling::{
        availability::WeeklyShift,
        day_plan,
        proposal::Proposal,
        resource::{self, Resource},
        shift::{self, WeekRow},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, spans, typed::Typed},
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        opening::{self, WEEK},
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
            span_row::SpanRow,
            text_field::{Entry, TextField},
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

/// The page.
#[derive(Template)]
#[template(path = "owner/shifts/week.html")]
pub struct WeekPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    form: PostForm,
    since: Option<TextField>,
    days: Vec<SpanRow>,
    next: Submit,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    today: LocalDate,
    now: DateTime<Utc>,
    person: Resource,
    rows: Vec<WeekRow>,
}

/// What was filled in, as meant.
type Meant = (LocalDate, Vec<(Weekday, Vec<WallSpan>)>);

/// The form, with the week that holds.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, (&path.1, &path.2)).await?;
    let form = as_it_is(&scene);
    ctx.html(&page(&ctx, &signed_in, &scene, (&form, &Errors::default())))
}

/// What was filled in: looked at, mended, or made.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<HashMap<String, String>>,
) -> Result {
    let mut form = form.0;
    signed_in.sent(form.get("csrf").map_or("", String::as_str))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, person) = path.into_inner();
    let scene = read(&site, &ctx, &signed_in, (&slug, &person)).await?;
    let (mut errors, step) = (Errors::default(), Step::of(&form));
    if step == Step::Mend {
        return ctx.html(&page(&ctx, &signed_in, &scene, (&form, &errors)));
    }
    let Some(meant) = meant(&form, &mut errors, &scene) else {
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let known = form.get("version").cloned().unwrap_or_default();
    let is_current = known == fingerprint(&scene.rows);
    if step == Step::Look && is_current {
        return look(&site, &ctx, &signed_in, &scene, (&form, &meant)).await;
    }
    let (id, wish) = (scene.person.id, (slug.as_str(), RIGHT));
    let saved = member::enter(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> db::Result<bool> {
            shift::lock(tx, &[id])?;
            let mut rows = shift::weeks(tx)?;
            rows.retain(|row| row.resource == id);
            // Asked where nobody else can come between.
            let is_current = fingerprint(&rows) == known;
            if is_current {
                shift::set_week(tx, id, meant.0, &meant.1)?;
            }
            Ok(is_current)
        },
    );
    if !is_current || !saved.await?? {
        errors.add("", Msg::new("form-stale"));
        form.insert("version".to_owned(), fingerprint(&scene.rows));
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
        return ctx.redraw(StatusCode::CONFLICT, &drawn);
    }
    let there = links::owner(ctx.lang, &slug, "shifts");
    Ok(flash::say(ctx.see_other(&there)?, Said::ShiftsSaved))
}

async fn look(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, meant): (&HashMap<String, String>, &Meant),
) -> Result {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let (since, week) = meant;
    let rules = week.iter().flat_map(|(day, spans)| {
        spans.iter().map(|span| WeeklyShift {
            day: *day,
            span: *span,
        })
    });
    let proposal = Proposal::Shifts {
        resource: scene.person.id,
        since: *since,
        rules: rules.collect(),
    };
    let read = member::look(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        effect::read(tx, at, &proposal)
    });
    let effect = read.await??;
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let line = |(day, spans): &(Weekday, Vec<WallSpan>)| {
        (
            opening::day_said(ctx, day.number()),
            plan::said(t, spans).join("\n"),
        )
    };
    let preview = Preview {
        room: Room::Shifts,
        since: t.schedule_shifts_since(moments.day(*since), scene.person.name.text(ctx.lang)),
        week: week.iter().map(line).collect(),
        effect: &effect,
        action: links::owner(ctx.lang, slug, &format!("shifts/{}", scene.person.id)),
        typed: form,
    };
    ctx.html(&PreviewPage::of(ctx, signed_in, &scene.at, preview))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, person): (&str, &str),
) -> std::result::Result<Scene, Error> {
    let person: ResourceId = person.parse().map_err(|_no_key| Error::NotFound)?;
    let found = member::look(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        let Some(person) = resource::find(tx, person)?.filter(|one| one.kind.is_person()) else {
            return Ok::<_, DbError>(None);
        };
        let mut rows = shift::weeks(tx)?;
        rows.retain(|row| row.resource == person.id);
        Ok(Some(Scene {
            at: at.clone(),
            today: day_plan::today(tx, at.profile.zone)?,
            now: tx.now(),
            person,
            rows,
        }))
    });
    found.await??.ok_or(Error::NotFound)
}

fn as_it_is(scene: &Scene) -> HashMap<String, String> {
    let begun = scene
        .rows
        .iter()
        .map(|row| row.valid_from)
        .filter(|since| *since <= scene.today);
    let since = begun.max();
    let mut form = HashMap::from([
        ("since".to_owned(), scene.today.to_string()),
        ("version".to_owned(), fingerprint(&scene.rows)),
    ]);
    for day in WEEK {
        let of = |row: &&WeekRow| Some(row.valid_from) == since && row.day_of_week == day;
        let spans: Vec<WallSpan> = scene
            .rows
            .iter()
            .filter(of)
            .filter_map(WeekRow::span)
            .collect();
        form.extend(spans::typed(&row(day), &spans));
    }
    form
}

fn meant(form: &HashMap<String, String>, errors: &mut Errors, scene: &Scene) -> Option<Meant> {
    // Who has worked without shifts begins with them today: before, there would be none.
    let since = match scene.person.has_shifts {
        true => fields::date(
            errors,
            "since",
            form.get("since").map_or("", String::as_str),
        ),
        false => Some(scene.today),
    };
    if since.is_some_and(|since| since < scene.today) {
        errors.add("since", Msg::new("schedule-since-past"));
    }
    let week: Vec<_> = WEEK
        .into_iter()
        .filter_map(|day| {
            Some((
                Weekday::from_number(day)?,
                spans::read(errors, form, &row(day))?,
            ))
        })
        .collect();
    errors.is_empty().then_some((since?, week))
}

fn row(day: i16) -> String {
    format!("d{day}")
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&HashMap<String, String>, &Errors),
) -> WeekPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Shifts);
    let heading = t.schedule_pattern_title(scene.person.name.text(ctx.lang));
    let value = |name: &str| form.get(name).cloned().unwrap_or_default();
    let day = |day: i16| {
        let (row, label) = (row(day), opening::day_said(ctx, day));
        spans::drawn(t, form, (&row, label), errors.of(&row, t))
    };
    WeekPage {
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
        back: plan::back(ctx, slug, scene.today),
        form: PostForm {
            action: links::owner(ctx.lang, slug, &format!("shifts/{}", scene.person.id)),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("version".to_owned(), value("version")),
            ],
        },
        since: scene.person.has_shifts.then(|| TextField {
            name: "since".to_owned(),
            label: t.schedule_since(),
            value: value("since"),
            entry: Entry::Date,
            hint: Some(t.schedule_shifts_since_hint()),
            complaint: errors.of("since", t),
            ..TextField::default()
        }),
        days: WEEK.into_iter().map(day).collect(),
        next: Submit {
            label: t.schedule_preview(),
            ..Submit::default()
        },
        ctx,
    }
}
