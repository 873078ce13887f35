//! How many of one service, or how many by one person, guests may book on a day and in a week.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    figures::whole,
    sheet::{Part, Sheet},
    subject::{Landing, Subject},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{ResourceId, ServiceId},
        msg::Msg,
        text,
    },
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        catalog::service_card,
        scheduling::{
            availability::Counted,
            caps::{self, MOST_A_DAY, MOST_A_WEEK, Said as Caps},
            resource_card,
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
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};
use std::{marker::PhantomData, str::FromStr};

/// The boxes.
const A_DAY: &str = "a_day";
const A_WEEK: &str = "a_week";

/// What can have caps: a service, or a person.
pub(in crate::web::owner) trait Capped:
    FromStr + Copy + Send + 'static
{
    /// What it is called; nothing where there is no such thing, or nothing of it is counted.
    fn name(self, tx: &mut TenantTx<'_>) -> db::Result<Option<Bilingual>>;
    /// As what it is counted.
    fn counted(self) -> Counted;
    /// Its own page: a path below the back office.
    fn path(self) -> String;
    /// What is said above the boxes.
    fn lead(t: Words) -> String;
}

impl Capped for ServiceId {
    fn name(self, tx: &mut TenantTx<'_>) -> db::Result<Option<Bilingual>> {
        let mut all = service_card::all(tx)?.into_iter();
        let own = all.find(|one| one.id == self && !one.is_deleted);
        Ok(own.map(|one| one.card.name()))
    }

    fn counted(self) -> Counted {
        Counted::Service(self)
    }

    fn path(self) -> String {
        format!("menu/{self}")
    }

    fn lead(t: Words) -> String {
        t.caps_lead_service()
    }
}

impl Capped for ResourceId {
    fn name(self, tx: &mut TenantTx<'_>) -> db::Result<Option<Bilingual>> {
        let mut all = resource_card::all(tx)?.into_iter();
        let own =
            all.find(|one| one.id == self && !one.is_deleted && one.card.resource_type.is_person());
        Ok(own.map(|one| one.card.name()))
    }

    fn counted(self) -> Counted {
        Counted::Person(self)
    }

    fn path(self) -> String {
        format!("resources/{self}")
    }

    fn lead(t: Words) -> String {
        t.caps_lead_person()
    }
}

/// What the page is drawn from.
pub(in crate::web::owner) struct Own<K> {
    at: AtWork,
    path: String,
    name: Bilingual,
    said: Caps,
    of: PhantomData<K>,
}

impl<K: Capped> Subject for Own<K> {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = K;
    type Draft = Caps;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<K>) -> db::Result<Option<Self>> {
        let Some(id) = id else {
            return Ok(None);
        };
        let Some(name) = id.name(tx)? else {
            return Ok(None);
        };
        Ok(Some(Self {
            at: at.clone(),
            path: id.path(),
            name,
            said: caps::of(tx, id.counted())?,
            of: PhantomData,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.said.version()
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        let both = [
            (A_DAY, self.said.lines_a_day),
            (A_WEEK, self.said.lines_a_week),
        ];
        for (name, most) in both {
            if let Some(most) = most {
                answers.put(name, most);
            }
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let figure = |name: &str, label: String| {
            Field::Line(TextField {
                unit: Some(t.caps_unit()),
                ..ask.may(name, label, Entry::Number)
            })
        };
        vec![Part {
            heading: t.caps_part(),
            note: Some(t.caps_note()),
            fields: vec![
                figure(A_DAY, t.caps_a_day()),
                figure(A_WEEK, t.caps_a_week()),
            ],
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Caps> {
        let mut figure = |name: &'static str, most: i64| match text::is_blank(typed.get(name)) {
            true => Some(None),
            false => whole(errors, name, typed, (1, most)).map(Some),
        };
        let (a_day, a_week) = (figure(A_DAY, MOST_A_DAY), figure(A_WEEK, MOST_A_WEEK));
        let said = Caps {
            lines_a_day: a_day?,
            lines_a_week: a_week?,
        };
        let both = said.lines_a_day.zip(said.lines_a_week);
        if both.is_some_and(|(day, week)| day > week) {
            errors.add(A_DAY, Msg::new("caps-day-over-week"));
            return None;
        }
        Some(said)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<K>,
        draft: &Caps,
        version: &str,
    ) -> Result<Landing, EditError> {
        let id = id.ok_or(EditError::Unknown)?;
        if id.name(tx)?.is_none() {
            return Err(EditError::Unknown);
        }
        caps::save(tx, id.counted(), draft, version)?;
        Ok(Landing(id.path(), Said::CatalogSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        Sheet {
            heading: ctx.t.caps_of(self.name.text(ctx.lang)),
            lead: Some(K::lead(ctx.t)),
            at: format!("{}/caps", self.path),
            list: self.path.clone(),
            ..Sheet::default()
        }
    }
}

/// The way to it, from the page of what it is about.
pub(super) fn way(ctx: &PageCtx, slug: &str, of: impl Capped) -> LinkButton {
    LinkButton {
        label: ctx.t.caps_way(),
        url: links::owner(ctx.lang, slug, &format!("{}/caps", of.path())),
        voice: Voice::Quiet,
        ..LinkButton::default()
    }
}
