//! A file that the guest answered a question with, given back to whoever holds the link of the booking.

use crate::{
    base::ids::AnswerFileId,
    db,
    domain::bookings::{
        answer_files::{self, Keeper},
        answers, booking,
    },
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
        // As long as the page shows the answers, and no longer.
        let found = booking::find(tx, opened.booking)?;
        let is_shown = found.is_some_and(|one| answers::are_shown(one.row.end_at, tx.now()));
        match is_shown {
            true => answer_files::read(tx, Keeper::Booking(opened.booking), file),
            false => db::Result::Ok(None),
        }
    });
    let file = found.await??.ok_or(Error::NotFound)?;
    Ok(download::private(
        &file.name,
        &file.content_type,
        file.bytes,
    ))
}
