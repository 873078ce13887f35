//! A booking was moved, or given to another person.

use super::{Draft, Drawn, booking_confirmed::deadline, facts, frame::Frame};
use askama::Template;

#[derive(Template)]
#[template(path = "letters/booking_changed.txt")]
struct Text<'a> {
    frame: &'a Frame,
    opening: &'a str,
    deadline: &'a str,
}

#[derive(Template)]
#[template(path = "letters/booking_changed.html")]
struct Html<'a> {
    frame: &'a Frame,
    opening: &'a str,
    deadline: &'a str,
}

/// Draws it.
pub(super) fn draw(draft: &Draft<'_>, frame: &Frame) -> Result<Drawn, askama::Error> {
    let (opening, deadline) = (&opening(draft), &deadline(draft));
    Ok(Drawn {
        text: Text {
            frame,
            opening,
            deadline,
        }
        .render()?,
        html: Html {
            frame,
            opening,
            deadline,
        }
        .render()?,
    })
}

fn opening(draft: &Draft<'_>) -> String {
    if !facts::is_moved(draft) {
        draft.t.letters_changed_staff()
    } else if draft.material.is_by_shop {
        draft.t.letters_changed_by_shop()
    } else {
        draft.t.letters_changed_by_guest()
    }
}
