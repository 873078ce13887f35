//! How full each day of a month is; a day leads to its day.

use super::{
    clock::WallClock,
    head::{Ways, views_of},
    live::{self, LiveNotice},
    sheet,
};
use crate::{
    base::{
        ids::ResourceId,
        time::{LocalDate, WallSpan, parse_date},
    },
    db,
    domain::{
        bookings::{
            day_mark,
            month_sheet::{self, DaySum},
        },
        businesses::role::Right,
        scheduling::{
            day_plan::{self, DayPlan},
            resource::{self, Resource},
        },
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        form::typed::Asked,
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            month::{Month, MonthDay},
            nav::Nav,
            pager::{Page, Pager, Tabs},
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Datelike, Months, Utc};
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "staff/month.html")]
pub struct MonthPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    date: String,
    kept_staff: Option<String>,
    views: Tabs,
    pager: Pager,
    ways: Ways,
    live: LiveNotice,
    month: Month,
    unassigned: Option<String>,
}

/// Which month: that of a date.
#[derive(Deserialize, Default)]
pub struct MonthQuery {
    #[serde(default)]
    date: String,
}

/// A month, read.
struct Scene {
    at: AtWork,
    /// The date that was asked for.
    chosen: LocalDate,
    /// The first of its month.
    first: LocalDate,
    today: LocalDate,
    now: DateTime<Utc>,
    resources: Vec<Resource>,
    plans: Vec<DayPlan>,
    sums: Vec<DaySum>,
    mark: i64,
}

/// The month of the date.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<MonthQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wanted = parse_date(&query.0.date);
    let wish = (path.1.as_str(), Right::ReadBookings);
    let found = member::look(&site, &ctx, &signed_in, wish, move |tx, at| {
        let today = day_plan::today(tx, at.profile.zone)?;
        let chosen = wanted.unwrap_or(today);
        let first = chosen.with_day(1).unwrap_or(chosen);
        let count = u16::from(chosen.num_days_in_month());
        let last = chosen.with_day(count.into()).unwrap_or(chosen);
        let resources = resource::all(tx)?;
        let columns: Vec<ResourceId> = columns(&resources).map(|one| one.id).collect();
        let scene: db::Result<Scene> = Ok(Scene {
            at: at.clone(),
            sums: month_sheet::read(tx, &columns, (first, last))?,
            plans: day_plan::read(tx, &resources, (first, count))?,
            mark: day_mark::read(tx, (first, last))?,
            now: tx.now(),
            chosen,
            first,
            today,
            resources,
        });
        scene
    });
    let scene = found.await??;
    ctx.html(&page(&ctx, &signed_in, &scene))
}

/// What a day's fullness is reckoned by: people or, where nobody serves, tables and rooms.
fn columns(resources: &[Resource]) -> impl Iterator<Item = &Resource> {
    let has_people = sheet::has_people(resources);
    resources
        .iter()
        .filter(move |one| !has_people || one.kind.is_person())
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene) -> MonthPage<'a> {
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Day);
    let slug = scene.at.profile.slug.as_str();
    let has_people = sheet::has_people(&scene.resources);
    let unassigned: i64 = scene
        .sums
        .iter()
        .filter(|sum| sum.date >= scene.today)
        .map(|sum| sum.unassigned)
        .sum();
    MonthPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: ctx.t.month_of(scene.first),
        date: scene.chosen.to_string(),
        kept_staff: None,
        views: views_of(ctx, (slug, has_people), (scene.chosen, "month")),
        pager: pager(ctx, scene),
        ways: Ways {
            frequent: way_back(ctx, scene).into_iter().collect(),
            seldom: Vec::new(),
        },
        live: live::marked(ctx, slug, (scene.first, scene.plans.len()), scene.mark),
        month: month(ctx, scene),
        unassigned: (unassigned > 0).then(|| ctx.t.desk_month_unassigned(unassigned)),
        ctx,
    }
}

/// Back to the present month, from another.
fn way_back(ctx: &PageCtx, scene: &Scene) -> Option<LinkButton> {
    let present = scene.today.with_day(1) == Some(scene.first);
    (!present).then(|| LinkButton {
        label: ctx.t.desk_back_to_month(),
        url: links::day(ctx.lang, &scene.at.profile.slug, None, "month"),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    })
}

fn pager(ctx: &PageCtx, scene: &Scene) -> Pager {
    let page = |date: Option<LocalDate>, label: String| {
        date.map(|date| Page {
            label,
            url: Some(links::day(
                ctx.lang,
                &scene.at.profile.slug,
                Some(date),
                "month",
            )),
        })
    };
    let one = Months::new(1);
    Pager {
        label: ctx.t.desk_months(),
        earlier: page(
            scene.first.checked_sub_months(one),
            ctx.t.desk_month_before(),
        ),
        later: page(
            scene.first.checked_add_months(one),
            ctx.t.desk_month_after(),
        ),
    }
}

fn month(ctx: &PageCtx, scene: &Scene) -> Month {
    let days = scene.first.iter_days().zip(&scene.plans);
    let days = days.map(|(date, plan)| day(ctx, scene, (date, plan)));
    Month::on_the_wall(ctx.t, scene.first, days)
}

fn day(ctx: &PageCtx, scene: &Scene, (date, plan): (LocalDate, &DayPlan)) -> MonthDay {
    let t = ctx.t;
    let clock = WallClock {
        t,
        zone: scene.at.profile.zone,
        now: scene.now,
        today: scene.today,
    };
    let sum = scene.sums.iter().find(|sum| sum.date == date);
    let bookings = sum.map_or(0, |sum| sum.bookings);
    // What was taken on days that are over is cleared away in time, so nothing is said of them.
    let full = (date >= scene.today)
        .then(|| fullness(&scene.resources, plan, sum))
        .flatten();
    let is_shut = plan.opening.is_empty();
    let count = t.desk_figure_count(bookings);
    let words = match (is_shut, full) {
        (true, _) => t.desk_month_day_closed(bookings, clock.day(date)),
        (false, Some(full)) => t.desk_month_day_full(bookings, clock.day(date), full),
        (false, None) => t.desk_month_day(bookings, clock.day(date)),
    };
    MonthDay {
        number: date.day().to_string(),
        words,
        note: match (is_shut, bookings) {
            (true, 0) => t.booking_closed_short(),
            (_, 0) => String::new(),
            _ => count,
        },
        more: match full {
            Some(full) if bookings > 0 => t.desk_month_full(full),
            _ => String::new(),
        },
        tone: Moments::tone(date),
        fifths: full.and_then(|full| u8::try_from((full + 19) / 20).ok()),
        url: Some(links::day(
            ctx.lang,
            &scene.at.profile.slug,
            Some(date),
            "day",
        )),
        current: date == scene.today,
    }
}

/// How much of the time that could be booked is taken, in whole percent; `None` where there is none.
fn fullness(resources: &[Resource], plan: &DayPlan, sum: Option<&DaySum>) -> Option<i64> {
    let minutes = |one: &Resource| -> i64 {
        let spans = WallSpan::merged(plan.bookable(one.id));
        let open: i64 = spans
            .iter()
            .map(|span| i64::from(span.until().minutes() - span.from().minutes()))
            .sum();
        open * i64::from(one.capacity)
    };
    let all: i64 = columns(resources).map(minutes).sum();
    let taken = sum.map_or(0, |sum| sum.minutes);
    (all > 0).then(|| (taken * 100 / all).min(100))
}
