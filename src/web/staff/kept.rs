//! What a device keeps of today, so that the list is there without a network, and how long: it is one person's, of one day.

use super::sheet::Sheet;
use crate::{
    domain::bookings::status::Status,
    web::{
        assets,
        error::Result,
        links,
        page::PageCtx,
        session::SignedIn,
        ui::{buttons::Voice, kept::Kept},
    },
};
use actix_web::{
    HttpResponse,
    http::header::{HeaderName, HeaderValue},
};

/// A page that says this may be kept: whose it is, for how many seconds, and for how many unused.
const LINE: HeaderName = HeaderName::from_static("oc-kept");
/// As long as a tablet of the shop is somebody's though nobody touches it.
const TABLET: u32 = 15 * 60;
const DAY: u16 = 24 * 60;

/// The worker that keeps it, for the pages below its own address: those of one counter.
pub async fn worker() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/javascript; charset=utf-8")
        .body(assets::whole("worker.js"))
}

/// The answer that may be kept, if it is of today; nothing is kept by an operator who acts in somebody's place.
pub fn may(
    mut answer: HttpResponse,
    signed_in: &SignedIn,
    (ctx, sheet): (&PageCtx, &Sheet),
) -> Result {
    if sheet.date == sheet.today && signed_in.behind.is_none() {
        let unused = signed_in.device.map_or(0, |_| TABLET);
        let line = format!("{} {} {unused}", signed_in.mark(), lasts(ctx, sheet));
        // Letters and digits of ours are always a valid header.
        if let Ok(line) = HeaderValue::from_str(&line) {
            answer.headers_mut().insert(LINE, line);
        }
    }
    Ok(answer)
}

/// Seconds until the business day is over: at midnight, or when the shop closes after it.
fn lasts(ctx: &PageCtx, sheet: &Sheet) -> u32 {
    let closing = sheet.plan.opening.iter().map(|span| span.until().minutes());
    let over = closing.max().unwrap_or(DAY).max(DAY);
    let now = sheet.clock(ctx).minute(sheet.date, sheet.now);
    u32::from(over.saturating_sub(now)) * 60
}

/// What the page says of it.
pub fn notice(ctx: &PageCtx, signed_in: &SignedIn, sheet: &Sheet) -> Option<Kept> {
    if sheet.date != sheet.today || signed_in.behind.is_some() {
        return None;
    }
    let t = ctx.t;
    let kind = sheet.at.profile.vertical.slug();
    let act = |to: Status, label: String, voice: Voice| (to.label().to_owned(), label, voice);
    Some(Kept {
        worker: links::day(ctx.lang, sheet.slug(), None, "worker.js"),
        as_of: t.desk_kept_as_of(sheet.clock(ctx).time(sheet.date, sheet.now)),
        waits: t.desk_kept_waits(),
        acts: vec![
            act(Status::Arrived, t.desk_act_arrived(kind), Voice::Quiet),
            act(Status::InService, t.desk_act_begin(kind), Voice::Quiet),
            act(Status::Completed, t.desk_act_done(), Voice::Text),
            act(Status::NoShow, t.desk_act_no_show(kind), Voice::DangerQuiet),
        ],
        refused: t.desk_kept_refused(),
        out: t.desk_kept_out(),
        forbidden: t.desk_kept_forbidden(),
        gone: t.desk_kept_gone(),
        unsent: t.desk_kept_unsent(),
        booking: t.desk_kept_booking(),
        seen: t.desk_kept_seen(),
    })
}
