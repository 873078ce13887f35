//! A file that the guest answered a question with, given back to whoever holds the link of the booking.

use crate::{
    base::ids::AnswerFileId,
    domain::bookings::answer_files::{self, Keeper},
    web::{
        download,
        error::{Error, Result},
        gate::guest::{self, Opened},
        page::PageCtx,
        site::Site,
    },
};
use actix_web::web::{Data, Path};

/// The file.
pub async fn show(site: Data<Site>, ctx: PageCtx, path: Path<(String, String, String)>) -> Result {
    let (_, token, file) = path.into_inner();
    let file: AnswerFileId = file.parse().map_err(|_no_key| Error::NotFound)?;
    let found = guest::look(&site, &token, &ctx.request, move |tx, opened: &Opened| {
        answer_files::read(tx, Keeper::Booking(opened.booking), file)
    });
    let file = found.await??.ok_or(Error::NotFound)?;
    Ok(download::private(
        &file.name,
        &file.content_type,
        file.bytes,
    ))
}
