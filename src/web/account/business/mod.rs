//! A business of one's own, on its way in: the application, its papers, what the operators said.

pub mod edit;
pub mod form;
pub mod kind;
pub mod new;
pub mod paper;
pub mod show;

use crate::{
    base::ids::UserId,
    db::{self, Access, Author},
    domain::businesses::{
        opening,
        review_list::{self, Reviewed},
    },
    web::{
        error::{Error, Result},
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};

/// Who the audit trail lays a change to.
pub fn author(ctx: &PageCtx, signed_in: &SignedIn) -> Author {
    Author {
        user: signed_in.user,
        role: "owner",
        request: ctx.request.clone(),
        behind: signed_in.behind,
    }
}

/// Somebody's own business by its word. Nobody else is told that there is one.
pub async fn own(site: &Site, user: UserId, slug: &str) -> Result<Reviewed> {
    let slug = slug.to_owned();
    let found: db::Result<Option<Reviewed>> = site
        .db
        .platform(move |tx| review_list::of_owner(tx, user, &slug))
        .await;
    found?.ok_or(Error::NotFound)
}

/// Whether what this person opens is shown only once an operator has looked at it.
pub async fn is_reviewed(site: &Site, user: UserId) -> std::result::Result<bool, Error> {
    let on: db::Result<bool> = site
        .db
        .platform(move |tx| opening::is_reviewed(tx, user))
        .await;
    Ok(on?)
}

/// Works on somebody's own business, and the audit trail knows whose work it was.
pub async fn work<T, E, F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    work: F,
) -> std::result::Result<T, E>
where
    F: FnMut(&mut db::PlatformTx<'_>) -> std::result::Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: db::Refusal,
{
    let author = author(ctx, signed_in);
    site.db.platform_by(Access::Write, author, work).await
}
