//! A calendar that somebody keeps elsewhere: whose, where, and what its silence means.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    figures::whole,
    lines,
    sheet::{Part, Sheet, act},
    subject::{Landing, Subject},
};
use crate::{
    base::{
        ids::{OutsideCalendarId, ResourceId},
        msg::Msg,
        text,
    },
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        scheduling::{
            outside::calendar::{
                self, Kind, MOST, OutsideCalendar, Sealed, Setup, Source, WhenSilent,
            },
            resource::{self, Resource},
        },
    },
    web::{
        desk::Room,
        flash::Said,
        form::{Errors, fields},
        gate::member::AtWork,
        links,
        moments::Moments,
        page::PageCtx,
        ui::{
            buttons::{PostButton, Voice},
            choice_field::{Choice, ChoiceField},
            field::Field,
            mark::Mark,
            text_field::{Entry, TextField},
        },
    },
};
use chrono::{DateTime, Utc};

/// The longest name.
const NAME_MAX: usize = 60;
/// The longest name and password of somebody at their calendar.
const LOGIN_MAX: usize = 200;

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    pub at: AtWork,
    pub resources: Vec<Resource>,
    pub known: Option<OutsideCalendar>,
    count: usize,
    now: DateTime<Utc>,
}

/// What the form comes to: where it is, where that was typed; and, once it was asked, the same sealed, with the key it was sealed for.
pub(in crate::web::owner) struct Draft {
    pub setup: Setup,
    pub source: Option<Source>,
    pub sealed: Option<(OutsideCalendarId, Sealed)>,
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = OutsideCalendarId;
    type Draft = Draft;

    fn read(
        tx: &mut TenantTx<'_>,
        at: &AtWork,
        id: Option<OutsideCalendarId>,
    ) -> db::Result<Option<Self>> {
        let all = calendar::all(tx)?;
        let known = all.iter().find(|one| Some(one.id) == id).cloned();
        if id.is_some() && known.is_none() {
            return Ok(None);
        }
        Ok(Some(Self {
            at: at.clone(),
            resources: resource::all(tx)?,
            known,
            count: all.len(),
            now: tx.now(),
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        known.map_or_else(String::new, |one| one.setup.version())
    }

    fn answers(&self, _: &PageCtx, asked: &Answers) -> Answers {
        let mut answers = Answers::default();
        match &self.known {
            None => {
                answers.put("whose", asked.get("whose"));
                answers.put("kind", <&str>::from(Kind::Ical));
                answers.put("silent", <&str>::from(WhenSilent::GoOn));
                answers.put("hours", 24);
            }
            Some(one) => {
                answers.put("name", &one.setup.name);
                answers.put("silent", <&str>::from(one.setup.when_silent));
                answers.put("hours", one.setup.silent_hours);
            }
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let ask = Ask {
            t: ctx.t,
            typed,
            errors,
        };
        let first = match &self.known {
            None => self.whose(ctx, ask),
            Some(_) => self.called(ask),
        };
        vec![first, self.place(ask), silence(ask)]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Draft> {
        if self.known.is_none() && self.count >= MOST {
            errors.add("whose", Msg::new("calendars-full").with("most", MOST));
        }
        let (resource, kind) = match &self.known {
            Some(one) => (Some(one.setup.resource), Some(one.setup.kind)),
            None => {
                let chosen: Option<ResourceId> = typed.get("whose").parse().ok();
                let whose = chosen.filter(|id| self.resources.iter().any(|one| one.id == *id));
                if whose.is_none() {
                    errors.add("whose", Msg::new("calendars-whose-required"));
                }
                let kind: Option<Kind> = typed.get("kind").parse().ok();
                if kind.is_none() {
                    errors.add("kind", Msg::new("form-choice-gone"));
                }
                (whose, kind)
            }
        };
        let missing = Msg::new("calendars-name-required");
        let line = |typed: &str| text::line(typed, NAME_MAX);
        let name = fields::required(errors, "name", typed.get("name"), line, missing);
        let source = kind.and_then(|kind| self.source(typed, errors, kind));
        let when_silent: Option<WhenSilent> = typed.get("silent").parse().ok();
        if when_silent.is_none() {
            errors.add("silent", Msg::new("form-choice-gone"));
        }
        let silent_hours = whole(errors, "hours", typed, (1, 168));
        let draft = Draft {
            setup: Setup {
                resource: resource?,
                name: name?,
                kind: kind?,
                when_silent: when_silent?,
                silent_hours: silent_hours?,
            },
            source: source?,
            sealed: None,
        };
        errors.is_empty().then_some(draft)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<OutsideCalendarId>,
        draft: &Draft,
        version: &str,
    ) -> Result<Landing, EditError> {
        let said = match (id, &draft.sealed) {
            (Some(id), sealed) => {
                let sealed = sealed.as_ref().map(|(_, sealed)| sealed);
                calendar::save(tx, id, (&draft.setup, sealed), version)?;
                Said::OutsideSaved
            }
            (None, Some((id, sealed))) => {
                calendar::add(tx, *id, &draft.setup, sealed)?;
                Said::OutsideAdded
            }
            (None, None) => return Err(EditError::Unknown),
        };
        Ok(Landing("calendars".to_owned(), said))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let t = ctx.t;
        let sheet = Sheet {
            heading: t.calendars_new(),
            lead: Some(t.calendars_new_lead()),
            at: "calendars/new".to_owned(),
            list: "calendars".to_owned(),
            ..Sheet::default()
        };
        let Some(one) = &self.known else {
            return sheet;
        };
        let moments = Moments::new(t, self.at.profile.zone, self.now);
        let whose = lines::name(ctx, &self.resources, one.setup.resource);
        let state = lines::state(t, &moments, one);
        Sheet {
            heading: one.setup.name.clone(),
            lead: Some(t.calendars_of(whose, state)),
            at: format!("calendars/{}", one.id),
            acts: self.acts(ctx, one),
            ..sheet
        }
    }
}

impl Own {
    fn whose(&self, ctx: &PageCtx, ask: Ask<'_>) -> Part {
        let t = ask.t;
        let none = (String::new(), t.calendars_choose());
        let each = self
            .resources
            .iter()
            .map(|one| (one.id.to_string(), one.name.text(ctx.lang).to_owned()));
        let kinds = [Kind::Ical, Kind::Caldav].map(|kind| {
            let word: &str = kind.into();
            Choice {
                value: word.to_owned(),
                label: t.of_family("calendars-kind", word),
                note: Some(t.of_family("calendars-about-kind", word)),
                chosen: ask.typed.get("kind") == word,
                ..Choice::default()
            }
        });
        Part {
            heading: t.calendars_whose_part(),
            fields: vec![
                Field::Select(ask.select(
                    "whose",
                    t.calendars_whose(),
                    std::iter::once(none).chain(each),
                )),
                Field::Line(name_field(ask)),
                Field::Choice(ChoiceField {
                    name: "kind".to_owned(),
                    legend: t.calendars_kind(),
                    options: kinds.to_vec(),
                    complaint: ask.errors.of("kind", t),
                    ..ChoiceField::default()
                }),
            ],
            ..Part::default()
        }
    }

    fn called(&self, ask: Ask<'_>) -> Part {
        Part {
            heading: ask.t.calendars_name(),
            fields: vec![Field::Line(name_field(ask))],
            ..Part::default()
        }
    }

    /// Where it is. What is kept of that is shown to nobody; it is typed anew, all of it, where it changes.
    fn place(&self, ask: Ask<'_>) -> Part {
        let t = ask.t;
        let is_new = self.known.is_none();
        let has_login = self
            .known
            .as_ref()
            .is_none_or(|one| one.setup.kind == Kind::Caldav);
        let address = match is_new {
            true => ask.must("address", t.calendars_address(), Entry::Link),
            false => ask.may("address", t.calendars_address_new(), Entry::Link),
        };
        let mut fields = vec![Field::Line(TextField {
            hint: Some(t.calendars_address_hint()),
            ..address
        })];
        if has_login {
            fields.push(Field::Line(ask.may(
                "user",
                t.calendars_user(),
                Entry::Text,
            )));
            fields.push(Field::Line(TextField {
                // A password is shown to nobody, not even to whoever just typed it.
                value: String::new(),
                hint: Some(t.calendars_password_hint()),
                ..ask.may("password", t.calendars_password(), Entry::NewPassword)
            }));
        }
        let host = self.known.as_ref().map(|one| one.host.as_str());
        Part {
            heading: t.calendars_place(),
            note: host.map(|host| t.calendars_place_note(host)),
            fields,
            ..Part::default()
        }
    }

    /// Where it is, as it was typed: `Some(None)` leaves that as it is.
    fn source(&self, typed: &Answers, errors: &mut Errors, kind: Kind) -> Option<Option<Source>> {
        let address = typed.get("address").trim();
        if address.is_empty() {
            if self.known.is_some() {
                return Some(None);
            }
            errors.add("address", Msg::new("calendars-address-required"));
            return None;
        }
        let line = |typed: &str| text::line(typed, LOGIN_MAX);
        let (user, password) = match kind {
            Kind::Ical => (String::new(), String::new()),
            Kind::Caldav => {
                let missing = Msg::new("calendars-user-required");
                let user = fields::required(errors, "user", typed.get("user"), line, missing);
                let password = typed.get("password").to_owned();
                if password.is_empty() || password.len() > LOGIN_MAX {
                    errors.add("password", Msg::new("calendars-password-required"));
                }
                (user?, password)
            }
        };
        Some(Some(Source {
            address: address.to_owned(),
            user,
            password,
        }))
    }

    fn acts(&self, ctx: &PageCtx, one: &OutsideCalendar) -> Vec<PostButton> {
        let (t, slug) = (ctx.t, self.at.profile.slug.as_str());
        let url = || links::owner(ctx.lang, slug, &format!("calendars/{}/state", one.id));
        vec![
            act(
                ctx,
                url(),
                (t.calendars_read(), None),
                (Voice::Quiet, &[("to", "read")]),
            ),
            act(
                ctx,
                url(),
                (t.calendars_remove(), None),
                (Voice::DangerQuiet, &[("to", "delete")]),
            ),
        ]
    }
}

fn name_field(ask: Ask<'_>) -> TextField {
    TextField {
        hint: Some(ask.t.calendars_name_hint()),
        ..ask.must("name", ask.t.calendars_name(), Entry::Text)
    }
}

/// What happens while nothing is heard of it.
fn silence(ask: Ask<'_>) -> Part {
    let t = ask.t;
    let options = [WhenSilent::GoOn, WhenSilent::Close].map(|when| {
        let word: &str = when.into();
        let id = word.replace('_', "-");
        Choice {
            value: word.to_owned(),
            label: t.of_family("calendars-silent", &id),
            note: Some(t.of_family("calendars-about-silent", &id)),
            chosen: ask.typed.get("silent") == word,
            ..Choice::default()
        }
    });
    Part {
        heading: t.calendars_silence(),
        fields: vec![
            Field::Choice(ChoiceField {
                name: "silent".to_owned(),
                legend: t.calendars_silence_ask(),
                options: options.to_vec(),
                complaint: ask.errors.of("silent", t),
                ..ChoiceField::default()
            }),
            Field::Line(TextField {
                mark: Mark::required(t.ui_required()),
                hint: Some(t.calendars_hours_hint()),
                ..ask.line("hours", t.calendars_hours(), Entry::Number)
            }),
        ],
        ..Part::default()
    }
}
