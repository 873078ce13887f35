//! A week of everybody: who works when, and the way to change a day or the week they work as a rule.

use super::{
    super::files,
    RIGHT, plan,
    time_off::{Reply, Requests, RequestsBox},
};
use crate::{
    base::{
        ids::TimeOffId,
        time::{LocalDate, days_after},
    },
    db,
    domain::{
        bookings::lists::List,
        scheduling::{
            day_plan,
            resource::{self, Resource},
            week_plan::{self, WorkDay},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Asked,
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            empty::Empty,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            pager::{Page, Pager},
            post_form::PostForm,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Datelike, Utc};
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "owner/shifts/show.html")]
pub struct ShiftsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    files: Vec<LinkButton>,
    week: String,
    pager: Pager,
    copy: Option<PostButton>,
    requests: Option<RequestsBox>,
    days: Vec<String>,
    people: Vec<Person>,
    nothing: Option<Empty>,
}

/// Somebody's week.
struct Person {
    name: String,
    url: String,
    way: String,
    days: Vec<Cell>,
}

/// One day of it.
struct Cell {
    /// What its column is called.
    head: String,
    lines: Vec<String>,
    day: String,
    is_off: bool,
    is_dated: bool,
    /// Where it is changed; past days are not.
    url: Option<String>,
}

/// Which week.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wish {
    week: String,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    today: LocalDate,
    now: DateTime<Utc>,
    monday: LocalDate,
    people: Vec<Resource>,
    days: Vec<WorkDay>,
    requests: Requests,
}

/// The page.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    wish: Asked<Wish>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, (&path.1, &wish.0.week)).await?;
    scene.requests.offer_undo(&mut ctx, &scene.at, scene.monday);
    ctx.html(&page(&ctx, &signed_in, &scene))
}

/// The page with a word to a request that cannot be sent so. Where that waits no more, somebody else was first.
pub(super) async fn again(
    site: &Site,
    mut ctx: PageCtx,
    signed_in: &SignedIn,
    place: (&str, &str),
    (request, reply): (TimeOffId, Reply),
) -> Result {
    let mut scene = read(site, &ctx, signed_in, place).await?;
    let there = plan::of_week(&ctx, place.0, scene.monday);
    if !scene.requests.has(request) {
        return Ok(flash::say(ctx.see_other(&there)?, Said::Overtaken));
    }
    ctx.stand_at(&there);
    scene.requests.reply = reply;
    let drawn = page(&ctx, signed_in, &scene);
    ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, week): (&str, &str),
) -> std::result::Result<Scene, Error> {
    let wanted = week.to_owned();
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        move |tx, at| -> db::Result<Scene> {
            let today = day_plan::today(tx, at.profile.zone)?;
            let monday = plan::monday(&wanted, today);
            let people = plan::people(resource::all(tx)?);
            Ok(Scene {
                at: at.clone(),
                today,
                now: tx.now(),
                monday,
                days: week_plan::read(tx, &people, monday)?,
                requests: Requests::read(tx, at, &people)?,
                people,
            })
        },
    );
    Ok(found.await??)
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene) -> ShiftsPage<'a> {
    let t = ctx.t;
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Shifts);
    let (heading, errors) = (t.schedule_shifts_title(), &scene.requests.reply.errors);
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let sunday = days_after(scene.monday, 6);
    let day = |days: u32| head(ctx, &moments, days_after(scene.monday, days));
    ShiftsPage {
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
        files: [List::Shifts, List::ShiftDates, List::Blocks]
            .map(|list| files::way_of_several(ctx, &scene.at.profile.slug, list))
            .into(),
        week: t.businesses_days_span(moments.day(scene.monday), moments.day(sunday)),
        pager: pager(ctx, scene),
        copy: (sunday >= scene.today && !scene.people.is_empty()).then(|| copy(ctx, scene)),
        requests: scene.requests.drawn(ctx, &scene.at, scene.monday),
        days: (0..7).map(day).collect(),
        people: scene
            .people
            .iter()
            .map(|one| person(ctx, scene, one))
            .collect(),
        nothing: scene.people.is_empty().then(|| Empty {
            icon: Icon::People,
            words: t.schedule_nobody(),
            ways: Vec::new(),
        }),
        ctx,
    }
}

fn person(ctx: &PageCtx, scene: &Scene, one: &Resource) -> Person {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let of = |day: &&WorkDay| day.resource == one.id;
    let cell = |day: &WorkDay| Cell {
        head: head(ctx, &moments, day.date),
        lines: plan::said(t, &day.spans),
        day: moments.day(day.date),
        is_off: day.spans.is_empty(),
        is_dated: day.is_dated,
        url: (day.date >= scene.today).then(|| {
            let path = format!("shifts/{}/day?date={}", one.id, day.date);
            links::owner(ctx.lang, slug, &path)
        }),
    };
    Person {
        name: one.name.text(ctx.lang).to_owned(),
        url: links::owner(ctx.lang, slug, &format!("shifts/{}", one.id)),
        way: if one.has_shifts {
            t.schedule_pattern()
        } else {
            t.schedule_pattern_none()
        },
        days: scene.days.iter().filter(of).map(cell).collect(),
    }
}

/// What the column of a date is called.
fn head(ctx: &PageCtx, moments: &Moments, date: LocalDate) -> String {
    ctx.t.schedule_shift_day(date.day(), moments.weekday(date))
}

fn pager(ctx: &PageCtx, scene: &Scene) -> Pager {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let page = |date: Option<LocalDate>, label: String| {
        date.map(|date| Page {
            label,
            url: Some(plan::of_week(ctx, slug, date)),
        })
    };
    Pager {
        label: t.schedule_weeks(),
        earlier: page(
            scene.monday.checked_sub_days(chrono::Days::new(7)),
            t.schedule_week_before(),
        ),
        later: page(
            scene.monday.checked_add_days(chrono::Days::new(7)),
            t.schedule_week_after(),
        ),
    }
}

/// The week before, once more: one press.
fn copy(ctx: &PageCtx, scene: &Scene) -> PostButton {
    PostButton {
        label: ctx.t.schedule_copy(),
        form: PostForm {
            action: links::owner(ctx.lang, &scene.at.profile.slug, "shifts/copy"),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("week".to_owned(), scene.monday.to_string()),
            ],
        },
        voice: Voice::Quiet,
        ..PostButton::default()
    }
}
