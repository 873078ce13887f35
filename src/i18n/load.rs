//! The files of `locales/`, embedded in the program, as one Fluent bundle per language; and how
//! each language writes a number that a sentence contains.

use super::words::{EN, JA};
use crate::base::lang::Lang;
use fluent::{
    FluentResource, FluentValue,
    concurrent::FluentBundle,
    types::{FluentNumber, FluentNumberStyle},
};
use std::sync::LazyLock;
use unic_langid::{LanguageIdentifier, langid};

/// The sentences of one language.
pub(super) type Bundle = FluentBundle<FluentResource>;

/// The bundle of a language, read on first use.
pub(super) fn bundle(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::Ja => &JAPANESE,
        Lang::En => &ENGLISH,
    }
}

static JAPANESE: LazyLock<Bundle> = LazyLock::new(|| {
    let mut bundle = read(langid!("ja"), JA);
    bundle.set_formatter(Some(japanese));
    bundle
});

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| {
    let mut bundle = read(langid!("en"), EN);
    bundle.set_formatter(Some(english));
    bundle
});

/// The build has read the same files with the same parser and refused every error that could
/// appear here, so what is wrong all the same is logged and left out.
fn read(language: LanguageIdentifier, files: &[&str]) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // both languages run left to right; marks around what is filled in would end up in subjects,
    // tables and copied booking numbers
    bundle.set_use_isolating(false);
    if let Err(error) = bundle.add_builtins() {
        tracing::error!(?error, "the functions of Fluent are missing");
    }
    for text in files {
        let resource =
            FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(good, errors)| {
                tracing::error!(?errors, "a locale file has errors");
                good
            });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(?errors, "a locale file repeats an id");
        }
    }
    bundle
}

/// The ids of all sentences of a language, in order.
pub fn ids(lang: Lang) -> Vec<String> {
    let files: &[&str] = match lang {
        Lang::Ja => JA,
        Lang::En => EN,
    };
    let mut ids: Vec<String> = files
        .iter()
        .flat_map(|text| text.lines())
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id)
        .filter(|id| {
            id.starts_with(|first: char| first.is_ascii_lowercase())
                && id
                    .chars()
                    .all(|each| each.is_ascii_alphanumeric() || each == '-')
        })
        .map(str::to_owned)
        .collect();
    ids.sort();
    ids
}

fn japanese<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let number = whole(value)?;
    let (sign, digits) = written(number);
    Some(if number.options.style == FluentNumberStyle::Currency {
        format!("{sign}{digits}円")
    } else {
        format!("{sign}{digits}")
    })
}

fn english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let number = whole(value)?;
    let (sign, digits) = written(number);
    Some(if number.options.style == FluentNumberStyle::Currency {
        format!("{sign}¥{digits}")
    } else {
        format!("{sign}{digits}")
    })
}

/// The number, if it is one without a fraction (others are left to Fluent). The only currency is
/// the yen, which has no smaller unit.
fn whole<'a>(value: &'a FluentValue<'_>) -> Option<&'a FluentNumber> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => Some(number),
        _ => None,
    }
}

/// Sign and digits, as the options of the sentence ask: grouped or not, filled up with zeros.
fn written(number: &FluentNumber) -> (&'static str, String) {
    let sign = if number.value < 0.0 { "-" } else { "" };
    // A rounded number is written without a point; asking for no decimals takes the slow, exact way instead.
    let digits = number.value.abs().round_ties_even().to_string();
    let width = number.options.minimum_integer_digits.unwrap_or(0);
    let digits = format!("{digits:0>width$}");
    if number.options.use_grouping {
        (sign, grouped(&digits))
    } else {
        (sign, digits)
    }
}

/// A whole number with a comma at every third digit, as both languages write it.
fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
