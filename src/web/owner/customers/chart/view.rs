//! An entry as it stands on a card, in the chart and on paper.

use super::{WRITE, entry_at, stage};
use crate::{
    base::ids::CustomerId,
    domain::bookings::{
        chart::{Entry, Part},
        chart_photos::{ChartPhoto, Stage},
    },
    web::{
        gate::member::AtWork,
        links, media,
        moments::Moments,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            image::Image,
            photo_item::PhotoItem,
            post_form::PostForm,
        },
    },
};
use askama::{Template, filters::HtmlSafe};

/// How wide a photograph stands in it.
const SIZES: &str = "(min-width: 48rem) 14rem, 45vw";

/// The entry.
#[derive(Template)]
#[template(path = "owner/customers/chart_entry.html")]
pub(in crate::web::owner::customers) struct EntryView {
    pub id: String,
    pub date: String,
    pub facts: Vec<String>,
    pub parts: Vec<Part>,
    pub photos: Vec<PhotoItem>,
    /// To its booking, and to where it is mended.
    pub ways: Vec<LinkButton>,
    pub act: Option<PostButton>,
}

impl HtmlSafe for EntryView {}

/// Whose chart it is, and who reads it.
#[derive(Clone, Copy)]
pub(in crate::web::owner::customers) struct Reading<'a> {
    pub ctx: &'a PageCtx,
    pub at: &'a AtWork,
    pub customer: CustomerId,
    pub moments: &'a Moments,
}

impl Reading<'_> {
    /// Whether they may write in it.
    pub fn writes(&self) -> bool {
        WRITE.iter().all(|right| self.at.member.may(*right))
    }

    /// An entry with the ways on from it.
    pub fn entry(&self, entry: &Entry) -> EntryView {
        let (t, slug) = (self.ctx.t, self.at.profile.slug.as_str());
        let about = Some(self.moments.day(entry.draft.date));
        let way = |label: String, url: String| LinkButton {
            label,
            url,
            voice: Voice::Quiet,
            small: true,
            about: about.clone(),
            ..LinkButton::default()
        };
        let edit = entry_at(self.ctx, slug, (self.customer, entry.id), "");
        let edit = self.writes().then(|| way(t.chart_edit(), edit));
        let booking = entry.booking.map(|booking| {
            way(
                t.chart_booking(),
                links::desk_booking(self.ctx.lang, slug, booking),
            )
        });
        EntryView {
            ways: edit.into_iter().chain(booking).collect(),
            ..self.plain(entry)
        }
    }

    /// One that was deleted, and the way to have it back.
    pub fn gone(&self, entry: &Entry) -> EntryView {
        let label = self.ctx.t.customers_restore();
        let act = self.button(entry, (label, "restore"));
        EntryView {
            act: self.writes().then_some(act),
            photos: Vec::new(),
            ..self.plain(entry)
        }
    }

    /// An entry without any way on from it.
    pub fn plain(&self, entry: &Entry) -> EntryView {
        let written = self.moments.moment(entry.at);
        let photos = entry.photos.iter();
        EntryView {
            id: format!("e-{}", entry.id),
            date: self.moments.day(entry.draft.date),
            facts: entry
                .by
                .clone()
                .into_iter()
                .chain([self.ctx.t.chart_written(written)])
                .collect(),
            parts: entry.draft.parts.clone(),
            photos: photos
                .filter(|photo| photo.deleted_at.is_none())
                .map(|photo| self.photo(photo, None))
                .collect(),
            ways: Vec::new(),
            act: None,
        }
    }

    /// A press on an entry.
    pub fn button(&self, entry: &Entry, (label, to): (String, &str)) -> PostButton {
        let slug = self.at.profile.slug.as_str();
        let action = entry_at(self.ctx, slug, (self.customer, entry.id), "/state");
        PostButton {
            label,
            about: Some(self.moments.day(entry.draft.date)),
            form: PostForm::keyed(&self.ctx.csrf, action, &[("to", to)]),
            voice: match to {
                "delete" => Voice::DangerQuiet,
                _ => Voice::Quiet,
            },
            small: true,
        }
    }

    /// A photograph, with what can be done with it.
    pub fn photo(&self, photo: &ChartPhoto, act: Option<(String, &str)>) -> PhotoItem {
        let (t, slug) = (self.ctx.t, self.at.profile.slug.as_str());
        let key = (self.customer, photo.entry_id);
        let url = |below: &str| {
            let below = format!("/photos/{}{below}", photo.id);
            entry_at(self.ctx, slug, key, &below)
        };
        let stage = stage(
            t,
            self.at,
            Stage::from_word(&photo.stage).unwrap_or(Stage::After),
        );
        let said = match photo.caption.as_str() {
            "" => stage.clone(),
            caption => caption.to_owned(),
        };
        let address = |width: u32| url(&format!("/{width}.{}", photo.ending));
        PhotoItem {
            image: Image {
                alt: said.clone(),
                ..media::private_image(photo.size(), SIZES, address)
            },
            large: Some(address(photo.size().0)),
            tag: stage,
            caption: photo.caption.clone(),
            edit: (act.is_some() && photo.deleted_at.is_none()).then(|| LinkButton {
                label: t.chart_photo_edit(),
                url: url(""),
                about: Some(said.clone()),
                voice: Voice::Quiet,
                small: true,
                ..LinkButton::default()
            }),
            act: act.map(|(label, to)| PostButton {
                label,
                about: Some(said),
                form: PostForm::keyed(&self.ctx.csrf, url("/state"), &[("to", to)]),
                voice: Voice::Quiet,
                small: true,
            }),
        }
    }
}
