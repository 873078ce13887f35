//! The booking as a calendar file; or all of a repeated booking that still stand.

use super::{
    parts,
    show::{self, Shown},
};
use crate::{
    base::ids::BookingId,
    domain::bookings::{
        calendar::{self, Appointment, Method},
        link,
        series::read::Member,
    },
    web::{error::Result, form::typed::Asked, links, page::PageCtx, public::frame, site::Site},
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// What the address may ask for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CalendarQuery {
    /// `yes` for all of a repeated booking.
    all: String,
}

/// One date of the file.
struct Entry {
    booking: BookingId,
    version: i32,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    description: String,
    url: String,
}

/// The file of a link's booking.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    query: Asked<CalendarQuery>,
) -> Result {
    let token = path.into_inner().1;
    let shown = show::read(&site, &ctx, &token).await?;
    let (t, profile) = (ctx.t, &shown.profile);
    let name = profile.name.text(ctx.lang).to_owned();
    let service = show::service_name(&ctx, &shown.booking);
    let summary = t.booking_calendar_summary(&service, &name);
    let location = frame::address(&ctx, &profile.address);
    let entries = match &shown.series {
        Some(series) if query.0.all == "yes" => all(&site, &ctx, &series.members),
        _ => vec![own(&site, &ctx, &shown)],
    };
    let appointments: Vec<Appointment<'_>> = entries
        .iter()
        .map(|one| Appointment {
            booking: one.booking,
            host: calendar::host_of(&site.public_url),
            version: one.version,
            written_at: shown.now,
            start: one.start,
            end: one.end,
            summary: &summary,
            location: &location,
            description: &one.description,
            url: &one.url,
        })
        .collect();
    let file = calendar::calendar_of(&appointments, &Method::Publish);
    let number = &shown.booking.row.number;
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{number}.ics\""),
        ))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(file))
}

/// The booking itself.
fn own(site: &Site, ctx: &PageCtx, shown: &Shown) -> Entry {
    let (row, page) = (&shown.booking.row, links::booking(ctx.lang, &shown.token));
    let url = format!("{}{page}", site.public_url);
    Entry {
        booking: row.id,
        version: row.version,
        start: row.start_at,
        end: row.end_at,
        description: described(ctx, shown, &url),
        url,
    }
}

/// How to reach it; and of a visit what stands of it, each with its time.
fn described(ctx: &PageCtx, shown: &Shown, url: &str) -> String {
    let (t, number) = (ctx.t, &shown.booking.row.number);
    let parts = parts::parts(ctx, shown).into_iter();
    let standing = parts.filter(|part| part.off.is_none());
    let lines = standing.map(|part| match part.notes.as_str() {
        "" => t.parts_line(&part.name, &part.time),
        notes => t.parts_line_noted(notes, &part.name, &part.time),
    });
    let about = t.booking_calendar_about(number, url);
    let all: Vec<String> = lines.chain([about]).collect();
    all.join("\n")
}

/// Those that stand, each with its own page.
fn all(site: &Site, ctx: &PageCtx, members: &[Member]) -> Vec<Entry> {
    let entry = |one: &Member| {
        let token = link::token(&site.secret, one.id);
        let page = links::booking(ctx.lang, &token.text());
        let url = format!("{}{page}", site.public_url);
        Entry {
            booking: one.id,
            version: one.version,
            start: one.start,
            end: one.end,
            description: ctx.t.booking_calendar_about(&one.number, &url),
            url,
        }
    };
    let standing = members.iter().filter(|one| one.status.takes_time());
    standing.map(entry).collect()
}
