//! The boxes of a cancellation policy, and what it comes to in dates.

use super::{
    answers::Answers,
    ask::Ask,
    policy_moves,
    policy_steps::{self, Boxes},
    sheet::{Part, Preview},
};
use crate::{
    base::{bilingual::Bilingual, money::percent_of, msg::Msg, text},
    domain::catalog::{policy::Rung, policy_card::PolicyCard},
    web::{
        form::{Errors, fields},
        moments::Moments,
        page::PageCtx,
        ui::{
            field::Field,
            ladder::{Ladder, LadderStep, Weight},
            text_field::{Entry, TextField},
        },
    },
};
use chrono::{DateTime, Utc};

/// The longest name.
const NAME: usize = 60;
/// The longest explanation.
const BASIS: usize = 1000;
/// The boxes of the steps: hours before the start, and percent from then on.
const STEPS: Boxes<4> = [
    ("hours-1", "percent-1"),
    ("hours-2", "percent-2"),
    ("hours-3", "percent-3"),
    ("hours-4", "percent-4"),
];
/// The price of the example.
const EXAMPLE: i64 = 10_000;

/// What most salons do: half the price from the day before on, all of it on the day.
pub(super) fn blank() -> Answers {
    let mut answers = Answers::default();
    for (name, value) in [
        ("hours-1", 24),
        ("percent-1", 50),
        ("hours-2", 3),
        ("percent-2", 100),
        ("no_show", 100),
    ] {
        answers.put(name, value);
    }
    answers
}

/// One as it is kept.
pub(super) fn answers(card: &PolicyCard) -> Answers {
    let mut answers = Answers::default();
    answers.put("name", &card.name);
    answers.put("no_show", card.no_show_percent);
    answers.put("basis_ja", &card.basis_ja);
    answers.put("basis_en", &card.basis_en);
    policy_steps::fill(&mut answers, STEPS, &card.policy().steps());
    policy_moves::fill(&mut answers, &card.policy().moves());
    answers
}

/// All boxes.
pub(super) fn parts(ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let unit = |field: TextField, unit: String| {
        Field::Line(TextField {
            unit: Some(unit),
            ..field
        })
    };
    let steps = (1..).zip(STEPS).flat_map(|(place, (hours, percent))| {
        let from = ask.line(hours, t.catalog_step_hours(place), Entry::Number);
        let share = ask.line(percent, t.catalog_step_percent(place), Entry::Number);
        [
            unit(from, t.catalog_unit_hours()),
            unit(share, t.catalog_unit_percent()),
        ]
    });
    let no_show = ask.must("no_show", t.catalog_no_show(), Entry::Number);
    vec![
        Part {
            heading: t.catalog_part_basics(),
            fields: vec![Field::Line(TextField {
                hint: Some(t.catalog_policy_name_hint()),
                ..ask.must("name", t.catalog_policy_name(), Entry::Text)
            })],
            ..Part::default()
        },
        Part {
            heading: t.catalog_part_ladder(),
            note: Some(t.catalog_ladder_hint()),
            paired: true,
            fields: steps.collect(),
            ..Part::default()
        },
        Part {
            heading: t.catalog_part_no_show(),
            fields: vec![unit(no_show, t.catalog_unit_percent())],
            ..Part::default()
        },
        policy_moves::part(ctx, (typed, errors)),
        Part {
            heading: t.catalog_part_basis(),
            note: Some(t.catalog_basis_hint()),
            fields: vec![
                Field::Area(ask.area("basis_ja", t.catalog_basis_ja())),
                Field::Area(ask.area("basis_en", t.catalog_basis_en())),
            ],
            ..Part::default()
        },
    ]
}

/// The policy, or complaints about it.
pub(super) fn parse(typed: &Answers, errors: &mut Errors) -> Option<PolicyCard> {
    let line = |typed: &str| text::line(typed, NAME);
    let missing = Msg::new("catalog-name-required");
    let name = fields::required(errors, "name", typed.get("name"), line, missing);
    let steps = policy_steps::parse(typed, STEPS, errors);
    let moves = policy_moves::parse(typed, errors);
    let no_show = policy_steps::percent(errors, "no_show", typed);
    let paragraph = |typed: &str| text::paragraph(typed, BASIS);
    let ja = fields::optional(errors, "basis_ja", typed.get("basis_ja"), paragraph);
    let en = fields::optional(errors, "basis_en", typed.get("basis_en"), paragraph);
    let basis = Bilingual::new(ja?, en?);
    let steps = steps?.into_iter().map(|(step, _)| step);
    let steps = steps.filter(|step| step.percent > 0).collect();
    Some(PolicyCard::new(name?, steps, no_show?, basis).with_moves(&moves?))
}

/// What it comes to for a visit at `start` (UX 1.8: in dates, not in days before).
pub(in crate::web::owner) fn preview(
    ctx: &PageCtx,
    moments: &Moments,
    card: &PolicyCard,
    start: DateTime<Utc>,
) -> Preview {
    let t = ctx.t;
    let step = |when: String, percent: i16| LadderStep {
        when,
        now: None,
        fee: match percent {
            0 => t.catalog_fee_none(),
            _ => t.catalog_fee_share(t.yen(percent_of(EXAMPLE, percent.into())), percent),
        },
        weight: match percent {
            0 => Weight::Free,
            1..100 => Weight::Part,
            _ => Weight::Full,
        },
    };
    let drawn = |rungs: &[Rung]| -> Vec<LadderStep> {
        let rungs = rungs.iter().map(|rung| {
            let when = match (rung.from, rung.until) {
                (_, Some(until)) => t.catalog_ladder_until(moments.moment(until)),
                (Some(from), None) => t.catalog_ladder_from(moments.moment(from)),
                (None, None) => t.catalog_ladder_always(),
            };
            step(when, rung.percent)
        });
        rungs.collect()
    };
    let policy = card.policy();
    let mut steps = drawn(&policy.ladder(start, EXAMPLE));
    let moves = drawn(&policy.moves().ladder(start, EXAMPLE));
    let has_fees = moves.iter().any(|step| step.weight != Weight::Free);
    if card.no_show_percent > 0 {
        steps.push(step(t.catalog_ladder_no_show(), card.no_show_percent));
    }
    let costs = steps.iter().any(|step| step.weight != Weight::Free);
    Preview {
        heading: t.catalog_preview(t.yen(EXAMPLE), moments.moment(start)),
        ladder: costs.then_some(Ladder { steps }),
        none: t.catalog_ladder_free(),
        moves: has_fees.then(|| (t.moves_preview(), Ladder { steps: moves })),
        warning: card.is_harsh().then(|| t.catalog_harsh()),
        is_asked: false,
    }
}
