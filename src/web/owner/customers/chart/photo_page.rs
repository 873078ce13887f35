//! The page of an entry's photographs: those there are, those that were deleted, and the form with which others are sent.

use super::{WRITE, card, entry_at, stage, view::Reading};
use crate::{
    base::ids::{ChartEntryId, CustomerId},
    db,
    domain::bookings::{
        chart::{self, Entry},
        chart_photos::Stage,
    },
    media::judge::LARGEST,
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        form::Errors,
        gate::member::{self, AtWork},
        moments::Moments,
        page::PageCtx,
        photograph::ACCEPT,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit},
            choice_field::{Choice, ChoiceField},
            error_summary::ErrorSummary,
            file_field::FileField,
            frame::ShopFrame,
            mark::Mark,
            nav::Nav,
            photo_item::PhotoItem,
            post_form::PostForm,
            text_field::TextField,
        },
    },
};
use actix_web::http::StatusCode;
use askama::Template;
use chrono::{DateTime, Utc};

/// So many may be sent at once.
pub(super) const FILES: usize = 6;

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/chart_photos.html")]
struct PhotosPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    photos: Vec<PhotoItem>,
    gone: Vec<PhotoItem>,
    form: PostForm,
    stage: ChoiceField,
    caption: TextField,
    files: FileField,
    send: Submit,
}

/// What was said of photographs that were not taken, or what the form begins with.
#[derive(Clone, Copy, Default)]
pub(super) struct Told<'a> {
    /// When they were taken.
    pub stage: Option<Stage>,
    /// The caption.
    pub caption: &'a str,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    entry: Entry,
    now: DateTime<Utc>,
}

/// The page as things are, with what was told and what is wrong with it.
pub(super) async fn draw(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, both): (&str, (CustomerId, ChartEntryId)),
    (told, errors): (Told<'_>, &Errors),
) -> Result {
    let wish = (slug, &WRITE[..]);
    let found = member::look_with(site, ctx, signed_in, wish, move |tx, at| {
        let scene = |entry| (at.clone(), entry);
        let card = card(tx, both.0)?;
        let entry = match card {
            Some(_) => chart::find(tx, both)?,
            None => None,
        };
        db::Result::Ok((entry.map(scene), tx.now()))
    });
    let (found, now) = found.await??;
    let (at, entry) = found.ok_or(Error::NotFound)?;
    let scene = Scene { at, entry, now };
    let page = page(ctx, signed_in, (&scene, both.0), (told, errors));
    match errors.is_empty() {
        true => ctx.html(&page),
        false => ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page),
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    (scene, customer): (&Scene, CustomerId),
    (told, errors): (Told<'_>, &Errors),
) -> PhotosPage<'a> {
    let (t, at, entry) = (ctx.t, &scene.at, &scene.entry);
    let slug = at.profile.slug.as_str();
    let moments = Moments::new(t, at.profile.zone, scene.now);
    let reading = Reading {
        ctx,
        at,
        customer,
        moments: &moments,
    };
    let photos = |gone: bool| -> Vec<PhotoItem> {
        let (label, to) = match gone {
            true => (t.customers_restore(), "restore"),
            false => (t.chart_photo_remove(), "remove"),
        };
        let all = entry.photos.iter();
        all.filter(|photo| photo.deleted_at.is_some() == gone)
            .map(|photo| reading.photo(photo, Some((label.clone(), to))))
            .collect()
    };
    let desk = Desk::of(ctx, signed_in, at, Room::Customers);
    let heading = t.chart_photos_of_day(moments.day(entry.draft.date));
    let there = |below: &str| entry_at(ctx, slug, (customer, entry.id), below);
    let (stage, caption) = (
        taken(ctx, at, (told.stage, errors)),
        said(ctx, (told, errors)),
    );
    let labels = [
        ("stage", stage.legend.as_str()),
        ("caption", caption.label.as_str()),
    ];
    PhotosPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t).naming(t, labels),
        title: match errors.is_empty() {
            true => heading.clone(),
            false => t.ui_error_page_title(&heading),
        },
        heading,
        back: LinkButton::back(t.chart_of_day(moments.day(entry.draft.date)), there("")),
        photos: photos(false),
        gone: photos(true),
        form: PostForm::keyed(&ctx.csrf, there("/photos"), &[]),
        stage,
        caption,
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
        ctx,
    }
}

/// When one was taken.
pub(super) fn taken(
    ctx: &PageCtx,
    at: &AtWork,
    (chosen, errors): (Option<Stage>, &Errors),
) -> ChoiceField {
    let t = ctx.t;
    let option = |one: Stage| Choice {
        value: one.word().to_owned(),
        label: stage(t, at, one),
        chosen: chosen == Some(one),
        ..Choice::default()
    };
    ChoiceField {
        name: "stage".to_owned(),
        legend: t.chart_photo_stage(),
        options: Stage::ALL.map(option).to_vec(),
        side_by_side: true,
        complaint: errors.of("stage", t),
        ..ChoiceField::default()
    }
}

fn said(ctx: &PageCtx, (told, errors): (Told<'_>, &Errors)) -> TextField {
    let t = ctx.t;
    TextField {
        name: "caption".to_owned(),
        label: t.chart_photo_caption(),
        value: told.caption.to_owned(),
        mark: Mark::optional(t.ui_optional()),
        complaint: errors.of("caption", t),
        ..TextField::default()
    }
}
