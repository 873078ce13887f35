//! Seven days of one person, table or room; or of what nobody has yet.

use super::{
    columns::{self, hours},
    day,
    head::{Ways, views_of, ways},
    legend::Legend,
    live::{self, LiveNotice},
    sheet::{self, Sheet},
};
use crate::{
    base::{
        holidays::holiday,
        ids::ResourceId,
        time::{LocalDate, Weekday, days_after, parse_date},
    },
    domain::scheduling::resource::Resource,
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        form::typed::Asked,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::PostButton,
            day_grid::{DayColumn, DayGrid, Place},
            frame::ShopFrame,
            nav::Nav,
            pager::{Page, Pager, Tab, Tabs},
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{Datelike, Days};
use serde::Deserialize;

/// What stands for nobody in the address.
const NOBODY: &str = "none";
/// Days across.
const DAYS: u16 = 7;

/// The page.
#[derive(Template)]
#[template(path = "staff/week.html")]
pub struct WeekPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    date: String,
    kept_staff: Option<String>,
    views: Tabs,
    people: Option<Tabs>,
    pager: Pager,
    ways: Ways,
    legend: Legend,
    live: Option<LiveNotice>,
    grid: DayGrid,
}

/// Which week, and whose.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WeekQuery {
    date: String,
    staff: String,
}

/// Whose column of each day it is.
#[derive(Clone, Copy)]
enum Column<'a> {
    Ones(&'a Resource),
    Nobodys,
}

/// The week of the date, Monday first.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<WeekQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let WeekQuery { date, staff } = query.0;
    let wanted = parse_date(&date);
    let from_monday = move |today: LocalDate| (monday(wanted.unwrap_or(today)), DAYS);
    let week = sheet::span(&site, &ctx, &signed_in, &path.1, from_monday).await?;
    let first = week.first().ok_or(Error::NotFound)?;
    let chosen = wanted.unwrap_or(first.today);
    let desk = Desk::of(&ctx, &signed_in, &first.at, Room::Day);
    let whose = whose(&week, first, &staff);
    ctx.html(&WeekPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: title(&ctx, first),
        date: chosen.to_string(),
        kept_staff: Some(key(whose)).filter(|key| !key.is_empty()),
        views: views_of(&ctx, (first.slug(), first.has_people()), (chosen, "week")),
        people: people(&ctx, &week, (whose, chosen)),
        pager: pager(&ctx, first, whose),
        ways: week
            .iter()
            .find(|sheet| sheet.date == chosen)
            .map(|sheet| ways(&ctx, sheet, None))
            .unwrap_or_default(),
        legend: Legend::of(&ctx, &week),
        live: live::notice(&ctx, &week),
        grid: grid(&ctx, &week, whose),
        ctx: &ctx,
    })
}

fn monday(date: LocalDate) -> LocalDate {
    Weekday::from_number(1).map_or(date, |monday| monday.week_from(date))
}

fn title(ctx: &PageCtx, first: &Sheet) -> String {
    let (clock, last) = (first.clock(ctx), days_after(first.date, 6));
    ctx.t
        .desk_week_title(clock.day(first.date), clock.day(last))
}

/// Who has a column in a day has a week.
fn all(first: &Sheet) -> Vec<&Resource> {
    let has_people = first.has_people();
    let resources = first.resources.iter();
    resources
        .filter(|one| !has_people || one.kind.is_person())
        .collect()
}

/// Whoever was asked for; else what nobody has yet, if that was asked for; else the first.
fn whose<'a>(week: &[Sheet], first: &'a Sheet, staff: &str) -> Column<'a> {
    let all = all(first);
    let asked = staff.parse::<ResourceId>().ok();
    let found = first.resources.iter().find(|one| Some(one.id) == asked);
    if staff == NOBODY && unassigned(week) > 0 {
        return Column::Nobodys;
    }
    match found.or_else(|| all.first().copied()) {
        Some(one) => Column::Ones(one),
        None => Column::Nobodys,
    }
}

fn key(whose: Column<'_>) -> String {
    match whose {
        Column::Ones(one) => one.id.to_string(),
        Column::Nobodys => NOBODY.to_owned(),
    }
}

/// How many bookings of the week nobody has.
fn unassigned(week: &[Sheet]) -> usize {
    week.iter()
        .map(|sheet| columns::count(&nobodys(sheet)))
        .sum()
}

fn nobodys(sheet: &Sheet) -> Vec<&crate::domain::bookings::day_sheet::Entry> {
    columns::within(sheet, None, &columns::columns(sheet))
}

fn people(ctx: &PageCtx, week: &[Sheet], (whose, chosen): (Column<'_>, LocalDate)) -> Option<Tabs> {
    let first = week.first()?;
    let current = key(whose);
    let tab = |label: String, staff: String, count: usize| {
        let day = links::day(ctx.lang, first.slug(), Some(chosen), "week");
        Tab {
            picture: None,
            key: None,
            label,
            url: format!("{day}&staff={staff}"),
            count: Some(count.to_string()),
            current: staff == current,
        }
    };
    let waiting = unassigned(week);
    let nobody = (waiting > 0).then(|| tab(ctx.t.desk_unassigned(), NOBODY.to_owned(), waiting));
    let ones = all(first).into_iter().map(|one| {
        let count = week
            .iter()
            .map(|sheet| columns::count(&columns::within(sheet, Some(one.id), &[])))
            .sum();
        tab(sheet::called(ctx, one), one.id.to_string(), count)
    });
    let items: Vec<Tab> = nobody.into_iter().chain(ones).collect();
    (items.len() > 1).then(|| Tabs {
        label: ctx.t.desk_people(),
        items,
    })
}

fn pager(ctx: &PageCtx, first: &Sheet, whose: Column<'_>) -> Pager {
    let page = |date: Option<LocalDate>, label: String| {
        date.map(|date| Page {
            label,
            url: Some(format!(
                "{}&staff={}",
                links::day(ctx.lang, first.slug(), Some(date), "week"),
                key(whose)
            )),
        })
    };
    let week = Days::new(u64::from(DAYS));
    Pager {
        label: ctx.t.desk_weeks(),
        earlier: page(first.date.checked_sub_days(week), ctx.t.desk_week_before()),
        later: page(first.date.checked_add_days(week), ctx.t.desk_week_after()),
    }
}

fn grid(ctx: &PageCtx, week: &[Sheet], whose: Column<'_>) -> DayGrid {
    let shown = |sheet: &Sheet| -> Vec<Place> {
        let entries = match whose {
            Column::Ones(one) => columns::within(sheet, Some(one.id), &[]),
            Column::Nobodys => nobodys(sheet),
        };
        entries
            .into_iter()
            .map(|entry| day::place(ctx, sheet, entry))
            .collect()
    };
    let places: Vec<Place> = week.iter().flat_map(shown).collect();
    let opening: Vec<_> = week
        .iter()
        .flat_map(|sheet| sheet.plan.opening.iter().copied())
        .collect();
    let (from, until) = hours(&opening, &places);
    let name = match whose {
        Column::Ones(one) => one.name.text(ctx.lang).to_owned(),
        Column::Nobodys => ctx.t.desk_unassigned(),
    };
    DayGrid {
        label: ctx.t.desk_week_grid(name),
        from,
        until,
        columns: week
            .iter()
            .map(|sheet| column(ctx, sheet, whose, (from * 60, until * 60)))
            .collect(),
        now: None,
        fold: None,
    }
}

/// A day as short as a column is narrow, with the mark of a national holiday where a language has a short one.
fn head(ctx: &PageCtx, date: LocalDate) -> String {
    let (t, weekday) = (ctx.t, ctx.t.weekday(date.weekday()));
    match holiday(date) {
        Some(_) => t.desk_week_holiday(date.day(), date.month(), weekday),
        None => t.desk_week_day(date.day(), date.month(), weekday),
    }
}

/// One day of it, which leads to the day.
fn column(ctx: &PageCtx, sheet: &Sheet, whose: Column<'_>, hours: (u16, u16)) -> DayColumn {
    let drawn = match whose {
        Column::Ones(one) => day::column(ctx, sheet, one, hours),
        Column::Nobodys => day::nobodys(ctx, sheet, &nobodys(sheet)),
    };
    // Below the date there is room for a word.
    let note = match (sheet.plan.opening.is_empty(), holiday(sheet.date)) {
        (true, _) => Some(ctx.t.desk_week_closed()),
        (false, Some(_)) => drawn.note.map(|note| ctx.t.desk_week_holiday_note(note)),
        (false, None) => drawn.note,
    };
    DayColumn {
        name: head(ctx, sheet.date),
        url: Some(links::day(ctx.lang, sheet.slug(), Some(sheet.date), "day")),
        avatar: None,
        note,
        ..drawn
    }
}
