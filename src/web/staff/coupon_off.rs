//! The coupon of a booking that is not paid is taken off, for a reason.

use super::{
    booking::{self, Whole},
    one_box::{self, OneBox},
};
use crate::{
    base::{msg::Msg, text},
    domain::{
        bookings::coupon_later::{self, UseCouponError},
        businesses::role::Right,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            mark::Mark,
            text_field::TextField,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use serde::Deserialize;

/// The longest reason, in characters.
const REASON_MAX: usize = 200;

/// The last part of its address.
const ACT: &str = "coupon-off";

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CouponOffForm {
    csrf: String,
    version: String,
    reason: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
}

/// The question, with what the booking comes to without it.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::TakePayments).await?;
    if !can_take_off(&whole) {
        let back = links::desk_booking(ctx.lang, &slug, whole.booking.row.id);
        return Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken));
    }
    let asked = (&CouponOffForm::default(), &Errors::default());
    let one = drawn(&ctx, &whole, asked);
    ctx.html(&one_box::page(&ctx, &signed_in, &whole, (one, asked.1)))
}

/// Takes it off.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<CouponOffForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::TakePayments).await?;
    let mut errors = Errors::default();
    let mut status = StatusCode::OK;
    if form.switch != "yes" {
        let line = |typed: &str| text::line(typed, REASON_MAX);
        let missing = Msg::new("coupons-off-reason-required");
        let reason = fields::required(&mut errors, "reason", &form.reason, line, missing);
        if let Some(reason) = reason {
            return take_off(&site, &ctx, &signed_in, &whole, (form.version, reason)).await;
        }
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let one = drawn(&ctx, &whole, (&form, &errors));
    let page = one_box::page(&ctx, &signed_in, &whole, (one, &errors));
    ctx.redraw(status, &page)
}

async fn take_off(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
    (version, reason): (String, String),
) -> Result {
    let version: i32 = version.parse().map_err(|_no_number| Error::Unreadable)?;
    let (slug, id) = (whole.at.profile.slug.as_str(), whole.booking.row.id);
    let wish = (slug, Right::TakePayments);
    let done = member::enter(site, ctx, signed_in, wish, move |tx, _| {
        coupon_later::take_off(tx, (id, version), &reason)
    });
    let said = match done.await? {
        Ok(()) => Said::CouponTakenOff,
        Err(UseCouponError::Unknown) => return Err(Error::NotFound),
        Err(UseCouponError::Db(error)) => return Err(error.into()),
        Err(
            UseCouponError::Stale
            | UseCouponError::TooLate
            | UseCouponError::Already
            | UseCouponError::Refused(_),
        ) => Said::Overtaken,
    };
    let back = links::desk_booking(ctx.lang, slug, id);
    Ok(flash::say(ctx.see_other(&back)?, said))
}

/// The way to it, from the page of a booking that has a coupon.
pub fn way(ctx: &PageCtx, whole: &Whole) -> Option<LinkButton> {
    let may = can_take_off(whole) && whole.may(Right::TakePayments);
    may.then(|| LinkButton {
        label: ctx.t.coupons_off(),
        url: links::desk_act(ctx.lang, &whole.at.profile.slug, whole.booking.row.id, ACT),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    })
}

fn can_take_off(whole: &Whole) -> bool {
    let is_paid = whole.payments.iter().any(|one| one.cancelled.is_none());
    coupon_later::can_take_off(&whole.booking.row, &whole.booking.quote)
        && !is_paid
        && whole.receipt.is_none()
}

fn drawn(ctx: &PageCtx, whole: &Whole, (form, errors): (&CouponOffForm, &Errors)) -> OneBox {
    let (t, quote) = (ctx.t, &whole.booking.quote);
    let then = coupon_later::without(quote).total();
    OneBox {
        heading: t.coupons_off(),
        said: Some(t.coupons_off_lead(t.yen(quote.total()), t.yen(then))),
        act: ACT,
        field: TextField {
            name: "reason".to_owned(),
            label: t.coupons_off_reason(),
            value: form.reason.clone(),
            mark: Mark::required(t.ui_required()),
            complaint: errors.of("reason", t),
            ..TextField::default()
        },
        submit: t.coupons_off(),
    }
}
