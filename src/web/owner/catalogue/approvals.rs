//! Which services are asked for and not booked at once, and how long a request waits: one form for the whole menu.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    sheet::{Part, Sheet},
    subject::{Landing, Sole, Subject},
};
use crate::{
    base::{ids::ServiceId, msg::Msg},
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        catalog::{
            approval::{self, Approval, HOURS},
            service_card::{self, OwnService},
        },
    },
    web::{
        desk::Room, flash::Said, form::Errors, gate::member::AtWork, page::PageCtx,
        ui::field::Field,
    },
};

/// What the page is drawn from.
pub(in crate::web::owner) struct Approvals {
    at: AtWork,
    services: Vec<OwnService>,
    own: Vec<Approval>,
}

impl Approvals {
    fn hours_of(&self, service: ServiceId) -> Option<i16> {
        let own = self.own.iter().find(|one| one.service_id == service);
        own.map(|one| one.answer_hours)
    }

    /// How a service is taken: a list of its own.
    fn field(&self, ctx: &PageCtx, ask: Ask<'_>, service: &OwnService) -> Field {
        let t = ctx.t;
        let name = name(service.id);
        let kept = self.hours_of(service.id);
        let other = kept.filter(|hours| !HOURS.contains(hours));
        let hours = HOURS.into_iter().chain(other);
        let hours = hours.map(|hours| (hours.to_string(), t.requests_settings_hours(hours)));
        let instant = (String::new(), t.requests_settings_instant());
        let label = service.card.name().text(ctx.lang).to_owned();
        Field::Select(ask.select(&name, label, std::iter::once(instant).chain(hours)))
    }
}

impl Subject for Approvals {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = Sole;
    type Draft = Vec<Approval>;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, _: Option<Sole>) -> db::Result<Option<Self>> {
        let services = service_card::all(tx)?.into_iter();
        Ok(Some(Self {
            at: at.clone(),
            services: services.filter(|one| !one.is_deleted).collect(),
            own: approval::all(tx)?,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        approval::version(&self.own)
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        for one in &self.own {
            answers.put(name(one.service_id), one.answer_hours);
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let fields = self.services.iter().map(|one| self.field(ctx, ask, one));
        vec![Part {
            heading: t.requests_settings_part(),
            note: self.services.is_empty().then(|| t.requests_settings_none()),
            fields: fields.collect(),
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Vec<Approval>> {
        let mut rows = Vec::new();
        for service in &self.services {
            let name = name(service.id);
            let word = typed.get(&name);
            if word.is_empty() {
                continue;
            }
            let hours = word.parse::<i16>().ok();
            let known =
                |hours: &i16| HOURS.contains(hours) || self.hours_of(service.id) == Some(*hours);
            match hours.filter(known) {
                Some(answer_hours) => rows.push(Approval {
                    service_id: service.id,
                    answer_hours,
                }),
                None => errors.add(name, Msg::new("form-choice-gone")),
            }
        }
        errors.is_empty().then_some(rows)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        _: Option<Sole>,
        draft: &Vec<Approval>,
        version: &str,
    ) -> Result<Landing, EditError> {
        approval::save(tx, draft, version)?;
        Ok(Landing("menu".to_owned(), Said::ApprovalsSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        Sheet {
            heading: ctx.t.requests_settings_title(),
            lead: Some(ctx.t.requests_settings_lead()),
            at: "menu/approval".to_owned(),
            list: "menu".to_owned(),
            ..Sheet::default()
        }
    }
}

/// How the list of a service is called.
fn name(service: ServiceId) -> String {
    format!("s-{service}")
}
