//! The day on paper: A4, marks instead of colours, a box to tick. Whole phone numbers only when somebody asks for them.

use super::{
    entry,
    sheet::{self, Sheet},
};
use crate::{
    base::ids::ResourceId,
    domain::{bookings::day_sheet::Entry, businesses::role::Right},
    web::{
        error::Result,
        form::typed::Asked,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::buttons::{LinkButton, Voice},
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

/// The sheet.
#[derive(Template)]
#[template(path = "staff/print.html")]
pub struct PrintPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    place: String,
    counts: String,
    printed: String,
    back: LinkButton,
    action: String,
    date: String,
    /// Whether whoever looks may ask for whole numbers.
    may_phones: bool,
    phones: bool,
    by_staff: bool,
    phone_heading: String,
    groups: Vec<Group>,
}

/// One table: everybody's, or one person's.
struct Group {
    heading: Option<String>,
    rows: Vec<Row>,
}

/// One line.
struct Row {
    time: String,
    until: String,
    name: String,
    kana: String,
    marks: String,
    people: i16,
    service: String,
    with: Vec<String>,
    phone: String,
    remark: String,
}

/// Which day, and how.
#[derive(Deserialize, Default)]
pub struct PrintQuery {
    #[serde(default)]
    date: String,
    #[serde(default)]
    phones: String,
    #[serde(default)]
    by: String,
}

/// The sheet of a day.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<PrintQuery>,
) -> Result {
    let query = query.0;
    let sheet = sheet::read(&site, &ctx, &signed_in, &path.1, &query.date).await?;
    let (phones, by_staff) = (query.phones == "full", query.by == "staff");
    let (t, clock) = (ctx.t, sheet.clock(&ctx));
    let count = sheet.standing().count();
    let guests: i64 = sheet.standing().map(|entry| i64::from(entry.party)).sum();
    ctx.html(&PrintPage {
        title: t.desk_sheet_title(clock.day(sheet.date)),
        place: sheet.at.profile.name.text(ctx.lang).to_owned(),
        counts: t.desk_sheet_counts(t.desk_bookings(count), t.people(guests)),
        printed: t.desk_sheet_printed(clock.moment(sheet.now)),
        back: LinkButton {
            label: t.ui_back(),
            url: links::day(ctx.lang, sheet.slug(), Some(sheet.date), "today"),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        action: links::day(ctx.lang, sheet.slug(), None, "print"),
        date: sheet.date.to_string(),
        phone_heading: if phones {
            t.desk_sheet_phone()
        } else {
            t.desk_sheet_phone_end()
        },
        groups: groups(&ctx, &sheet, phones, by_staff),
        may_phones: sheet.may(Right::ReadContacts),
        phones,
        by_staff,
        ctx: &ctx,
    })
}

fn groups(ctx: &PageCtx, sheet: &Sheet, phones: bool, by_staff: bool) -> Vec<Group> {
    // Who looks for their own finds each service of a visit that is theirs.
    let mut entries: Vec<&Entry> = match by_staff {
        true => sheet.in_columns().collect(),
        false => sheet.standing().collect(),
    };
    entries.sort_by_key(|entry| entry.start);
    let rows = |entries: &[&Entry]| -> Vec<Row> {
        entries
            .iter()
            .map(|entry| row(ctx, sheet, entry, phones))
            .collect()
    };
    if !by_staff {
        return vec![Group {
            heading: None,
            rows: rows(&entries),
        }];
    }
    let foremost =
        |entry: &Entry| -> Option<ResourceId> { entry::taken(sheet, entry).first().map(|r| r.id) };
    let known = sheet
        .resources
        .iter()
        .map(|one| (Some(one.id), one.name.text(ctx.lang).to_owned()));
    known
        .chain([(None, ctx.t.desk_unassigned())])
        .filter_map(|(id, heading)| {
            let own: Vec<&Entry> = entries
                .iter()
                .copied()
                .filter(|entry| foremost(entry) == id)
                .collect();
            (!own.is_empty()).then(|| Group {
                heading: Some(heading),
                rows: rows(&own),
            })
        })
        .collect()
}

fn row(ctx: &PageCtx, sheet: &Sheet, entry: &Entry, phones: bool) -> Row {
    let clock = sheet.clock(ctx);
    let phone = entry.phone.clone().unwrap_or_default();
    Row {
        time: clock.time(sheet.date, entry.start),
        until: ctx.t.desk_until(clock.time(sheet.date, entry.end)),
        name: entry::guest(ctx, entry),
        kana: entry.kana.clone(),
        marks: entry::tags(ctx, entry).join(" · "),
        people: entry.party,
        service: service(ctx, sheet, entry),
        with: entry::names(ctx, sheet, entry),
        phone: if phones || phone.is_empty() {
            ctx.t.phone(&phone)
        } else {
            last_four(&phone)
        },
        remark: entry::remark(entry).unwrap_or_default(),
    }
}

/// What it is: of a visit, one service after the other, or which of them.
fn service(ctx: &PageCtx, sheet: &Sheet, entry: &Entry) -> String {
    let name = entry.service.text(ctx.lang);
    match entry.piece {
        Some(piece) => piece.marked(name),
        None if entry.lines.is_empty() => name.to_owned(),
        None => entry::lines(ctx, sheet, entry).join(" → "),
    }
}

/// Enough to tell two people of one name apart, and no more.
fn last_four(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().collect();
    let end: String = digits.iter().rev().take(4).rev().collect();
    format!("…{end}")
}
