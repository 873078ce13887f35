//! An operator leaves somebody's place and is themselves again.

use crate::{
    db,
    domain::accounts::impersonation,
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        visit,
    },
};
use actix_web::{HttpRequest, web::Data};
use serde::Deserialize;

/// The key alone.
#[derive(Deserialize)]
pub struct EndForm {
    #[serde(default)]
    csrf: String,
}

/// Ends it, and goes back to the page of the person.
pub async fn end(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    signed_in: SignedIn,
    form: Typed<EndForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    if signed_in.behind.is_none() {
        return Err(Error::NotFound);
    }
    let session = signed_in.session;
    let ended: db::Result<()> = site
        .db
        .platform(move |tx| impersonation::end(tx, session))
        .await;
    ended?;
    visit::end(&request)?;
    let back = links::operator(ctx.lang, &format!("/people/{}", signed_in.user));
    Ok(flash::say(ctx.see_other(&back)?, Said::Decided))
}
