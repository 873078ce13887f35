//! The form by which somebody asks for time off: what is typed, what it means, how it is drawn.

use crate::{
    base::{
        ids::{ResourceId, UserId},
        msg::Msg,
        text,
        time::{LocalDate, WallSpan, WallTime},
    },
    domain::scheduling::time_off::{Days, Kind, LONGEST_DAYS, NewTimeOff},
    web::{
        form::{Errors, fields},
        page::PageCtx,
        time_off,
        ui::{
            choice_field::{Choice, ChoiceField},
            mark::Mark,
            text_area::TextArea,
            text_field::{Entry, TextField},
        },
    },
};
use serde::Deserialize;
use std::str::FromStr;

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typing {
    pub csrf: String,
    pub switch: String,
    kind: String,
    first: String,
    last: String,
    from: String,
    until: String,
    reason: String,
}

/// The fields, with what was typed and what is wrong with it.
pub struct Fields {
    pub kind: ChoiceField,
    pub days: [TextField; 2],
    pub times: [TextField; 2],
    /// Whether the hours are in sight: where some are filled in.
    pub is_timed: bool,
    pub reason: TextArea,
}

impl Fields {
    /// What each is called, for the summary of complaints.
    pub fn called(&self) -> impl Iterator<Item = (&str, &str)> {
        let kind = (self.kind.name.as_str(), self.kind.legend.as_str());
        let boxes = self.days.iter().chain(&self.times).map(TextField::called);
        let reason = (self.reason.name.as_str(), self.reason.label.as_str());
        [kind].into_iter().chain(boxes).chain([reason])
    }
}

impl Typing {
    /// The request that is meant; what is wrong is complained about at its field.
    pub fn meant(
        &self,
        errors: &mut Errors,
        (resource, by): (ResourceId, UserId),
        today: LocalDate,
    ) -> Option<NewTimeOff> {
        let kind = Kind::from_str(&self.kind).ok();
        if kind.is_none() {
            errors.add("kind", Msg::new("timeoff-kind-required"));
        }
        let days = self.days(errors, today);
        let reason = fields::optional(errors, "reason", &self.reason, time_off::said);
        errors.is_empty().then_some(())?;
        Some(NewTimeOff {
            resource,
            by,
            kind: kind?,
            days: days?,
            reason: reason?,
        })
    }

    fn days(&self, errors: &mut Errors, today: LocalDate) -> Option<Days> {
        let missing = text::is_blank(&self.first);
        if missing {
            errors.add("first", Msg::new("timeoff-first-required"));
        }
        let first = (!missing)
            .then(|| fields::date(errors, "first", &self.first))
            .flatten();
        let last = match text::is_blank(&self.last) {
            true => first,
            false => fields::date(errors, "last", &self.last),
        };
        let hours = self.hours(errors);
        let (first, last) = (first?, last?);
        if first < today {
            errors.add("first", Msg::new("timeoff-past"));
        }
        let length = (last - first).num_days();
        if length < 0 {
            errors.add("last", Msg::new("schedule-until-before"));
        } else if length >= LONGEST_DAYS {
            errors.add(
                "last",
                Msg::new("timeoff-too-long").with("most", LONGEST_DAYS),
            );
        } else if length > 0 && hours.is_some_and(|hours| hours.is_some()) {
            errors.add("from", Msg::new("timeoff-hours-one-day"));
        }
        Some(Days {
            first,
            last,
            hours: hours?,
        })
    }

    /// Hours of the day; nothing filled in is all of it.
    fn hours(&self, errors: &mut Errors) -> Option<Option<WallSpan>> {
        if text::is_blank(&self.from) && text::is_blank(&self.until) {
            return Some(None);
        }
        let mut clock = |field: &'static str, typed: &str| {
            // `9` is the whole hour.
            let whole = || WallTime::hurried(&format!("{}:00", typed.trim()));
            let wall = WallTime::hurried(typed).or_else(whole);
            if wall.is_none() {
                errors.add(field, Msg::new("form-span-form"));
            }
            wall
        };
        let (from, until) = (clock("from", &self.from), clock("until", &self.until));
        let span = WallSpan::new(from?, until?);
        if span.is_none() {
            errors.add("until", Msg::new("form-span-order"));
        }
        span.map(Some)
    }

    /// The fields as they were filled in.
    pub fn drawn(&self, ctx: &PageCtx, errors: &Errors) -> Fields {
        let t = ctx.t;
        let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
            name: name.to_owned(),
            label,
            value: value.to_owned(),
            entry,
            complaint: errors.of(name, t),
            ..TextField::default()
        };
        let optional = || Mark::optional(t.ui_optional());
        let choice = |kind: Kind| {
            let word: &str = kind.into();
            Choice {
                value: word.to_owned(),
                label: time_off::kind(t, kind),
                chosen: word == self.kind,
                ..Choice::default()
            }
        };
        Fields {
            kind: ChoiceField {
                name: "kind".to_owned(),
                legend: t.timeoff_kind(),
                options: [Kind::Paid, Kind::Rest, Kind::Sick, Kind::Other]
                    .map(choice)
                    .into(),
                side_by_side: true,
                mark: Mark::required(t.ui_required()),
                complaint: errors.of("kind", t),
                ..ChoiceField::default()
            },
            days: [
                TextField {
                    mark: Mark::required(t.ui_required()),
                    ..field("first", t.timeoff_first(), &self.first, Entry::Date)
                },
                TextField {
                    mark: optional(),
                    ..field("last", t.timeoff_last(), &self.last, Entry::Date)
                },
            ],
            times: [
                TextField {
                    mark: optional(),
                    ..field("from", t.timeoff_from(), &self.from, Entry::Time)
                },
                TextField {
                    mark: optional(),
                    ..field("until", t.timeoff_until(), &self.until, Entry::Time)
                },
            ],
            is_timed: !(text::is_blank(&self.from) && text::is_blank(&self.until)),
            reason: TextArea {
                name: "reason".to_owned(),
                label: t.timeoff_reason(),
                value: self.reason.clone(),
                mark: optional(),
                hint: Some(t.timeoff_reason_hint()),
                complaint: errors.of("reason", t),
            },
        }
    }
}
