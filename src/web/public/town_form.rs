//! What is looked for in the town: as it was typed, and as it is meant.

use crate::{
    base::{
        msg::Msg,
        text,
        time::{LAST_MINUTE, LocalDate, WallSpan, WallTime, days_after, local},
    },
    domain::{
        businesses::{town::Near, vertical::Vertical},
        scheduling::town::{Part, Wanted},
    },
    web::{
        form::{Errors, fields},
        links,
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// Letters of a search.
const LETTERS: usize = 60;
/// People who come together at most.
const MOST_PEOPLE: i64 = 500;

/// What is asked, as typed. Without a date, nothing is asked yet.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TownQuery {
    kind: String,
    q: String,
    place: String,
    date: Option<String>,
    part: String,
    from: String,
    until: String,
    party: String,
    /// Which page of the answers.
    pub(super) page: String,
}

/// The boxes of the form.
pub struct Fields {
    /// What kind of shop.
    pub kind: SelectField,
    /// Words of a service or a shop.
    pub text: TextField,
    /// Where.
    pub place: TextField,
    /// The day.
    pub date: TextField,
    /// The part of it.
    pub part: ChoiceField,
    /// Whether the next two are in use.
    pub is_exact: bool,
    /// Not before.
    pub from: TextField,
    /// Before.
    pub until: TextField,
    /// How many come.
    pub party: TextField,
}

impl TownQuery {
    /// Whether anything is asked.
    pub fn is_asked(&self) -> bool {
        self.date.is_some()
    }

    /// The same for another time.
    pub fn at(&self, date: LocalDate, part: Part) -> Self {
        Self {
            date: Some(date.to_string()),
            part: part.slug().to_owned(),
            from: String::new(),
            until: String::new(),
            page: String::new(),
            ..self.clone()
        }
    }

    /// The same, another page of the answers.
    pub fn of_page(&self, page: usize) -> Self {
        Self {
            page: page.to_string(),
            ..self.clone()
        }
    }

    /// Its address.
    pub fn url(&self, ctx: &PageCtx) -> String {
        let date = self.date.as_deref().unwrap_or_default();
        let pairs = [
            ("kind", self.kind.as_str()),
            ("q", &self.q),
            ("place", &self.place),
            ("date", date),
            ("part", &self.part),
            ("from", &self.from),
            ("until", &self.until),
            ("party", &self.party),
            ("page", &self.page),
        ];
        let said: Vec<_> = pairs
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect();
        links::town_asked(
            ctx.lang,
            &serde_urlencoded::to_string(said).unwrap_or_default(),
        )
    }

    /// What is meant, or what is wrong with it.
    pub fn meant(&self, now: DateTime<Utc>, errors: &mut Errors) -> Option<Wanted> {
        let line = |typed: &str| text::line(typed, LETTERS);
        let text = fields::optional(errors, "q", &self.q, line);
        let place = fields::optional(errors, "place", &self.place, line);
        let date = fields::date(errors, "date", self.date.as_deref().unwrap_or_default());
        // Somewhere it is still the day before.
        let is_over = |date: LocalDate| days_after(date, 1) < today(now);
        if date.is_some_and(is_over) {
            errors.add("date", Msg::new("town-date-past"));
        }
        let span = self.span(errors);
        let party = match self.party.is_empty() {
            true => Some(1),
            false => fields::number(errors, "party", &self.party, 1, MOST_PEOPLE),
        };
        let wanted = Wanted {
            near: Near {
                vertical: Vertical::from_slug(&self.kind),
                place: place?,
            },
            text: text?,
            date: date?,
            span: span?,
            party: i16::try_from(party?).ok()?,
        };
        errors.is_empty().then_some(wanted)
    }

    /// Between which wall times. What is typed counts more than what is chosen.
    fn span(&self, errors: &mut Errors) -> Option<WallSpan> {
        let mut typed = |name: &'static str, value: &str, none: u16| {
            if text::is_blank(value) {
                return WallTime::new(none);
            }
            let found = WallTime::hurried(value);
            if found.is_none() {
                errors.add(name, Msg::new("form-time-late-form"));
            }
            found
        };
        let from = typed("from", &self.from, 0);
        let until = typed("until", &self.until, LAST_MINUTE);
        if text::is_blank(&self.from) && text::is_blank(&self.until) {
            let part = Part::ALL.into_iter().find(|part| part.slug() == self.part);
            let (from, until) = part.map_or((0, i16::try_from(LAST_MINUTE).ok()?), Part::minutes);
            return WallSpan::of_minutes(from, until);
        }
        let span = WallSpan::new(from?, until?);
        if span.is_none() {
            errors.add("until", Msg::new("town-until-before"));
        }
        span
    }

    /// The boxes, with what was typed and what is wrong with it.
    pub fn fields(&self, ctx: &PageCtx, now: DateTime<Utc>, errors: &Errors) -> Fields {
        let t = ctx.t;
        let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
            name: name.to_owned(),
            label,
            value: value.to_owned(),
            entry,
            complaint: errors.of(name, t),
            ..TextField::default()
        };
        let date = self.date.clone().unwrap_or_else(|| today(now).to_string());
        let party = match self.party.as_str() {
            "" => "1",
            typed => typed,
        };
        Fields {
            kind: self.kinds(ctx),
            text: TextField {
                hint: Some(t.town_text_hint()),
                ..field("q", t.town_text(), &self.q, Entry::Search)
            },
            place: TextField {
                hint: Some(t.town_place_hint()),
                ..field("place", t.town_place(), &self.place, Entry::Search)
            },
            date: field("date", t.town_date(), &date, Entry::Date),
            part: self.parts(ctx),
            is_exact: !self.from.is_empty() || !self.until.is_empty(),
            from: TextField {
                hint: Some(t.town_from_hint()),
                ..field("from", t.town_from(), &self.from, Entry::Time)
            },
            until: field("until", t.town_until(), &self.until, Entry::Time),
            party: TextField {
                unit: Some(t.catalog_unit_people()),
                ..field("party", t.town_party(), party, Entry::Number)
            },
        }
    }

    fn kinds(&self, ctx: &PageCtx) -> SelectField {
        let chosen = Vertical::from_slug(&self.kind);
        let option = |value: &str, label: String, is_chosen: bool| Choice {
            value: value.to_owned(),
            label,
            chosen: is_chosen,
            ..Choice::default()
        };
        let each = Vertical::ALL.into_iter().map(|kind| {
            let label = ctx.t.of_family("businesses-kind", kind.slug());
            option(kind.slug(), label, chosen == Some(kind))
        });
        let all = option("", ctx.t.businesses_kind_all(), chosen.is_none());
        SelectField {
            name: "kind".to_owned(),
            label: ctx.t.town_kind(),
            options: std::iter::once(all).chain(each).collect(),
            ..SelectField::default()
        }
    }

    fn parts(&self, ctx: &PageCtx) -> ChoiceField {
        let chosen = Part::ALL.into_iter().find(|part| part.slug() == self.part);
        let option = |value: &str, label: String, is_chosen: bool| Choice {
            value: value.to_owned(),
            label,
            chosen: is_chosen,
            ..Choice::default()
        };
        let each = Part::ALL.into_iter().map(|part| {
            let label = ctx.t.of_family("town-part", part.slug());
            option(part.slug(), label, chosen == Some(part))
        });
        let any = option("", ctx.t.town_part_any(), chosen.is_none());
        ChoiceField {
            name: "part".to_owned(),
            legend: ctx.t.town_part(),
            options: std::iter::once(any).chain(each).collect(),
            side_by_side: true,
            ..ChoiceField::default()
        }
    }
}

/// The day it is where most shops are.
pub fn today(now: DateTime<Utc>) -> LocalDate {
    local(chrono_tz::Tz::Asia__Tokyo, now).date()
}
