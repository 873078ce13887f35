//! How a shop marks somebody: VIP, or somebody who cannot book online.

use super::{
    card::{self, Refused},
    notes::{back, refused},
    words,
};
use crate::{
    base::{msg::Msg, text},
    domain::{
        businesses::role::Right,
        customers::marks::{self, REASON_MAX},
    },
    web::{
        error::Result,
        flash::Said,
        form::{Errors, fields, typed::Typed},
        gate::member,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use serde::Deserialize;

/// What whoever does this needs.
const RIGHT: Right = Right::WriteCustomers;

/// What is pressed or typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MarkForm {
    csrf: String,
    vip: String,
    reason: String,
}

/// Makes somebody a VIP, or no longer.
pub async fn vip(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<MarkForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let customer = words::key(&id)?;
    let is_vip = form.0.vip == "yes";
    let done = member::enter(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, _| {
        marks::vip(tx, customer, is_vip)
    });
    done.await?.map_err(refused)?;
    let said = match is_vip {
        true => Said::CustomerVip,
        false => Said::CustomerPlain,
    };
    back(&ctx, (&slug, customer), said)
}

/// Keeps somebody from booking online.
pub async fn block(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<MarkForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let customer = words::key(&id)?;
    let mut errors = Errors::default();
    let reason = fields::required(
        &mut errors,
        "reason",
        &form.reason,
        |typed| text::short_paragraph(typed, REASON_MAX),
        Msg::new("customers-block-reason-required"),
    );
    let Some(reason) = reason else {
        let refused = Refused {
            reason: &form.reason,
            errors,
            ..Refused::default()
        };
        ctx.stand_at(&words::card(&ctx, &slug, customer, ""));
        return card::redraw(&site, &ctx, &signed_in, (&slug, &id), &refused).await;
    };
    let done = member::enter(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, _| {
        marks::block(tx, customer, &reason)
    });
    done.await?.map_err(refused)?;
    back(&ctx, (&slug, customer), Said::CustomerBlocked)
}

/// Lets them book again.
pub async fn unblock(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<MarkForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let customer = words::key(&id)?;
    let done = member::enter(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, _| {
        marks::unblock(tx, customer)
    });
    done.await?.map_err(refused)?;
    back(&ctx, (&slug, customer), Said::CustomerUnblocked)
}
