//! What the law wants told to guests (特定商取引法に基づく表記).

use super::{
    RIGHT,
    answers::Answers,
    legal_form,
    sheet::{Part, Sheet},
    subject::{Landing, Sole, Subject},
};
use crate::{
    db::{self, EditError, TenantTx},
    domain::businesses::{
        legal_card::{self, LegalCard},
        role::Right,
    },
    web::{desk::Room, flash::Said, form::Errors, gate::member::AtWork, page::PageCtx},
};

/// What the page is drawn from.
pub(in crate::web::owner) struct Legal {
    at: AtWork,
    own: LegalCard,
}

impl Subject for Legal {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = Sole;
    type Draft = LegalCard;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, _: Option<Sole>) -> db::Result<Option<Self>> {
        Ok(Some(Self {
            at: at.clone(),
            own: legal_card::read(tx)?,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.own.version()
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        legal_form::answers(&self.own)
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        legal_form::parts(ctx, typed, errors)
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<LegalCard> {
        legal_form::parse(typed, errors)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        _: Option<Sole>,
        draft: &LegalCard,
        version: &str,
    ) -> Result<Landing, EditError> {
        legal_card::save(tx, draft, version)?;
        Ok(Landing("legal".to_owned(), Said::LegalSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        Sheet {
            heading: ctx.t.legal_commerce_title(),
            lead: Some(legal_form::lead(ctx.t, &self.own)),
            at: "legal".to_owned(),
            ..Sheet::default()
        }
    }
}
