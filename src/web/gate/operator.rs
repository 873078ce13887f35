//! Somebody who runs the platform. Everybody else who is signed in is told that there is nothing here.

use crate::{
    base::ids::BusinessId,
    db::{Access, Actor, Author, PlatformTx, Refusal, Scope, TenantTx},
    domain::accounts::operator::{self, Operator},
    web::{error::Error, page::PageCtx, session::SignedIn, site::Site},
};

/// Reads as the signed-in operator; PostgreSQL refuses a write.
pub async fn look<T, E, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut PlatformTx<'_>, &Operator) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    pass(site, Access::Read, (ctx, signed_in), work).await
}

/// Works as the signed-in operator, in one transaction whose changes the audit trail lays to them.
pub async fn enter<T, E, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut PlatformTx<'_>, &Operator) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    pass(site, Access::Write, (ctx, signed_in), work).await
}

/// Reads or works inside one business as the signed-in operator, for what nobody in it may do: the trail lays it to them, and row
/// security holds as it does for those who work there.
pub async fn within<T, E, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (access, business): (Access, BusinessId),
    mut work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    let (user, request) = (signed_in.user, ctx.request.clone());
    let answer = site
        .db
        .enter(
            access,
            move |tx| -> Result<_, E> {
                let scope = Scope {
                    request: request.clone(),
                    ..Scope::new(business, Actor::Operator(user))
                };
                let operator = operator::find(tx, user).map_err(E::from)?;
                Ok(operator.map(|_| (scope, ())))
            },
            move |tx, ()| work(tx),
        )
        .await;
    match answer {
        Ok(Some(value)) => Ok(Ok(value)),
        Ok(None) => Err(Error::NotFound),
        Err(refusal) => Ok(Err(refusal)),
    }
}

async fn pass<T, E, F>(
    site: &Site,
    access: Access,
    (ctx, signed_in): (&PageCtx, &SignedIn),
    mut work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut PlatformTx<'_>, &Operator) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    let user = signed_in.user;
    let author = Author {
        user,
        role: "admin",
        request: ctx.request.clone(),
        behind: None,
    };
    let answer = site
        .db
        .platform_by(access, author, move |tx| -> Result<_, E> {
            match operator::find(tx, user).map_err(E::from)? {
                Some(operator) => work(tx, &operator).map(Some),
                None => Ok(None),
            }
        })
        .await;
    match answer {
        Ok(Some(value)) => Ok(Ok(value)),
        Ok(None) => Err(Error::NotFound),
        Err(refusal) => Ok(Err(refusal)),
    }
}
