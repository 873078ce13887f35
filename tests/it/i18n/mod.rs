//! What the house says, and how each language writes it.

mod catalogue;
mod choose;
mod contact_and_amounts;
mod dates;
mod times;
mod words;

use chrono::{NaiveDate, NaiveDateTime};
use omotenashi::{base::lang::Lang, i18n::Words};

const JA: Words = Words::of(Lang::Ja);
const EN: Words = Words::of(Lang::En);

/// `2026-11-20`.
fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `2026-11-20 14:30`.
fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}
