//! One shop as its file says it.

use serde::Deserialize;
use std::collections::BTreeMap;

/// Japanese and English.
#[derive(Clone, Debug, Default, Deserialize)]
pub(in crate::cli::seed) struct Both(pub String, pub String);

/// One business.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Shop {
    pub slug: String,
    pub vertical: String,
    pub name: Both,
    pub kana: String,
    pub about: Both,
    pub place: Place,
    pub phone: String,
    pub email: String,
    pub accent: String,
    pub kana_rule: String,
    pub slot_step_minutes: i16,
    pub notice_minutes: i32,
    pub horizon_days: i16,
    pub change_until_minutes: i32,
    pub cancel_until_minutes: i32,
    pub notices: Both,
    pub legal: BTreeMap<String, Both>,
    pub media: Vec<Media>,
    pub hours: Vec<Hours>,
    pub closings: Vec<Closing>,
    pub irregular: Option<Irregular>,
    /// What everybody works on public holidays, in place of the weekday's shifts.
    pub holiday_shift: Option<String>,
    pub resources: Vec<Resource>,
    /// What may be put together.
    #[serde(default)]
    pub tables: Vec<Tables>,
    pub policies: Vec<Policy>,
    pub categories: Vec<Category>,
    #[serde(default)]
    pub options: Vec<Options>,
    #[serde(default)]
    pub questions: Vec<Question>,
    #[serde(default)]
    pub consents: Vec<Consent>,
    /// What is asked for and not booked at once, by its Japanese name, and how many hours the shop has for its answer.
    #[serde(default)]
    pub requests: Vec<(String, i16)>,
    #[serde(default)]
    pub prices: Vec<PriceRule>,
    #[serde(default)]
    pub coupons: Vec<Coupon>,
    /// How many a class needs, and how many hours beforehand that is decided.
    #[serde(default)]
    pub classes: Vec<(String, i16, i16)>,
    /// How long whoever is offered a time has to answer, where there is a waiting list.
    pub waitlist_hours: Option<i16>,
    pub series: Option<Series>,
    pub people: Vec<Person>,
    pub guests: Guests,
}

/// Where it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Place {
    pub postal_code: String,
    pub prefecture: String,
    pub city: String,
    pub street: String,
    pub building: String,
    pub english: String,
    pub latitude: f64,
    pub longitude: f64,
}

/// A picture of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Media {
    pub url: String,
    pub caption: Both,
}

/// Opening hours; without spans, closed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Hours {
    pub days: String,
    #[serde(default)]
    pub weeks: Vec<i16>,
    pub spans: String,
}

/// A closing, or special hours, of every year: `12-31` to `01-03`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Closing {
    pub from: String,
    pub until: String,
    #[serde(default)]
    pub spans: String,
    pub reason: Both,
}

/// 不定休: so many days of each month.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Irregular {
    pub days: String,
    pub each_month: u64,
    pub reason: Both,
}

/// Somebody or something whose time can be taken.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Resource {
    pub key: String,
    pub kind: String,
    pub name: Both,
    pub kana: String,
    #[serde(default)]
    pub about: Both,
    #[serde(default = "one")]
    pub capacity: i16,
    #[serde(default = "one")]
    pub party_max: i16,
    #[serde(default)]
    pub nominable: bool,
    #[serde(default)]
    pub fee: i64,
    #[serde(default)]
    pub shifts: Vec<Shift>,
}

/// Tables that may be put together, by the words for them, and for how many.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Tables {
    pub name: String,
    pub of: String,
    pub party: (i16, i16),
}

/// When somebody works.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Shift {
    pub days: String,
    pub spans: String,
}

/// What cancelling costs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Policy {
    pub key: String,
    pub name: String,
    pub hours_before: i32,
    pub percent: i16,
    pub steps: serde_json::Value,
    pub no_show_percent: i16,
    #[serde(default)]
    pub is_default: bool,
    pub basis: Both,
}

/// A heading of the menu.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Category {
    pub name: Both,
    pub services: Vec<Service>,
}

/// Something on the menu.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Service {
    pub name: Both,
    pub about: Both,
    #[serde(default)]
    pub important: Both,
    pub minutes: i16,
    /// From which minute on nobody is needed, and for how many.
    pub processing: Option<(i16, i16)>,
    pub price: i64,
    #[serde(default = "ten")]
    pub tax: i16,
    #[serde(default)]
    pub before: i16,
    #[serde(default)]
    pub after: i16,
    #[serde(default = "single")]
    pub party: (i16, i16),
    pub policy: Option<String>,
    pub audience: Option<String>,
    pub notice_minutes: Option<i32>,
    pub horizon_days: Option<i16>,
    #[serde(default)]
    pub timetable: Vec<Timetable>,
    pub needs: Vec<Need>,
    /// How often it is wanted beside the others.
    pub weight: u64,
    /// Filled start by start, as classes are, and not by how busy the day is.
    #[serde(default)]
    pub each_start: bool,
}

/// What can be had besides, of some services.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Options {
    pub name: Both,
    #[serde(default)]
    pub single: bool,
    /// By their Japanese names.
    pub services: Vec<String>,
    /// Each with its price and its minutes.
    pub options: Vec<(Both, i64, i16)>,
}

/// What guests are asked beforehand.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Question {
    /// What another question calls it by.
    #[serde(default)]
    pub key: String,
    pub kind: String,
    pub name: Both,
    #[serde(default)]
    pub hint: Both,
    #[serde(default)]
    pub wording: Both,
    #[serde(default)]
    pub choices: Vec<Both>,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub health: bool,
    /// Only of who has chosen so, counted from 1.
    pub only_if: Option<(String, i16)>,
    /// By their Japanese names; none is all.
    #[serde(default)]
    pub services: Vec<String>,
}

/// What guests agreed to when they had been there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Consent {
    pub kind: String,
    #[serde(default)]
    pub topic: Both,
    pub wording: Both,
    pub way: String,
    /// How many of those who were asked.
    pub percent: u64,
    /// What stands beside the first withdrawals, one each.
    #[serde(default)]
    pub withdrawn: Vec<String>,
}

/// What makes a price another than the menu's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct PriceRule {
    pub name: Both,
    pub days: String,
    #[serde(default)]
    pub spans: String,
    pub percent: Option<i16>,
    pub amount: Option<i64>,
    /// By their Japanese names; none is all.
    #[serde(default)]
    pub services: Vec<String>,
}

/// A code that makes a booking cheaper, once a guest.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Coupon {
    pub code: String,
    pub name: Both,
    pub percent: Option<i16>,
    pub amount: Option<i64>,
    #[serde(default)]
    pub least: i64,
    pub most_uses: Option<i32>,
    /// By their Japanese names; none is all.
    #[serde(default)]
    pub services: Vec<String>,
}

/// Somebody who comes every week at the same time.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Series {
    pub service: String,
    pub day: String,
    pub time: String,
    pub count: usize,
}

/// When a class begins.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Timetable {
    pub days: String,
    pub times: String,
}

/// One of these resources, by their keys.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Need {
    pub of: String,
    #[serde(default = "exclusive", rename = "use")]
    pub take: String,
}

/// Somebody with an account.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Person {
    pub key: String,
    pub email: String,
    pub family: Both,
    pub given: Both,
    pub role: String,
    pub resource: Option<String>,
}

/// Who comes, and how busy it is: percent of working time, Sunday to Saturday, then public holidays.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::cli::seed) struct Guests {
    pub cards: usize,
    pub fullness: [u64; 8],
    pub nominated_percent: u64,
    pub parties: Vec<(i16, u64)>,
    pub wishes: Vec<Both>,
    pub staff_notes: Vec<String>,
    pub reasons: Vec<String>,
    pub cards_notes: Vec<(String, String)>,
}

fn one() -> i16 {
    1
}

fn ten() -> i16 {
    10
}

fn single() -> (i16, i16) {
    (1, 1)
}

fn exclusive() -> String {
    "exclusive".to_owned()
}
