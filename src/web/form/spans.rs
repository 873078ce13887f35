//! When, several times a day: pairs of boxes that are read together. Times are taken as people write them: `9:00`, `900`,
//! `25:30`, in any width.

use super::Errors;
use crate::{
    base::{
        msg::Msg,
        text,
        time::{WallSpan, WallTime},
    },
    i18n::Words,
    web::ui::span_row::{Pair, SpanRow},
};
use std::collections::HashMap;

/// The endings of the names of a row's pairs: so many spans a day has at most.
const PAIRS: [&str; 3] = ["a", "b", "c"];

/// What a row of boxes says; nothing filled in is no span.
pub fn read(
    errors: &mut Errors,
    typed: &HashMap<String, String>,
    row: &str,
) -> Option<Vec<WallSpan>> {
    let mut spans: Vec<WallSpan> = Vec::new();
    for pair in PAIRS {
        let [from, until] = ["from", "until"].map(|end| value(typed, row, pair, end));
        if text::is_blank(from) && text::is_blank(until) {
            continue;
        }
        match span(from, until) {
            Ok(span) => spans.push(span),
            Err(msg) => {
                errors.add(row.to_owned(), msg);
                return None;
            }
        }
    }
    spans.sort_by_key(|span| span.from());
    let meets = |(one, next): (&WallSpan, &WallSpan)| next.from() < one.until();
    if spans.iter().zip(spans.iter().skip(1)).any(meets) {
        errors.add(row.to_owned(), Msg::new("form-span-overlap"));
        return None;
    }
    Some(spans)
}

/// A row's boxes with what was typed in them: two pairs, and a third where it is used.
pub fn drawn(
    t: Words,
    typed: &HashMap<String, String>,
    (row, label): (&str, String),
    complaint: Option<String>,
) -> SpanRow {
    let used = |pair: &str| {
        ["from", "until"]
            .iter()
            .any(|end| !value(typed, row, pair, end).is_empty())
    };
    let pairs = PAIRS
        .into_iter()
        .enumerate()
        .filter(|(place, pair)| *place < 2 || used(pair))
        .map(|(_, pair)| Pair {
            name: format!("{row}{pair}"),
            from: value(typed, row, pair, "from").to_owned(),
            until: value(typed, row, pair, "until").to_owned(),
        });
    SpanRow {
        name: row.to_owned(),
        label,
        pairs: pairs.collect(),
        ends: (t.form_span_from(), t.form_span_until()),
        complaint,
        ..SpanRow::default()
    }
}

/// What the boxes of a row would have to say for these spans.
pub fn typed(row: &str, spans: &[WallSpan]) -> Vec<(String, String)> {
    let each = PAIRS.into_iter().zip(spans).flat_map(|(pair, span)| {
        [("from", span.from()), ("until", span.until())]
            .map(|(end, wall)| (format!("{row}{pair}_{end}"), wall.to_string()))
    });
    each.collect()
}

fn value<'a>(typed: &'a HashMap<String, String>, row: &str, pair: &str, end: &str) -> &'a str {
    let name = format!("{row}{pair}_{end}");
    typed.get(&name).map_or("", |value| value.trim())
}

fn span(from: &str, until: &str) -> Result<WallSpan, Msg> {
    if text::is_blank(from) || text::is_blank(until) {
        return Err(Msg::new("form-span-half"));
    }
    let (Some(from), Some(until)) = (WallTime::hurried(from), WallTime::hurried(until)) else {
        return Err(Msg::new("form-span-form"));
    };
    WallSpan::new(from, until).ok_or_else(|| Msg::new("form-span-order"))
}
