//! The boxes for other times that are proposed: three times a date, a time and a person, of which some stay empty.

use crate::{
    base::{
        ids::ResourceId,
        msg::Msg,
        text,
        time::{WallTime, instant, parse_date},
    },
    domain::{
        bookings::{offers::MOST, propose::Other},
        scheduling::{availability::Refusal, resource::Resource},
    },
    web::{
        form::Errors,
        page::PageCtx,
        ui::{
            choice_field::Choice,
            mark::Mark,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use chrono_tz::Tz;
use std::collections::HashMap;

/// What is typed, by the names of the boxes.
#[derive(Clone, Default)]
pub struct Typing(pub HashMap<String, String>);

/// One proposal, drawn.
pub struct Row {
    pub title: String,
    pub date: TextField,
    pub time: TextField,
    /// Where somebody serves.
    pub staff: Option<SelectField>,
}

impl Typing {
    /// One box.
    pub fn value(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Fills a box.
    pub fn put(&mut self, name: String, value: String) {
        self.0.insert(name, value);
    }

    /// What it means, each with the number of its boxes; or complaints.
    pub fn read(&self, errors: &mut Errors, zone: Tz) -> Option<Vec<(usize, Other)>> {
        let mut others = Vec::new();
        for number in 1..=MOST {
            let is_empty = |what: &str| text::is_blank(self.value(&name(what, number)));
            if is_empty("date") && is_empty("time") && is_empty("staff") {
                continue;
            }
            others.extend(self.one(errors, zone, number).map(|other| (number, other)));
        }
        if others.is_empty() && errors.is_empty() {
            errors.add(name("date", 1), Msg::new("requests-propose-required"));
        }
        errors.is_empty().then_some(others)
    }

    fn one(&self, errors: &mut Errors, zone: Tz, number: usize) -> Option<Other> {
        let typed = |what: &str| self.value(&name(what, number));
        let date = parse_date(typed("date"));
        if date.is_none() {
            errors.add(name("date", number), Msg::new("form-date-required"));
        }
        let wall = WallTime::hurried(typed("time"));
        if wall.is_none() {
            errors.add(name("time", number), Msg::new("form-span-form"));
        }
        let resource = match typed("staff") {
            "" => None,
            id => {
                let known = id.parse::<ResourceId>().ok();
                if known.is_none() {
                    errors.add(name("staff", number), Msg::new("form-choice-gone"));
                }
                known
            }
        };
        let start = instant(zone, date?, wall?);
        if start.is_none() {
            errors.add(name("time", number), Msg::new("form-span-form"));
        }
        Some(Other {
            start: start?,
            resource,
        })
    }

    /// The boxes.
    pub fn rows(&self, ctx: &PageCtx, errors: &Errors, people: &[&Resource]) -> Vec<Row> {
        (1..=MOST)
            .map(|number| self.row(ctx, errors, (people, number)))
            .collect()
    }

    fn row(&self, ctx: &PageCtx, errors: &Errors, (people, number): (&[&Resource], usize)) -> Row {
        let t = ctx.t;
        let field = |what: &str, label: String, entry: Entry| {
            let name = name(what, number);
            TextField {
                label,
                value: self.value(&name).to_owned(),
                entry,
                complaint: errors.of(&name, t),
                name,
                ..TextField::default()
            }
        };
        let staff = name("staff", number);
        let chosen = self.value(&staff);
        let each = people.iter().map(|one| Choice {
            value: one.id.to_string(),
            label: one.name.text(ctx.lang).to_owned(),
            chosen: one.id.to_string() == chosen,
            ..Choice::default()
        });
        let same = Choice {
            label: t.requests_propose_anybody(),
            ..Choice::default()
        };
        Row {
            title: t.requests_propose_nth(number),
            date: field("date", t.requests_propose_date(number), Entry::Date),
            time: field("time", t.requests_propose_time(number), Entry::Time),
            staff: (!people.is_empty()).then(|| SelectField {
                label: t.requests_propose_staff(number),
                options: std::iter::once(same).chain(each).collect(),
                mark: Mark::optional(t.ui_optional()),
                complaint: errors.of(&staff, t),
                name: staff.clone(),
                ..SelectField::default()
            }),
        }
    }
}

/// Why one of them cannot be had.
pub fn refused(refusal: Refusal) -> Msg {
    match refusal {
        Refusal::Past => Msg::new("requests-propose-past"),
        Refusal::Taken => Msg::new("requests-propose-taken"),
        Refusal::Closed | Refusal::OutsideHours | Refusal::NobodyWorking => {
            Msg::new("requests-propose-closed")
        }
        _ => Msg::new("requests-propose-refused"),
    }
}

/// How a box is called.
pub fn name(what: &str, number: usize) -> String {
    format!("{what}_{number}")
}
