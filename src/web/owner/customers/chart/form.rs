//! The boxes of an entry: the day, and one for each heading as it was called when the form was opened.

use super::{answers::Answers, ask::Ask, sheet::Part as Boxes};
use crate::{
    base::{msg::Msg, text},
    domain::bookings::{
        chart::{Draft, LONGEST, Part},
        chart_headings::{self, Headings},
    },
    i18n::Words,
    web::{
        form::{Errors, fields},
        gate::member::AtWork,
        page::PageCtx,
        ui::{field::Field, text_field::Entry},
    },
};

/// So many boxes a form has at most: those of the business, and those of an entry that was written under others.
const BOXES: usize = 2 * chart_headings::MOST;
/// The largest form: every box as long as may be, and every letter of it sent as twelve bytes.
pub(in crate::web::owner) const LARGEST_FORM: usize = 800 * 1024;
const _: () = assert!(BOXES * (LONGEST + chart_headings::LONGEST) * 12 + 16 * 1024 < LARGEST_FORM);

/// What the business writes under: its own headings, or those of its kind of business.
pub(super) fn headings(ctx: &PageCtx, at: &AtWork, own: &Headings) -> Vec<String> {
    match own.0.is_empty() {
        false => own.0.clone(),
        true => usual(ctx.t, at),
    }
}

/// Those of its kind of business.
pub(super) fn usual(t: Words, at: &AtWork) -> Vec<String> {
    let usual = t.chart_usual(at.profile.vertical.slug());
    usual.lines().map(|line| line.trim().to_owned()).collect()
}

/// The boxes as they are kept, in the order of the headings; one that an entry does not have yet is empty, and what was written
/// under a heading that there is no more comes last.
pub(super) fn answers(draft: &Draft, headings: &[String]) -> Answers {
    let mut answers = Answers::default();
    answers.put("date", draft.date);
    let headed = headings.iter().map(|heading| {
        let mut written = draft.parts.iter();
        let written = written.find(|part| part.heading == *heading).cloned();
        written.unwrap_or_else(|| Part {
            heading: heading.clone(),
            text: String::new(),
        })
    });
    let is_headed = |(place, part): &(usize, &Part)| {
        let mut parts = draft.parts.iter();
        let first = parts.position(|other| other.heading == part.heading);
        headings.contains(&part.heading) && first == Some(*place)
    };
    let others = draft.parts.iter().enumerate();
    let others = others.filter(|one| !is_headed(one));
    let others = others.map(|(_, part)| part.clone());
    for (place, part) in headed.chain(others).take(BOXES).enumerate() {
        answers.put(format!("heading_{place}"), part.heading);
        answers.put(format!("text_{place}"), part.text);
    }
    answers
}

/// Which boxes a form had.
fn places(typed: &Answers) -> impl Iterator<Item = usize> + '_ {
    (0..BOXES).filter(|place| typed.knows(&format!("heading_{place}")))
}

/// What is carried along unseen: how each heading is called.
pub(super) fn hidden(typed: &Answers) -> Vec<(String, String)> {
    let each = places(typed).map(|place| format!("heading_{place}"));
    each.map(|name| {
        let heading = typed.get(&name).to_owned();
        (name, heading)
    })
    .collect()
}

/// The boxes, filled in and complained about.
pub(super) fn boxes(ctx: &PageCtx, at: &AtWork, (typed, errors): (&Answers, &Errors)) -> Boxes {
    let ask = Ask {
        t: ctx.t,
        typed,
        errors,
    };
    let date = Field::Line(ask.must(
        "date",
        ctx.t.chart_date(at.profile.vertical.slug()),
        Entry::Date,
    ));
    let areas = places(typed).map(|place| {
        let label = typed.get(&format!("heading_{place}")).to_owned();
        Field::Area(ask.area(&format!("text_{place}"), label))
    });
    Boxes {
        fields: std::iter::once(date).chain(areas).collect(),
        ..Boxes::default()
    }
}

/// What the boxes mean, or complaints. An entry says something.
pub(super) fn parse(typed: &Answers, errors: &mut Errors) -> Option<Draft> {
    let date = fields::date(errors, "date", typed.get("date"));
    let mut parts = Vec::new();
    for place in places(typed) {
        let name = format!("text_{place}");
        let heading = text::short_line(
            typed.get(&format!("heading_{place}")),
            chart_headings::LONGEST,
        );
        match (heading, text::short_paragraph(typed.get(&name), LONGEST)) {
            (Ok(heading), Ok(text)) if !heading.is_empty() && !text.is_empty() => {
                parts.push(Part { heading, text });
            }
            (_, Err(why)) => errors.add(name, why),
            _ => {}
        }
    }
    if errors.is_empty() && parts.is_empty() {
        errors.add("text_0", Msg::new("chart-empty"));
    }
    let draft = Draft { date: date?, parts };
    errors.is_empty().then_some(draft)
}
