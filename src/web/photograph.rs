//! Photographs come in, whatever they are of: who may send them is asked before they are read, each is made anew, and only
//! what is made is kept.

use super::{
    error::Error,
    form::{
        files,
        upload::{Bounds, SentFiles, Unread, Upload},
    },
    site::Site,
};
use crate::{
    base::msg::Msg,
    media::{
        Kind, Made,
        workshop::{Turn, WorkshopError},
    },
};
use std::time::Duration;
use tokio::time::timeout;

/// What a browser offers to choose from.
pub const ACCEPT: &str = "image/jpeg,image/png,image/webp";
/// How long a form with photographs may take: others wait for its place.
const PATIENCE: Duration = Duration::from_secs(300);
/// When to come again if too many send photographs.
const LATER: u32 = 15;

/// Reads a form with photographs. Its place is kept until what comes with it is dropped.
pub async fn read(site: &Site, form: Unread, bounds: Bounds) -> Result<(SentFiles, Turn), Error> {
    let turn = site.workshop.turn().await;
    let turn = turn.map_err(|_busy| Error::Busy(LATER))?;
    let sent = timeout(PATIENCE, form.read(bounds)).await;
    let sent = sent.map_err(|_elapsed| Error::Slow)??;
    Ok((sent, turn))
}

/// Makes one and puts its files where they lie, each under the name that `place` gives it; or says why it is not taken.
pub async fn take(
    site: &Site,
    kind: Kind,
    file: Upload,
    place: impl Fn(&str, &str) -> String,
) -> Result<Result<Made, Msg>, Error> {
    let called = files::name(&file.name);
    let made = match site.workshop.make(kind, file.name, file.bytes).await {
        Ok(made) => made,
        Err(WorkshopError::Busy) => return Err(Error::Busy(LATER)),
        Err(WorkshopError::Refused(why)) => return Ok(Err(files::refused(why, &called))),
    };
    for file in &made.files {
        let place = place(&made.key, &file.name);
        let put = site.store.put(&place, file.bytes.clone());
        put.await
            .map_err(|error| Error::Broken(error.to_string()))?;
    }
    Ok(Ok(made))
}

/// Width, height and weight of all its files, as a row has them.
pub fn measures(made: &Made) -> (i32, i32, i32) {
    let side = |side: u32| i32::try_from(side).unwrap_or(i32::MAX);
    let bytes: usize = made.files.iter().map(|file| file.bytes.len()).sum();
    let bytes = i32::try_from(bytes).unwrap_or(i32::MAX);
    (side(made.width), side(made.height), bytes)
}
