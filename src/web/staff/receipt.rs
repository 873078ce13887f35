//! A receipt from the counter: whom it is for and what for, then one press issues and prints it; whatever is shown later says that
//! it is issued again.

use super::{
    booking::{self, Whole},
    receipt_new::{self, ReceiptForm},
};
use crate::{
    domain::{
        bookings::receipt::{self, IssueReceipt, ReceiptError},
        businesses::role::Right,
        payments::receipt::Receipt,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member,
        links,
        page::PageCtx,
        receipt::{self as shown, Which},
        session::SignedIn,
        site::Site,
        ui::{buttons::LinkButton, flash::Outcome, receipt::Paper},
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

/// The receipt on paper.
#[derive(Template)]
#[template(path = "staff/receipt.html")]
pub struct ReceiptPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    back: LinkButton,
    stamp: Option<String>,
    /// Whether the browser's print dialogue opens by itself: it was issued by the press before.
    is_new: bool,
    paper: Paper,
}

/// The receipt; or, before there is one, what is asked for it.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::TakePayments).await?;
    if let Some(receipt) = &whole.receipt {
        return ctx.html(&paper(&ctx, &whole, receipt));
    }
    if !receipt::is_settled((&whole.booking, whole.moving_fee()), &whole.payments) {
        return not_yet(&ctx, &whole);
    }
    let form = receipt_new::begun(&ctx, &whole);
    let asked = (&form, &Errors::default());
    ctx.html(&receipt_new::page(&ctx, &signed_in, &whole, asked))
}

/// Issues it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<ReceiptForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::TakePayments).await?;
    let mut errors = Errors::default();
    let here = links::desk_act(ctx.lang, &slug, whole.booking.row.id, "receipt");
    if form.switch == "yes" {
        let asked = (&form, &errors);
        return ctx.html(&receipt_new::page(&ctx, &signed_in, &whole, asked));
    }
    let Some((addressee, purpose)) = receipt_new::parse(&form, &mut errors) else {
        let drawn = receipt_new::page(&ctx, &signed_in, &whole, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let (booking, wish) = (whole.booking.row.id, (slug.as_str(), Right::TakePayments));
    let issued = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        let command = IssueReceipt {
            profile: &at.profile,
            booking,
            addressee: &addressee,
            purpose: &purpose,
        };
        receipt::issue(tx, &command)
    })
    .await?;
    match issued {
        Ok(true) => Ok(flash::say(ctx.see_other(&here)?, Said::ReceiptIssued)),
        // Somebody issued it before: what is shown now is a copy of that.
        Ok(false) => ctx.see_other(&here),
        Err(ReceiptError::Unknown) => Err(Error::NotFound),
        Err(ReceiptError::NotSettled) => not_yet(&ctx, &whole),
        Err(ReceiptError::Db(error)) => Err(error.into()),
    }
}

fn not_yet(ctx: &PageCtx, whole: &Whole) -> Result {
    let back = links::desk_booking(ctx.lang, &whole.at.profile.slug, whole.booking.row.id);
    Ok(flash::say(ctx.see_other(&back)?, Said::ReceiptNotYet))
}

fn paper<'a>(ctx: &'a PageCtx, whole: &Whole, receipt: &Receipt) -> ReceiptPage<'a> {
    // Only the page that follows the press says that it was issued: it is the first one, and every later one is a copy.
    let issued = flash::words(ctx.t, Said::ReceiptIssued);
    let is_new = ctx
        .flash
        .as_ref()
        .is_some_and(|flash| flash.outcome == Outcome::Done && flash.words == issued);
    let which = match is_new {
        true => Which::First,
        false => Which::Again,
    };
    ReceiptPage {
        title: ctx.t.payments_receipt(),
        back: receipt_new::back(ctx, whole),
        stamp: receipt_new::stamp(ctx, receipt.said.amount),
        is_new,
        paper: shown::paper(ctx, receipt, which),
        ctx,
    }
}
