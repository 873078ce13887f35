//! Single dates as they are filled in: from when to when, closed or with hours of their own, and why.

use crate::{
    base::{
        bilingual::Bilingual,
        msg::Msg,
        text,
        time::{LocalDate, WallSpan},
    },
    domain::{businesses::closing::Closing, scheduling::proposal::Proposal},
    web::{
        form::{Errors, fields, spans},
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            mark::Mark,
            span_row::SpanRow,
            text_field::{Entry, TextField},
        },
    },
};
use std::collections::HashMap;

/// So many dates in a row at most: a season.
const MOST_DAYS: i64 = 92;
/// The longest reason.
const LONGEST_REASON: usize = 80;

/// What is typed, by the names of the boxes.
pub struct ClosureForm(pub HashMap<String, String>);

/// What it means.
#[derive(Clone, Debug)]
pub struct Meant {
    /// Which dates.
    pub dates: Vec<LocalDate>,
    /// When the shop is open on them, empty is closed; `None` is as the week has them.
    pub spans: Option<Vec<WallSpan>>,
    /// Why.
    pub reason: Bilingual,
}

impl Meant {
    /// The same as a change of rules.
    pub fn proposal(&self) -> Proposal {
        let dates = self.dates.clone();
        match self.spans.clone() {
            Some(spans) => Proposal::Days { dates, spans },
            None => Proposal::Plain { dates },
        }
    }
}

impl ClosureForm {
    /// A date as it stands, or about to be closed.
    pub fn of(date: LocalDate, known: &[Closing]) -> Self {
        let mut typed = HashMap::from([
            ("from".to_owned(), date.to_string()),
            ("until".to_owned(), String::new()),
        ]);
        let spans: Vec<WallSpan> = known.iter().filter_map(span).collect();
        let kind = if spans.is_empty() { "closed" } else { "hours" };
        typed.insert("kind".to_owned(), kind.to_owned());
        typed.extend(spans::typed("hours", &spans));
        if let Some(first) = known.first() {
            typed.insert("reason_ja".to_owned(), first.reason.ja.clone());
            typed.insert("reason_en".to_owned(), first.reason.en.clone());
        }
        Self(typed)
    }

    /// One box.
    pub fn value(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Whether the dates are to be as the week has them.
    pub fn lifts(&self) -> bool {
        self.value("step") == "lift"
    }

    /// What it means, or complaints.
    pub fn read(&self, errors: &mut Errors, today: LocalDate) -> Option<Meant> {
        let dates = self.dates(errors, today);
        if self.lifts() {
            return Some(Meant {
                dates: dates?,
                spans: None,
                reason: Bilingual::default(),
            });
        }
        let spans = match self.value("kind") {
            "closed" => Some(Vec::new()),
            "hours" => {
                let spans = spans::read(errors, &self.0, "hours");
                if spans.as_ref().is_some_and(Vec::is_empty) {
                    errors.add("hours", Msg::new("schedule-hours-required"));
                }
                spans.filter(|spans| !spans.is_empty())
            }
            _ => {
                errors.add("kind", Msg::new("schedule-kind-required"));
                None
            }
        };
        let line = |typed: &str| text::line(typed, LONGEST_REASON);
        let ja = fields::optional(errors, "reason_ja", self.value("reason_ja"), line);
        let en = fields::optional(errors, "reason_en", self.value("reason_en"), line);
        Some(Meant {
            dates: dates?,
            spans: Some(spans?),
            reason: Bilingual::new(ja?, en?),
        })
    }

    fn dates(&self, errors: &mut Errors, today: LocalDate) -> Option<Vec<LocalDate>> {
        let from = fields::date(errors, "from", self.value("from"))?;
        let until = match text::is_blank(self.value("until")) {
            true => from,
            false => fields::date(errors, "until", self.value("until"))?,
        };
        let days = (until - from).num_days();
        let wrong = match () {
            () if from < today => Some(("from", Msg::new("schedule-since-past"))),
            () if days < 0 => Some(("until", Msg::new("schedule-until-before"))),
            () if days >= MOST_DAYS => Some((
                "until",
                Msg::new("schedule-too-many-days").with("most", MOST_DAYS),
            )),
            () => None,
        };
        if let Some((field, msg)) = wrong {
            errors.add(field, msg);
            return None;
        }
        Some(from.iter_days().take_while(|date| *date <= until).collect())
    }

    /// From when to when.
    pub fn days(&self, ctx: &PageCtx, errors: &Errors) -> [TextField; 2] {
        let t = ctx.t;
        let field = |name: &str, label: String, mark: Mark, hint: Option<String>| TextField {
            name: name.to_owned(),
            label,
            value: self.value(name).to_owned(),
            entry: Entry::Date,
            mark,
            hint,
            complaint: errors.of(name, t),
            ..TextField::default()
        };
        [
            field(
                "from",
                t.schedule_from(),
                Mark::required(t.ui_required()),
                None,
            ),
            field(
                "until",
                t.schedule_until(),
                Mark::optional(t.ui_optional()),
                None,
            ),
        ]
    }

    /// Closed, or hours of their own.
    pub fn kind(&self, ctx: &PageCtx, errors: &Errors) -> ChoiceField {
        let t = ctx.t;
        let choice = |value: &str, label: String| Choice {
            value: value.to_owned(),
            label,
            chosen: self.value("kind") == value,
            ..Choice::default()
        };
        ChoiceField {
            name: "kind".to_owned(),
            legend: t.schedule_kind(),
            options: vec![
                choice("closed", t.schedule_kind_closed()),
                choice("hours", t.schedule_kind_hours()),
            ],
            side_by_side: true,
            complaint: errors.of("kind", t),
            ..ChoiceField::default()
        }
    }

    /// The hours.
    pub fn hours(&self, ctx: &PageCtx, errors: &Errors) -> SpanRow {
        let complaint = errors.of("hours", ctx.t);
        let label = ctx.t.schedule_kind_hours_label();
        SpanRow {
            hint: Some(ctx.t.schedule_kind_hours_hint()),
            ..spans::drawn(ctx.t, &self.0, ("hours", label), complaint)
        }
    }

    /// Why, in both languages.
    pub fn reasons(&self, ctx: &PageCtx, errors: &Errors) -> [TextField; 2] {
        let t = ctx.t;
        let field = |name: &str, label: String, hint: Option<String>| TextField {
            name: name.to_owned(),
            label,
            value: self.value(name).to_owned(),
            mark: Mark::optional(t.ui_optional()),
            hint,
            complaint: errors.of(name, t),
            ..TextField::default()
        };
        [
            field(
                "reason_ja",
                t.schedule_reason_ja(),
                Some(t.schedule_reason_hint()),
            ),
            field("reason_en", t.schedule_reason_en(), None),
        ]
    }
}

fn span(one: &Closing) -> Option<WallSpan> {
    one.span
        .and_then(|(open, close)| WallSpan::of_minutes(open, close))
}
