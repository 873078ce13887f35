//! The boxes of a shop's own words, and what is wrong with them.

use super::{answers::Answers, ask::Ask, sheet::Part, words};
use crate::{
    base::text,
    domain::{
        businesses::vertical::Vertical,
        notifications::{
            occasion::Occasion,
            wording::{LONGEST_SUBJECT, LONGEST_TEXT, Place, Wording},
        },
    },
    web::{
        form::{Errors, fields},
        page::PageCtx,
        ui::{
            field::Field,
            text_area::TextArea,
            text_field::{Entry, TextField},
        },
    },
};

const SUBJECT: &str = "subject";
const OPENING: &str = "opening";
const CLOSING: &str = "closing";
/// Which booking a letter is shown by.
pub(super) const SHOWN_BY: &str = "shown_by";
/// One that was never made.
pub(super) const EXAMPLE: &str = "example";

/// The words as they are kept.
pub(super) fn answers(wording: &Wording) -> Answers {
    let mut answers = Answers::default();
    answers.put(SUBJECT, &wording.subject);
    answers.put(OPENING, &wording.opening);
    answers.put(CLOSING, &wording.closing);
    answers
}

/// The boxes; `ours` is the subject that the letter has without the shop's.
pub(super) fn part(ctx: &PageCtx, (typed, errors): (&Answers, &Errors), ours: String) -> Part {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    Part {
        heading: t.wordings_words(),
        note: Some(t.wordings_words_note()),
        fields: vec![
            Field::Line(TextField {
                hint: Some(t.wordings_subject_hint(ours)),
                ..ask.may(SUBJECT, t.wordings_subject(), Entry::Text)
            }),
            Field::Area(TextArea {
                hint: Some(t.wordings_opening_hint()),
                ..ask.area(OPENING, t.wordings_opening())
            }),
            Field::Area(TextArea {
                hint: Some(t.wordings_closing_hint()),
                ..ask.area(CLOSING, t.wordings_closing())
            }),
        ],
        ..Part::default()
    }
}

/// Which booking it is shown by.
pub(super) fn shown_by(ctx: &PageCtx, (typed, errors): (&Answers, &Errors), number: &str) -> Part {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let real = (String::new(), t.wordings_shown_by_last(number));
    let example = (EXAMPLE.to_owned(), t.wordings_shown_by_example());
    Part {
        heading: t.wordings_preview(),
        fields: vec![Field::Select(ask.select(
            SHOWN_BY,
            t.wordings_shown_by(),
            [real, example],
        ))],
        ..Part::default()
    }
}

/// The words, or what is wrong with them.
pub(super) fn parse(
    typed: &Answers,
    (occasion, vertical): (Occasion, Vertical),
    errors: &mut Errors,
) -> Option<Wording> {
    let line = |typed: &str| text::short_line(typed, LONGEST_SUBJECT);
    let lines = |typed: &str| text::short_paragraph(typed, LONGEST_TEXT);
    let subject = fields::optional(errors, SUBJECT, typed.get(SUBJECT), line);
    let opening = fields::optional(errors, OPENING, typed.get(OPENING), lines);
    let closing = fields::optional(errors, CLOSING, typed.get(CLOSING), lines);
    let wording = Wording {
        subject: subject.unwrap_or_default(),
        opening: opening.unwrap_or_default(),
        closing: closing.unwrap_or_default(),
    };
    let faults = wording.templates(occasion, vertical).err();
    for (place, fault) in faults.into_iter().flatten() {
        let field = match place {
            Place::Subject => SUBJECT,
            Place::Opening => OPENING,
            Place::Closing => CLOSING,
        };
        errors.add(field, words::complaint(&fault));
    }
    errors.is_empty().then_some(wording)
}
