//! What staff write down about a booking. If somebody was first, both notes are shown and nothing typed is lost.

use super::booking::{self, Refused, Whole};
use crate::{
    base::{ids::BookingId, msg::Msg, text},
    domain::{
        bookings::note::{self, LONGEST, NoteError, SaveNote},
        businesses::role::Right,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{Submit, Voice},
            post_form::PostForm,
            text_area::TextArea,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use serde::Deserialize;

/// The form.
#[derive(Deserialize)]
pub struct NoteForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    version: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    switch: String,
}

/// Saves the note; or, where that was pressed, shows the page in the other language.
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
    let booking: BookingId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let version: i32 = form
        .version
        .parse()
        .map_err(|_no_number| Error::Unreadable)?;
    // Answered in the booking's place, where the other language and a reload find it.
    ctx.stand_at(&links::desk_booking(ctx.lang, &slug, booking));
    let mut errors = Errors::default();
    let mut seen = Some(version);
    let parse = |typed: &str| text::paragraph(typed, LONGEST);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if form.switch == "yes" {
        status = StatusCode::OK;
    } else if let Some(note) = fields::optional(&mut errors, "note", &form.note, parse) {
        let wish = (slug.as_str(), Right::WriteNotes);
        let saved = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
            let note = note.as_str();
            let command = SaveNote {
                booking,
                note,
                version,
            };
            note::save(tx, &command)
        })
        .await?;
        match saved {
            Ok(()) => {
                let back = links::desk_booking(ctx.lang, &slug, booking);
                return Ok(flash::say(ctx.see_other(&back)?, Said::NoteSaved));
            }
            Err(NoteError::Unknown) => return Err(Error::NotFound),
            Err(NoteError::Db(error)) => return Err(error.into()),
            Err(NoteError::Stale) => {
                errors.add("note", Msg::new("form-stale"));
                status = StatusCode::CONFLICT;
                seen = None;
            }
        }
    }
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::WriteNotes).await?;
    let again = Refused {
        note: &form.note,
        version: seen,
        errors: &errors,
    };
    ctx.redraw(
        status,
        &booking::page(&ctx, &signed_in, &whole, Some(&again)),
    )
}

/// Where it is sent, for whoever may write.
pub(super) fn form(
    ctx: &PageCtx,
    whole: &Whole,
    refused: Option<&Refused<'_>>,
) -> Option<PostForm> {
    let row = &whole.booking.row;
    let seen = refused.and_then(|refused| refused.version);
    whole.may(Right::WriteNotes).then(|| PostForm {
        action: links::desk_act(ctx.lang, &whole.at.profile.slug, row.id, "note"),
        hidden: vec![
            ("csrf".to_owned(), ctx.csrf.clone()),
            (
                "version".to_owned(),
                seen.unwrap_or(row.version).to_string(),
            ),
        ],
    })
}

/// Its box, with what was typed and could not be saved.
pub(super) fn field(ctx: &PageCtx, whole: &Whole, refused: Option<&Refused<'_>>) -> TextArea {
    let t = ctx.t;
    TextArea {
        name: "note".to_owned(),
        label: t.desk_note(),
        value: refused.map_or(whole.booking.row.staff_note.clone(), |refused| {
            refused.note.to_owned()
        }),
        hint: Some(t.desk_note_hint()),
        complaint: refused.and_then(|refused| refused.errors.of("note", t)),
        ..TextArea::default()
    }
}

/// Its button.
pub(super) fn save(ctx: &PageCtx) -> Submit {
    Submit {
        label: ctx.t.desk_note_save(),
        voice: Voice::Quiet,
        ..Submit::default()
    }
}
