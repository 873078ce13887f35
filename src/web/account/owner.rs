//! Whose account it is, before something is done to it that a stranger at an open counter must not do.

use super::known;
use crate::{
    db,
    domain::accounts::{
        person::{self, Person},
        sign_in::Asker,
    },
    web::{error::Error, session::SignedIn, site::Site},
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
