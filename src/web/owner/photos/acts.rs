//! What is done with a photograph by one press: moved by a place, put above the page, removed, had back.

use super::RIGHT;
use crate::{
    base::{ids::PhotoId, order::Toward},
    domain::businesses::photo::{self, PhotoError},
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

/// What a button says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct StateForm {
    csrf: String,
    to: String,
}

/// What is wanted.
#[derive(Clone, Copy)]
enum Wish {
    Move(Toward),
    Feature,
    Remove,
    Restore,
}

/// Does it, and shows where it stands.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<StateForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id: PhotoId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let (wish, said) = match form.0.to.as_str() {
        "feature" => (Wish::Feature, Said::PhotoFeatured),
        "remove" => (Wish::Remove, Said::PhotoRemoved),
        "restore" => (Wish::Restore, Said::PhotoRestored),
        word => {
            let toward = Toward::from_word(word).ok_or(Error::Unreadable)?;
            (Wish::Move(toward), Said::PhotoMoved)
        }
    };
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        (&slug, RIGHT),
        move |tx, _| match wish {
            Wish::Move(toward) => photo::shift(tx, id, toward),
            Wish::Feature => photo::feature(tx, id),
            Wish::Remove => photo::remove(tx, id),
            Wish::Restore => photo::restore(tx, id),
        },
    );
    let at = match wish {
        Wish::Remove => String::new(),
        Wish::Move(_) | Wish::Feature | Wish::Restore => format!("#p-{id}"),
    };
    let there = links::owner(ctx.lang, &slug, &format!("photos{at}"));
    let said = match done.await? {
        Ok(()) => said,
        // Pressed twice, or by two: it is as they wished, or nearly so, and the page shows how.
        Err(PhotoError::Unknown | PhotoError::There) => Said::Overtaken,
        Err(PhotoError::TooMany) => Said::PhotosFull,
        Err(PhotoError::Db(error)) => return Err(error.into()),
    };
    Ok(flash::say(ctx.see_other(&there)?, said))
}
