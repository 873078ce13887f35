//! The week as it is filled in: nine kinds of day with several spans each, and some weekdays of some weeks of a month. An
//! empty row is a day off.

use crate::{
    base::{
        msg::Msg,
        time::{LocalDate, WallSpan, Weekday},
    },
    domain::{
        businesses::hours::WeeklyHours,
        scheduling::availability::{DayKind, WeeklyRule},
    },
    web::{
        form::{Errors, fields, spans},
        opening::{self, WEEK},
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            select_field::SelectField,
            span_row::SpanRow,
            text_field::{Entry, TextField},
        },
    },
};
use std::collections::HashMap;

/// Holidays and the days before them.
const SPECIAL: [i16; 2] = [7, 8];
/// So many rules for some weeks of a month there is room for.
const NTH: usize = 7;

/// What is typed, by the names of the boxes.
pub struct WeekForm(pub HashMap<String, String>);

/// What it means.
pub struct Meant {
    /// From when on.
    pub since: LocalDate,
    /// The rows of the week.
    pub rows: Vec<WeeklyHours>,
}

/// One rule for some weeks of a month, drawn.
pub struct NthRow {
    pub legend: String,
    pub weeks: ChoiceField,
    pub day: SelectField,
    pub spans: SpanRow,
}

impl WeekForm {
    /// A week as it stands, to hold from a date on.
    pub fn of(week: &[WeeklyHours], since: LocalDate, version: &str) -> Self {
        let mut typed: HashMap<String, String> = HashMap::from([
            ("since".to_owned(), since.to_string()),
            ("version".to_owned(), version.to_owned()),
        ]);
        for day in WEEK {
            typed.extend(spans::typed(&row(day), &spans_of(week, day, None)));
        }
        for day in SPECIAL {
            let is_said = week.iter().any(|one| one.day_of_week == day);
            let spans = spans_of(week, day, None);
            let mode = match (is_said, spans.is_empty()) {
                (false, _) => "same",
                (true, true) => "closed",
                (true, false) => "hours",
            };
            typed.insert(format!("{}_mode", row(day)), mode.to_owned());
            typed.extend(spans::typed(&row(day), &spans));
        }
        for (place, (day, weeks, spans)) in nths(week).into_iter().enumerate() {
            let row = format!("n{place}");
            typed.insert(format!("{row}_day"), day.to_string());
            typed.extend(
                weeks
                    .iter()
                    .map(|week| (format!("{row}_week{week}"), "yes".to_owned())),
            );
            typed.extend(spans::typed(&row, &spans));
        }
        Self(typed)
    }

    /// One box.
    pub fn value(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// What it means, or complaints.
    pub fn read(&self, errors: &mut Errors, today: LocalDate) -> Option<Meant> {
        let since = fields::date(errors, "since", self.value("since"));
        if since.is_some_and(|since| since < today) {
            errors.add("since", Msg::new("schedule-since-past"));
        }
        let mut rows = Vec::new();
        let mut is_whole = true;
        for day in WEEK {
            match spans::read(errors, &self.0, &row(day)) {
                Some(spans) => rows.extend(of_day(day, None, &spans)),
                None => is_whole = false,
            }
        }
        for day in SPECIAL {
            let spans = match self.value(&format!("{}_mode", row(day))) {
                "closed" => Some(Vec::new()),
                "hours" => spans::read(errors, &self.0, &row(day)),
                _ => continue,
            };
            if self.value(&format!("{}_mode", row(day))) == "hours"
                && spans.as_ref().is_some_and(Vec::is_empty)
            {
                errors.add(row(day), Msg::new("schedule-hours-required"));
            }
            match spans {
                Some(spans) => rows.extend(of_day(day, None, &spans)),
                None => is_whole = false,
            }
        }
        for place in 0..NTH {
            match self.nth(errors, place) {
                Some(nth) => rows.extend(nth),
                None => is_whole = false,
            }
        }
        let since = since.filter(|since| *since >= today)?;
        (is_whole && errors.is_empty()).then_some(Meant { since, rows })
    }

    fn nth(&self, errors: &mut Errors, place: usize) -> Option<Vec<WeeklyHours>> {
        let row = format!("n{place}");
        let day: Option<i16> = self.value(&format!("{row}_day")).parse().ok();
        let weeks: Vec<i16> = (1..=5)
            .filter(|week| self.value(&format!("{row}_week{week}")) == "yes")
            .collect();
        let spans = spans::read(errors, &self.0, &row)?;
        let Some(day) = day.filter(|day| WEEK.contains(day)) else {
            if weeks.is_empty() && spans.is_empty() {
                return Some(Vec::new());
            }
            errors.add(format!("{row}_day"), Msg::new("schedule-nth-day-required"));
            return None;
        };
        if weeks.is_empty() {
            errors.add(
                format!("{row}_week"),
                Msg::new("schedule-nth-weeks-required"),
            );
            return None;
        }
        Some(
            weeks
                .into_iter()
                .flat_map(|week| of_day(day, Some(week), &spans))
                .collect(),
        )
    }

    /// From when on.
    pub fn since(&self, ctx: &PageCtx, errors: &Errors) -> TextField {
        TextField {
            name: "since".to_owned(),
            label: ctx.t.schedule_since(),
            value: self.value("since").to_owned(),
            entry: Entry::Date,
            hint: Some(ctx.t.schedule_since_hint()),
            complaint: errors.of("since", ctx.t),
            ..TextField::default()
        }
    }

    /// The seven days.
    pub fn days(&self, ctx: &PageCtx, errors: &Errors) -> Vec<SpanRow> {
        WEEK.into_iter()
            .map(|day| self.spans(ctx, errors, (row(day), opening::day_said(ctx, day))))
            .collect()
    }

    /// Holidays and the days before them: as the weekday, closed, or with hours of their own.
    pub fn special(&self, ctx: &PageCtx, errors: &Errors) -> Vec<(SelectField, SpanRow)> {
        let t = ctx.t;
        let modes = [
            ("same", t.schedule_mode_same()),
            ("closed", t.schedule_mode_closed()),
            ("hours", t.schedule_mode_hours()),
        ];
        let each = SPECIAL.into_iter().map(|day| {
            let (name, said) = (format!("{}_mode", row(day)), opening::day_said(ctx, day));
            let options = modes.iter().map(|(value, label)| Choice {
                value: (*value).to_owned(),
                label: label.clone(),
                chosen: self.value(&name) == *value,
                ..Choice::default()
            });
            let mode = SelectField {
                options: options.collect(),
                label: said.clone(),
                name,
                ..SelectField::default()
            };
            let hours = t.schedule_special_hours(&said);
            (mode, self.spans(ctx, errors, (row(day), hours)))
        });
        each.collect()
    }

    /// Rules for some weeks of a month, one of them free.
    pub fn nth_rows(&self, ctx: &PageCtx, errors: &Errors) -> Vec<NthRow> {
        let t = ctx.t;
        let used = |place: &usize| {
            let row = format!("n{place}");
            self.0
                .iter()
                .any(|(name, value)| name.starts_with(&row) && !value.is_empty())
        };
        let shown = (0..NTH).filter(|place| *place == 0 || used(place) || used(&(place - 1)));
        let each = shown.map(|place| {
            let row = format!("n{place}");
            let weeks = (1..=5).map(|week| Choice {
                name: Some(format!("{row}_week{week}")),
                value: "yes".to_owned(),
                label: t.businesses_nth(week),
                chosen: self.value(&format!("{row}_week{week}")) == "yes",
                ..Choice::default()
            });
            NthRow {
                legend: t.schedule_nth_legend(place + 1),
                weeks: ChoiceField {
                    name: format!("{row}_week"),
                    legend: t.schedule_nth_weeks(),
                    several: true,
                    side_by_side: true,
                    options: weeks.collect(),
                    complaint: errors.of(&format!("{row}_week"), t),
                    ..ChoiceField::default()
                },
                day: self.nth_day(ctx, errors, &row),
                spans: self.spans(ctx, errors, (row, t.schedule_nth_hours(place + 1))),
            }
        });
        each.collect()
    }

    fn nth_day(&self, ctx: &PageCtx, errors: &Errors, row: &str) -> SelectField {
        let name = format!("{row}_day");
        let none = Choice {
            label: ctx.t.schedule_nth_none(),
            ..Choice::default()
        };
        let days = WEEK.into_iter().map(|day| Choice {
            value: day.to_string(),
            label: opening::day_said(ctx, day),
            chosen: self.value(&name) == day.to_string(),
            ..Choice::default()
        });
        SelectField {
            label: ctx.t.schedule_nth_day(),
            options: std::iter::once(none).chain(days).collect(),
            complaint: errors.of(&name, ctx.t),
            name,
            ..SelectField::default()
        }
    }

    fn spans(&self, ctx: &PageCtx, errors: &Errors, (row, label): (String, String)) -> SpanRow {
        let complaint = errors.of(&row, ctx.t);
        spans::drawn(ctx.t, &self.0, (&row, label), complaint)
    }
}

/// Rows as the engine knows them.
pub fn rules(rows: &[WeeklyHours]) -> Vec<WeeklyRule> {
    let rule = |one: &WeeklyHours| {
        let day = match one.day_of_week {
            7 => DayKind::Holiday,
            8 => DayKind::DayBeforeHoliday,
            day => DayKind::Weekday(Weekday::from_number(day)?),
        };
        Some(WeeklyRule {
            day,
            week_of_month: one.week_of_month.and_then(|week| u8::try_from(week).ok()),
            span: span(one),
        })
    };
    rows.iter().filter_map(rule).collect()
}

fn row(day: i16) -> String {
    format!("d{day}")
}

fn of_day(day: i16, week: Option<i16>, spans: &[WallSpan]) -> Vec<WeeklyHours> {
    let one = |span: Option<WallSpan>| WeeklyHours {
        valid_from: LocalDate::default(),
        day_of_week: day,
        week_of_month: week,
        open_minute: span.map(|span| span.minutes().0),
        close_minute: span.map(|span| span.minutes().1),
    };
    match spans {
        [] => vec![one(None)],
        spans => spans.iter().map(|span| one(Some(*span))).collect(),
    }
}

fn span(one: &WeeklyHours) -> Option<WallSpan> {
    WallSpan::of_minutes(one.open_minute?, one.close_minute?)
}

fn spans_of(week: &[WeeklyHours], day: i16, nth: Option<i16>) -> Vec<WallSpan> {
    let of = |one: &&WeeklyHours| one.day_of_week == day && one.week_of_month == nth;
    week.iter().filter(of).filter_map(span).collect()
}

/// Weekday, weeks of the month, hours.
type Nth = (i16, Vec<i16>, Vec<WallSpan>);

/// The rules for some weeks of a month: weeks with the same hours together.
fn nths(week: &[WeeklyHours]) -> Vec<Nth> {
    let mut found: Vec<Nth> = Vec::new();
    for day in WEEK {
        for nth in 1..=5 {
            let is_said =
                |one: &WeeklyHours| one.day_of_week == day && one.week_of_month == Some(nth);
            if !week.iter().any(is_said) {
                continue;
            }
            let spans = spans_of(week, day, Some(nth));
            match found
                .iter_mut()
                .find(|(known, _, same)| *known == day && *same == spans)
            {
                Some((_, weeks, _)) => weeks.push(nth),
                None => found.push((day, vec![nth], spans)),
            }
        }
    }
    found
}
