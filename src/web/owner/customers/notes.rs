//! What the next one should know of a guest: written down, taken off, put back.

use super::{
    card::{self, Refused, kind_of},
    words,
};
use crate::{
    base::{
        ids::{CustomerId, CustomerNoteId},
        msg::Msg,
        text,
    },
    domain::{
        businesses::role::Right,
        customers::{
            card::CardError,
            notes::{self, LONGEST},
        },
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use serde::Deserialize;

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NoteForm {
    csrf: String,
    kind: String,
    note: String,
}

/// Writes one down.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<NoteForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let customer = words::key(&id)?;
    let mut errors = Errors::default();
    let kind = kind_of(&form.kind);
    if kind.is_none() {
        errors.add("kind", Msg::new("customers-note-kind-required"));
    }
    let note = fields::required(
        &mut errors,
        "note",
        &form.note,
        |typed| text::short_paragraph(typed, LONGEST),
        Msg::new("customers-note-required"),
    );
    let (Some(kind), Some(note)) = (kind, note) else {
        let refused = Refused {
            kind: &form.kind,
            note: &form.note,
            errors,
            ..Refused::default()
        };
        ctx.stand_at(&words::card(&ctx, &slug, customer, ""));
        return card::redraw(&site, &ctx, &signed_in, (&slug, &id), &refused).await;
    };
    let wish = (slug.as_str(), Right::WriteNotes);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        notes::add(tx, customer, (kind, &note))
    });
    done.await?.map_err(refused)?;
    back(&ctx, (&slug, customer), Said::CardNoteAdded)
}

/// What a button of a note says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct KeyForm {
    csrf: String,
}

/// Takes one off the card.
pub async fn remove(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
    form: Typed<KeyForm>,
) -> Result {
    keep(&site, &ctx, &signed_in, &path, (&form.0, false)).await
}

/// Puts it back.
pub async fn restore(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
    form: Typed<KeyForm>,
) -> Result {
    keep(&site, &ctx, &signed_in, &path, (&form.0, true)).await
}

async fn keep(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (_, slug, id, note): &(String, String, String, String),
    (form, is_kept): (&KeyForm, bool),
) -> Result {
    signed_in.sent(&form.csrf)?;
    let customer = words::key(id)?;
    let note: CustomerNoteId = note.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (slug.as_str(), Right::WriteNotes);
    let done = member::enter(site, ctx, signed_in, wish, move |tx, _| {
        notes::keep(tx, (customer, note), is_kept)
    });
    done.await?.map_err(refused)?;
    let said = match is_kept {
        true => Said::CardNoteRestored,
        false => Said::CardNoteRemoved,
    };
    back(ctx, (slug, customer), said)
}

/// What is said when nothing was written on a card, where the page can say nothing better.
pub(super) fn refused(error: CardError) -> Error {
    match error {
        CardError::Unknown | CardError::Stale | CardError::Erased => Error::NotFound,
        CardError::Db(error) => error.into(),
    }
}

/// Back to the card.
pub(super) fn back(ctx: &PageCtx, (slug, id): (&str, CustomerId), said: Said) -> Result {
    let card = words::card(ctx, slug, id, "");
    Ok(flash::say(ctx.see_other(&card)?, said))
}
