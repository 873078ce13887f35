//! The boxes of a wish: which days, which weekdays, which hours. What is typed stays as it was typed.

use crate::{
    base::{
        msg::Msg,
        text,
        time::{LAST_MINUTE, LocalDate, WallSpan, WallTime, Weekday, days_after},
    },
    domain::bookings::waitlist::wish::{MOST_DAYS, Weekdays, Wish},
    web::{
        form::{Errors, fields},
        opening::WEEK,
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            mark::Mark,
            text_field::{Entry, TextField},
        },
    },
};
use std::collections::HashMap;

/// The names of the boxes of weekdays, in the order in which the shop's hours are read.
const DAYS: [(&str, chrono::Weekday); 7] = [
    ("d1", chrono::Weekday::Mon),
    ("d2", chrono::Weekday::Tue),
    ("d3", chrono::Weekday::Wed),
    ("d4", chrono::Weekday::Thu),
    ("d5", chrono::Weekday::Fri),
    ("d6", chrono::Weekday::Sat),
    ("d0", chrono::Weekday::Sun),
];

/// What was typed, box by box.
#[derive(Clone, Debug, Default)]
pub struct WishForm(pub HashMap<String, String>);

/// The days that can be wished for.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// Today.
    pub from: LocalDate,
    /// The last one.
    pub until: LocalDate,
}

/// The boxes, drawn.
pub struct WishBoxes {
    /// The first and the last day.
    pub days: Vec<TextField>,
    /// Which of them.
    pub weekdays: ChoiceField,
    /// From when and until when.
    pub hours: Vec<TextField>,
}

impl WishForm {
    /// Some days, every weekday, at any time.
    pub fn of(from: LocalDate, until: LocalDate) -> Self {
        let days = [("from", from), ("until", until)];
        let days = days.map(|(name, day)| (name.to_owned(), day.to_string()));
        let weekdays = DAYS.map(|(name, _)| (name.to_owned(), "yes".to_owned()));
        Self(days.into_iter().chain(weekdays).collect())
    }

    /// What was typed in a box.
    pub fn value(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// What is wished for, or every complaint at once.
    pub fn read(&self, errors: &mut Errors, reach: Reach) -> Option<Wish> {
        let days = self.days(errors, reach);
        let weekdays = self.weekdays(errors);
        let hours = self.hours(errors);
        let ((from, until), weekdays, hours) = (days?, weekdays?, hours?);
        let any = from
            .iter_days()
            .take_while(|day| *day <= until)
            .any(|day| weekdays.has(Weekday::of(day)));
        if !any {
            errors.add("weekdays", Msg::new("waiting-weekdays-outside"));
            return None;
        }
        Some(Wish {
            from: Some(from),
            until: Some(until),
            weekdays,
            hours,
        })
    }

    fn days(&self, errors: &mut Errors, reach: Reach) -> Option<(LocalDate, LocalDate)> {
        let from = fields::date(errors, "from", self.value("from"));
        let until = fields::date(errors, "until", self.value("until"));
        let (from, until) = (from?, until?);
        if until < from {
            errors.add("until", Msg::new("waiting-until-before-from"));
        } else if until < reach.from {
            errors.add("until", Msg::new("waiting-days-past"));
        } else if until > reach.until {
            errors.add(
                "until",
                Msg::new("waiting-days-far").with("date", reach.until),
            );
        } else {
            return Some((from.max(reach.from), until));
        }
        None
    }

    fn weekdays(&self, errors: &mut Errors) -> Option<Weekdays> {
        let named = DAYS.iter().zip(WEEK);
        let chosen = named.filter(|((name, _), _)| self.value(name) == "yes");
        let weekdays = Weekdays::of(chosen.filter_map(|(_, day)| Weekday::from_number(day)));
        if weekdays.is_none() {
            errors.add("weekdays", Msg::new("waiting-weekdays-none"));
        }
        weekdays
    }

    /// Nothing in either box is any time; nothing in one of them is the beginning or the end of the day.
    fn hours(&self, errors: &mut Errors) -> Option<Option<WallSpan>> {
        let typed = ["after", "before"].map(|name| self.value(name));
        if typed.iter().all(|typed| text::is_blank(typed)) {
            return Some(None);
        }
        let mut wall = |name: &'static str, typed: &str, empty: Option<WallTime>| {
            if text::is_blank(typed) {
                return empty;
            }
            let wall = WallTime::hurried(typed);
            if wall.is_none() {
                errors.add(name, Msg::new("form-span-form"));
            }
            wall
        };
        let [after, before] = typed;
        let last = WallTime::new(LAST_MINUTE);
        let from = wall("after", after, Some(WallTime::MIDNIGHT));
        let until = wall("before", before, last);
        let span = WallSpan::new(from?, until?);
        if span.is_none() {
            errors.add("before", Msg::new("form-span-order"));
        }
        span.map(Some)
    }

    /// The boxes with what was typed in them.
    pub fn boxes(&self, ctx: &PageCtx, errors: &Errors) -> WishBoxes {
        let t = ctx.t;
        let line = |name: &str, label: String, entry: Entry| TextField {
            name: name.to_owned(),
            label,
            value: self.value(name).to_owned(),
            entry,
            complaint: errors.of(name, t),
            ..TextField::default()
        };
        let required = |field: TextField| TextField {
            mark: Mark::required(t.ui_required()),
            ..field
        };
        let options = DAYS.iter().map(|(name, day)| Choice {
            name: Some((*name).to_owned()),
            value: "yes".to_owned(),
            label: t.weekday_in_full(*day),
            chosen: self.value(name) == "yes",
            ..Choice::default()
        });
        WishBoxes {
            days: vec![
                required(line("from", t.waiting_from(), Entry::Date)),
                required(line("until", t.waiting_until(), Entry::Date)),
            ],
            weekdays: ChoiceField {
                name: "weekdays".to_owned(),
                legend: t.waiting_weekdays(),
                several: true,
                options: options.collect(),
                side_by_side: true,
                mark: Mark::default(),
                hint: None,
                complaint: errors.of("weekdays", t),
            },
            hours: vec![
                TextField {
                    mark: Mark::optional(t.ui_optional()),
                    ..line("after", t.waiting_after(), Entry::Time)
                },
                TextField {
                    mark: Mark::optional(t.ui_optional()),
                    ..line("before", t.waiting_before(), Entry::Time)
                },
            ],
        }
    }
}

impl Reach {
    /// From today as far as the shop takes bookings, and nobody waits longer than so long.
    pub fn of(today: LocalDate, horizon_days: i16) -> Self {
        let most = u32::try_from(MOST_DAYS).unwrap_or_default();
        let days = u32::try_from(horizon_days).unwrap_or_default().min(most);
        Self {
            from: today,
            until: days_after(today, days),
        }
    }
}
