//! A booking was called off, or a request declined. The money comes first, where there is any.

use super::{Draft, Drawn, frame::Frame, request};
use crate::domain::bookings::session_change::{SESSION, TOO_FEW};
use askama::Template;

#[derive(Template)]
#[template(path = "letters/booking_cancelled.txt")]
struct Text<'a> {
    frame: &'a Frame,
    fee: &'a str,
    opening: &'a str,
}

#[derive(Template)]
#[template(path = "letters/booking_cancelled.html")]
struct Html<'a> {
    frame: &'a Frame,
    fee: &'a str,
    opening: &'a str,
}

/// Draws it.
pub(super) fn draw(draft: &Draft<'_>, frame: &Frame) -> Result<Drawn, askama::Error> {
    let (fee, opening) = (&fee(draft), &opening(draft));
    Ok(Drawn {
        text: Text {
            frame,
            fee,
            opening,
        }
        .render()?,
        html: Html {
            frame,
            fee,
            opening,
        }
        .render()?,
    })
}

/// What was agreed at the moment of cancelling, which the letter's row remembers.
fn fee(draft: &Draft<'_>) -> String {
    if request::is_declined(draft) {
        return draft.t.letters_request_declined(draft.tone());
    }
    let fee = draft.material.letter.data_json.get("fee");
    match fee.and_then(serde_json::Value::as_i64) {
        Some(yen) if yen > 0 => draft.t.letters_cancelled_fee(yen),
        _ => draft.t.letters_cancelled_no_fee(),
    }
}

/// Where a whole session of a class was called off, everybody in it was: nobody need wonder whether they were meant.
fn opening(draft: &Draft<'_>) -> String {
    let (t, material, tone) = (draft.t, draft.material, draft.tone());
    if request::is_declined(draft) {
        return t.letters_request_declined_next(tone);
    }
    if !material.is_by_shop {
        return t.letters_cancelled_by_guest(tone);
    }
    let why = material.letter.data_json.get("why");
    match why.and_then(serde_json::Value::as_str) {
        Some(TOO_FEW) => t.letters_cancelled_too_few(tone),
        Some(SESSION) => t.letters_cancelled_session(tone),
        _ => t.letters_cancelled_by_shop(tone),
    }
}
