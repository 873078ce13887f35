//! A booking was called off. The money comes first.

use super::{Draft, Drawn, frame::Frame};
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
    let fee = draft.material.letter.data_json.get("fee");
    match fee.and_then(serde_json::Value::as_i64) {
        Some(yen) if yen > 0 => draft.t.letters_cancelled_fee(yen),
        _ => draft.t.letters_cancelled_no_fee(),
    }
}

fn opening(draft: &Draft<'_>) -> String {
    if draft.material.is_by_shop {
        draft.t.letters_cancelled_by_shop()
    } else {
        draft.t.letters_cancelled_by_guest()
    }
}
