//! Calling one service of a visit off: what it costs first, what is left, and a button that names the act.

use super::show;
use crate::{
    base::msg::Msg,
    domain::{
        bookings::{
            lines_told::ToldLine,
            part::{self, CallOff, Due, Off, PartError},
        },
        notifications::send::{self, Kind},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::guest::{self, Opened},
        links,
        page::PageCtx,
        parts::PartLine,
        public::{frame, words},
        session::SignedIn,
        site::Site,
        ui::{error_summary::ErrorSummary, frame::ShopFrame},
    },
};
use actix_session::Session;
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "public/bookings/part.html")]
pub struct PartPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    errors: ErrorSummary,
    money: String,
    costs: bool,
    part: PartLine,
    left: String,
    fee: i64,
    version: i32,
    action: String,
    back: String,
    closed: Option<String>,
}

/// The button, with the fee that was shown above it.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct PartForm {
    fee: String,
    version: String,
}

/// What it would cost, and the button.
pub async fn new(site: Data<Site>, ctx: PageCtx, path: Path<(String, String, i16)>) -> Result {
    let (_, token, part) = path.into_inner();
    draw(
        &site,
        &ctx,
        (&token, part),
        (&Errors::default(), StatusCode::OK),
    )
    .await
}

/// Calls it off.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    session: Session,
    path: Path<(String, String, i16)>,
    form: Typed<PartForm>,
) -> Result {
    let (_, token, part) = path.into_inner();
    let unreadable = |_no_number| Error::Unreadable;
    let seen_fee: i64 = form.0.fee.parse().map_err(unreadable)?;
    let version: i32 = form.0.version.parse().map_err(unreadable)?;
    let by = SignedIn::themselves(&session);
    let done = guest::enter(&site, &token, &ctx.request, move |tx, opened: &Opened| {
        let command = CallOff {
            profile: &opened.profile,
            booking: opened.booking,
            part,
            version,
            reason: "",
            seen_fee: Some(seen_fee),
            tell: true,
        };
        let off = part::call_off(tx, &command)?;
        let kind = match off {
            Off::Part(_) => Kind::BookingChanged,
            Off::Booking(_) => Kind::BookingCancelled,
        };
        if let Some(user) = by {
            send::done_by(tx, opened.booking, kind, user)?;
        }
        Ok(off)
    });
    let home = links::booking(ctx.lang, &token);
    let mut errors = Errors::default();
    match done.await? {
        Ok(off) => {
            site.wake.notify_one();
            let said = match off {
                Off::Part(_) => Said::PartCancelled,
                Off::Booking(_) => Said::Cancelled,
            };
            return Ok(flash::say(ctx.see_other(&home)?, said));
        }
        Err(PartError::Already) => {
            return Ok(flash::say(ctx.see_other(&home)?, Said::PartAlready));
        }
        Err(PartError::Unknown) => return Err(Error::NotFound),
        Err(PartError::Db(error)) => return Err(error.into()),
        Err(PartError::FeeChanged) => errors.add("", Msg::new("booking-fee-changed")),
        Err(PartError::Stale) => errors.add("", Msg::new("parts-stale")),
        Err(_) => {}
    }
    let again = (&errors, StatusCode::CONFLICT);
    draw(&site, &ctx, (&token, part), again).await
}

async fn draw(
    site: &Site,
    ctx: &PageCtx,
    (token, part): (&str, i16),
    (errors, status): (&Errors, StatusCode),
) -> Result {
    let t = ctx.t;
    let shown = show::read(site, ctx, token).await?;
    let all: Vec<&ToldLine> = shown.lines.iter().collect();
    let line = all.iter().find(|line| line.part == part);
    let line = line.ok_or(Error::NotFound)?;
    let home = links::booking(ctx.lang, token);
    let Some(due) = due(site, ctx, token, part).await? else {
        return Ok(flash::say(ctx.see_other(&home)?, Said::PartAlready));
    };
    if due.is_last {
        // With the last one the booking is off, and that has a page of its own.
        return ctx.see_other(&links::booking_cancel(ctx.lang, token));
    }
    let moments = shown.moments(ctx);
    let when = moments.when(shown.booking.row.business_date, line.start, line.end);
    let closed = shown.rights().cancel_until.is_none();
    let page = PartPage {
        shop: frame::frame(ctx, &shown.profile),
        errors: errors.summary(t),
        money: words::cancellation(ctx, due.fee),
        costs: due.fee > 0,
        part: PartLine::of_guest(ctx, &all, line, when),
        left: t.parts_cancel_left(t.yen(due.total)),
        fee: due.fee,
        version: shown.booking.row.version,
        action: links::booking_part_cancel(ctx.lang, token, part),
        closed: closed.then(|| t.errors_cancel_closed(t.phone(&shown.profile.phone))),
        back: home,
        ctx,
    };
    ctx.redraw(status, &page)
}

/// What it comes to; nothing where it stands no more.
async fn due(
    site: &Site,
    ctx: &PageCtx,
    token: &str,
    part: i16,
) -> std::result::Result<Option<Due>, Error> {
    let found = guest::look(site, token, &ctx.request, move |tx, opened: &Opened| {
        part::due(tx, opened.booking, part)
    });
    Ok(found.await??)
}
