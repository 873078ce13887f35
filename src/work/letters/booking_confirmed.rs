//! A booking was made, or stands again after all.

use super::{Draft, Drawn, frame::Frame};
use askama::Template;

#[derive(Template)]
#[template(path = "letters/booking_confirmed.txt")]
struct Text<'a> {
    frame: &'a Frame,
    opening: &'a str,
    deadline: &'a str,
}

#[derive(Template)]
#[template(path = "letters/booking_confirmed.html")]
struct Html<'a> {
    frame: &'a Frame,
    opening: &'a str,
    deadline: &'a str,
}

/// Draws it.
pub(super) fn draw(draft: &Draft<'_>, frame: &Frame) -> Result<Drawn, askama::Error> {
    let (opening, deadline) = (&opening(draft, frame), &deadline(draft));
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

/// Thanks, where the shop has no words of its own; to somebody who was told of a cancellation that staff took back, that.
fn opening(draft: &Draft<'_>, frame: &Frame) -> String {
    let (t, tone) = (draft.t, draft.tone());
    if draft.material.letter.data_json.get("recalled").is_some() {
        t.letters_confirmed_again(tone)
    } else if frame.opening.is_empty() {
        t.letters_confirmed_opening(tone)
    } else {
        t.letters_confirmed_plain(tone)
    }
}

/// Until when cancelling costs nothing, by the policy frozen on the booking.
pub(super) fn deadline(draft: &Draft<'_>) -> String {
    let (t, booking) = (draft.t, &draft.material.booking);
    let (start, price) = (booking.row.limits_start(), booking.row.price_cents);
    let ladder = booking
        .policy
        .as_ref()
        .map(|policy| policy.ladder(start, price));
    let costly = ladder
        .iter()
        .flatten()
        .find(|rung| rung.fee > 0)
        .map(|rung| rung.from);
    match costly {
        None => t.letters_free_always(),
        Some(Some(until)) if draft.desk.now <= until => {
            let moment = draft.local(until);
            t.letters_free_until(t.at(moment.date(), moment, draft.today()))
        }
        Some(_) => t.letters_fee_now(),
    }
}
