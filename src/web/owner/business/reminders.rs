//! When guests are reminded of their bookings.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    figures::{chosen, offered},
    sheet::{Part, Sheet},
    subject::{Landing, Sole, Subject},
};
use crate::{
    base::quiet,
    db::{self, EditError, TenantTx},
    domain::{
        bookings::reminder_rules::{self, MOST_HOURS, ReminderRules},
        businesses::role::Right,
    },
    web::{
        desk::Room, flash::Said, form::Errors, gate::member::AtWork, page::PageCtx,
        ui::field::Field,
    },
};

/// Hours that the list offers.
const HOURS: [i64; 5] = [1, 2, 3, 6, 12];

/// What the page is drawn from.
pub(in crate::web::owner) struct Reminders {
    at: AtWork,
    own: ReminderRules,
}

impl Subject for Reminders {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = Sole;
    type Draft = ReminderRules;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, _: Option<Sole>) -> db::Result<Option<Self>> {
        Ok(Some(Self {
            at: at.clone(),
            own: *reminder_rules::of(tx)?,
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
        answers.tick("day_before", self.own.is_day_before);
        let hours = self.own.lead_hours;
        answers.put(
            "hours",
            hours.map_or_else(String::new, |hours| hours.to_string()),
        );
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let hour = |minutes: u16| t.wall_time(u32::from(minutes));
        let none = (String::new(), t.reminders_hours_none());
        let hours = offered(&HOURS, typed.get("hours")).into_iter();
        let hours = hours.map(|hours| (hours.to_string(), t.reminders_hours_before(hours)));
        vec![Part {
            heading: t.reminders_when(),
            note: Some(t.reminders_quiet(hour(quiet::EVENING), hour(quiet::MORNING))),
            fields: vec![
                Field::Choice(ask.tick("day_before", t.reminders_day_before(), None)),
                Field::Select(ask.select(
                    "hours",
                    t.reminders_hours(),
                    std::iter::once(none).chain(hours),
                )),
            ],
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<ReminderRules> {
        let most = i64::from(MOST_HOURS);
        let hours = chosen(errors, "hours", typed, |hours| (1..=most).contains(&hours))?;
        Some(ReminderRules {
            is_day_before: typed.has("day_before"),
            lead_hours: hours.and_then(|hours| i16::try_from(hours).ok()),
        })
    }

    fn save(
        tx: &mut TenantTx<'_>,
        _: Option<Sole>,
        draft: &ReminderRules,
        version: &str,
    ) -> Result<Landing, EditError> {
        reminder_rules::set(tx, version, *draft)?;
        Ok(Landing(String::new(), Said::RemindersSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        Sheet {
            heading: ctx.t.reminders_title(),
            lead: Some(ctx.t.reminders_lead()),
            at: "reminders".to_owned(),
            ..Sheet::default()
        }
    }
}
