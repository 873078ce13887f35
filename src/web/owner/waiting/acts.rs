//! What the shop does with a place: offers a time by hand, puts it before or behind others, takes it off the list.

use super::{RIGHT, below};
use crate::{
    base::ids::WaitId,
    db::{DbError, EditError},
    domain::bookings::waitlist::{
        answer,
        entry::Priority,
        offer::{self, Offer, OfferError},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::member,
        moments::from_field,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use serde::Deserialize;

/// What was pressed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ActForm {
    csrf: String,
    start: String,
    version: String,
    priority: String,
}

/// Offers a time: it is held from now on, and a letter says until when.
pub async fn offer(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<ActForm>,
) -> Result {
    let (_, slug, id) = path.into_inner();
    signed_in.sent(&form.0.csrf)?;
    let entry: WaitId = id.parse().map_err(|_no_id| Error::NotFound)?;
    let start = from_field(&form.0.start).ok_or(Error::Unreadable)?;
    let secret = site.secret.clone();
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        (&slug, RIGHT),
        move |tx, at| -> std::result::Result<(), OfferError> {
            let command = Offer {
                profile: &at.profile,
                entry,
                start,
                secret: &secret,
            };
            offer::offer(tx, &command)?;
            Ok(())
        },
    );
    let said = match done.await? {
        Ok(()) => {
            site.wake.notify_one();
            Said::WaitlistOffered
        }
        Err(OfferError::Db(error)) => return Err(error.into()),
        Err(OfferError::Unknown) => Said::Overtaken,
        Err(_) => Said::WaitlistNotOffered,
    };
    let there = below(&ctx, &slug, "");
    Ok(flash::say(ctx.see_other(&there)?, said))
}

/// Puts somebody before or behind others.
pub async fn order(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<ActForm>,
) -> Result {
    let (_, slug, id) = path.into_inner();
    signed_in.sent(&form.0.csrf)?;
    let entry: WaitId = id.parse().map_err(|_no_id| Error::NotFound)?;
    let version: i32 = form
        .0
        .version
        .parse()
        .map_err(|_no_number| Error::Unreadable)?;
    let priority = Priority::from_label(&form.0.priority).ok_or(Error::Unreadable)?;
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        (&slug, RIGHT),
        move |tx, _| -> std::result::Result<(), EditError> {
            answer::prefer(tx, (entry, version), priority)
        },
    );
    let said = match done.await? {
        Ok(()) => Said::WaitlistOrdered,
        Err(EditError::Db(error)) => return Err(error.into()),
        Err(EditError::Unknown) => return Err(Error::NotFound),
        Err(_) => Said::Overtaken,
    };
    let there = below(&ctx, &slug, "");
    Ok(flash::say(ctx.see_other(&there)?, said))
}

/// Takes somebody off the list; what was offered is free at once.
pub async fn leave(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<ActForm>,
) -> Result {
    let (_, slug, id) = path.into_inner();
    signed_in.sent(&form.0.csrf)?;
    let entry: WaitId = id.parse().map_err(|_no_id| Error::NotFound)?;
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        (&slug, RIGHT),
        move |tx, _| -> std::result::Result<bool, DbError> { answer::leave(tx, entry) },
    );
    let said = match done.await?? {
        true => Said::WaitlistLeft,
        false => Said::Overtaken,
    };
    let there = below(&ctx, &slug, "");
    Ok(flash::say(ctx.see_other(&there)?, said))
}
