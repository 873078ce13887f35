//! The sessions of classes over a week: how many come, what is called off, and where the shop is asked.

use super::clock::WallClock;
use crate::{
    base::{
        ids::ServiceId,
        time::{LocalDate, days_after, parse_date},
    },
    db,
    domain::{
        bookings::{
            class_check::{self, Outcome, Outcomes},
            session::{self as coming, Counts},
        },
        businesses::role::Right,
        catalog::service::{self, Service},
        scheduling::{
            class::{self, ClassRules},
            day_plan, resource,
            session::{self, Session},
        },
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        form::typed::Asked,
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            pager::{Page, Pager},
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Days, Utc};
use serde::Deserialize;
use std::collections::HashMap;

/// Whoever may keep time free may say what is held besides the timetable.
pub const RIGHT: Right = Right::BlockTime;
/// So many days stand on a page.
const DAYS: u16 = 7;

/// The page.
#[derive(Template)]
#[template(path = "staff/sessions.html")]
pub struct SessionsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    pager: Pager,
    add: Option<LinkButton>,
    days: Vec<Day>,
    empty: Option<Empty>,
}

/// The sessions of a day.
pub struct Day {
    title: String,
    rows: Vec<Row>,
}

/// One session.
pub struct Row {
    time: String,
    name: String,
    url: String,
    people: String,
    /// What is to be known of it, in words of a kind that is looked at first.
    tags: Vec<String>,
    /// Whether somebody has to decide.
    asks: bool,
}

/// From which day on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SessionsQuery {
    date: String,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    today: LocalDate,
    from: LocalDate,
    now: DateTime<Utc>,
    classes: Vec<Service>,
    sessions: Vec<Session>,
    counts: Counts,
    outcomes: Outcomes,
    rules: HashMap<ServiceId, ClassRules>,
    /// How many come to a session of each at most.
    places: HashMap<ServiceId, i64>,
}

/// The sessions of a week.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<SessionsQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wanted = parse_date(&query.0.date);
    let found = member::look(
        &site,
        &ctx,
        &signed_in,
        (&path.1, Right::ReadBookings),
        move |tx, at| -> db::Result<Scene> {
            let zone = at.profile.zone;
            let today = day_plan::today(tx, zone)?;
            let from = wanted.unwrap_or(today);
            let known = class::services(tx)?;
            let mut classes = service::all(tx)?;
            classes.retain(|one| known.contains(&one.id));
            let last = days_after(from, u32::from(DAYS) - 1);
            let rules = class::all(tx)?.into_iter();
            let roster = resource::roster(tx)?;
            let places = classes
                .iter()
                .filter_map(|one| Some((one.id, roster.places(one)?)));
            Ok(Scene {
                places: places.collect(),
                at: at.clone(),
                sessions: session::within(tx, zone, &classes, (from, DAYS))?,
                counts: coming::counts(tx, (from, last))?,
                outcomes: class_check::outcomes(tx, (from, last))?,
                rules: rules.map(|(id, rules, _)| (id, rules)).collect(),
                now: tx.now(),
                classes,
                today,
                from,
            })
        },
    );
    let scene = found.await??;
    ctx.html(&page(&ctx, &signed_in, &scene))
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene) -> SessionsPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Day);
    let days = days(ctx, scene);
    let may_add = scene.at.member.may(RIGHT) && !scene.classes.is_empty();
    let way = |date: Option<LocalDate>, label: String| {
        date.map(|date| Page {
            label,
            url: Some(links::day(ctx.lang, slug, Some(date), "sessions")),
        })
    };
    let week = Days::new(DAYS.into());
    SessionsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.classes_title(),
        back: LinkButton::back(
            t.ui_back(),
            links::day(ctx.lang, slug, Some(scene.from), "today"),
        ),
        pager: Pager {
            label: t.classes_weeks(),
            earlier: way(scene.from.checked_sub_days(week), t.classes_week_before()),
            later: way(scene.from.checked_add_days(week), t.classes_week_after()),
        },
        add: may_add.then(|| LinkButton {
            label: t.classes_add(),
            url: links::day(
                ctx.lang,
                slug,
                Some(scene.from.max(scene.today)),
                "sessions/new",
            ),
            icon: Some(Icon::Plus),
            ..LinkButton::default()
        }),
        empty: days.is_empty().then(|| Empty {
            icon: Icon::Calendar,
            words: match scene.classes.is_empty() {
                true => t.classes_none(),
                false => t.classes_none_this_week(),
            },
            ways: menu(ctx, scene).into_iter().collect(),
        }),
        days,
        ctx,
    }
}

/// Where classes are made, for whoever may where there is none.
fn menu(ctx: &PageCtx, scene: &Scene) -> Option<LinkButton> {
    let may = scene.classes.is_empty() && scene.at.member.may(Right::ManageCatalog);
    may.then(|| LinkButton {
        label: ctx.t.catalog_menu_title(),
        url: links::owner(ctx.lang, &scene.at.profile.slug, "menu"),
        voice: Voice::Quiet,
        ..LinkButton::default()
    })
}

fn days(ctx: &PageCtx, scene: &Scene) -> Vec<Day> {
    let clock = WallClock {
        t: ctx.t,
        zone: scene.at.profile.zone,
        now: scene.now,
        today: scene.today,
    };
    let dates = (0..u32::from(DAYS)).map(|offset| days_after(scene.from, offset));
    let day = |date: LocalDate| {
        let own = scene.sessions.iter().filter(|one| one.key.date == date);
        let rows: Vec<Row> = own.filter_map(|one| row(ctx, scene, one)).collect();
        (!rows.is_empty()).then(|| Day {
            title: clock.day(date),
            rows,
        })
    };
    dates.filter_map(day).collect()
}

/// One session; what the timetable has on a day when the shop is closed is none.
fn row(ctx: &PageCtx, scene: &Scene, one: &Session) -> Option<Row> {
    let t = ctx.t;
    let service = scene
        .classes
        .iter()
        .find(|class| class.id == one.key.service)?;
    let count = scene.counts.get(&(one.key.service, one.start));
    let count = count.copied().unwrap_or_default();
    if !one.is_open && !one.is_said && count.bookings == 0 {
        return None;
    }
    let rules = scene.rules.get(&one.key.service).copied();
    let least = i64::from(rules.unwrap_or_default().least);
    let outcome = scene.outcomes.get(&one.key);
    let is_ahead = one.is_held && one.start > scene.now;
    let asks = is_ahead && outcome == Some(&Outcome::Asked);
    let mut tags = Vec::new();
    tags.extend((!one.is_held).then(|| t.classes_off()));
    tags.extend((one.is_held && !one.is_open).then(|| t.classes_closed()));
    tags.extend(asks.then(|| t.classes_asks()));
    let lacks = is_ahead && least > 1 && count.guests < least;
    tags.extend(lacks.then(|| t.classes_lacks(least - count.guests)));
    tags.extend((one.is_held && one.is_said).then(|| t.classes_said()));
    Some(Row {
        time: t.wall_time(u32::from(one.key.wall.minutes())),
        name: service.name.text(ctx.lang).to_owned(),
        url: links::session(
            ctx.lang,
            &scene.at.profile.slug,
            (one.key.service, one.key.date, one.key.wall),
            "",
        ),
        people: match scene.places.get(&one.key.service) {
            Some(all) => t.classes_people_of(*all, count.guests),
            None => t.people(count.guests),
        },
        tags,
        asks,
    })
}
