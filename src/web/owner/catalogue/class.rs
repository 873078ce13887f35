//! What a class goes by: how many are needed for it to be held, when that is decided, and what happens where there are too few.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    figures::{offered, whole},
    sheet::{Part, Sheet, act},
    subject::{Landing, Removable, Subject},
};
use crate::{
    base::{ids::ServiceId, msg::Msg},
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        catalog::service_card::{self, OwnService},
        scheduling::{
            class::{self, ClassRules, MOST, MOST_HOURS},
            timetable,
        },
    },
    i18n::Words,
    web::{
        desk::Room,
        flash::Said,
        form::Errors,
        gate::member::AtWork,
        links,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, Voice},
            choice_field::{Choice, ChoiceField},
            field::Field,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};

/// The hours that are offered.
const HOURS: [i64; 11] = [0, 1, 2, 3, 6, 12, 24, 48, 72, 168, 336];

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    service: OwnService,
    known: Option<ClassRules>,
    has_timetable: bool,
    /// Whether guests could have it at any time once it is no class.
    is_dates_only: bool,
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = ServiceId;
    type Draft = ClassRules;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<ServiceId>) -> db::Result<Option<Self>> {
        let mut all = service_card::all(tx)?.into_iter();
        let own = all.find(|one| Some(one.id) == id && !one.is_deleted);
        let Some(service) = own else {
            return Ok(None);
        };
        Ok(Some(Self {
            at: at.clone(),
            known: class::find(tx, service.id)?,
            is_dates_only: class::is_dates_only(tx, service.id)?,
            has_timetable: !timetable::of_service(tx, service.id)?.is_empty(),
            service,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        known.map_or_else(String::new, ClassRules::version)
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let rules = self.known.unwrap_or_default();
        let mut answers = Answers::default();
        answers.put("least", rules.least);
        answers.put("decide_hours", rules.decide_hours);
        answers.put("shortfall", shortfall(rules.calls_off_itself));
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let hours = offered(&HOURS, typed.get("decide_hours")).into_iter();
        let hours = hours.map(|hours| (hours.to_string(), before(t, hours)));
        vec![Part {
            heading: t.classes_rules(),
            note: Some(t.classes_rules_note()),
            fields: vec![
                Field::Line(TextField {
                    unit: Some(t.classes_unit_people()),
                    hint: Some(t.classes_least_hint()),
                    ..ask.must("least", t.classes_least(), Entry::Number)
                }),
                Field::Select(SelectField {
                    hint: Some(t.classes_decide_hint()),
                    ..ask.select("decide_hours", t.classes_decide(), hours)
                }),
                Field::Choice(too_few(t, (typed, errors))),
            ],
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<ClassRules> {
        let least = whole(errors, "least", typed, (1, MOST));
        let decide_hours = whole(errors, "decide_hours", typed, (0, MOST_HOURS));
        let calls_off_itself = match typed.get("shortfall") {
            "off" => Some(true),
            "ask" => Some(false),
            _ => {
                errors.add("shortfall", Msg::new("form-choice-gone"));
                None
            }
        };
        Some(ClassRules {
            least: least?,
            decide_hours: decide_hours?,
            calls_off_itself: calls_off_itself?,
        })
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<ServiceId>,
        draft: &ClassRules,
        version: &str,
    ) -> Result<Landing, EditError> {
        let id = id.ok_or(EditError::Unknown)?;
        class::save(tx, id, *draft, version)?;
        Ok(Landing(format!("menu/{id}"), Said::CatalogSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let (t, slug) = (ctx.t, self.at.profile.slug.as_str());
        let (path, own) = (path(self.service.id), format!("menu/{}", self.service.id));
        let name = self.service.card.name();
        let end = self.known.is_some().then(|| {
            let url = links::owner(ctx.lang, slug, &format!("{path}/state"));
            let label = match self.is_dates_only {
                true => t.classes_end_dates_only(),
                false => t.classes_end(),
            };
            let said = (label, None);
            act(ctx, url, said, (Voice::DangerQuiet, &[("to", "delete")]))
        });
        let sessions = LinkButton {
            label: t.classes_title(),
            url: links::day(ctx.lang, slug, None, "sessions"),
            voice: Voice::Quiet,
            ..LinkButton::default()
        };
        Sheet {
            heading: t.classes_of(name.text(ctx.lang)),
            lead: Some(match self.has_timetable {
                true => t.classes_of_lead(),
                false => t.classes_of_lead_dates(),
            }),
            at: path,
            list: own,
            ways: self
                .known
                .is_some()
                .then_some(sessions)
                .into_iter()
                .collect(),
            acts: end.into_iter().collect(),
            ..Sheet::default()
        }
    }
}

impl Removable for Own {
    const LIST: &'static str = "menu";

    fn remove(tx: &mut TenantTx<'_>, id: ServiceId, gone: bool) -> Result<(), EditError> {
        match gone {
            true => class::end(tx, id),
            // What was said of its dates is gone, too.
            false => Err(EditError::Unknown),
        }
    }
}

/// The way to it, from its service.
pub(super) fn way(ctx: &PageCtx, slug: &str, id: ServiceId) -> LinkButton {
    LinkButton {
        label: ctx.t.classes_way(),
        url: links::owner(ctx.lang, slug, &path(id)),
        voice: Voice::Quiet,
        ..LinkButton::default()
    }
}

fn path(id: ServiceId) -> String {
    format!("menu/{id}/class")
}

fn shortfall(calls_off_itself: bool) -> &'static str {
    match calls_off_itself {
        true => "off",
        false => "ask",
    }
}

fn before(t: Words, hours: i64) -> String {
    match hours {
        0 => t.classes_decide_start(),
        hours if hours % 24 == 0 => t.classes_decide_days(hours / 24),
        hours => t.classes_decide_hours(hours),
    }
}

fn too_few(t: Words, (typed, errors): (&Answers, &Errors)) -> ChoiceField {
    let answer = |value: &str, label: String, note: String| Choice {
        value: value.to_owned(),
        label,
        note: Some(note),
        chosen: typed.get("shortfall") == value,
        ..Choice::default()
    };
    ChoiceField {
        name: "shortfall".to_owned(),
        legend: t.classes_shortfall(),
        options: vec![
            answer(
                "ask",
                t.classes_shortfall_ask(),
                t.classes_shortfall_ask_note(),
            ),
            answer(
                "off",
                t.classes_shortfall_off(),
                t.classes_shortfall_off_note(),
            ),
        ],
        complaint: errors.of("shortfall", t),
        ..ChoiceField::default()
    }
}
