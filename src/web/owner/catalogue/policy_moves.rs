//! The boxes of a policy about moving: until when guests do it by themselves, how often, and for how much.

use super::{
    answers::Answers,
    ask::Ask,
    policy_steps::{self, Boxes},
    sheet::Part,
};
use crate::{
    base::{msg::Msg, text},
    domain::catalog::{move_rules::MoveRules, policy::Step},
    web::{
        form::{Errors, fields},
        page::PageCtx,
        ui::{
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};

const UNTIL: &str = "move-until";
const MOST: &str = "move-most";
/// The boxes of the steps: hours before the start, and percent from then on.
const STEPS: Boxes<3> = [
    ("move-hours-1", "move-percent-1"),
    ("move-hours-2", "move-percent-2"),
    ("move-hours-3", "move-percent-3"),
];
/// So often at most: more is no limit.
const MOST_MOVES: i64 = 99;

/// The rules as they are kept.
pub(super) fn fill(answers: &mut Answers, rules: &MoveRules) {
    if let Some(until) = rules.until_hours {
        answers.put(UNTIL, until);
    }
    if let Some(most) = rules.most {
        answers.put(MOST, most);
    }
    policy_steps::fill(answers, STEPS, &rules.steps);
}

/// All of them.
pub(super) fn part(ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Part {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let figure = |field: TextField, unit: String, hint: Option<String>| {
        Field::Line(TextField {
            unit: Some(unit),
            hint,
            ..field
        })
    };
    let mut parts = vec![
        figure(
            ask.may(UNTIL, t.moves_form_until(), Entry::Number),
            t.catalog_unit_hours(),
            Some(t.moves_form_until_hint()),
        ),
        figure(
            ask.may(MOST, t.moves_form_most(), Entry::Number),
            t.moves_form_times(),
            Some(t.moves_form_most_hint()),
        ),
    ];
    for (place, (hours, percent)) in (1..).zip(STEPS) {
        let from = ask.line(hours, t.moves_form_hours(place), Entry::Number);
        let share = ask.line(percent, t.moves_form_percent(place), Entry::Number);
        parts.push(figure(from, t.catalog_unit_hours(), None));
        parts.push(figure(share, t.catalog_unit_percent(), None));
    }
    let is_used = |field: &Field| {
        let name = field.called().0;
        !typed.get(name).is_empty() || errors.of(name, t).is_some()
    };
    Part {
        heading: t.moves_form_title(),
        note: Some(t.moves_form_note()),
        folded: Some(parts.iter().any(is_used)),
        paired: true,
        fields: parts,
        ..Part::default()
    }
}

/// The rules, or complaints. A step after the last moment at which anything can be moved would never be asked for.
pub(super) fn parse(typed: &Answers, errors: &mut Errors) -> Option<MoveRules> {
    let mut figure = |name: &'static str, most: i64| match text::is_blank(typed.get(name)) {
        true => Some(None),
        false => fields::number(errors, name, typed.get(name), 0, most).map(Some),
    };
    let (until, most) = (
        figure(UNTIL, policy_steps::LONGEST),
        figure(MOST, MOST_MOVES),
    );
    let steps = policy_steps::parse(typed, STEPS, errors);
    let until_hours = until?.and_then(|until| i32::try_from(until).ok());
    let (mut is_sound, mut kept): (bool, Vec<Step>) = (true, Vec::new());
    for (step, field) in steps? {
        if until_hours.is_some_and(|until| step.hours_before <= until) {
            errors.add(field, Msg::new("moves-form-late"));
            is_sound = false;
        }
        kept.push(step);
    }
    is_sound.then_some(())?;
    Some(MoveRules {
        until_hours,
        most: most?.and_then(|most| i16::try_from(most).ok()),
        steps: kept.into_iter().filter(|step| step.percent > 0).collect(),
    })
}
