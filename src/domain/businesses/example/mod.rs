//! What a business of a kind begins with, until its owner has said otherwise: words, prices and rules as such a shop would have
//! them, in both languages. They stand beside this file, not in the program. Pure.

use super::{hours::WeeklyHours, profile::KanaRule, vertical::Vertical};
use crate::base::{
    bilingual::Bilingual,
    time::{LocalDate, WallSpan, WallTime},
};
use serde::Deserialize;

/// Japanese and English.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Both(pub String, pub String);

impl Both {
    /// The same as a name of ours.
    pub fn bilingual(&self) -> Bilingual {
        Bilingual::new(&self.0, &self.1)
    }
}

/// All that a kind of business begins with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    hours: Vec<Days>,
    /// How it takes bookings.
    pub rules: Rules,
    /// What every guest should know.
    pub notices: Both,
    /// What cancelling costs, where such a shop asks for anything.
    pub policy: Option<Policy>,
    /// Who serves, and what is served at.
    #[serde(default)]
    pub resources: Vec<Resource>,
    /// What is offered.
    pub services: Vec<Service>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Days {
    days: Vec<i16>,
    spans: Vec<(String, String)>,
}

/// How bookings are taken, in minutes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Between starts.
    pub step: i16,
    /// A booking lies ahead.
    pub notice: i32,
    /// Days ahead that can be booked.
    pub horizon: i16,
    /// Guests may move a booking before its start.
    pub change_until: i32,
    /// Guests may cancel it before its start.
    pub cancel_until: i32,
    kana: String,
}

impl Rules {
    /// Whether readings of names are asked for.
    pub fn kana_rule(&self) -> KanaRule {
        KanaRule::from_label(&self.kana).unwrap_or(KanaRule::Optional)
    }
}

/// What cancelling costs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// What the owner calls it.
    pub name: String,
    /// From so many hours before the start on, so many percent.
    pub steps: Vec<(i32, i16)>,
    /// Percent when nobody comes.
    pub no_show: i16,
    /// How it is reckoned.
    pub basis: Both,
}

/// Somebody or something a booking takes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// What kind of thing it is (`resources.resource_type`).
    pub kind: String,
    /// Its name.
    pub name: Both,
    /// Whether it is whoever opens the shop, and is called as they are.
    #[serde(default)]
    pub owner: bool,
    /// Whether guests may choose it.
    #[serde(default)]
    pub nominable: bool,
    /// Seats.
    #[serde(default = "one")]
    pub capacity: i16,
    /// The largest party.
    #[serde(default = "one")]
    pub party_max: i16,
}

/// Something on the menu.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// The heading it stands under.
    pub category: Both,
    /// Its name.
    pub name: Both,
    /// What it is.
    pub about: Both,
    /// Minutes it takes.
    pub minutes: i16,
    /// Yen, tax included.
    pub price: i64,
    /// Whole percent.
    #[serde(default = "usual_tax")]
    pub tax: i16,
    /// Whom it is for (`services.audience`).
    #[serde(default = "everyone")]
    pub audience: String,
    /// Minutes kept free afterwards.
    #[serde(default)]
    pub after: i16,
    /// The smallest and the largest party.
    #[serde(default = "alone")]
    pub party: (i16, i16),
    /// Places at once, where it takes nobody and nothing.
    pub seats: Option<i16>,
}

fn one() -> i16 {
    1
}

fn alone() -> (i16, i16) {
    (1, 1)
}

fn usual_tax() -> i16 {
    10
}

fn everyone() -> String {
    "everyone".to_owned()
}

/// What a kind of business begins with. It is read from what comes with the program, and a test reads all of it.
pub fn of(vertical: Vertical) -> Result<Example, serde_json::Error> {
    serde_json::from_str(match vertical {
        Vertical::Salon => include_str!("salon.json"),
        Vertical::Clinic => include_str!("clinic.json"),
        Vertical::Restaurant => include_str!("restaurant.json"),
        Vertical::Class => include_str!("class.json"),
        Vertical::HomeVisit => include_str!("home-visit.json"),
        Vertical::Stay => include_str!("stay.json"),
    })
}

impl Example {
    /// The week, to hold from a date on.
    pub fn week(&self, since: LocalDate) -> Vec<WeeklyHours> {
        let row = |day: i16, span: Option<WallSpan>| WeeklyHours {
            valid_from: since,
            day_of_week: day,
            week_of_month: None,
            open_minute: span.map(|span| span.minutes().0),
            close_minute: span.map(|span| span.minutes().1),
        };
        let mut week = Vec::new();
        for said in &self.hours {
            let spans: Vec<WallSpan> = said.spans.iter().filter_map(span).collect();
            for day in &said.days {
                match spans.as_slice() {
                    [] => week.push(row(*day, None)),
                    spans => week.extend(spans.iter().map(|span| row(*day, Some(*span)))),
                }
            }
        }
        week
    }
}

fn span((from, until): &(String, String)) -> Option<WallSpan> {
    WallSpan::new(WallTime::parse(from)?, WallTime::parse(until)?)
}
