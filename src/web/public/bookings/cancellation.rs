//! Calling a booking off: the money first, one optional reason, and a button that names the act.

use super::show;
use crate::{
    base::{msg::Msg, text},
    domain::{
        bookings::{
            cancel::{self, Cancel, CancelError},
            status::Status,
        },
        notifications::send::{self, Kind},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::guest::{self, Opened},
        links,
        page::PageCtx,
        public::{frame, words},
        session::SignedIn,
        site::Site,
        ui::{
            error_summary::ErrorSummary, frame::ShopFrame, ladder::Ladder, mark::Mark,
            text_area::TextArea,
        },
    },
};
use actix_session::Session;
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The longest reason, in characters.
const REASON_MAX: usize = 200;

/// The page.
#[derive(Template)]
#[template(path = "public/bookings/cancellation.html")]
pub struct CancellationPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    errors: ErrorSummary,
    money: String,
    costs: bool,
    when: String,
    service: String,
    number: String,
    ladder: Option<Ladder>,
    reason: TextArea,
    fee: i64,
    action: String,
    back: String,
    closed: Option<String>,
}

/// The button, with the fee that was shown above it.
#[derive(Clone, Default, Deserialize)]
pub struct CancellationForm {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    fee: String,
    /// `yes` when the other language was pressed, and not the button.
    #[serde(default)]
    switch: String,
}

/// What it would cost, and the button.
pub async fn new(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    draw(
        &site,
        &ctx,
        &path.1,
        Again(
            &CancellationForm::default(),
            &Errors::default(),
            StatusCode::OK,
        ),
    )
    .await
}

/// Calls it off; or, where that was pressed, shows the page in the other language.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    session: Session,
    path: Path<(String, String)>,
    form: Typed<CancellationForm>,
) -> Result {
    let (form, token) = (form.0, path.into_inner().1);
    if form.switch == "yes" {
        // Sent to the other language's address: the same page there, with the reason in it.
        let again = Again(&form, &Errors::default(), StatusCode::OK);
        return draw(&site, &ctx, &token, again).await;
    }
    let mut errors = Errors::default();
    let seen_fee: i64 = form.fee.parse().map_err(|_no_number| Error::Unreadable)?;
    let reason = fields::optional(&mut errors, "reason", &form.reason, |typed| {
        text::paragraph(typed, REASON_MAX)
    });
    let Some(reason) = reason else {
        return draw(
            &site,
            &ctx,
            &token,
            Again(&form, &errors, StatusCode::UNPROCESSABLE_ENTITY),
        )
        .await;
    };
    let by = SignedIn::themselves(&session);
    let done = guest::enter(&site, &token, &ctx.request, move |tx, opened: &Opened| {
        let command = Cancel {
            profile: &opened.profile,
            booking: opened.booking,
            reason: &reason,
            seen_fee: Some(seen_fee),
            tell: true,
        };
        let fee = cancel::cancel(tx, &command)?;
        if let Some(user) = by {
            send::done_by(tx, opened.booking, Kind::BookingCancelled, user)?;
        }
        Ok(fee)
    });
    let home = links::booking(ctx.lang, &token);
    match done.await? {
        Ok(_fee) => {
            site.wake.notify_one();
            Ok(flash::say(ctx.see_other(&home)?, Said::Cancelled))
        }
        Err(CancelError::Already) => Ok(flash::say(ctx.see_other(&home)?, Said::AlreadyCancelled)),
        Err(CancelError::FeeChanged) => {
            errors.add("", Msg::new("booking-fee-changed"));
            draw(
                &site,
                &ctx,
                &token,
                Again(&form, &errors, StatusCode::CONFLICT),
            )
            .await
        }
        Err(CancelError::TooLate) => {
            draw(
                &site,
                &ctx,
                &token,
                Again(&form, &errors, StatusCode::CONFLICT),
            )
            .await
        }
        Err(CancelError::Unknown) => Err(Error::NotFound),
        Err(CancelError::Db(error)) => Err(error.into()),
    }
}

/// The form as it was sent, what is wrong with it, and the status that says so.
struct Again<'a>(&'a CancellationForm, &'a Errors, StatusCode);

async fn draw(site: &Site, ctx: &PageCtx, token: &str, again: Again<'_>) -> Result {
    let Again(form, errors, status) = again;
    let t = ctx.t;
    let shown = show::read(site, ctx, token).await?;
    let show::Shown {
        profile, booking, ..
    } = &shown;
    let now = shown.now;
    let row = &booking.row;
    if row.status == Status::Cancelled {
        return Ok(flash::say(
            ctx.see_other(&links::booking(ctx.lang, token))?,
            Said::AlreadyCancelled,
        ));
    }
    let moments = shown.moments(ctx);
    // A request that nobody has accepted costs nothing.
    let policy = booking.policy.as_ref();
    let policy = policy.filter(|_| row.status != Status::Pending);
    let fee = policy.map_or(0, |policy| {
        policy.fee(row.limits_start(), row.price_cents, now)
    });
    let closed = shown.rights().cancel_until.is_none();
    let page = CancellationPage {
        shop: frame::frame(ctx, profile),
        errors: errors.summary(t),
        money: words::cancellation(ctx, fee),
        costs: fee > 0,
        when: moments.when(row.business_date, row.start_at, row.end_at),
        service: show::service_name(ctx, booking),
        number: row.number.clone(),
        ladder: policy.and_then(|policy| {
            words::ladder(ctx, &moments, policy, row.limits_start(), row.price_cents)
        }),
        reason: TextArea {
            name: "reason".to_owned(),
            label: t.booking_cancel_reason(),
            value: form.reason.clone(),
            mark: Mark::optional(t.ui_optional()),
            hint: None,
            complaint: errors.of("reason", t),
        },
        fee,
        action: links::booking_cancel(ctx.lang, token),
        back: links::booking(ctx.lang, token),
        closed: closed.then(|| t.errors_cancel_closed(t.phone(&profile.phone))),
        ctx,
    };
    ctx.redraw(status, &page)
}
