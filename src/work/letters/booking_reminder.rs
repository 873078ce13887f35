//! When it is, in time for whoever has forgotten; and the ways to change it or not to come.

use super::{Draft, Drawn, booking_confirmed::deadline, frame::Frame};
use crate::domain::businesses::vertical::Vertical;
use askama::Template;

#[derive(Template)]
#[template(path = "letters/booking_reminder.txt")]
struct Text<'a> {
    frame: &'a Frame,
    opening: &'a str,
    ways: &'a [(String, String)],
    deadline: &'a str,
}

#[derive(Template)]
#[template(path = "letters/booking_reminder.html")]
struct Html<'a> {
    frame: &'a Frame,
    opening: &'a str,
    ways: &'a [(String, String)],
    deadline: &'a str,
}

/// Whoever is visited has nowhere to go.
fn opening(draft: &Draft<'_>) -> String {
    match draft.material.profile.vertical {
        Vertical::HomeVisit => draft.t.letters_reminder_opening_visit(),
        _ => draft.t.letters_reminder_opening(),
    }
}

/// Draws it.
pub(super) fn draw(draft: &Draft<'_>, frame: &Frame) -> Result<Drawn, askama::Error> {
    let (opening, deadline) = (&opening(draft), &deadline(draft));
    let link = draft.link();
    let ways = &[
        (draft.t.letters_reminder_move(), format!("{link}/move")),
        (draft.t.letters_reminder_cancel(), format!("{link}/cancel")),
    ];
    Ok(Drawn {
        text: Text {
            frame,
            opening,
            ways,
            deadline,
        }
        .render()?,
        html: Html {
            frame,
            opening,
            ways,
            deadline,
        }
        .render()?,
    })
}
