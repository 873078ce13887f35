//! A letter is sent again, once for each press of the button that was drawn.

use super::messages::RIGHT;
use crate::{
    base::ids::{BookingId, NoticeId},
    domain::{
        bookings::again::{self, AgainError},
        platform::once,
    },
    web::{
        error::{Error, Result},
        flash::{self, SaidOfLetters},
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
use uuid::Uuid;

/// What was pressed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AgainForm {
    csrf: String,
    /// What tells this button from every other: sent twice, it is pressed once.
    key: String,
}

/// Sends it.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
    form: Typed<AgainForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id, notice) = path.into_inner();
    let id: BookingId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let notice: NoticeId = notice.parse().map_err(|_no_key| Error::NotFound)?;
    let key: Uuid = form.0.key.parse().map_err(|_no_key| Error::Unreadable)?;
    let user = signed_in.user;
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        (&slug, RIGHT),
        move |tx, at| -> std::result::Result<SaidOfLetters, AgainError> {
            let wish = format!("{id} {notice}");
            if !once::is_first(tx, (key, user), ("message again", &wish))? {
                return Ok(SaidOfLetters::MessageAgain);
            }
            let now = tx.now();
            let leaves = again::send_again(tx, &at.profile, (id, notice))?;
            Ok(match leaves > now {
                true => SaidOfLetters::MessageInTheMorning,
                false => SaidOfLetters::MessageAgain,
            })
        },
    );
    let said = match done.await? {
        Ok(said) => said,
        Err(AgainError::Unknown) => return Err(Error::NotFound),
        Err(AgainError::OnItsWay) => SaidOfLetters::MessageOnItsWay,
        Err(AgainError::NotSo) => SaidOfLetters::MessageNotSo,
        Err(AgainError::NoAddress) => SaidOfLetters::MessageNoAddress,
        Err(AgainError::TooOften) => SaidOfLetters::MessageTooOften,
        Err(AgainError::Db(error)) => return Err(error.into()),
    };
    site.wake.notify_one();
    let list = links::desk_act(ctx.lang, &slug, id, "messages");
    Ok(flash::say(ctx.see_other(&list)?, said))
}
