//! What a form would change: each box as it is kept and as it is typed, beside the look and beside a plan.

use super::{answers::Answers, ask::spoken, effective, sheet::beside, subject::Subject};
use crate::web::{form::Errors, page::PageCtx, ui::field::Field};
use askama::{Template, filters::HtmlSafe};

/// A text longer than this is not said twice.
const SHORT: usize = 60;

/// What would hold something else: each box as it is and as it would be.
#[derive(Template)]
#[template(path = "owner/changes.html")]
pub(super) struct ChangeTable {
    pub title: String,
    heads: [String; 3],
    rows: Vec<[String; 3]>,
}

impl HtmlSafe for ChangeTable {}

impl ChangeTable {
    /// What differs between what is kept and what is typed.
    pub fn of<S: Subject>(ctx: &PageCtx, subject: &S, typed: &Answers, title: String) -> Self {
        let t = ctx.t;
        Self {
            title,
            heads: [
                t.owner_look_what(),
                t.owner_look_before(),
                t.owner_look_after(),
            ],
            rows: changes(ctx, subject, typed),
        }
    }
}

/// Each box that would hold something else, with what it holds and what it would hold.
fn changes<S: Subject>(ctx: &PageCtx, subject: &S, typed: &Answers) -> Vec<[String; 3]> {
    let (t, none) = (ctx.t, Errors::default());
    let kept = subject.answers(ctx, &Answers::default());
    // From when on it holds is said above.
    let parts = |answers: &Answers| {
        let mut parts = subject.parts(ctx, (answers, &none));
        for part in &mut parts {
            part.fields
                .retain(|field| field.called().0 != effective::FROM);
        }
        parts
    };
    let (mine, theirs) = (parts(typed), parts(&kept));
    let say = |field: &Field| match field {
        Field::Line(line) if !line.value.trim().is_empty() => match &line.unit {
            Some(unit) => t.owner_look_figure(&line.value, unit),
            None => line.value.clone(),
        },
        other => spoken(other),
    };
    let said = |text: String, label: &str| match text.trim().chars().count() {
        0 => t.owner_look_nothing(),
        // A box that is ticked says what it asks.
        _ if text == label => t.owner_look_yes(),
        1..=SHORT => text,
        _ => t.owner_look_long(),
    };
    let pairs = beside(&mine, &theirs, &say).into_iter();
    pairs
        // A browser ends the lines of what it sends in its own way.
        .filter(|pair| pair.typed.lines().ne(pair.saved.lines()))
        .map(|pair| {
            let both = (said(pair.saved, &pair.label), said(pair.typed, &pair.label));
            [pair.label, both.0, both.1]
        })
        .collect()
}
