//! Whose account it is, before something is done to it that a stranger at an open counter must not do.

use super::{known, sheet};
use crate::{
    db,
    domain::accounts::{
        person::{self, Person},
        sign_in::Asker,
    },
    web::{error::Error, form::Errors, session::SignedIn, site::Site},
};
use actix_web::HttpRequest;

/// Who it is about; each try to say their password is counted like a try to sign in.
pub async fn owner(
    site: &Site,
    request: &HttpRequest,
    signed_in: &SignedIn,
) -> Result<(Person, Asker), Error> {
    let user = signed_in.user;
    let found: db::Result<_> = site.db.platform(move |tx| person::find(tx, user)).await;
    let person = found?.ok_or(Error::NotFound)?;
    let asker = known::count(site, request, &person.email).await?;
    Ok((person, asker))
}

/// Whether a page asks for the password before something dangerous. Whoever has none must have come in a moment ago, by
/// letter or otherwise, and is sent to do so.
pub async fn asks_password(site: &Site, signed_in: &SignedIn, page: &str) -> Result<bool, Error> {
    let user = signed_in.user;
    let found: db::Result<_> = site.db.platform(move |tx| person::find(tx, user)).await;
    let has_one = found?.ok_or(Error::NotFound)?.password_hash.is_some();
    if !has_one {
        signed_in.fresh(site, page)?;
    }
    Ok(has_one)
}

/// Complains where the password is not theirs; whoever has none is still to have come in lately.
pub async fn check(
    site: &Site,
    errors: &mut Errors,
    signed_in: &SignedIn,
    (person, typed): (&Person, &str),
    page: &str,
) -> Result<(), Error> {
    if person.password_hash.is_none() {
        return signed_in.still_fresh(site, page);
    }
    sheet::check_password(site, errors, typed, person).await
}
