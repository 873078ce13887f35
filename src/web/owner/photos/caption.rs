//! What is said of a photograph to whoever cannot see it.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    sheet::{Part, Sheet},
    subject::{Landing, Subject},
};
use crate::{
    base::{ids::PhotoId, text},
    db::{self, EditError, TenantTx},
    domain::businesses::{
        photo::{self, Captions, Photo, Spot},
        role::Right,
    },
    web::{
        desk::Room,
        flash::Said,
        form::{Errors, fields},
        gate::member::AtWork,
        page::PageCtx,
        ui::{field::Field, text_field::Entry},
    },
};

/// The longest that is said.
const LONGEST: usize = 120;

/// What the page is drawn from.
pub(in crate::web::owner) struct Caption {
    at: AtWork,
    own: Photo,
}

impl Subject for Caption {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = PhotoId;
    type Draft = Captions;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<PhotoId>) -> db::Result<Option<Self>> {
        let Some(id) = id else {
            return Ok(None);
        };
        let own = photo::find(tx, id)?.filter(|photo| photo.place == Spot::Gallery.word());
        let at = at.clone();
        Ok(own.map(|own| Self { at, own }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        photo::captions_of(&self.own).version()
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        answers.put("caption_ja", &self.own.picture.caption_ja);
        answers.put("caption_en", &self.own.picture.caption_en);
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let mut ja = ask.may("caption_ja", t.photos_caption_ja(), Entry::Text);
        ja.hint = Some(t.photos_caption_hint());
        let en = ask.may("caption_en", t.photos_caption_en(), Entry::Text);
        vec![Part {
            heading: t.photos_caption_words(),
            fields: vec![Field::Line(ja), Field::Line(en)],
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Captions> {
        let line = |typed: &str| text::short_line(typed, LONGEST);
        let caption_ja = fields::optional(errors, "caption_ja", typed.get("caption_ja"), line);
        let caption_en = fields::optional(errors, "caption_en", typed.get("caption_en"), line);
        Some(Captions {
            caption_ja: caption_ja?,
            caption_en: caption_en?,
        })
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<PhotoId>,
        draft: &Captions,
        version: &str,
    ) -> Result<Landing, EditError> {
        let id = id.ok_or(EditError::Unknown)?;
        photo::save(tx, id, draft, version)?;
        Ok(Landing(format!("photos#p-{id}"), Said::PhotoSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        Sheet {
            heading: ctx.t.photos_caption_title(),
            lead: Some(ctx.t.photos_caption_lead()),
            at: format!("photos/{}", self.own.id),
            list: "photos".to_owned(),
            ..Sheet::default()
        }
    }
}
