//! What is said of a photograph of a visit, and whether it was taken before or after.

use super::{
    answers::Answers,
    ask::Ask,
    card, keys, photo_page,
    sheet::{Part, Sheet},
    subject::{Landing, Subject},
};
use crate::{
    base::{
        ids::{ChartEntryId, ChartPhotoId, CustomerId},
        msg::Msg,
        text,
    },
    db::{self, EditError, TenantTx},
    domain::{
        bookings::chart_photos::{self, ChartPhoto, LONGEST, Said as Caption, Stage},
        businesses::role::Right,
    },
    web::{
        desk::Room,
        error::Error,
        flash::Said,
        form::{Errors, fields},
        gate::member::AtWork,
        page::PageCtx,
        ui::{field::Field, text_field::Entry},
    },
};
use std::str::FromStr;

/// Whose, of which visit, and which.
#[derive(Clone, Copy)]
pub(in crate::web::owner) struct Place(CustomerId, ChartEntryId, ChartPhotoId);

impl Place {
    /// Where the visit is mended: a path below the back office.
    fn entry(&self) -> String {
        format!("customers/{}/chart/{}", self.0, self.1)
    }
}

impl FromStr for Place {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let parts: Vec<&str> = text.split('/').collect();
        let [customer, entry, photo] = parts[..] else {
            return Err(Error::NotFound);
        };
        let (customer, entry) = keys(customer, entry)?;
        let photo = photo.parse().map_err(|_no_key| Error::NotFound)?;
        Ok(Self(customer, entry, photo))
    }
}

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    place: Place,
    photo: ChartPhoto,
}

impl Subject for Own {
    const RIGHT: Right = Right::WriteNotes;
    const ROOM: Room = Room::Customers;
    type Id = Place;
    type Draft = Caption;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<Place>) -> db::Result<Option<Self>> {
        let Some(place) = id else { return Ok(None) };
        if !at.member.may(Right::ReadCustomers) || card(tx, place.0)?.is_none() {
            return Ok(None);
        }
        let photo = chart_photos::find(tx, (place.0, place.1, place.2))?;
        let photo = photo.filter(|photo| photo.deleted_at.is_none());
        Ok(photo.map(|photo| Self {
            at: at.clone(),
            place,
            photo,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.photo.said().version()
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        answers.put("stage", &self.photo.stage);
        answers.put("caption", &self.photo.caption);
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let chosen = Stage::from_word(typed.get("stage"));
        vec![Part {
            heading: t.chart_photo_words(),
            fields: vec![
                Field::Choice(photo_page::taken(ctx, &self.at, (chosen, errors))),
                Field::Line(ask.may("caption", t.chart_photo_caption(), Entry::Text)),
            ],
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Caption> {
        let stage = Stage::from_word(typed.get("stage"));
        if stage.is_none() {
            errors.add("stage", Msg::new("chart-photo-stage-required"));
        }
        let line = |typed: &str| text::short_line(typed, LONGEST);
        let caption = fields::optional(errors, "caption", typed.get("caption"), line);
        Some(Caption {
            stage: stage?,
            caption: caption?,
        })
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<Place>,
        draft: &Caption,
        version: &str,
    ) -> Result<Landing, EditError> {
        let place = id.ok_or(EditError::Unknown)?;
        chart_photos::save(tx, (place.0, place.1, place.2), draft, version)?;
        let there = format!("{}/photos", place.entry());
        Ok(Landing(there, Said::PhotoSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let entry = self.place.entry();
        Sheet {
            heading: ctx.t.chart_photo_edit(),
            lead: Some(ctx.t.chart_photo_words_lead()),
            at: format!("{entry}/photos/{}", self.photo.id),
            list: format!("{entry}/photos"),
            ..Sheet::default()
        }
    }
}
