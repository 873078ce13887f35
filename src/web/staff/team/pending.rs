//! An offer without an answer: sent again, or taken back.

use super::{
    invite::{refused, send},
    words::RIGHT,
};
use crate::{
    base::ids::InvitationId,
    db,
    domain::businesses::invitation::{self, InvitationError},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use serde::Deserialize;

/// The key of the form alone.
#[derive(Deserialize)]
pub struct PendingForm {
    #[serde(default)]
    csrf: String,
}

/// Sends it again: another offer of the same takes its place, and the older link works no more.
pub async fn again(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<PendingForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id: InvitationId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (slug.as_str(), RIGHT);
    let found = member::look(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> db::Result<_> {
            let waiting = invitation::pending(tx)?;
            Ok(waiting.into_iter().find(|one| one.id == id))
        },
    );
    let found = found.await??;
    signed_in.still_fresh(&site, &links::team(ctx.lang, &slug, ""))?;
    let Some(one) = found else {
        return back(&ctx, &slug, Said::TeamOvertaken);
    };
    match send(&site, &ctx, &signed_in, (&slug, one.offer)).await? {
        Ok(()) => back(&ctx, &slug, Said::Invited),
        Err(InvitationError::Seated) => back(&ctx, &slug, Said::TeamOvertaken),
        Err(error) => Err(refused(error)),
    }
}

/// Takes it back.
pub async fn withdraw(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<PendingForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id: InvitationId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        invitation::withdraw(tx, id)
    })
    .await?;
    match done {
        Ok(()) => back(&ctx, &slug, Said::InvitationWithdrawn),
        Err(InvitationError::Gone) => back(&ctx, &slug, Said::TeamOvertaken),
        Err(error) => Err(refused(error)),
    }
}

fn back(ctx: &PageCtx, slug: &str, said: Said) -> Result {
    let list = links::team(ctx.lang, slug, "");
    Ok(flash::say(ctx.see_other(&list)?, said))
}
