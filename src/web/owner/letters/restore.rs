//! Gives up a shop's own words in one letter: it is in ours again.

use super::{RIGHT, answers::Answers, words::Place};
use crate::{
    db::EditError,
    domain::notifications::wording::{self, Wording},
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

/// Only what was looked at is given up.
pub async fn restore(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let (_, slug, occasion, lang) = path.into_inner();
    signed_in.sent(form.0.get("csrf"))?;
    let place: Place = format!("{occasion}/{lang}")
        .parse()
        .map_err(|()| Error::NotFound)?;
    let version = form.0.get("version").to_owned();
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> std::result::Result<(), EditError> {
            let Place(occasion, lang) = place;
            wording::set(tx, (occasion, lang), &Wording::default(), &version)
        },
    );
    let said = match done.await? {
        Ok(()) => Said::LettersRestored,
        Err(EditError::Stale) => Said::Overtaken,
        Err(error) => return Err(error.into()),
    };
    let there = links::owner(ctx.lang, &slug, &place.path());
    Ok(flash::say(ctx.see_other(&there)?, said))
}
