//! The booking as a calendar file.

use super::show;
use crate::{
    domain::bookings::calendar::{self, Appointment, Method},
    web::{
        error::Result,
        links,
        page::PageCtx,
        public::frame,
        site::Site,
    },
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};

/// The file of a link's booking.
pub async fn show(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let token = path.into_inner().1;
    let (profile, booking, now) = show::read(&site, &ctx, &token).await?;
    let t = ctx.t;
    let row = &booking.row;
    let name = profile.name.text(ctx.lang).to_owned();
    let service = show::service_name(&ctx, &booking);
    let url = format!("{}{}", site.public_url, links::booking(ctx.lang, &token));
    let file = calendar::calendar(
        &Appointment {
            booking: row.id,
            host: calendar::host_of(&site.public_url),
            version: row.version,
            written_at: now,
            start: row.start_at,
            end: row.end_at,
            summary: &t.booking_calendar_summary(&service, &name),
            location: &frame::address(&ctx, &profile.address),
            description: &t.booking_calendar_about(&row.number, &url),
            url: &url,
        },
        &Method::Publish,
    );
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.ics\"", row.number)))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(file))
}
