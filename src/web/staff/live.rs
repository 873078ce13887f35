//! The line on which a page that shows a day is told that the day has changed.

use super::sheet::Sheet;
use crate::{
    base::time::parse_date,
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
}

/// For a page that shows this day.
pub fn notice(ctx: &PageCtx, sheet: &Sheet) -> LiveNotice {
    LiveNotice {
        url: links::day(ctx.lang, sheet.slug(), Some(sheet.date), "live"),
        mark: day_mark::of(&sheet.entries, &sheet.blocks),
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
    let date = parse_date(&query.0.date);
    let wish = (path.1.as_str(), Right::ReadBookings);
    let found = member::look(&site, &ctx, &signed_in, wish, move |tx, _| {
        let Some(date) = date else {
            return db::Result::Ok(None);
        };
        let mark = day_mark::read(tx, date)?;
        Ok(Some(((tx.business(), date), mark)))
    });
    let (day, mark) = found.await??.ok_or(Error::NotFound)?;
    let watching = site.live.watch(&site.db, day, mark);
    let watching = watching.ok_or(Error::Busy(LATER))?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/event-stream; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        // What is packed waits for more; and proxies are not to gather it either.
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(watching.events()))
}
