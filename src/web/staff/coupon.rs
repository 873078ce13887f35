//! The code of a coupon, typed by staff on a booking that stands and is not paid.

use super::{
    booking::{self, Whole},
    one_box::{self, OneBox},
};
use crate::{
    base::msg::Msg,
    domain::{
        bookings::coupon_later::{self, UseCoupon, UseCouponError},
        businesses::role::Right,
        catalog::coupon::{self, CouponRefusal},
    },
    i18n::Words,
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
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

/// The box, here and on the form of a new booking.
pub const FIELD: &str = "coupon";

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CouponForm {
    csrf: String,
    version: String,
    coupon: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
}

/// The box.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::TakePayments).await?;
    if !can_use(&whole) {
        let back = links::desk_booking(ctx.lang, &slug, whole.booking.row.id);
        return Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken));
    }
    let asked = (&CouponForm::default(), &Errors::default());
    ctx.html(&one_box::page(
        &ctx,
        &signed_in,
        &whole,
        (drawn(&ctx, asked), asked.1),
    ))
}

/// Uses it; or says at the box why it cannot be used.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<CouponForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::TakePayments).await?;
    let mut errors = Errors::default();
    let mut status = StatusCode::OK;
    if form.switch != "yes" {
        status = StatusCode::UNPROCESSABLE_ENTITY;
        let code = coupon::code(&form.coupon);
        if code.is_empty() {
            errors.add(FIELD, Msg::new("coupons-desk-required"));
        } else {
            match attempt(&site, &ctx, &signed_in, &whole, (&form, code)).await? {
                Ok(()) => return done(&ctx, &whole, Said::CouponUsed),
                Err(UseCouponError::Refused(why)) => errors.add(FIELD, refused(ctx.t, why)),
                Err(UseCouponError::Already) => {
                    errors.add(FIELD, Msg::new("coupons-desk-already"));
                }
                Err(UseCouponError::Stale | UseCouponError::TooLate) => {
                    return done(&ctx, &whole, Said::Overtaken);
                }
                Err(UseCouponError::Unknown) => return Err(Error::NotFound),
                Err(UseCouponError::Db(error)) => return Err(error.into()),
            }
        }
    }
    let one = drawn(&ctx, (&form, &errors));
    let page = one_box::page(&ctx, &signed_in, &whole, (one, &errors));
    ctx.redraw(status, &page)
}

async fn attempt(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
    (form, code): (&CouponForm, String),
) -> std::result::Result<std::result::Result<(), UseCouponError>, Error> {
    let version: i32 = form
        .version
        .parse()
        .map_err(|_no_number| Error::Unreadable)?;
    let booking = whole.booking.row.id;
    let wish = (whole.at.profile.slug.as_str(), Right::TakePayments);
    member::enter(site, ctx, signed_in, wish, move |tx, at| {
        let command = UseCoupon {
            profile: &at.profile,
            booking,
            version,
            code: &code,
        };
        coupon_later::use_coupon(tx, &command)
    })
    .await
}

fn done(ctx: &PageCtx, whole: &Whole, said: Said) -> Result {
    let slug = whole.at.profile.slug.as_str();
    let back = links::desk_booking(ctx.lang, slug, whole.booking.row.id);
    Ok(flash::say(ctx.see_other(&back)?, said))
}

/// The way to it, from the page of a booking of a shop that has coupons.
pub fn way(ctx: &PageCtx, whole: &Whole) -> Option<LinkButton> {
    let may = whole.has_coupons && can_use(whole) && whole.may(Right::TakePayments);
    may.then(|| LinkButton {
        label: ctx.t.coupons_desk_use(),
        url: links::desk_act(
            ctx.lang,
            &whole.at.profile.slug,
            whole.booking.row.id,
            "coupon",
        ),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    })
}

fn can_use(whole: &Whole) -> bool {
    let is_paid = whole.payments.iter().any(|one| one.cancelled.is_none());
    coupon_later::can_use(&whole.booking.row, &whole.booking.quote)
        && !is_paid
        && whole.receipt.is_none()
}

/// Why it cannot be used, said to staff.
pub fn refused(t: Words, refusal: CouponRefusal) -> Msg {
    match refusal {
        CouponRefusal::Unknown => Msg::new("coupons-desk-unknown"),
        CouponRefusal::Early(first) => Msg::new("coupons-desk-early").with("date", first),
        CouponRefusal::Over(last) => Msg::new("coupons-desk-over").with("date", last),
        CouponRefusal::Elsewhere => Msg::new("coupons-desk-elsewhere"),
        CouponRefusal::Least(least) => Msg::new("coupons-desk-least").with("amount", t.yen(least)),
        CouponRefusal::UsedUp => Msg::new("coupons-desk-used-up"),
        CouponRefusal::UsedByYou => Msg::new("coupons-desk-used-by-guest"),
        CouponRefusal::NotNew => Msg::new("coupons-desk-not-new"),
    }
}

fn drawn(ctx: &PageCtx, (form, errors): (&CouponForm, &Errors)) -> OneBox {
    let t = ctx.t;
    OneBox {
        heading: t.coupons_desk_use(),
        said: None,
        act: "coupon",
        field: TextField {
            name: FIELD.to_owned(),
            label: t.coupons_desk_code(),
            value: form.coupon.clone(),
            mark: Mark::required(t.ui_required()),
            complaint: errors.of(FIELD, t),
            ..TextField::default()
        },
        submit: t.coupons_desk_use(),
    }
}
