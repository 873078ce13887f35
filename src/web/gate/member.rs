//! Somebody who works at a business. Who does not is told that there is nothing here.

use crate::{
    base::ids::UserId,
    db::{Access, Actor, Refusal, Scope, TenantTx},
    domain::businesses::{
        member::{self, Member, StaffRole},
        profile::{self, Profile},
    },
    web::{error::Error, page::PageCtx, session::SignedIn, site::Site},
};

/// A member at work.
pub struct AtWork {
    /// The seat.
    pub member: Member,
    /// The business.
    pub profile: Profile,
}

/// Reads in the business of a slug as the signed-in person; PostgreSQL refuses a write.
pub async fn look<T, E, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>, &AtWork) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    pass(site, Access::Read, (ctx, signed_in, slug), work).await
}

/// Works in the business of a slug as the signed-in person, in one transaction.
pub async fn enter<T, E, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>, &AtWork) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    pass(site, Access::Write, (ctx, signed_in, slug), work).await
}

async fn pass<T, E, F>(
    site: &Site,
    access: Access,
    (ctx, signed_in, slug): (&PageCtx, &SignedIn, &str),
    mut work: F,
) -> Result<Result<T, E>, Error>
where
    F: FnMut(&mut TenantTx<'_>, &AtWork) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: Refusal,
{
    let (user, slug, request) = (signed_in.user, slug.to_owned(), ctx.request.clone());
    let behind = signed_in.behind;
    let answer = site
        .db
        .enter(
            access,
            move |tx| -> Result<_, E> {
                let seat = member::find(tx, user, &slug).map_err(E::from)?;
                Ok(seat.map(|member| (scope(&member, user, &request, behind), member)))
            },
            move |tx, member| {
                let Some(profile) = profile::own(tx).map_err(E::from)? else {
                    return Ok(None);
                };
                work(
                    tx,
                    &AtWork {
                        member: member.clone(),
                        profile,
                    },
                )
                .map(Some)
            },
        )
        .await;
    match answer {
        Ok(Some(Some(value))) => Ok(Ok(value)),
        Ok(_) => Err(Error::NotFound),
        Err(refusal) => Ok(Err(refusal)),
    }
}

fn scope(member: &Member, user: UserId, request: &str, behind: Option<UserId>) -> Scope {
    let actor = Actor::Member {
        user,
        owner: member.role == StaffRole::Owner,
    };
    Scope {
        request: request.to_owned(),
        behind,
        ..Scope::new(member.business, actor)
    }
}
