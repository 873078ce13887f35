//! Several bookings were made by one rule, moved or called off together: one letter for all of them, and not one each.

use super::{
    Draft, Drawn,
    facts::{self, Fact},
    frame::Frame,
};
use crate::domain::notifications::send::Kind;
use askama::Template;

#[derive(Template)]
#[template(path = "letters/series.txt")]
struct Text<'a> {
    frame: &'a Frame,
    fee: Option<&'a str>,
    opening: &'a str,
    hint: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "letters/series.html")]
struct Html<'a> {
    frame: &'a Frame,
    fee: Option<&'a str>,
    opening: &'a str,
    hint: Option<&'a str>,
}

/// Draws it.
pub(super) fn draw(draft: &Draft<'_>, frame: &Frame) -> Result<Drawn, askama::Error> {
    let (fee, opening, hint) = (fee(draft), &opening(draft, frame), hint(draft));
    let (fee, hint) = (fee.as_deref(), hint.as_deref());
    Ok(Drawn {
        text: Text {
            frame,
            fee,
            opening,
            hint,
        }
        .render()?,
        html: Html {
            frame,
            fee,
            opening,
            hint,
        }
        .render()?,
    })
}

/// Every time, with its place among them; and what is booked each time.
pub(super) fn facts(draft: &Draft<'_>) -> Vec<Fact> {
    let t = draft.t;
    let mut all: Vec<Fact> = draft
        .material
        .series
        .iter()
        .map(|one| {
            let when = facts::when(draft, one.start, one.end, Some(one.date));
            facts::fact(t.series_place(one.place), when)
        })
        .collect();
    all.extend(facts::what(draft));
    let total: i64 = draft.material.series.iter().map(|one| one.price).sum();
    if draft.kind != Kind::SeriesCancelled && total > 0 {
        let count = draft.material.series.len();
        let price = t.series_letter_price(count, total);
        all.push(facts::fact(t.letters_price(), price));
    }
    facts::lines(draft, &mut all);
    all
}

fn opening(draft: &Draft<'_>, frame: &Frame) -> String {
    let (t, tone, count) = (draft.t, draft.tone(), draft.material.series.len());
    match draft.kind {
        Kind::SeriesChanged => t.series_letter_changed(count, tone),
        Kind::SeriesCancelled => t.series_letter_cancelled(count, tone),
        _ if frame.opening.is_empty() => t.series_letter_confirmed(count, tone),
        _ => t.series_letter_confirmed_plain(count, tone),
    }
}

/// What was agreed at the moment of cancelling, for all of them together.
fn fee(draft: &Draft<'_>) -> Option<String> {
    let fee = draft.material.letter.data_json.get("fee");
    let fee = fee.and_then(serde_json::Value::as_i64).unwrap_or(0);
    (draft.kind == Kind::SeriesCancelled).then(|| match fee {
        0 => draft.t.letters_cancelled_no_fee(),
        yen => draft.t.letters_cancelled_fee(yen),
    })
}

/// That each of them can be moved and cancelled by itself, under its own terms.
fn hint(draft: &Draft<'_>) -> Option<String> {
    (draft.kind != Kind::SeriesCancelled).then(|| draft.t.series_letter_each())
}
