//! The boxes about the part of a service that needs nobody: the colour sets, and whoever serves is free (放置時間).

use super::{answers::Answers, ask::Ask, figures::whole};
use crate::{
    base::msg::Msg,
    domain::catalog::processing::Processing,
    web::{
        form::Errors,
        ui::{
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};

const AFTER: &str = "processing_after";
const MINUTES: &str = "processing_minutes";

/// The two as they are kept; nothing where there is no such part.
pub(super) fn answers(answers: &mut Answers, kept: Option<Processing>) {
    if let Some(kept) = kept {
        answers.put(AFTER, kept.after_minutes);
        answers.put(MINUTES, kept.processing_minutes);
    }
}

/// From when nobody is needed.
pub(super) fn after(ask: Ask<'_>) -> Field {
    let t = ask.t;
    Field::Line(TextField {
        unit: Some(t.catalog_unit_minutes()),
        ..ask.may(AFTER, t.catalog_processing_after(), Entry::Number)
    })
}

/// For how long.
pub(super) fn minutes(ask: Ask<'_>) -> Field {
    let t = ask.t;
    Field::Line(TextField {
        unit: Some(t.catalog_unit_minutes()),
        hint: Some(t.catalog_processing_hint()),
        ..ask.may(MINUTES, t.catalog_processing_minutes(), Entry::Number)
    })
}

/// When nobody is needed; `None` inside where somebody always is. Both boxes or neither are filled in, and the service lasts
/// at least until nobody is needed no more.
pub(super) fn parse(
    typed: &Answers,
    duration: Option<i16>,
    errors: &mut Errors,
) -> Option<Option<Processing>> {
    let is_empty = |field: &str| typed.get(field).trim().is_empty();
    match (is_empty(AFTER), is_empty(MINUTES)) {
        (true, true) => return Some(None),
        (true, false) => errors.add(AFTER, Msg::new("catalog-processing-both")),
        (false, true) => errors.add(MINUTES, Msg::new("catalog-processing-both")),
        (false, false) => {}
    }
    let mut figure = |field: &'static str| {
        let found = (!is_empty(field)).then(|| whole(errors, field, typed, (5, 1440)));
        let found = found.flatten();
        if found.is_some_and(|minutes| minutes % 5 != 0) {
            errors.add(field, Msg::new("catalog-processing-five"));
            return None;
        }
        found
    };
    let (after, minutes) = (figure(AFTER), figure(MINUTES));
    let (after_minutes, processing_minutes) = (after?, minutes?);
    if duration.is_some_and(|duration| after_minutes + processing_minutes > duration) {
        errors.add(MINUTES, Msg::new("catalog-processing-too-long"));
        return None;
    }
    Some(Some(Processing {
        after_minutes,
        processing_minutes,
    }))
}
