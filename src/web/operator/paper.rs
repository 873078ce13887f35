//! A paper as a file to keep, never as a page: whatever is in it, no browser draws it here.

use crate::{
    base::ids::DocumentId,
    db,
    domain::businesses::document::{self, Document},
    web::{
        error::{Error, Result},
        gate::operator,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};

/// Gives a paper to an operator.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let id: DocumentId = path.1.parse().map_err(|_no_key| Error::NotFound)?;
    let read: db::Result<Option<(Document, Vec<u8>)>> =
        operator::look(&site, &ctx, &signed_in, move |tx, _| {
            document::read(tx, None, id)
        })
        .await?;
    let (paper, bytes) = read?.ok_or(Error::NotFound)?;
    Ok(crate::web::download::attached(
        &paper.name,
        &paper.content_type,
        bytes,
    ))
}
