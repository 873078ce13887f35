//! The tenant out of the path. What is not open to the public is not found.

use crate::{
    base::ids::BusinessId,
    db::{self, Actor, Scope},
    domain::businesses::directory,
    web::{error::Error, page::PageCtx, site::Site},
};

/// So many words are remembered; then the memory begins anew.
const REMEMBERED: usize = 10_000;

/// The scope of a visitor of the business of a slug.
pub async fn visitor(site: &Site, ctx: &PageCtx, slug: &str) -> Result<Scope, Error> {
    let business = match remembered(site, slug) {
        Some(business) => business,
        None => look_up(site, slug).await?,
    };
    Ok(Scope {
        request: ctx.request.clone(),
        ..Scope::new(business, Actor::Visitor)
    })
}

fn remembered(site: &Site, slug: &str) -> Option<BusinessId> {
    site.slugs.read().ok()?.get(slug).copied()
}

async fn look_up(site: &Site, slug: &str) -> Result<BusinessId, Error> {
    let shaped = slug.len() <= 100
        && slug
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_');
    if !shaped {
        return Err(Error::NotFound);
    }
    let wanted = slug.to_owned();
    let found: Option<BusinessId> = site
        .db
        .platform(move |tx| -> db::Result<_> { directory::find(tx, &wanted) })
        .await?;
    let business = found.ok_or(Error::NotFound)?;
    if let Ok(mut slugs) = site.slugs.write() {
        if slugs.len() >= REMEMBERED {
            slugs.clear();
        }
        slugs.insert(slug.to_owned(), business);
    }
    Ok(business)
}
