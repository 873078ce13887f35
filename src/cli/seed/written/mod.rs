//! The town as it is written in `town/*.json`: what owners would have typed, and how busy they are. The words are data
//! of the shops, in both languages, and stand there and not in the program.

mod shop;

use super::SeedError;
use crate::base::time::WallTime;
use serde::{Deserialize, de::DeserializeOwned};

pub(super) use shop::{Both, Closing, Consent, Coupon, PriceRule, Question, Series, Service, Shop};

/// The shops, in the order they open.
const SHOPS: [(&str, &str); 5] = [
    ("salon-hana.json", include_str!("../town/salon-hana.json")),
    ("aoba-dental.json", include_str!("../town/aoba-dental.json")),
    (
        "kappo-minato.json",
        include_str!("../town/kappo-minato.json"),
    ),
    ("suiren-yoga.json", include_str!("../town/suiren-yoga.json")),
    (
        "hidamari-clean.json",
        include_str!("../town/hidamari-clean.json"),
    ),
];

const DAYS: [&str; 9] = [
    "sun", "mon", "tue", "wed", "thu", "fri", "sat", "holiday", "eve",
];

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
    pub operator: Guest,
}

/// Somebody outside the shops: the guest who has an account and a card at every shop, and who runs the platform.
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
    read("names.json", include_str!("../town/names.json"))
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
