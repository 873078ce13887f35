//! The receipt of a booking, for the guest who holds its link, once the shop has issued it. The first one was handed to them, so
//! this one says that it is issued again.

use super::show;
use crate::web::{
    error::{Error, Result},
    links,
    page::PageCtx,
    receipt::{self, Which},
    site::Site,
    ui::{
        buttons::{LinkButton, Voice},
        receipt::Paper,
    },
};
use actix_web::web::{Data, Path};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "public/bookings/receipt.html")]
pub struct GuestReceiptPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    back: LinkButton,
    paper: Paper,
}

/// The receipt of a link's booking.
pub async fn show(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let token = path.into_inner().1;
    let shown = show::read(&site, &ctx, &token).await?;
    let issued = shown.receipt.as_ref().ok_or(Error::NotFound)?;
    ctx.html(&GuestReceiptPage {
        title: ctx.t.payments_receipt(),
        back: LinkButton {
            label: ctx.t.ui_back(),
            url: links::booking(ctx.lang, &token),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        paper: receipt::paper(&ctx, issued, Which::Again),
        ctx: &ctx,
    })
}
