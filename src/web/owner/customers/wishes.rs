//! Which letters a guest wants, as they told the shop. They say it themselves from the link in a reminder, too.

use super::{card_letters, words};
use crate::{
    base::{fingerprint::fingerprint, ids::CustomerId},
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        customers::card::{self, Card},
        notifications::wishes::{self, GuestWishes},
    },
    web::{
        desk::Room,
        flash::Said,
        form::Errors,
        gate::member::AtWork,
        owner::{
            answers::Answers,
            ask::Ask,
            sheet::{Part, Sheet},
            subject::{Landing, Subject},
        },
        page::PageCtx,
        ui::field::Field,
    },
};

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    card: Card,
    own: GuestWishes,
}

impl Subject for Own {
    const RIGHT: Right = Right::WriteCustomers;
    const ROOM: Room = Room::Customers;
    type Id = CustomerId;
    type Draft = bool;

    fn read(
        tx: &mut TenantTx<'_>,
        at: &AtWork,
        id: Option<CustomerId>,
    ) -> db::Result<Option<Self>> {
        let Some(id) = id else { return Ok(None) };
        let living = |card: &Card| card.deleted_at.is_none() && card.erased_at.is_none();
        let Some(card) = card::find(tx, id)?.filter(living) else {
            return Ok(None);
        };
        Ok(Some(Self {
            at: at.clone(),
            own: wishes::of(tx, id)?,
            card,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        fingerprint(&self.own)
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        answers.tick("reminders", self.own.reminders);
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        vec![Part {
            heading: t.messages_wishes_part(),
            note: Some(t.messages_wishes_always()),
            fields: vec![Field::Choice(ask.tick(
                "reminders",
                t.messages_wishes_reminders(),
                card_letters::said(t, self.own),
            ))],
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, _: &mut Errors) -> Option<bool> {
        Some(typed.has("reminders"))
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<CustomerId>,
        draft: &bool,
        version: &str,
    ) -> Result<Landing, EditError> {
        let id = id.ok_or(EditError::Unknown)?;
        let own = wishes::of(tx, id)?;
        if fingerprint(&own) != version {
            return Err(EditError::Stale);
        }
        if own.reminders != *draft {
            wishes::set(tx, id, *draft)?;
        }
        Ok(Landing(format!("customers/{id}"), Said::WishesSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let id = self.card.id;
        Sheet {
            heading: ctx.t.messages_wishes_title(),
            lead: Some(words::guest(ctx, &self.card.name)),
            at: format!("customers/{id}/messages"),
            list: format!("customers/{id}"),
            ..Sheet::default()
        }
    }
}
