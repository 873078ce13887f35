//! Whoever should serve is off: another time or person is kept for the guest, or they choose, and one press says which.

use super::{Draft, Drawn, facts, frame::Frame};
use askama::Template;

#[derive(Template)]
#[template(path = "letters/booking_proposed.txt")]
struct Text<'a> {
    frame: &'a Frame,
    opening: &'a str,
}

#[derive(Template)]
#[template(path = "letters/booking_proposed.html")]
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

/// Why somebody is off is nobody's business.
fn opening(draft: &Draft<'_>) -> String {
    if facts::is_choice(draft) {
        draft.t.letters_proposed_choice(draft.tone())
    } else if facts::is_moved(draft) {
        draft.t.letters_proposed_time(draft.tone())
    } else {
        draft.t.letters_proposed_staff(draft.tone())
    }
}
