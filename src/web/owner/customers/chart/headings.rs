//! Under what the shop writes its charts: one heading a line.

use super::{
    answers::Answers,
    ask::Ask,
    form,
    sheet::{Part, Sheet},
    subject::{Landing, Sole, Subject},
};
use crate::{
    base::{lang::Lang, msg::Msg, text},
    db::{self, EditError, TenantTx},
    domain::{
        bookings::chart_headings::{self, Headings, LONGEST, MOST},
        businesses::role::Right,
    },
    i18n::Words,
    web::{
        desk::Room,
        flash::Said,
        form::Errors,
        gate::member::AtWork,
        page::PageCtx,
        ui::{field::Field, text_area::TextArea},
    },
};

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    own: Headings,
}

impl Subject for Own {
    const RIGHT: Right = Right::ManageBusiness;
    const ROOM: Room = Room::Customers;
    type Id = Sole;
    type Draft = Headings;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, _: Option<Sole>) -> db::Result<Option<Self>> {
        Ok(Some(Self {
            at: at.clone(),
            own: chart_headings::own(tx)?,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.own.version()
    }

    fn answers(&self, ctx: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        answers.put(
            "headings",
            form::headings(ctx, &self.at, &self.own).join("\n"),
        );
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        vec![Part {
            heading: t.chart_headings(),
            fields: vec![Field::Area(TextArea {
                hint: Some(t.chart_headings_hint(LONGEST, MOST)),
                ..ask.area("headings", t.chart_headings_lines())
            })],
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Headings> {
        let mut headings: Vec<String> = Vec::new();
        for typed in typed.get("headings").lines() {
            match text::short_line(typed, LONGEST) {
                Ok(line) if line.is_empty() || headings.contains(&line) => {}
                Ok(line) => headings.push(line),
                Err(why) => errors.add("headings", why),
            }
        }
        if headings.len() > MOST {
            errors.add(
                "headings",
                Msg::new("chart-headings-too-many").with("most", MOST),
            );
        }
        // They were filled in for whoever opened the form, in their language; everybody else has them in their own.
        let mut usual = Lang::ALL
            .map(|lang| form::usual(Words::of(lang), &self.at))
            .into_iter();
        if usual.any(|usual| usual == headings) {
            headings.clear();
        }
        errors.is_empty().then_some(Headings(headings))
    }

    fn save(
        tx: &mut TenantTx<'_>,
        _: Option<Sole>,
        draft: &Headings,
        version: &str,
    ) -> Result<Landing, EditError> {
        chart_headings::save(tx, draft, version)?;
        Ok(Landing("customers/headings".to_owned(), Said::CatalogSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        Sheet {
            heading: ctx.t.chart_headings(),
            lead: Some(ctx.t.chart_headings_lead()),
            at: "customers/headings".to_owned(),
            list: "customers".to_owned(),
            ..Sheet::default()
        }
    }
}
