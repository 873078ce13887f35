//! It will be some minutes later than booked, because the work before takes longer.

use super::{Draft, Drawn, frame::Frame};
use crate::domain::businesses::vertical::Vertical;
use askama::Template;

#[derive(Template)]
#[template(path = "letters/booking_delayed.txt")]
struct Text<'a> {
    frame: &'a Frame,
    opening: &'a str,
}

#[derive(Template)]
#[template(path = "letters/booking_delayed.html")]
struct Html<'a> {
    frame: &'a Frame,
    opening: &'a str,
}

/// Draws it.
pub(super) fn draw(draft: &Draft<'_>, frame: &Frame) -> Result<Drawn, askama::Error> {
    let opening = &opening(draft);
    Ok(Drawn {
        text: Text { frame, opening }.render()?,
        html: Html { frame, opening }.render()?,
    })
}

/// Whoever is visited waits at home; everybody else may come later as well.
fn opening(draft: &Draft<'_>) -> String {
    let minutes = draft.material.letter.data_json.get("minutes");
    let minutes = minutes.and_then(serde_json::Value::as_i64).unwrap_or(0);
    match draft.material.profile.vertical {
        Vertical::HomeVisit => draft.t.letters_delayed_visit(minutes, draft.tone()),
        _ => draft.t.letters_delayed(minutes, draft.tone()),
    }
}
