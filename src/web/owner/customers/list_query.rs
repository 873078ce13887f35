//! What the list of guests is asked for, as it stands in an address: it is read for the list and for the file of it, and
//! written into the links of both.

use super::words;
use crate::{
    base::{ids::CustomerId, msg::Msg},
    domain::{
        bookings::{
            guest_list::{Filter, From, Order},
            guest_part::Part,
        },
        customers::search::Wanted,
    },
    web::{
        form::{Errors, fields},
        page::PageCtx,
    },
};
use chrono::{Days, NaiveDate};
use serde::Deserialize;

/// The longest search, in characters.
const LONGEST: usize = 100;
/// Ten years.
const MOST_DAYS: i64 = 3650;
/// More visits than anybody has.
const MOST_TIMES: i64 = 9999;

/// What is looked for, as it was typed or chosen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    pub q: String,
    pub tag: String,
    pub order: String,
    pub vip: String,
    pub blocked: String,
    pub letters: String,
    pub away: String,
    pub visits: String,
    pub missed: String,
    pub part: String,
    pub after: String,
    pub before: String,
}

/// The same, as it is meant.
#[derive(Clone, Debug, Default)]
pub struct Meant {
    pub filter: Filter,
    pub order: Order,
    pub from: From,
    /// What could not be understood.
    pub errors: Errors,
}

impl ListQuery {
    /// Without what nobody types, and no longer than anybody does.
    pub fn clean(self) -> Self {
        let kept = |typed: &str| -> String {
            let kept = typed.trim().chars().filter(|c| !c.is_control());
            kept.take(LONGEST).collect()
        };
        Self {
            q: kept(&self.q),
            tag: kept(&self.tag),
            ..self
        }
    }

    /// What it means on a day.
    pub fn meant(&self, today: NaiveDate) -> Meant {
        let mut errors = Errors::default();
        let away = amount(&mut errors, ("away", &self.away), MOST_DAYS);
        let visits = amount(&mut errors, ("visits", &self.visits), MOST_TIMES);
        let missed = amount(&mut errors, ("missed", &self.missed), MOST_TIMES);
        let order = match self.order.as_str() {
            "" => Some(Order::default()),
            id => Order::of(id),
        };
        if order.is_none() {
            errors.add("order", Msg::new("customers-order-unknown"));
        }
        let part = Part::of(&self.part);
        if part.is_none() && !self.part.is_empty() {
            errors.add("", Msg::new("customers-part-unknown"));
        }
        let times = |number: Option<i64>| number.and_then(|number| i32::try_from(number).ok());
        Meant {
            filter: Filter {
                wanted: Wanted::read(&self.q),
                by_contacts: true,
                tag: Some(self.tag.clone()).filter(|tag| !tag.is_empty()),
                is_vip: !self.vip.is_empty(),
                is_blocked: !self.blocked.is_empty(),
                takes_letters: !self.letters.is_empty(),
                missed: times(missed),
                away_since: away
                    .and_then(|days| today.checked_sub_days(Days::new(days.unsigned_abs()))),
                visits: times(visits),
                part,
            },
            order: order.unwrap_or_default(),
            from: self.from(),
            errors,
        }
    }

    fn from(&self) -> From {
        let after = self.after.parse::<CustomerId>().map(From::After);
        let before = self.before.parse::<CustomerId>().map(From::Before);
        after.or(before).unwrap_or_default()
    }

    /// How many of the conditions that are folded away are used.
    pub fn folded(&self) -> usize {
        let folded = [
            &self.vip,
            &self.blocked,
            &self.letters,
            &self.away,
            &self.visits,
            &self.missed,
        ];
        folded.into_iter().filter(|one| !one.is_empty()).count()
    }

    /// Whether it asks for less than everybody.
    pub fn narrows(&self) -> bool {
        let chosen = [&self.q, &self.tag, &self.part];
        self.folded() > 0 || chosen.into_iter().any(|one| !one.is_empty())
    }

    /// The list, or what is below it, with all of this but the place in the list.
    pub fn address(&self, ctx: &PageCtx, slug: &str, below: &str, place: Option<Place>) -> String {
        let place = place.map(|place| match place {
            Place::After(card) => ("after", card.to_string()),
            Place::Before(card) => ("before", card.to_string()),
        });
        let asked = [
            ("q", &self.q),
            ("tag", &self.tag),
            ("order", &self.order),
            ("vip", &self.vip),
            ("blocked", &self.blocked),
            ("letters", &self.letters),
            ("away", &self.away),
            ("visits", &self.visits),
            ("missed", &self.missed),
            ("part", &self.part),
        ];
        let asked = asked.map(|(name, value)| (name, value.clone()));
        let pairs: Vec<(&str, String)> = asked
            .into_iter()
            .chain(place)
            .filter(|(_, value)| !value.is_empty())
            .collect();
        let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
        let mark = if query.is_empty() { "" } else { "?" };
        words::list(ctx, slug, &format!("{below}{mark}{query}"))
    }
}

/// Where a link of the list leads.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    After(CustomerId),
    Before(CustomerId),
}

/// A number of days or of times; nothing is no condition.
fn amount(errors: &mut Errors, (field, typed): (&'static str, &str), most: i64) -> Option<i64> {
    match typed.trim() {
        "" => None,
        typed => fields::number(errors, field, typed, 1, most),
    }
}
