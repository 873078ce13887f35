//! The files of the details page: taken one by one before anything else is read of the form, so that what is wrong elsewhere
//! costs nobody a photograph that has come already.

use super::{
    read::{self, Found},
    typed::DetailsForm,
};
use crate::{
    base::{ids::AnswerFileId, msg::Msg, token::Token},
    db::DbError,
    domain::{
        bookings::answer_files::{self, LARGEST_PAPER, NewFile, TakeError},
        businesses::document::Format,
        catalog::question::{self, Kind, Question},
        scheduling::hold,
    },
    media::{judge::LARGEST, private::Sort, workshop::WorkshopError},
    web::{
        crowd,
        error::Error,
        form::{
            Errors, files,
            questions::{HEALTH, held, is_chosen, question_box},
            upload::{Bounds, Room, Unread, Upload},
        },
        gate::business,
        page::PageCtx,
        site::Site,
    },
};
use actix_web::HttpRequest;
use std::time::Duration;
use tokio::time::timeout;

/// So many come at once.
const FILES: usize = 9;
/// So much of them is held at once.
const HELD: usize = 24 * 1024 * 1024;
/// What the form may carry.
const ROOM: Room = Room {
    bounds: Bounds {
        largest: LARGEST,
        most: 64 * 1024 * 1024,
        files: FILES,
    },
    fields: 1000,
    longest: 64 * 1024,
    held: HELD,
};
/// How long it may take: others wait for its place.
const PATIENCE: Duration = Duration::from_secs(300);
/// When to come again if too many send files.
const LATER: u32 = 15;

/// Reads a form with files for a hold and takes those that can be taken; says of every other why not, and what was typed.
pub async fn taken(
    site: &Site,
    ctx: &PageCtx,
    request: &HttpRequest,
    (slug, token): (&str, &str),
    form: Unread,
) -> Result<(DetailsForm, Errors), Error> {
    // Who holds nothing sends nothing.
    let found = read::checkout(site, ctx, slug, token).await?;
    let questions = match found {
        Found::Checkout(found) if found.held.committed_at.is_none() => found.service.questions,
        Found::Checkout(_) | Found::Gone => Vec::new(),
    };
    crowd::send_files(site, request).await?;
    let turn = site.workshop.turn_of_guests().await;
    let _turn = turn.map_err(|_busy| Error::Busy(LATER))?;
    let sent = timeout(PATIENCE, form.read_in(ROOM)).await;
    let sent = sent.map_err(|_elapsed| Error::Slow)??;
    let form: DetailsForm = sent.typed()?;
    if form.hold != token {
        return Err(Error::Unreadable);
    }
    let chosen = |id, key| is_chosen(&form.picks, id, key);
    let asked = question::asked(&questions, &chosen);
    let mut errors = Errors::default();
    let has_agreed = held(&form.picks, HEALTH) == "yes";
    for file in sent.files {
        let mut asking = asked.iter().filter(|one| one.kind == Kind::File);
        // What nobody asks for is not kept.
        let Some(one) = asking.find(|one| question_box(one.id) == file.field) else {
            continue;
        };
        let name = files::name(&file.name);
        let refused = if one.is_health && !has_agreed {
            Some(Msg::new("form-file-agree-first").with("name", name))
        } else if file.is_cut {
            Some(at_once(&name))
        } else {
            take(site, ctx, (slug, token), one, file).await?
        };
        if let Some(why) = refused {
            errors.add(question_box(one.id), why);
        }
    }
    Ok((form, errors))
}

/// Takes back the file whose button was pressed.
pub async fn take_back(
    site: &Site,
    ctx: &PageCtx,
    (slug, token): (&str, &str),
    file: &str,
) -> Result<(), Error> {
    let file: AnswerFileId = file.parse().map_err(|_no_key| Error::Unreadable)?;
    let token = Token::parse(token).ok_or(Error::NotFound)?;
    let scope = business::visitor(site, ctx, slug).await?;
    let gone = site.db.tenant(scope, move |tx| -> Result<(), DbError> {
        match hold::find(tx, &token)? {
            Some(held) => answer_files::remove(tx, held.id, file),
            None => Ok(()),
        }
    });
    Ok(gone.await?)
}

fn at_once(name: &str) -> Msg {
    Msg::new("form-file-at-once")
        .with("count", FILES)
        .with("most", HELD / (1024 * 1024))
        .with("name", name)
}

/// One file: judged and made, and kept with the hold; or why not.
async fn take(
    site: &Site,
    ctx: &PageCtx,
    (slug, token): (&str, &str),
    question: &Question,
    file: Upload,
) -> Result<Option<Msg>, Error> {
    let shown = files::name(&file.name);
    let name = file.name.clone();
    let made = site.workshop.make_private(name, file.bytes, LARGEST_PAPER);
    let made = match made.await {
        Ok(Ok(made)) => made,
        Ok(Err(why)) => return Ok(Some(files::unfit(why, &shown))),
        Err(WorkshopError::Busy | WorkshopError::Refused(_)) => return Err(Error::Busy(LATER)),
    };
    let new = NewFile {
        question: question.id,
        name: file.name,
        format: match made.sort {
            Sort::Photograph => Format::Jpeg,
            Sort::Paper => Format::Pdf,
        },
        bytes: made.bytes,
    };
    let scope = business::visitor(site, ctx, slug).await?;
    let token = Token::parse(token).ok_or(Error::NotFound)?;
    let taken = site.db.tenant(scope, move |tx| {
        let held = hold::find(tx, &token)?.ok_or(TakeError::Unknown)?;
        answer_files::take(tx, held.id, &new)
    });
    match taken.await {
        Ok(()) => Ok(None),
        Err(TakeError::Db(error)) => Err(error.into()),
        Err(why) => Ok(files::no_room(&why, &shown)),
    }
}
