//! By which rule a booking is repeated, as it is typed and as it is meant; and its questions, drawn with what was typed.

use super::days::{self, Boxes};
use crate::{
    base::{
        msg::Msg,
        time::{LocalDate, Weekday},
        token::Token,
    },
    domain::bookings::series::{
        plan::Pick,
        rule::{End, MOST, Rule, WIDEST},
    },
    web::{
        form::{Errors, fields},
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use chrono::Weekday as CalendarDay;
use chrono_tz::Tz;
use serde::Deserialize;

/// The week in the order in which the shop's hours are read, with the numbers that days are stored as.
const WEEK: [(i16, CalendarDay); 7] = [
    (1, CalendarDay::Mon),
    (2, CalendarDay::Tue),
    (3, CalendarDay::Wed),
    (4, CalendarDay::Thu),
    (5, CalendarDay::Fri),
    (6, CalendarDay::Sat),
    (0, CalendarDay::Sun),
];
/// So many visits stand in the form before anybody types.
const USUAL: i16 = 4;

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RepetitionForm {
    /// The key of the session.
    pub csrf: String,
    /// The key of this form: sent twice, it makes one series.
    pub key: String,
    /// Every so many weeks.
    pub every: String,
    /// `until` where it ends on a date, else after so many.
    pub ends: String,
    /// After how many.
    pub count: String,
    /// On which date.
    pub until: String,
    /// `yes` when the guest is to be told.
    pub tell: String,
    /// What was shown: the mark of the plan.
    pub seen: String,
    /// And its days.
    pub shown: String,
    /// `book` where the button was pressed that books.
    pub act: String,
    /// `yes` when the other language was pressed, and not a button.
    pub switch: String,
    /// Days of the week, and what was said of the days of the plan.
    #[serde(flatten)]
    pub boxes: Boxes,
}

impl RepetitionForm {
    /// As it begins: every week on the day of the first.
    pub fn begin(first: LocalDate) -> Self {
        let day = Weekday::of(first).number();
        Self {
            key: Token::random().text(),
            every: "1".to_owned(),
            count: USUAL.to_string(),
            tell: "yes".to_owned(),
            boxes: [(day_box(day), "yes".to_owned())].into(),
            ..Self::default()
        }
    }

    /// The rule, or complaints about all of it at once.
    pub fn rule(&self, first: LocalDate, errors: &mut Errors) -> Option<Rule> {
        let every = fields::number(errors, "every", &self.every, 1, WIDEST);
        let weekdays: Vec<Weekday> = WEEK
            .iter()
            .filter(|(number, _)| self.has(*number))
            .filter_map(|(number, _)| Weekday::from_number(*number))
            .collect();
        if weekdays.is_empty() {
            errors.add("weekdays", Msg::new("series-weekday-required"));
        }
        let (field, end) = self.end(first, errors);
        let rule = Rule {
            every: i16::try_from(every?).ok()?,
            weekdays,
            end: end?,
        };
        if !errors.is_empty() {
            return None;
        }
        if rule.is_too_long(first) {
            let most = i64::try_from(MOST).unwrap_or(0);
            errors.add(field, Msg::new("series-too-long").with("count", most));
            return None;
        }
        if rule.dates(first).len() < 2 {
            errors.add(field, Msg::new("series-no-day"));
            return None;
        }
        Some(rule)
    }

    fn end(&self, first: LocalDate, errors: &mut Errors) -> (&'static str, Option<End>) {
        if self.ends != "until" {
            let most = i64::try_from(MOST).unwrap_or(0);
            let count = fields::number(errors, "count", &self.count, 2, most);
            let count = count.and_then(|count| i16::try_from(count).ok());
            return ("count", count.map(End::After));
        }
        let until = fields::date(errors, "until", &self.until);
        if until.is_some_and(|until| until <= first) {
            errors.add("until", Msg::new("series-until-early"));
            return ("until", None);
        }
        ("until", until.map(End::On))
    }

    /// What was said of the days of a rule; what cannot be read is complained about.
    pub fn picks(
        &self,
        (rule, first): (&Rule, LocalDate),
        zone: Tz,
        errors: &mut Errors,
    ) -> Vec<(LocalDate, Pick)> {
        let mut picks = Vec::new();
        for date in rule.dates(first).into_iter().skip(1) {
            let key = date.to_string();
            let said = days::pick((&self.boxes, &self.shown), (&key, zone), errors);
            picks.extend(said.map(|pick| (date, pick)));
        }
        picks
    }

    fn has(&self, day: i16) -> bool {
        self.boxes
            .get(&day_box(day))
            .is_some_and(|ticked| ticked == "yes")
    }
}

fn day_box(day: i16) -> String {
    format!("day-{day}")
}

/// The questions.
pub struct Questions {
    /// Every so many weeks.
    pub every: SelectField,
    /// On these days.
    pub weekdays: ChoiceField,
    /// How it ends.
    pub ends: ChoiceField,
    /// After so many.
    pub count: TextField,
    /// On that date.
    pub until: TextField,
}

/// Draws them.
pub fn questions(ctx: &PageCtx, form: &RepetitionForm, errors: &Errors) -> Questions {
    let t = ctx.t;
    let weeks = |weeks: i64| Choice {
        value: weeks.to_string(),
        label: t.series_every_choice(weeks),
        chosen: weeks.to_string() == form.every,
        ..Choice::default()
    };
    let day = |(number, day): (i16, CalendarDay)| Choice {
        name: Some(day_box(number)),
        value: "yes".to_owned(),
        label: t.weekday_in_full(day),
        chosen: form.has(number),
        ..Choice::default()
    };
    let is_until = form.ends == "until";
    let end = |value: &str, label: String, chosen: bool| Choice {
        value: value.to_owned(),
        label,
        chosen,
        ..Choice::default()
    };
    let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    Questions {
        every: SelectField {
            name: "every".to_owned(),
            label: t.series_every(),
            options: (1..=WIDEST).map(weeks).collect(),
            complaint: errors.of("every", t),
            ..SelectField::default()
        },
        weekdays: ChoiceField {
            name: "weekdays".to_owned(),
            legend: t.series_weekdays(),
            several: true,
            side_by_side: true,
            options: WEEK.into_iter().map(day).collect(),
            complaint: errors.of("weekdays", t),
            ..ChoiceField::default()
        },
        ends: ChoiceField {
            name: "ends".to_owned(),
            legend: t.series_ends(),
            side_by_side: true,
            options: vec![
                end("count", t.series_ends_count(), !is_until),
                end("until", t.series_ends_until(), is_until),
            ],
            ..ChoiceField::default()
        },
        count: TextField {
            unit: Some(t.series_count_unit()),
            ..field("count", t.series_count(), &form.count, Entry::Number)
        },
        until: field("until", t.series_until(), &form.until, Entry::Date),
    }
}
