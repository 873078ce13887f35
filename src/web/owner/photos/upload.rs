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
    media::{Kind, Made, judge::LARGEST},
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
        photograph,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};

/// So many may be sent at once.
pub(super) const FILES: usize = 10;
/// What a form may carry: ten of a telephone's.
const BOUNDS: Bounds = Bounds {
    largest: LARGEST,
    most: 64 * 1024 * 1024,
    files: FILES,
};

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
    let (sent, _turn) = photograph::read(site, form, BOUNDS).await?;
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
        Spot::Logo => Said::LogoSaved,
        Spot::Gallery | Spot::Service | Spot::Person => Said::PhotosAdded,
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
        Spot::Logo => Kind::Logo,
        Spot::Gallery | Spot::Service | Spot::Person => Kind::Photo,
    };
    let place = |key: &str, file: &str| media::name(business, key, file);
    let made = match photograph::take(site, kind, file, place).await? {
        Ok(made) => made,
        Err(why) => return Ok(Err(why)),
    };
    let new = row(spot, &made);
    let added = member::enter(site, ctx, signed_in, (slug, RIGHT), move |tx, _| {
        photo::add(tx, &new)
    });
    match added.await? {
        Ok(_id) => Ok(Ok(())),
        Err(PhotoError::There) => Ok(Err(words::there(&name))),
        // Another row may show the same files; if none does, they go after a day.
        Err(PhotoError::TooMany) => Ok(Err(words::too_many(&name))),
        Err(PhotoError::Db(error)) => Err(error.into()),
        Err(PhotoError::Unknown) => Err(Error::NotFound),
    }
}

/// What is written down of one that was made.
pub(in crate::web::owner) fn row(spot: Spot, made: &Made) -> NewPhoto {
    let (width, height, bytes) = photograph::measures(made);
    NewPhoto {
        spot,
        key: made.key.clone(),
        ending: made.ending.to_owned(),
        width,
        height,
        bytes,
    }
}
