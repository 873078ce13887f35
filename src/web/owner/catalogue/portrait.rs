//! The photograph of a service or of somebody who works there: sent, shown in its place, removed and had back.

use super::{RIGHT, answers::Answers, photos::upload, sheet::act};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BusinessId, ResourceId, ServiceId},
        msg::Msg,
    },
    db::{self, EditError, TenantTx},
    domain::{
        businesses::photo::{NewPhoto, Photo, Spot},
        catalog::service_photo,
        scheduling::resource_photo,
    },
    media::{Kind, judge::LARGEST},
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors,
            typed::Typed,
            upload::{Bounds, Unread},
        },
        gate::member::{self, AtWork},
        links, media,
        page::PageCtx,
        photograph::{self, ACCEPT},
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            file_field::FileField,
            frame::ShopFrame,
            icon::Icon,
            image::Image,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::str::FromStr;

/// One photograph of a telephone's.
const BOUNDS: Bounds = Bounds {
    largest: LARGEST,
    most: 2 * LARGEST,
    files: 1,
};
/// How wide it stands on its page.
const SIZES: &str = "(min-width: 48rem) 20rem, 60vw";

/// Something that has one photograph.
pub(in crate::web::owner) trait Shown:
    FromStr + Copy + Send + 'static
{
    /// Where guests see it.
    const SPOT: Spot;
    /// The list that the thing stands in: a path below the back office.
    const LIST: &'static str;

    /// Its name and its photograph.
    fn of(self, tx: &mut TenantTx<'_>) -> db::Result<Option<(Bilingual, Option<Photo>)>>;
    /// Shows another one.
    fn put(self, tx: &mut TenantTx<'_>, new: &NewPhoto) -> std::result::Result<(), EditError>;
    /// Takes it away, or shows it again.
    fn settle(self, tx: &mut TenantTx<'_>, gone: bool) -> std::result::Result<(), EditError>;
}

impl Shown for ServiceId {
    const SPOT: Spot = Spot::Service;
    const LIST: &'static str = "menu";

    fn of(self, tx: &mut TenantTx<'_>) -> db::Result<Option<(Bilingual, Option<Photo>)>> {
        service_photo::of(tx, self)
    }

    fn put(self, tx: &mut TenantTx<'_>, new: &NewPhoto) -> std::result::Result<(), EditError> {
        service_photo::put(tx, self, new)
    }

    fn settle(self, tx: &mut TenantTx<'_>, gone: bool) -> std::result::Result<(), EditError> {
        service_photo::settle(tx, self, gone)
    }
}

impl Shown for ResourceId {
    const SPOT: Spot = Spot::Person;
    const LIST: &'static str = "resources";

    fn of(self, tx: &mut TenantTx<'_>) -> db::Result<Option<(Bilingual, Option<Photo>)>> {
        resource_photo::of(tx, self)
    }

    fn put(self, tx: &mut TenantTx<'_>, new: &NewPhoto) -> std::result::Result<(), EditError> {
        resource_photo::put(tx, self, new)
    }

    fn settle(self, tx: &mut TenantTx<'_>, gone: bool) -> std::result::Result<(), EditError> {
        resource_photo::settle(tx, self, gone)
    }
}

/// The page.
#[derive(Template)]
#[template(path = "owner/catalogue/portrait.html")]
struct PortraitPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    image: Option<Image>,
    /// Why there is none, or that there is one that was removed.
    note: Option<String>,
    settle: Option<PostButton>,
    form: PostForm,
    field: FileField,
    send: Submit,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    name: Bilingual,
    photo: Option<Photo>,
}

/// The page.
pub(in crate::web::owner) async fn show<T: Shown>(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    let (_, slug, id) = path.into_inner();
    draw::<T>(&site, ctx, &signed_in, (&slug, &id), None).await
}

/// Takes another one.
pub(in crate::web::owner) async fn create<T: Shown>(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Unread,
) -> Result {
    let (_, slug, id) = path.into_inner();
    let (key, scene) = read::<T>(&site, &ctx, &signed_in, (&slug, &id)).await?;
    let business: BusinessId = scene.at.profile.id;
    let (sent, _turn) = photograph::read(&site, form, BOUNDS).await?;
    signed_in.sent(sent.field("csrf"))?;
    let Some(file) = sent.files.into_iter().next() else {
        let why = Msg::new("photos-required");
        return draw::<T>(&site, ctx, &signed_in, (&slug, &id), Some(why)).await;
    };
    let place = |key: &str, file: &str| media::name(business, key, file);
    let made = match photograph::take(&site, Kind::Small, file, place).await? {
        Ok(made) => made,
        Err(why) => return draw::<T>(&site, ctx, &signed_in, (&slug, &id), Some(why)).await,
    };
    let new = upload::row(T::SPOT, &made);
    let wish = (slug.as_str(), RIGHT);
    let put = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        key.put(tx, &new)
    });
    put.await??;
    let there = links::owner(ctx.lang, &slug, &format!("{}/{id}/photo", T::LIST));
    Ok(flash::say(ctx.see_other(&there)?, Said::PhotosAdded))
}

/// Takes it away, or shows it again.
pub(in crate::web::owner) async fn settle<T: Shown>(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    signed_in.sent(form.0.get("csrf"))?;
    let (_, slug, id) = path.into_inner();
    let key: T = id.parse().map_err(|_no_key| Error::NotFound)?;
    let (gone, said) = match form.0.get("to") {
        "remove" => (true, Said::PortraitRemoved),
        "restore" => (false, Said::PhotoRestored),
        _ => return Err(Error::Unreadable),
    };
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        key.settle(tx, gone)
    });
    done.await??;
    let there = links::owner(ctx.lang, &slug, &format!("{}/{id}/photo", T::LIST));
    Ok(flash::say(ctx.see_other(&there)?, said))
}

/// The way to the page, for the sheet of the thing.
pub(super) fn way(ctx: &PageCtx, slug: &str, at: &str) -> LinkButton {
    LinkButton {
        label: ctx.t.photos_portrait(),
        url: links::owner(ctx.lang, slug, &format!("{at}/photo")),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    }
}

async fn read<T: Shown>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, &str),
) -> std::result::Result<(T, Scene), Error> {
    let wish = (slug, RIGHT);
    let key: Option<T> = id.parse().ok();
    let found = member::look(site, ctx, signed_in, wish, move |tx, at| -> db::Result<_> {
        let Some(key) = key else { return Ok(None) };
        let found = key.of(tx)?;
        let at = at.clone();
        Ok(found.map(|(name, photo)| (key, Scene { at, name, photo })))
    });
    found.await??.ok_or(Error::NotFound)
}

async fn draw<T: Shown>(
    site: &Site,
    mut ctx: PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, &str),
    complaint: Option<Msg>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, scene) = read::<T>(site, &ctx, signed_in, (slug, id)).await?;
    let at = format!("{}/{id}", T::LIST);
    let Some(complaint) = complaint else {
        return ctx.html(&page(&ctx, signed_in, (&scene, &at), None));
    };
    ctx.stand_at(&links::owner(ctx.lang, slug, &format!("{at}/photo")));
    let page = page(&ctx, signed_in, (&scene, &at), Some(complaint));
    ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    (scene, at): (&Scene, &str),
    complaint: Option<Msg>,
) -> PortraitPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Menu);
    let mut errors = Errors::default();
    let complaints = complaint.iter().map(|why| t.msg(why)).collect();
    if let Some(why) = complaint {
        errors.add("photo", why);
    }
    let label = t.photos_portrait_choose();
    let heading = t.photos_portrait_title(scene.name.text(ctx.lang));
    let there = scene.photo.as_ref();
    let is_gone = there.is_some_and(|photo| photo.deleted_at.is_some());
    let url = |rest: &str| links::owner(ctx.lang, slug, &format!("{at}/photo{rest}"));
    let settle = |(label, to): (String, &str)| {
        let said = (label, None);
        act(ctx, url("/state"), said, (Voice::Quiet, &[("to", to)]))
    };
    PortraitPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: match errors.is_empty() {
            true => heading.clone(),
            false => t.ui_error_page_title(&heading),
        },
        errors: errors.summary(t).naming(t, [("photo", label.as_str())]),
        heading,
        back: LinkButton {
            label: t.ui_back(),
            url: links::owner(ctx.lang, slug, at),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        image: there
            .filter(|_| !is_gone)
            .map(|photo| media::image(ctx, &photo.picture, SIZES)),
        note: match (there, is_gone) {
            (None, _) => Some(t.photos_portrait_none()),
            (Some(_), true) => Some(t.photos_portrait_gone()),
            (Some(_), false) => None,
        },
        settle: there.map(|_| match is_gone {
            true => settle((t.photos_restore(), "restore")),
            false => settle((t.photos_portrait_remove(), "remove")),
        }),
        form: PostForm {
            action: url(""),
            hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
        },
        field: FileField {
            name: "photo".to_owned(),
            label,
            hint: Some(t.photos_portrait_hint(LARGEST / (1024 * 1024))),
            accept: ACCEPT,
            several: false,
            complaints,
        },
        send: Submit {
            label: t.photos_send(),
            ..Submit::default()
        },
        ctx,
    }
}
