//! Photographs come in: who may send them is asked before they are read, each is made anew, and only what is made is kept.

use super::{
    RIGHT,
    list::{self, Sending},
    words,
};
use crate::{
    base::{ids::BusinessId, msg::Msg},
    db,
    domain::businesses::photo::{self, NewPhoto, PhotoError, Spot},
    media::{Kind, Made, judge::LARGEST, workshop::WorkshopError},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{
            files,
            upload::{Bounds, Unread, Upload},
        },
        gate::member,
        links, media,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use std::time::Duration;
use tokio::time::timeout;

/// So many may be sent at once.
pub(super) const FILES: usize = 10;
/// What a form may carry: ten of a telephone's.
const BOUNDS: Bounds = Bounds {
    largest: LARGEST,
    most: 64 * 1024 * 1024,
    files: FILES,
};
/// How long it may take: others wait for its place.
const PATIENCE: Duration = Duration::from_secs(300);
/// When to come again if too many send photographs.
const LATER: u32 = 15;

/// Takes photographs.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Unread,
) -> Result {
    take(&site, ctx, (&signed_in, &path.1), Spot::Gallery, form).await
}

/// Takes a mark.
pub async fn create_logo(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Unread,
) -> Result {
    take(&site, ctx, (&signed_in, &path.1), Spot::Logo, form).await
}

/// Takes each that can be taken, and says of every other why not.
async fn take(
    site: &Site,
    ctx: PageCtx,
    (signed_in, slug): (&SignedIn, &str),
    spot: Spot,
    form: Unread,
) -> Result {
    let wish = (slug, RIGHT);
    let found = member::look(
        site,
        &ctx,
        signed_in,
        wish,
        move |tx, at| -> db::Result<_> { Ok((at.profile.id, photo::has_room(tx, spot)?)) },
    );
    let (business, has_room) = found.await??;
    let turn = site.workshop.turn().await;
    let _turn = turn.map_err(|_busy| Error::Busy(LATER))?;
    let sent = timeout(PATIENCE, form.read(BOUNDS)).await;
    let sent = sent.map_err(|_elapsed| Error::Slow)??;
    signed_in.sent(sent.field("csrf"))?;
    let mut sending = Sending {
        spot: Some(spot),
        ..Sending::default()
    };
    if sent.files.is_empty() {
        sending.complaints.push(Msg::new("photos-required"));
    }
    for file in sent.files {
        let name = files::name(&file.name);
        if !has_room {
            sending.complaints.push(words::too_many(&name));
            continue;
        }
        match one(site, &ctx, (signed_in, slug), (business, spot), file).await? {
            Ok(()) => sending.taken += 1,
            Err(why) => sending.complaints.push(why),
        }
    }
    if !sending.complaints.is_empty() {
        return list::draw(site, ctx, signed_in, slug, &sending).await;
    }
    let there = links::owner(ctx.lang, slug, "photos");
    let said = match spot {
        Spot::Gallery => Said::PhotosAdded,
        Spot::Logo => Said::LogoSaved,
    };
    Ok(flash::say(ctx.see_other(&there)?, said))
}

/// One file: made, put where its files lie, and only then told of.
async fn one(
    site: &Site,
    ctx: &PageCtx,
    (signed_in, slug): (&SignedIn, &str),
    (business, spot): (BusinessId, Spot),
    file: Upload,
) -> Result<std::result::Result<(), Msg>> {
    let name = files::name(&file.name);
    let kind = match spot {
        Spot::Gallery => Kind::Photo,
        Spot::Logo => Kind::Logo,
    };
    let made = match site.workshop.make(kind, file.name, file.bytes).await {
        Ok(made) => made,
        Err(WorkshopError::Busy) => return Err(Error::Busy(LATER)),
        Err(WorkshopError::Refused(why)) => return Ok(Err(files::refused(why, &name))),
    };
    let new = row(spot, &made);
    for file in &made.files {
        let place = media::name(business, &made.key, &file.name);
        let put = site.store.put(&place, file.bytes.clone()).await;
        put.map_err(|error| Error::Broken(error.to_string()))?;
    }
    let added = member::enter(site, ctx, signed_in, (slug, RIGHT), move |tx, _| {
        photo::add(tx, &new)
    });
    match added.await? {
        Ok(_id) => Ok(Ok(())),
        Err(PhotoError::There) => Ok(Err(words::there(&name))),
        Err(PhotoError::TooMany) => {
            forget(site, business, &made).await;
            Ok(Err(words::too_many(&name)))
        }
        Err(PhotoError::Db(error)) => Err(error.into()),
        Err(PhotoError::Unknown) => Err(Error::NotFound),
    }
}

fn row(spot: Spot, made: &Made) -> NewPhoto {
    let side = |side: u32| i32::try_from(side).unwrap_or(i32::MAX);
    let bytes: usize = made.files.iter().map(|file| file.bytes.len()).sum();
    NewPhoto {
        spot,
        key: made.key.clone(),
        ending: made.ending.to_owned(),
        width: side(made.width),
        height: side(made.height),
        bytes: i32::try_from(bytes).unwrap_or(i32::MAX),
    }
}

/// Nobody was told of these files: no row has their key, which was asked under the lock.
async fn forget(site: &Site, business: BusinessId, made: &Made) {
    for file in &made.files {
        let place = media::name(business, &made.key, &file.name);
        if let Err(error) = site.store.delete(&place).await {
            tracing::warn!(%error, "files of a photograph that was not taken stay");
        }
    }
}
