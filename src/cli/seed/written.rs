//! The town as it is written in `town/*.json`: what owners would have typed, and how busy they are. The words are data
//! of the shops, in both languages, and stand there and not in the program.

use super::SeedError;
use crate::base::time::WallTime;
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::BTreeMap;

/// The shops, in the order they open.
const SHOPS: [(&str, &str); 5] = [
    ("salon-hana.json", include_str!("town/salon-hana.json")),
    ("aoba-dental.json", include_str!("town/aoba-dental.json")),
    ("kappo-minato.json", include_str!("town/kappo-minato.json")),
    ("suiren-yoga.json", include_str!("town/suiren-yoga.json")),
    (
        "hidamari-clean.json",
        include_str!("town/hidamari-clean.json"),
    ),
];

const DAYS: [&str; 9] = [
    "sun", "mon", "tue", "wed", "thu", "fri", "sat", "holiday", "eve",
];

/// Japanese and English.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Both(pub String, pub String);

/// One business.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shop {
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
    pub policies: Vec<Policy>,
    pub categories: Vec<Category>,
    pub people: Vec<Person>,
    pub guests: Guests,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pub postal_code: String,
    pub prefecture: String,
    pub city: String,
    pub street: String,
    pub building: String,
    pub english: String,
    pub latitude: f64,
    pub longitude: f64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Media {
    pub url: String,
    pub caption: Both,
}

/// Opening hours; without spans, closed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hours {
    pub days: String,
    #[serde(default)]
    pub weeks: Vec<i16>,
    pub spans: String,
    /// Why, where the days are dates of the calendar (`holiday`, `eve`) and guests should know.
    #[serde(default)]
    pub reason: Both,
}

/// A closing, or special hours, of every year: `12-31` to `01-03`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Closing {
    pub from: String,
    pub until: String,
    #[serde(default)]
    pub spans: String,
    pub reason: Both,
}

/// 不定休: so many days of each month.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Irregular {
    pub days: String,
    pub each_month: u64,
    pub reason: Both,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Resource {
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

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shift {
    pub days: String,
    pub spans: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Policy {
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

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Category {
    pub name: Both,
    pub services: Vec<Service>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Service {
    pub name: Both,
    pub about: Both,
    #[serde(default)]
    pub important: Both,
    pub minutes: i16,
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

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Timetable {
    pub days: String,
    pub times: String,
}

/// One of these resources, by their keys.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Need {
    pub of: String,
    #[serde(default = "exclusive", rename = "use")]
    pub take: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
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
pub(super) struct Guests {
    pub cards: usize,
    pub fullness: [u64; 8],
    pub nominated_percent: u64,
    pub parties: Vec<(i16, u64)>,
    pub wishes: Vec<Both>,
    pub staff_notes: Vec<String>,
    pub reasons: Vec<String>,
    pub cards_notes: Vec<(String, String)>,
}

/// What people are called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub families: Vec<(String, String, String)>,
    pub givens: Vec<(String, String, String)>,
    pub foreign: Vec<(String, String)>,
    pub mail: Vec<String>,
    pub days_off: Vec<String>,
    pub demo_guest: Guest,
}

/// The guest who has an account, and a card at every shop.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Guest {
    pub email: String,
    /// Written, and read.
    pub family: Both,
    pub given: Both,
}

/// Reads the whole town.
pub(super) fn town() -> Result<Vec<Shop>, SeedError> {
    SHOPS.iter().map(|(name, text)| read(name, text)).collect()
}

/// Reads what people are called.
pub(super) fn names() -> Result<Names, SeedError> {
    read("names.json", include_str!("town/names.json"))
}

/// The numbers that days are stored as: 0 Sunday to 6 Saturday, 7 holiday, 8 the day before one.
pub(super) fn days(words: &str) -> Result<Vec<i16>, SeedError> {
    let number = |word: &str| DAYS.iter().position(|day| *day == word);
    words
        .split_whitespace()
        .map(|word| {
            number(word)
                .and_then(|number| i16::try_from(number).ok())
                .ok_or_else(|| SeedError::Written(format!("no such day: {word}")))
        })
        .collect()
}

/// Spans of wall time in minutes: `10:00-13:00 14:00-19:30`.
pub(super) fn spans(words: &str) -> Result<Vec<(i16, i16)>, SeedError> {
    words
        .split_whitespace()
        .map(|word| {
            let (from, until) = word
                .split_once('-')
                .ok_or_else(|| SeedError::Written(format!("no span: {word}")))?;
            Ok((minute(from)?, minute(until)?))
        })
        .collect()
}

/// Wall times in minutes: `11:30 12:00`.
pub(super) fn times(words: &str) -> Result<Vec<i16>, SeedError> {
    words.split_whitespace().map(minute).collect()
}

fn minute(word: &str) -> Result<i16, SeedError> {
    WallTime::parse(word)
        .and_then(|time| i16::try_from(time.minutes()).ok())
        .ok_or_else(|| SeedError::Written(format!("no time: {word}")))
}

fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, SeedError> {
    serde_json::from_str(text).map_err(|error| SeedError::Written(format!("{name}: {error}")))
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
