//! How the business takes bookings.

use super::{
    RIGHT,
    answers::Answers,
    look::Look,
    rules_form,
    sheet::{Part, Sheet},
    subject::{Landing, Sole, Subject},
};
use crate::{
    db::{self, EditError, TenantTx},
    domain::businesses::{
        role::Right,
        rules_card::{self, RulesCard},
    },
    web::{desk::Room, flash::Said, form::Errors, gate::member::AtWork, page::PageCtx},
};

/// What the page is drawn from.
pub(in crate::web::owner) struct Rules {
    at: AtWork,
    own: RulesCard,
}

impl Subject for Rules {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = Sole;
    type Draft = RulesCard;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, _: Option<Sole>) -> db::Result<Option<Self>> {
        Ok(Some(Self {
            at: at.clone(),
            own: rules_card::read(tx)?,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.own.version()
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        rules_form::answers(&self.own)
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        rules_form::parts(ctx, typed, errors)
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<RulesCard> {
        rules_form::parse(typed, errors)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        _: Option<Sole>,
        draft: &RulesCard,
        version: &str,
    ) -> Result<Landing, EditError> {
        rules_card::save(tx, draft, version)?;
        Ok(Landing(String::new(), Said::RulesSaved))
    }

    fn look(&self, draft: &RulesCard) -> Option<Look> {
        let times = |card: &RulesCard| {
            (
                card.slot_step_minutes,
                card.notice_minutes,
                card.horizon_days,
            )
        };
        let deadlines = |card: &RulesCard| (card.change_until_minutes, card.cancel_until_minutes);
        let (times, deadlines) = (
            times(&self.own) != times(draft),
            deadlines(&self.own) != deadlines(draft),
        );
        (times || deadlines).then_some(Look::Rules { times, deadlines })
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        Sheet {
            heading: ctx.t.owner_rules_title(),
            at: "rules".to_owned(),
            ..Sheet::default()
        }
    }
}
