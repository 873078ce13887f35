//! A booking was asked for: that it waits and until when, that the shop proposes other times, that nobody answered. And the same
//! to the shop: that somebody waits for it, and what became of it.

use super::{Draft, Drawn, frame::Frame};
use crate::{
    domain::{businesses::vertical::Vertical, notifications::send::Kind},
    i18n::format::When,
};
use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "letters/request.txt")]
struct Text<'a> {
    frame: &'a Frame,
    opening: &'a str,
    offers: &'a [String],
    closing: &'a str,
}

#[derive(Template)]
#[template(path = "letters/request.html")]
struct Html<'a> {
    frame: &'a Frame,
    opening: &'a str,
    offers: &'a [String],
    closing: &'a str,
}

/// A time that the shop proposes, as the letter's row has it.
#[derive(Deserialize)]
struct Offered {
    date: NaiveDate,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
}

/// Draws it.
pub(super) fn draw(draft: &Draft<'_>, frame: &Frame) -> Result<Drawn, askama::Error> {
    let (opening, closing) = (&opening(draft), &closing(draft));
    let offers = &offers(draft);
    Ok(Drawn {
        text: Text {
            frame,
            opening,
            offers,
            closing,
        }
        .render()?,
        html: Html {
            frame,
            opening,
            offers,
            closing,
        }
        .render()?,
    })
}

/// Whether a cancellation is a request that the shop did not accept.
pub(super) fn is_declined(draft: &Draft<'_>) -> bool {
    draft.kind == Kind::BookingCancelled && has(draft, "declined")
}

/// What stands above it, where it is about a request. A clinic's guests read only what it is.
pub(super) fn subject(draft: &Draft<'_>) -> Option<String> {
    let (t, material) = (draft.t, draft.material);
    let is_clinic = material.profile.vertical == Vertical::Clinic && !draft.kind.is_for_shop();
    let row = &material.booking.row;
    let at = t.at(row.business_date, draft.local(row.start_at), draft.today());
    let shop = material.profile.name.text(draft.lang());
    let said = match (draft.kind, is_clinic) {
        (Kind::RequestReceived, true) => t.letters_request_received_subject_clinic(),
        (Kind::RequestReceived, false) => t.letters_request_received_subject(&at, shop),
        (Kind::RequestProposed, true) => t.letters_request_proposed_subject_clinic(),
        (Kind::RequestProposed, false) => t.letters_request_proposed_subject(&at, shop),
        (Kind::BookingCancelled, _) if !is_declined(draft) => return None,
        (Kind::RequestLapsed | Kind::BookingCancelled, true) => {
            t.letters_request_unmet_subject_clinic()
        }
        (Kind::RequestLapsed | Kind::BookingCancelled, false) => {
            t.letters_request_unmet_subject(&at, shop)
        }
        (Kind::RequestWaiting, _) if has(draft, "reminder") => {
            t.letters_request_reminder_subject(&at)
        }
        (Kind::RequestWaiting, _) => t.letters_request_waiting_subject(&at),
        (Kind::RequestAnswered, _) => match answer(draft) {
            "taken" => t.letters_request_taken_subject(&at),
            "declined" => t.letters_request_refused_subject(&at),
            _ => t.letters_request_over_subject(&at),
        },
        _ => return None,
    };
    Some(said)
}

fn opening(draft: &Draft<'_>) -> String {
    let (t, tone) = (draft.t, draft.tone());
    match draft.kind {
        Kind::RequestReceived if has(draft, "recalled") => t.letters_request_again(tone),
        Kind::RequestReceived => t.letters_request_received(tone),
        Kind::RequestProposed => t.letters_request_proposed(tone),
        Kind::RequestLapsed => t.letters_request_lapsed(tone),
        Kind::RequestWaiting if has(draft, "reminder") => t.letters_request_reminder(),
        Kind::RequestWaiting => t.letters_request_waiting(),
        _ => match answer(draft) {
            "taken" => t.letters_request_taken(),
            "declined" => t.letters_request_refused(),
            _ => t.letters_request_over(),
        },
    }
}

/// Until when somebody is to answer, and what happens then; to whom nobody answered, what they can do now.
fn closing(draft: &Draft<'_>) -> String {
    let t = draft.t;
    if draft.kind == Kind::RequestLapsed {
        return t.letters_request_lapsed_next(draft.tone());
    }
    let until = draft.material.letter.data_json.get("until");
    let until = until.and_then(|until| DateTime::<Utc>::deserialize(until).ok());
    let Some(until) = until else {
        return String::new();
    };
    let moment = draft.local(until);
    let until = t.at(moment.date(), moment, draft.today());
    match draft.kind {
        Kind::RequestReceived => t.letters_request_until(&until),
        Kind::RequestProposed => t.letters_request_choose_until(&until),
        _ => t.letters_request_answer_until(&until),
    }
}

/// The times that are proposed, a line for each.
fn offers(draft: &Draft<'_>) -> Vec<String> {
    let told = draft.material.letter.data_json.get("offers");
    let told = told.and_then(|told| Vec::<Offered>::deserialize(told).ok());
    let line = |one: Offered| {
        let minutes = u32::try_from((one.end - one.start).num_minutes()).unwrap_or(0);
        let when = When {
            business_date: one.date,
            start: draft.local(one.start),
            end: draft.local(one.end),
            minutes,
        };
        draft
            .t
            .letters_request_offer(draft.t.when(&when, draft.today()))
    };
    told.unwrap_or_default().into_iter().map(line).collect()
}

pub(super) fn has(draft: &Draft<'_>, name: &str) -> bool {
    let told = draft.material.letter.data_json.get(name);
    told.and_then(serde_json::Value::as_bool) == Some(true)
}

fn answer<'a>(draft: &Draft<'a>) -> &'a str {
    let told = draft.material.letter.data_json.get("answer");
    told.and_then(serde_json::Value::as_str).unwrap_or_default()
}
