//! When the shop is open: the week that holds, those decided for later, single dates and public holidays.

use super::{super::files, RIGHT};
use crate::{
    base::{
        holidays,
        time::{LocalDate, days_after},
    },
    db::{self, TenantTx},
    domain::{
        bookings::lists::List,
        businesses::{
            accepting,
            closing::{self, Closing},
            hours::{self, WeeklyHours},
        },
        scheduling::day_plan,
    },
    web::{
        desk::{self, Desk, Room},
        error::Result,
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        opening,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};

/// Holidays are listed for so many days.
const YEAR: u32 = 365;
/// So many single dates are listed at most.
const DATES: usize = 120;

/// The page.
#[derive(Template)]
#[template(path = "owner/hours/show.html")]
pub struct HoursPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    files: Vec<LinkButton>,
    week: Vec<(String, String)>,
    change: LinkButton,
    later: Vec<Later>,
    accepting: String,
    accept: PostButton,
    limits: LinkButton,
    dates: Vec<Line>,
    add: LinkButton,
    holidays: Vec<Line>,
}

/// A week that is decided for later.
struct Later {
    since: String,
    week: Vec<(String, String)>,
    withdraw: PostButton,
}

/// A single date.
struct Line {
    day: String,
    what: String,
    change: LinkButton,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    today: LocalDate,
    now: DateTime<Utc>,
    weeks: Vec<WeeklyHours>,
    dates: Vec<Closing>,
    is_accepting: bool,
}

/// The page.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let found = member::look(&site, &ctx, &signed_in, (&path.1, RIGHT), read).await??;
    ctx.html(&page(&ctx, &signed_in, &found))
}

fn read(tx: &mut TenantTx<'_>, at: &AtWork) -> db::Result<Scene> {
    let today = day_plan::today(tx, at.profile.zone)?;
    Ok(Scene {
        at: at.clone(),
        today,
        now: tx.now(),
        weeks: hours::weeks(tx)?,
        dates: closing::coming(tx, today, DATES)?,
        is_accepting: accepting::is_wished(tx)?,
    })
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene) -> HoursPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let (desk, kind) = (
        Desk::of(ctx, signed_in, &scene.at, Room::Hours),
        scene.at.profile.vertical.slug(),
    );
    let office = |path: &str| links::owner(ctx.lang, slug, path);
    HoursPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.schedule_hours_title(),
        files: vec![
            files::way_of_several(ctx, slug, List::Hours),
            files::way_of_several(ctx, slug, List::Dates),
        ],
        week: match hours::on(&scene.weeks, scene.today) {
            [] => Vec::new(),
            week => opening::week(ctx, kind, week),
        },
        change: LinkButton {
            label: t.schedule_change(),
            url: office("hours/week"),
            icon: Some(Icon::Edit),
            ..LinkButton::default()
        },
        later: later(ctx, scene),
        accepting: if scene.is_accepting {
            t.schedule_accepting()
        } else {
            t.schedule_not_accepting()
        },
        accept: desk::accept(ctx, slug, scene.is_accepting, "hours"),
        limits: LinkButton {
            label: t.schedule_limits_way(),
            url: office("hours/limits"),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        dates: dates(ctx, scene),
        add: LinkButton {
            label: t.schedule_dates_add(),
            url: office("hours/dates"),
            voice: Voice::Quiet,
            icon: Some(Icon::Plus),
            ..LinkButton::default()
        },
        holidays: coming_holidays(ctx, scene),
        ctx,
    }
}

fn later(ctx: &PageCtx, scene: &Scene) -> Vec<Later> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let coming = scene
        .weeks
        .iter()
        .filter(|row| row.valid_from > scene.today);
    let mut dates: Vec<LocalDate> = coming.map(|row| row.valid_from).collect();
    dates.dedup();
    let each = dates.into_iter().map(|since| {
        let day = moments.day(since);
        Later {
            since: t.schedule_week_since(&day),
            week: opening::week(
                ctx,
                scene.at.profile.vertical.slug(),
                hours::on(&scene.weeks, since),
            ),
            withdraw: PostButton {
                label: t.schedule_withdraw(),
                about: Some(day),
                form: PostForm {
                    action: links::owner(ctx.lang, slug, "hours/week/withdraw"),
                    hidden: vec![
                        ("csrf".to_owned(), ctx.csrf.clone()),
                        ("date".to_owned(), since.to_string()),
                    ],
                },
                voice: Voice::DangerQuiet,
                small: true,
            },
        }
    });
    each.collect()
}

fn dates(ctx: &PageCtx, scene: &Scene) -> Vec<Line> {
    let moments = Moments::new(ctx.t, scene.at.profile.zone, scene.now);
    let kind = scene.at.profile.vertical.slug();
    let said = opening::closings(ctx, kind, &moments, &scene.dates);
    let days = scene
        .dates
        .chunk_by(|one, next| one.date == next.date)
        .filter_map(<[_]>::first);
    days.zip(said)
        .map(|(one, (day, what))| Line {
            change: change(ctx, scene, (one.date, &day)),
            day,
            what,
        })
        .collect()
}

/// The public holidays of the coming year, and what the shop does on each.
fn coming_holidays(ctx: &PageCtx, scene: &Scene) -> Vec<Line> {
    let t = ctx.t;
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let each = (0..YEAR).filter_map(|days| {
        let date = days_after(scene.today, days);
        let holiday = holidays::holiday(date)?;
        let is_said = scene.dates.iter().any(|one| one.date == date);
        let day = t.schedule_holiday(
            moments.day(date),
            t.of_family("format-holiday", holiday.id()),
        );
        let week = hours::on(&scene.weeks, date);
        let what = match is_said {
            true => t.schedule_holiday_special(),
            false if week.iter().any(|row| row.day_of_week == 7) => t.schedule_holiday_ruled(),
            false => t.schedule_holiday_plain(),
        };
        Some(Line {
            change: change(ctx, scene, (date, &day)),
            day,
            what,
        })
    });
    each.collect()
}

fn change(ctx: &PageCtx, scene: &Scene, (date, day): (LocalDate, &str)) -> LinkButton {
    LinkButton {
        label: ctx.t.schedule_dates_change(),
        url: links::owner(
            ctx.lang,
            &scene.at.profile.slug,
            &format!("hours/dates?date={date}"),
        ),
        voice: Voice::Text,
        small: true,
        about: Some(day.to_owned()),
        ..LinkButton::default()
    }
}
