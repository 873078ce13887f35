//! A paper of one's own application: added, given back as a file, taken back.

use super::show::{self, SendForm};
use crate::{
    base::{ids::DocumentId, msg::Msg},
    db,
    domain::businesses::document::{
        self, Document, DocumentError, DocumentKind, LARGEST, MOST, NewDocument,
    },
    web::{
        download,
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed, upload::Sent},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};

/// Adds a paper; what it is, its bytes say and not its name.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Sent,
) -> Result {
    signed_in.sent(form.field("csrf"))?;
    let kind = DocumentKind::from_word(form.field("kind")).ok_or(Error::Unreadable)?;
    let found = super::own(&site, signed_in.user, &path.1).await?;
    let file = form.file.unwrap_or_default();
    let (user, id) = (signed_in.user, found.id);
    let new = NewDocument {
        kind,
        name: file.name,
        bytes: file.bytes,
    };
    let added = super::work(&site, &ctx, &signed_in, move |tx| {
        document::add(tx, user, id, &new)
    });
    let there = links::application(ctx.lang, &found.slug, "");
    let complaint = match added.await {
        Ok(()) => return Ok(flash::say(ctx.see_other(&there)?, Said::PaperAdded)),
        Err(DocumentError::Unknown) => {
            return Ok(flash::say(ctx.see_other(&there)?, Said::Overtaken));
        }
        Err(DocumentError::Db(error)) => return Err(error.into()),
        Err(DocumentError::Empty) => Msg::new("operators-paper-empty"),
        Err(DocumentError::TooLarge) => {
            Msg::new("operators-paper-too-large").with("most", LARGEST / (1024 * 1024))
        }
        Err(DocumentError::NoPaper) => Msg::new("operators-paper-unknown"),
        Err(DocumentError::TooMany) => Msg::new("operators-paper-too-many").with("most", MOST),
    };
    ctx.stand_at(&there);
    let mut errors = Errors::default();
    errors.add("paper", complaint);
    let status = (StatusCode::UNPROCESSABLE_ENTITY, &errors);
    show::draw(&site, &ctx, &signed_in, &found.slug, status).await
}

/// Gives a paper back to its owner.
pub async fn show(
    site: Data<Site>,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    let found = super::own(&site, signed_in.user, &path.1).await?;
    let id: DocumentId = path.2.parse().map_err(|_no_key| Error::NotFound)?;
    let user = signed_in.user;
    let read: db::Result<Option<(Document, Vec<u8>)>> = site
        .db
        .platform(move |tx| document::read(tx, Some(user), id))
        .await;
    let (paper, bytes) = read?
        .filter(|(paper, _)| paper.business == found.id)
        .ok_or(Error::NotFound)?;
    Ok(download::attached(&paper.name, &paper.content_type, bytes))
}

/// Takes a paper back.
pub async fn destroy(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<SendForm>,
) -> Result {
    signed_in.sent(form.0.key())?;
    let found = super::own(&site, signed_in.user, &path.1).await?;
    let paper: DocumentId = path.2.parse().map_err(|_no_key| Error::NotFound)?;
    let (user, id) = (signed_in.user, found.id);
    let removed = super::work(&site, &ctx, &signed_in, move |tx| {
        document::remove(tx, user, id, paper)
    });
    let there = links::application(ctx.lang, &found.slug, "");
    match removed.await {
        Ok(()) => Ok(flash::say(ctx.see_other(&there)?, Said::PaperRemoved)),
        Err(DocumentError::Db(error)) => Err(error.into()),
        Err(_) => Ok(flash::say(ctx.see_other(&there)?, Said::Overtaken)),
    }
}
