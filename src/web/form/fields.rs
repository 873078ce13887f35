//! Fields into parsed values: each gives an option and adds its complaint, so that a form is complained about at once.

use super::Errors;
use crate::base::{msg::Msg, text};
use chrono::NaiveDate;
use std::borrow::Cow;

/// What one parser of `base::text` gives.
type Parsed = Result<String, Msg>;

/// A line that must be filled in; `missing` is said when it is not.
pub fn required(
    errors: &mut Errors,
    field: impl Into<Cow<'static, str>>,
    typed: &str,
    parse: impl Fn(&str) -> Parsed,
    missing: Msg,
) -> Option<String> {
    // Asked first: most parsers find something else to say about nothing.
    let field = field.into();
    if text::is_blank(typed) {
        errors.add(field, missing);
        return None;
    }
    let value = kept(errors, field.clone(), parse(typed))?;
    if value.is_empty() {
        errors.add(field, missing);
        return None;
    }
    Some(value)
}

/// A line that may be empty; empty is `Some("")`.
pub fn optional(
    errors: &mut Errors,
    field: impl Into<Cow<'static, str>>,
    typed: &str,
    parse: impl Fn(&str) -> Parsed,
) -> Option<String> {
    if text::is_blank(typed) {
        return Some(String::new());
    }
    kept(errors, field, parse(typed))
}

/// Complains about a box that nobody sees and something filled in.
pub fn trap(errors: &mut Errors, filled: &str) {
    if !filled.is_empty() {
        errors.add("", Msg::new("form-trap"));
    }
}

/// A whole number between two bounds, in any width of digits.
pub fn number(
    errors: &mut Errors,
    field: impl Into<Cow<'static, str>>,
    typed: &str,
    min: i64,
    max: i64,
) -> Option<i64> {
    let digits = text::ascii(typed);
    let plain =
        !digits.is_empty() && digits.len() <= 9 && digits.chars().all(|c| c.is_ascii_digit());
    match digits.parse::<i64>() {
        Ok(value) if plain && (min..=max).contains(&value) => Some(value),
        Ok(_) if plain => {
            errors.add(
                field,
                Msg::new("form-number-range")
                    .with("min", min)
                    .with("max", max),
            );
            None
        }
        _ => {
            errors.add(field, Msg::new("form-number-form"));
            None
        }
    }
}

/// An amount of whole yen up to a bound, with or without what people write around it.
pub fn amount(
    errors: &mut Errors,
    field: impl Into<Cow<'static, str>>,
    typed: &str,
    max: i64,
) -> Option<i64> {
    let digits = text::amount(typed);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        errors.add(field, Msg::new("form-amount-form"));
        return None;
    }
    number(errors, field, &digits, 0, max)
}

/// A day of the calendar as a browser writes it, between 2000 and 2200.
pub fn date(errors: &mut Errors, field: &'static str, typed: &str) -> Option<NaiveDate> {
    let typed = text::ascii(typed).replace(['/', '.'], "-");
    let found = NaiveDate::parse_from_str(&typed, "%Y-%m-%d").ok();
    let bounded = found.filter(|date| (2000..=2200).contains(&chrono::Datelike::year(date)));
    if bounded.is_none() {
        errors.add(field, Msg::new("form-date-form"));
    }
    bounded
}

fn kept(
    errors: &mut Errors,
    field: impl Into<Cow<'static, str>>,
    parsed: Parsed,
) -> Option<String> {
    match parsed {
        Ok(value) => Some(value),
        Err(msg) => {
            errors.add(field, msg);
            None
        }
    }
}
