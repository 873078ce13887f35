//! When it is, in time for whoever has forgotten; and the ways to change it or not to come.

use super::{Draft, Drawn, booking_confirmed::deadline, frame::Frame};
use crate::domain::{bookings::moving, businesses::vertical::Vertical};
use askama::Template;

#[derive(Template)]
#[template(path = "letters/booking_reminder.txt")]
struct Text<'a> {
    frame: &'a Frame,
    opening: &'a str,
    ways: &'a [(String, String)],
    deadline: &'a str,
    stop: &'a (String, String),
}

#[derive(Template)]
#[template(path = "letters/booking_reminder.html")]
struct Html<'a> {
    frame: &'a Frame,
    opening: &'a str,
    ways: &'a [(String, String)],
    deadline: &'a str,
    stop: &'a (String, String),
}

/// Whoever is visited has nowhere to go.
fn opening(draft: &Draft<'_>, frame: &Frame) -> String {
    let tone = draft.tone();
    if !frame.opening.is_empty() {
        return draft.t.letters_reminder_plain(tone);
    }
    match draft.material.profile.vertical {
        Vertical::HomeVisit => draft.t.letters_reminder_opening_visit(tone),
        _ => draft.t.letters_reminder_opening(tone),
    }
}

/// Whether it can still be moved: not after the deadline, nor oftener than was agreed.
fn may_move(draft: &Draft<'_>) -> bool {
    let material = draft.material;
    let is_fixed = material.letter.data_json.get("fixed").is_some();
    !is_fixed && moving::is_open(&material.profile, &material.booking.row, draft.desk.now)
}

/// Draws it.
pub(super) fn draw(draft: &Draft<'_>, frame: &Frame) -> Result<Drawn, askama::Error> {
    let (opening, deadline) = (&opening(draft, frame), &deadline(draft));
    let link = draft.link();
    let moving = (draft.t.letters_reminder_move(), format!("{link}/move"));
    let cancelling = (draft.t.letters_reminder_cancel(), format!("{link}/cancel"));
    let moving = Some(moving).filter(|_| may_move(draft));
    let ways: &Vec<(String, String)> = &moving.into_iter().chain([cancelling]).collect();
    let stop = &(draft.t.messages_reminder_stop(), draft.wishes_link());
    Ok(Drawn {
        text: Text {
            frame,
            opening,
            ways,
            deadline,
            stop,
        }
        .render()?,
        html: Html {
            frame,
            opening,
            ways,
            deadline,
            stop,
        }
        .render()?,
    })
}
