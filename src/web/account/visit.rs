//! An operator leaves somebody's place and is themselves again.

use crate::web::{
    error::{Error, Result},
    form::typed::Typed,
    page::PageCtx,
    session::SignedIn,
    site::Site,
    visit,
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
    visit::leave(&site, &ctx, &request, &signed_in).await
}
