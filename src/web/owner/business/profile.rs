//! How the business is called, where it is and how it is shown.

use super::{
    RIGHT,
    answers::Answers,
    profile_form,
    sheet::{Part, Sheet},
    subject::{Landing, Sole, Subject},
};
use crate::{
    db::{self, EditError, TenantTx},
    domain::businesses::{
        profile_card::{self, OwnProfile},
        role::Right,
    },
    web::{desk::Room, flash::Said, form::Errors, gate::member::AtWork, page::PageCtx},
};

/// What the page is drawn from.
pub(in crate::web::owner) struct Profile {
    at: AtWork,
    own: OwnProfile,
}

impl Subject for Profile {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = Sole;
    type Draft = OwnProfile;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, _: Option<Sole>) -> db::Result<Option<Self>> {
        Ok(Some(Self {
            at: at.clone(),
            own: profile_card::read(tx)?,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.own.version()
    }

    fn answers(&self, ctx: &PageCtx, _: &Answers) -> Answers {
        profile_form::answers(ctx.t, &self.own)
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        profile_form::parts(ctx, typed, errors)
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<OwnProfile> {
        profile_form::parse(typed, errors)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        _: Option<Sole>,
        draft: &OwnProfile,
        version: &str,
    ) -> Result<Landing, EditError> {
        profile_card::save(tx, draft, version)?;
        Ok(Landing(String::new(), Said::BusinessSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        Sheet {
            heading: ctx.t.owner_profile_title(),
            at: "profile".to_owned(),
            ..Sheet::default()
        }
    }
}
