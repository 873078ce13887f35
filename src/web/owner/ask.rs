//! Draws the boxes of a form with what they hold and what is wrong with it.

use super::answers::Answers;
use crate::{
    i18n::Words,
    web::{
        form::Errors,
        ui::{
            choice_field::{Choice, ChoiceField},
            field::Field,
            mark::Mark,
            select_field::SelectField,
            text_area::TextArea,
            text_field::{Entry, TextField},
        },
    },
};

/// The form.
#[derive(Clone, Copy)]
pub(super) struct Ask<'a> {
    pub t: Words,
    pub typed: &'a Answers,
    pub errors: &'a Errors,
}

impl Ask<'_> {
    /// One line.
    pub fn line(&self, name: &str, label: String, entry: Entry) -> TextField {
        TextField {
            name: name.to_owned(),
            label,
            value: self.typed.get(name).to_owned(),
            entry,
            complaint: self.errors.of(name, self.t),
            ..TextField::default()
        }
    }

    /// One line that must be filled in.
    pub fn must(&self, name: &str, label: String, entry: Entry) -> TextField {
        TextField {
            mark: Mark::required(self.t.ui_required()),
            ..self.line(name, label, entry)
        }
    }

    /// One line that may stay empty.
    pub fn may(&self, name: &str, label: String, entry: Entry) -> TextField {
        TextField {
            mark: Mark::optional(self.t.ui_optional()),
            ..self.line(name, label, entry)
        }
    }

    /// Several lines that may stay empty.
    pub fn area(&self, name: &str, label: String) -> TextArea {
        TextArea {
            name: name.to_owned(),
            label,
            value: self.typed.get(name).to_owned(),
            mark: Mark::optional(self.t.ui_optional()),
            complaint: self.errors.of(name, self.t),
            ..TextArea::default()
        }
    }

    /// One of a list of values and labels.
    pub fn select(
        &self,
        name: &str,
        label: String,
        options: impl IntoIterator<Item = (String, String)>,
    ) -> SelectField {
        let chosen = self.typed.get(name);
        let choice = |(value, label): (String, String)| Choice {
            chosen: value == chosen,
            value,
            label,
            ..Choice::default()
        };
        SelectField {
            name: name.to_owned(),
            label,
            options: options.into_iter().map(choice).collect(),
            complaint: self.errors.of(name, self.t),
            ..SelectField::default()
        }
    }

    /// A box that speaks for itself.
    pub fn tick(&self, name: &str, label: String, note: Option<String>) -> ChoiceField {
        ChoiceField {
            name: name.to_owned(),
            several: true,
            options: vec![Choice {
                value: "yes".to_owned(),
                label,
                note,
                chosen: self.typed.has(name),
                ..Choice::default()
            }],
            complaint: self.errors.of(name, self.t),
            ..ChoiceField::default()
        }
    }
}

/// What a field holds, as a reader says it.
pub(super) fn spoken(field: &Field) -> String {
    let chosen = |options: &[Choice]| {
        let chosen = options.iter().filter(|option| option.chosen);
        let labels: Vec<&str> = chosen.map(|option| option.label.as_str()).collect();
        labels.join(" · ")
    };
    match field {
        Field::Line(line) => line.value.clone(),
        Field::Area(area) => area.value.clone(),
        Field::Select(select) => chosen(&select.options),
        Field::Choice(choice) => chosen(&choice.options),
        // No sheet has files, and none is said aloud.
        Field::Files(_) => String::new(),
    }
}

/// What a field asks.
pub(super) fn question(field: &Field) -> String {
    match field {
        // A single box has no legend: what it says is what it asks.
        Field::Choice(choice) => {
            let first = choice.options.first();
            first.map_or_else(String::new, |first| first.label.clone())
        }
        _ => field.called().1.to_owned(),
    }
}
