//! Photographs of a visit: sent, deleted, had back, and given to those alone who may read the chart.

use super::{
    READ, WRITE,
    answers::Answers,
    entry_at, keys,
    photo_page::{self, FILES, Told},
};
use crate::{
    base::{
        ids::{BusinessId, ChartPhotoId},
        msg::Msg,
        text,
    },
    db::{self, EditError},
    domain::bookings::{
        chart,
        chart_photos::{self, LONGEST, MOST, NewPhoto, Stage},
    },
    media::{Kind, judge::LARGEST},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors, files,
            typed::Typed,
            upload::{Bounds, Unread, Upload},
        },
        gate::member,
        media,
        page::PageCtx,
        photograph,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};

/// What a form may carry: that many of a telephone's.
const BOUNDS: Bounds = Bounds {
    largest: LARGEST,
    most: 48 * 1024 * 1024,
    files: FILES,
};

/// Those there are.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let asked = (path.1.as_str(), keys(&path.2, &path.3)?);
    let told = Told {
        stage: Some(Stage::After),
        ..Told::default()
    };
    photo_page::draw(&site, &ctx, &signed_in, asked, (told, &Errors::default())).await
}

/// Takes photographs. Who may send them, and whether there is the visit, is asked before they are read.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
    form: Unread,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (slug, both) = (path.1.as_str(), keys(&path.2, &path.3)?);
    let wish = (slug, &WRITE[..]);
    let found = member::look_with(&site, &ctx, &signed_in, wish, move |tx, at| {
        let known = chart::find(tx, both)?;
        db::Result::Ok(known.map(|_entry| at.profile.id))
    });
    let business = found.await??.ok_or(Error::NotFound)?;
    let (sent, _turn) = photograph::read(&site, form, BOUNDS).await?;
    signed_in.sent(sent.field("csrf"))?;
    let mut errors = Errors::default();
    let stage = Stage::from_word(sent.field("stage"));
    if stage.is_none() {
        errors.add("stage", Msg::new("chart-photo-stage-required"));
    }
    let caption = text::short_line(sent.field("caption"), LONGEST);
    let caption = caption.map_err(|why| errors.add("caption", why)).ok();
    if sent.files.is_empty() {
        errors.add("photos", Msg::new("photos-required"));
    }
    let told = sent.field("caption").to_owned();
    if let (Some(stage), Some(caption)) = (stage, caption) {
        for file in sent.files {
            let said = (stage, caption.as_str());
            let taken = one(
                &site,
                (&ctx, &signed_in),
                (slug, business, both),
                said,
                file,
            );
            if let Err(why) = taken.await? {
                errors.add("photos", why);
            }
        }
    }
    let there = entry_at(&ctx, slug, both, "/photos");
    if !errors.is_empty() {
        ctx.stand_at(&there);
        let caption = told.as_str();
        let told = (Told { stage, caption }, &errors);
        return photo_page::draw(&site, &ctx, &signed_in, (slug, both), told).await;
    }
    Ok(flash::say(ctx.see_other(&there)?, Said::ChartPhotosAdded))
}

type Both = (crate::base::ids::CustomerId, crate::base::ids::ChartEntryId);

/// One file: made, put where its files lie, and only then told of.
async fn one(
    site: &Site,
    (ctx, signed_in): (&PageCtx, &SignedIn),
    (slug, business, both): (&str, BusinessId, Both),
    (stage, caption): (Stage, &str),
    file: Upload,
) -> Result<std::result::Result<(), Msg>> {
    let name = files::name(&file.name);
    let place = |key: &str, file: &str| media::private_name(business, key, file);
    let made = match photograph::take(site, Kind::Photo, file, place).await? {
        Ok(made) => made,
        Err(why) => return Ok(Err(why)),
    };
    let new = NewPhoto {
        stage,
        caption: caption.to_owned(),
        key: made.key.clone(),
        ending: made.ending.to_owned(),
        measures: photograph::measures(&made),
    };
    let wish = (slug, &WRITE[..]);
    let added = member::enter_with(site, ctx, signed_in, wish, move |tx, _| {
        chart_photos::add(tx, both, &new)
    });
    match added.await? {
        Ok(()) => Ok(Ok(())),
        // Its files stay until the night: the same photograph may hang on another visit.
        Err(EditError::InUse) => Ok(Err(Msg::new("chart-photo-too-many")
            .with("most", MOST)
            .with("name", name))),
        Err(error) => Err(error.into()),
    }
}

/// Deletes one, or has it back.
pub async fn settle(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    signed_in.sent(form.0.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, customer, entry, photo) = path.into_inner();
    let both = keys(&customer, &entry)?;
    let photo: ChartPhotoId = photo.parse().map_err(|_no_key| Error::NotFound)?;
    let (is_kept, said) = match form.0.get("to") {
        "remove" => (false, Said::ChartPhotoRemoved),
        "restore" => (true, Said::PhotoRestored),
        _ => return Err(Error::Unreadable),
    };
    let wish = (slug.as_str(), &WRITE[..]);
    let done = member::enter_with(&site, &ctx, &signed_in, wish, move |tx, _| {
        chart_photos::keep(tx, (both.0, both.1, photo), is_kept)
    });
    let there = entry_at(&ctx, &slug, both, "/photos");
    match done.await? {
        Ok(()) => Ok(flash::say(ctx.see_other(&there)?, said)),
        Err(EditError::InUse) => {
            let mut errors = Errors::default();
            errors.add("photos", Msg::new("chart-photos-full").with("most", MOST));
            ctx.stand_at(&there);
            let told = (Told::default(), &errors);
            photo_page::draw(&site, &ctx, &signed_in, (&slug, both), told).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Gives a file of one to somebody who may read the chart, and to no store between.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String, String, String)>,
) -> Result<HttpResponse> {
    let (_, slug, customer, entry, photo, file) = path.into_inner();
    let both = keys(&customer, &entry)?;
    let photo: ChartPhotoId = photo.parse().map_err(|_no_key| Error::NotFound)?;
    let found = member::look(&site, &ctx, &signed_in, (&slug, READ), move |tx, at| {
        let found = chart_photos::find(tx, (both.0, both.1, photo))?;
        db::Result::Ok(found.map(|photo| (at.profile.id, photo.picture)))
    });
    let (business, picture) = found.await??.ok_or(Error::NotFound)?;
    media::give_privately(&site, business, (&picture, &file)).await
}
