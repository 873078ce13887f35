//! The box for the code of a coupon, on the final check: what is typed is kept with the hold, and the price is reckoned with it
//! before anybody presses the button.

use super::{
    confirm,
    read::{self, Checkout, Found},
};
use crate::{
    base::token::Token,
    db::DbError,
    domain::{
        catalog::coupon::{self, CouponRefusal},
        scheduling::hold_code,
    },
    web::{
        crowd,
        error::{Error, Result},
        form::typed::Typed,
        gate, links,
        page::PageCtx,
        public::business,
        site::Site,
        ui::{
            buttons::{Submit, Voice},
            post_form::PostForm,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;

/// The box.
#[derive(Template)]
#[template(path = "public/checkout/coupon.html")]
pub struct CouponBox {
    title: String,
    form: PostForm,
    field: TextField,
    submit: Submit,
    /// Goes on without it.
    without: Option<Submit>,
    /// Until when it can be used.
    until: Option<String>,
}

impl HtmlSafe for CouponBox {}

/// A code, or the wish to go on without one.
#[derive(Deserialize)]
pub struct CouponForm {
    #[serde(default)]
    hold: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    without: String,
}

/// Draws it with what is kept; nothing where the shop has no coupons and no code was typed.
pub(super) fn draw(ctx: &PageCtx, checkout: &Checkout) -> Option<CouponBox> {
    let t = ctx.t;
    let kept = &checkout.held.coupon_code;
    if !checkout.is_alive() || (!checkout.takes_coupons && kept.is_empty()) {
        return None;
    }
    Some(CouponBox {
        title: t.booking_coupon(),
        form: PostForm {
            action: links::coupon(ctx.lang, &checkout.profile.slug),
            hidden: vec![("hold".to_owned(), checkout.token.clone())],
        },
        field: TextField {
            name: "code".to_owned(),
            label: t.booking_coupon_code(),
            value: kept.clone(),
            entry: Entry::Text,
            hint: Some(t.booking_coupon_hint()),
            complaint: checkout.coupon_refusal.map(|refusal| said(ctx, refusal)),
            ..TextField::default()
        },
        submit: Submit {
            label: t.booking_coupon_use(),
            voice: Voice::Quiet,
            ..Submit::default()
        },
        without: (!kept.is_empty()).then(|| Submit {
            label: t.booking_coupon_drop(),
            voice: Voice::Text,
            answer: Some(("without".to_owned(), "yes".to_owned())),
            ..Submit::default()
        }),
        until: checkout
            .coupon_until
            .map(|last| t.booking_coupon_until(t.date(last))),
    })
}

/// Keeps it. Where it cannot be used, the page says why, and what it costs without it.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    form: Typed<CouponForm>,
) -> Result {
    let form = form.0;
    let slug = path.into_inner().1;
    let token = Token::parse(&form.hold).ok_or(Error::NotFound)?;
    // Codes are not to be guessed one after another.
    crowd::book(&site, &request).await?;
    let scope = gate::business::visitor(&site, &ctx, &slug).await?;
    let code = match form.without.as_str() {
        "yes" => String::new(),
        _ => coupon::code(&form.code),
    };
    let kept = site
        .db
        .tenant(scope, move |tx| -> std::result::Result<(), DbError> {
            hold_code::keep_code(tx, &token, &code)
        });
    kept.await?;
    let Found::Checkout(checkout) = read::checkout(&site, &ctx, &slug, &form.hold).await? else {
        return business::refuse(&site, ctx, &slug, &form.hold, |t| t.booking_gone()).await;
    };
    let (Some(refusal), Some(details)) = (checkout.coupon_refusal, &checkout.details) else {
        return ctx.see_other(&links::confirm(ctx.lang, &slug, &form.hold));
    };
    let mut ctx = ctx;
    ctx.stand_at(&links::confirm(ctx.lang, &slug, &form.hold));
    let words = Some(said(&ctx, refusal));
    let page = confirm::page(&ctx, &checkout, details, words);
    ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// What could not be used is not tried again with the next press.
pub(super) async fn forget(
    site: &Site,
    ctx: &PageCtx,
    slug: &str,
    hold: &str,
) -> std::result::Result<(), Error> {
    let token = Token::parse(hold).ok_or(Error::NotFound)?;
    let scope = gate::business::visitor(site, ctx, slug).await?;
    let kept = site
        .db
        .tenant(scope, move |tx| -> std::result::Result<(), DbError> {
            hold_code::keep_code(tx, &token, "")
        });
    Ok(kept.await?)
}

/// Why it cannot be used, and what can be done.
pub(super) fn said(ctx: &PageCtx, refusal: CouponRefusal) -> String {
    let t = ctx.t;
    match refusal {
        CouponRefusal::Unknown => t.booking_coupon_unknown(),
        CouponRefusal::Early(first) => t.booking_coupon_early(t.date(first)),
        CouponRefusal::Over(last) => t.booking_coupon_over(t.date(last)),
        CouponRefusal::Elsewhere => t.booking_coupon_elsewhere(),
        CouponRefusal::Least(least) => t.booking_coupon_least(t.yen(least)),
        CouponRefusal::UsedUp => t.booking_coupon_used_up(),
        CouponRefusal::UsedByYou => t.booking_coupon_used_by_you(),
        CouponRefusal::NotNew => t.booking_coupon_not_new(),
    }
}
