//! A booking was moved, or given to another person; or a request was, which is no booking yet.

use super::{Draft, Drawn, booking_confirmed, facts, frame::Frame, visit};
use crate::domain::bookings::status::Status;
use askama::Template;

#[derive(Template)]
#[template(path = "letters/booking_changed.txt")]
struct Text<'a> {
    frame: &'a Frame,
    opening: &'a str,
    /// What moving it cost.
    fee: Option<&'a str>,
    deadline: &'a str,
}

#[derive(Template)]
#[template(path = "letters/booking_changed.html")]
struct Html<'a> {
    frame: &'a Frame,
    opening: &'a str,
    /// What moving it cost.
    fee: Option<&'a str>,
    deadline: &'a str,
}

/// Draws it.
pub(super) fn draw(draft: &Draft<'_>, frame: &Frame) -> Result<Drawn, askama::Error> {
    let (opening, deadline) = (&opening(draft), &deadline(draft));
    let fee = fee(draft);
    let fee = fee.as_deref();
    Ok(Drawn {
        text: Text {
            frame,
            opening,
            fee,
            deadline,
        }
        .render()?,
        html: Html {
            frame,
            opening,
            fee,
            deadline,
        }
        .render()?,
    })
}

fn fee(draft: &Draft<'_>) -> Option<String> {
    let fee = draft.material.letter.data_json.get("fee");
    let fee = fee.and_then(serde_json::Value::as_i64);
    fee.map(|yen| draft.t.letters_changed_fee(yen))
}

fn opening(draft: &Draft<'_>) -> String {
    let (t, tone) = (draft.t, draft.tone());
    if let Some(said) = visit::opening(draft) {
        return said;
    }
    if !facts::is_moved(draft) {
        return t.letters_changed_staff(tone);
    }
    match (waits(draft), draft.material.is_by_shop) {
        (true, true) => t.letters_request_moved_by_shop(tone),
        (true, false) => t.letters_request_moved(tone),
        (false, true) => t.letters_changed_by_shop(tone),
        (false, false) => t.letters_changed_by_guest(tone),
    }
}

/// What calling it off costs, and until when it is free.
fn deadline(draft: &Draft<'_>) -> String {
    match waits(draft) {
        true => draft.t.letters_request_free(),
        false => booking_confirmed::deadline(draft),
    }
}

/// Whether the shop has yet to say that it is a booking.
pub(super) fn waits(draft: &Draft<'_>) -> bool {
    draft.material.booking.row.status == Status::Pending
}
