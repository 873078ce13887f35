//! The line on which a page that shows a day, a week or a month is told that it has changed.

use super::sheet::Sheet;
use crate::{
    base::time::{LocalDate, days_after, parse_date},
    db,
    domain::{bookings::day_mark, businesses::role::Right},
    web::{
        error::{Error, Result},
        form::typed::Asked,
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;

/// Whoever came too many is told to come again after so many seconds.
const LATER: u32 = 30;
/// No page shows more days.
const MOST: u32 = 31;

/// What a page that shows a day says of it: nothing, until it changes.
#[derive(Template)]
#[template(path = "staff/live.html")]
pub struct LiveNotice {
    url: String,
    mark: i64,
    words: String,
}

impl HtmlSafe for LiveNotice {}

/// Which day.
#[derive(Deserialize)]
pub struct LiveQuery {
    #[serde(default)]
    date: String,
    /// So many from then on; none named is one.
    #[serde(default)]
    days: String,
}

impl LiveQuery {
    fn days(&self) -> Option<(LocalDate, LocalDate)> {
        let first = parse_date(&self.date)?;
        let days = match self.days.as_str() {
            "" => 1,
            days => days.parse().ok().filter(|days| (1..=MOST).contains(days))?,
        };
        Some((first, days_after(first, days - 1)))
    }
}

/// For a page that shows these days.
pub fn notice(ctx: &PageCtx, sheets: &[Sheet]) -> Option<LiveNotice> {
    let first = sheets.first()?;
    let of = |sheet: &Sheet| day_mark::of(&sheet.entries, &sheet.blocks);
    let mark = sheets.iter().map(of).sum();
    let days = (first.date, sheets.len());
    Some(marked(ctx, first.slug(), days, mark))
}

/// The same where the mark has been read.
pub fn marked(
    ctx: &PageCtx,
    slug: &str,
    (first, days): (LocalDate, usize),
    mark: i64,
) -> LiveNotice {
    let line = links::day(ctx.lang, slug, Some(first), "live");
    LiveNotice {
        url: match days {
            1 => line,
            days => format!("{line}&days={days}"),
        },
        mark,
        words: ctx.t.desk_live_changed(),
    }
}

/// The line.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<LiveQuery>,
) -> Result {
    let days = query.0.days();
    let wish = (path.1.as_str(), Right::ReadBookings);
    let found = member::look(&site, &ctx, &signed_in, wish, move |tx, _| {
        let Some((first, last)) = days else {
            return db::Result::Ok(None);
        };
        let mark = day_mark::read(tx, (first, last))?;
        Ok(Some(((tx.business(), first, last), mark)))
    });
    let (days, mark) = found.await??.ok_or(Error::NotFound)?;
    let watching = site.live.watch(&site.db, days, mark);
    let watching = watching.ok_or(Error::Busy(LATER))?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/event-stream; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        // What is packed waits for more; and proxies are not to gather it either.
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(watching.events()))
}
