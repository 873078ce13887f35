//! The browser of a tablet that stands in the shop, asked before anybody comes in on it. What is none, or none any more, is
//! shown the way to sign in.

use crate::{
    base::{
        ids::{BusinessId, DeviceId},
        token::Token,
    },
    db::{self, Access, Actor, PlatformTx, Refusal, Scope, TenantTx},
    domain::businesses::device,
    web::{error::Error, links, page::PageCtx, shop_device, site::Site},
};
use actix_web::HttpRequest;

/// What this browser holds; without it, people sign in.
pub(super) fn held(
    site: &Site,
    ctx: &PageCtx,
    request: &HttpRequest,
    slug: &str,
) -> Result<Token, Error> {
    shop_device::token(site, request).ok_or_else(|| to_sign_in(ctx, slug))
}

fn to_sign_in(ctx: &PageCtx, slug: &str) -> Error {
    Error::SignIn {
        back_to: links::day(ctx.lang, slug, None, "today"),
    }
}

/// Works in the business whose tablet this is.
pub(super) async fn on_device<T, E, F>(
    site: &Site,
    ctx: &PageCtx,
    held: (&str, Token),
    mut work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>, DeviceId) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    let steps = (
        |_: &mut PlatformTx<'_>| Ok(()),
        move |tx: &mut TenantTx<'_>, device: DeviceId, (): &()| work(tx, device),
    );
    on_device_after(site, ctx, held, steps).await
}

/// Works in the business whose tablet this is, in one transaction that begins outside all businesses: with what it has to
/// do with people's accounts.
pub(super) async fn on_device_after<T, A, E, H, F>(
    site: &Site,
    ctx: &PageCtx,
    (slug, token): (&str, Token),
    (mut outside, mut work): (H, F),
) -> Result<Result<T, E>, Error>
where
    H: FnMut(&mut PlatformTx<'_>) -> Result<A, E> + Send + 'static,
    F: FnMut(&mut TenantTx<'_>, DeviceId, &A) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    A: Send + 'static,
    E: Refusal,
{
    let (wanted, request) = (slug.to_owned(), ctx.request.clone());
    let held = token.clone();
    let scope = move |business: BusinessId| Scope {
        request: request.clone(),
        ..Scope::new(business, Actor::House)
    };
    let done = site
        .db
        .enter(
            Access::Write,
            move |tx| -> Result<_, E> {
                let found = device::find(tx, &wanted, &token).map_err(E::from)?;
                let Some((business, device)) = found else {
                    return Ok(None);
                };
                Ok(Some((scope(business), (device, outside(tx)?))))
            },
            move |tx, (device, found)| work(tx, *device, found),
        )
        .await;
    match done {
        Ok(Some(value)) => Ok(Ok(value)),
        Ok(None) => Err(no_tablet(site, ctx, slug, held).await),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// What is shown on what is no tablet of the business: that it was one, or the way to sign in.
async fn no_tablet(site: &Site, ctx: &PageCtx, slug: &str, held: Token) -> Error {
    let wanted = slug.to_owned();
    let was_one: db::Result<bool> = site
        .db
        .platform(move |tx| device::was_one(tx, &wanted, &held))
        .await;
    match was_one {
        Ok(true) => Error::DeviceRevoked,
        Ok(false) => to_sign_in(ctx, slug),
        Err(error) => error.into(),
    }
}
