//! How much staff may knowingly put over other bookings on one day.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    figures::whole,
    sheet::{Part, Sheet},
    subject::{Landing, Sole, Subject},
};
use crate::{
    base::text,
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        scheduling::overbooking::{self, MOST, OverbookingRules},
    },
    web::{
        desk::Room,
        flash::Said,
        form::Errors,
        gate::member::AtWork,
        page::PageCtx,
        ui::{
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};

/// The box.
const SEATS_A_DAY: &str = "seats_a_day";

/// What the page is drawn from.
pub(in crate::web::owner) struct Overbooking {
    at: AtWork,
    own: OverbookingRules,
}

impl Subject for Overbooking {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = Sole;
    type Draft = OverbookingRules;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, _: Option<Sole>) -> db::Result<Option<Self>> {
        Ok(Some(Self {
            at: at.clone(),
            own: overbooking::of(tx)?,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.own.version()
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        if let Some(most) = self.own.seats_a_day {
            answers.put(SEATS_A_DAY, most);
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        vec![Part {
            heading: t.overbooking_part(),
            note: Some(t.overbooking_note()),
            fields: vec![Field::Line(TextField {
                unit: Some(t.overbooking_unit()),
                hint: Some(t.overbooking_hint()),
                ..ask.may(SEATS_A_DAY, t.overbooking_most(), Entry::Number)
            })],
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<OverbookingRules> {
        let seats_a_day = match text::is_blank(typed.get(SEATS_A_DAY)) {
            true => None,
            false => Some(whole(errors, SEATS_A_DAY, typed, (0, MOST))?),
        };
        Some(OverbookingRules { seats_a_day })
    }

    fn save(
        tx: &mut TenantTx<'_>,
        _: Option<Sole>,
        draft: &OverbookingRules,
        version: &str,
    ) -> Result<Landing, EditError> {
        overbooking::set(tx, version, *draft)?;
        Ok(Landing(String::new(), Said::OverbookingSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        Sheet {
            heading: ctx.t.overbooking_title(),
            lead: Some(ctx.t.overbooking_lead()),
            at: "overbooking".to_owned(),
            ..Sheet::default()
        }
    }
}
