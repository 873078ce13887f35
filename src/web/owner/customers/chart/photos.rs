//! Photographs of a visit: sent, deleted, had back, and given to those alone who may read the chart.

use super::{READ, WRITE, answers::Answers, entry, entry_at, keys, words};
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
        photograph::{self, ACCEPT},
        session::SignedIn,
        site::Site,
        ui::{
            buttons::Submit,
            choice_field::{Choice, ChoiceField},
            file_field::FileField,
            mark::Mark,
            post_form::PostForm,
            text_field::TextField,
        },
    },
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};

/// So many may be sent at once.
const FILES: usize = 6;
/// What a form may carry: that many of a telephone's.
const BOUNDS: Bounds = Bounds {
    largest: LARGEST,
    most: 48 * 1024 * 1024,
    files: FILES,
};

/// The form with which they are sent.
pub(super) struct Boxes {
    pub form: PostForm,
    pub stage: ChoiceField,
    pub caption: TextField,
    pub files: FileField,
    pub send: Submit,
}

/// That form, with what was wrong with what was sent.
pub(super) fn boxes(ctx: &PageCtx, action: String, errors: &Errors) -> Boxes {
    let t = ctx.t;
    Boxes {
        form: words::post(ctx, action, &[]),
        stage: stage(ctx, Some(Stage::After), errors),
        caption: TextField {
            name: "caption".to_owned(),
            label: t.chart_photo_caption(),
            mark: Mark::optional(t.ui_optional()),
            complaint: errors.of("caption", t),
            ..TextField::default()
        },
        files: FileField {
            name: "photos".to_owned(),
            label: t.photos_choose(),
            hint: Some(t.chart_photo_hint(FILES, LARGEST / (1024 * 1024))),
            accept: ACCEPT,
            several: true,
            complaints: errors.all_of("photos", t),
        },
        send: Submit {
            label: t.chart_photo_send(),
            ..Submit::default()
        },
    }
}

/// When it was taken.
pub(super) fn stage(ctx: &PageCtx, chosen: Option<Stage>, errors: &Errors) -> ChoiceField {
    let t = ctx.t;
    let stage = |stage: Stage| Choice {
        value: stage.word().to_owned(),
        label: t.of_family("chart-stage", stage.word()),
        chosen: Some(stage) == chosen,
        ..Choice::default()
    };
    ChoiceField {
        name: "stage".to_owned(),
        legend: t.chart_photo_stage(),
        options: Stage::ALL.map(stage).to_vec(),
        side_by_side: true,
        complaint: errors.of("stage", t),
        ..ChoiceField::default()
    }
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
    let found = member::look(&site, &ctx, &signed_in, (slug, WRITE), move |tx, at| {
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
    let caption = text::line(sent.field("caption"), LONGEST);
    let caption = caption.map_err(|why| errors.add("caption", why)).ok();
    if sent.files.is_empty() {
        errors.add("photos", Msg::new("photos-required"));
    }
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
    if !errors.is_empty() {
        ctx.stand_at(&entry_at(&ctx, slug, both, ""));
        let place = (slug, both.0, Some(both.1));
        return entry::again(&site, &ctx, &signed_in, place, &errors).await;
    }
    let there = entry_at(&ctx, slug, both, "");
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
    let added = member::enter(site, ctx, signed_in, (slug, WRITE), move |tx, _| {
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
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    signed_in.sent(form.0.get("csrf"))?;
    let (_, slug, customer, entry, photo) = path.into_inner();
    let both = keys(&customer, &entry)?;
    let photo: ChartPhotoId = photo.parse().map_err(|_no_key| Error::NotFound)?;
    let (is_kept, said) = match form.0.get("to") {
        "remove" => (false, Said::ChartPhotoRemoved),
        "restore" => (true, Said::PhotoRestored),
        _ => return Err(Error::Unreadable),
    };
    let wish = (slug.as_str(), WRITE);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        chart_photos::keep(tx, (both.0, both.1, photo), is_kept)
    });
    done.await??;
    let there = entry_at(&ctx, &slug, both, "");
    Ok(flash::say(ctx.see_other(&there)?, said))
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
