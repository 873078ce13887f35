//! The shop's own words in a letter: before what has happened, before the signature, and the subject. What has happened, the
//! facts, the way to the booking and its terms are ours in every letter.

use super::{Draft, booking_changed, facts, request};
use crate::{
    base::text::is_plain_name,
    domain::notifications::{
        occasion::Occasion,
        placeholder::{Placeholder, Template},
        send::Kind,
    },
};
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// What a letter says besides what it tells.
#[derive(Default)]
pub(super) struct OwnWords {
    /// Nothing is ours.
    pub subject: Option<String>,
    /// Line by line; nothing is ours.
    pub opening: Vec<String>,
    /// Line by line, ours where the shop has none of its own.
    pub closing: Vec<String>,
}

/// The shop's own words with everything filled in, and ours in the place of those that it has not written. Words that cannot be
/// used never hold up a letter: it goes with ours, and the owner's page says so.
pub(super) fn words(draft: &Draft<'_>) -> OwnWords {
    if draft.kind.is_for_shop() {
        return OwnWords::default();
    }
    let own = occasion(draft).and_then(|occasion| written(draft, occasion));
    let mut own = own.unwrap_or_default();
    if own.closing.is_empty() {
        own.closing = ours(draft).lines().map(str::to_owned).collect();
    }
    own
}

/// Which of the letters that a shop may word this is. What is no booking yet is no change of one.
fn occasion(draft: &Draft<'_>) -> Option<Occasion> {
    let by_shop = draft.material.is_by_shop;
    Some(match draft.kind {
        Kind::BookingConfirmed => Occasion::Confirmed,
        Kind::BookingReminder => Occasion::Reminder,
        Kind::BookingChanged if booking_changed::waits(draft) => return None,
        Kind::BookingChanged if by_shop => Occasion::ChangedByShop,
        Kind::BookingChanged => Occasion::ChangedByGuest,
        Kind::BookingCancelled if request::is_declined(draft) => Occasion::RequestDeclined,
        Kind::BookingCancelled if by_shop => Occasion::CancelledByShop,
        Kind::BookingCancelled => Occasion::CancelledByGuest,
        Kind::BookingDelayed => Occasion::Delayed,
        Kind::BookingProposed => Occasion::Proposed,
        Kind::RequestReceived => Occasion::RequestReceived,
        Kind::RequestProposed => Occasion::RequestProposed,
        Kind::RequestLapsed => Occasion::RequestLapsed,
        Kind::SeriesConfirmed => Occasion::SeriesConfirmed,
        Kind::SeriesChanged => Occasion::SeriesChanged,
        Kind::SeriesCancelled => Occasion::SeriesCancelled,
        Kind::RequestWaiting | Kind::RequestAnswered => return None,
    })
}

fn written(draft: &Draft<'_>, occasion: Occasion) -> Option<OwnWords> {
    let wording = draft.material.style.wording(occasion, draft.lang())?;
    let filled = || {
        let templates = wording
            .templates(occasion, draft.material.profile.vertical)
            .ok()?;
        let fill = |template: &Option<Template>| match template {
            Some(template) => template.fill(|of| value(draft, of)),
            None => Some(String::new()),
        };
        let lines = |text: String| text.lines().map(str::to_owned).collect();
        Some(OwnWords {
            subject: Some(fill(&templates.subject)?).filter(|subject| !subject.is_empty()),
            opening: lines(fill(&templates.opening)?),
            closing: lines(fill(&templates.closing)?),
        })
    };
    let words = filled();
    if words.is_none() {
        let (business, occasion) = (draft.material.profile.id, occasion.name());
        tracing::warn!(%business, occasion, "words of a shop cannot be used; its letter goes with ours");
    }
    words
}

/// The end of a letter in our words; nothing where that would only be longer.
fn ours(draft: &Draft<'_>) -> String {
    let (t, tone) = (draft.t, draft.tone());
    match draft.kind {
        Kind::BookingCancelled | Kind::SeriesCancelled | Kind::RequestLapsed => {
            t.letters_closing_over(tone)
        }
        Kind::BookingChanged if booking_changed::waits(draft) => t.letters_closing_waits(tone),
        Kind::BookingConfirmed
        | Kind::BookingChanged
        | Kind::BookingReminder
        | Kind::SeriesConfirmed
        | Kind::SeriesChanged => t.letters_closing(tone),
        _ => t.letters_closing_waits(tone),
    }
}

/// What is filled in.
pub(super) fn value(draft: &Draft<'_>, of: Placeholder) -> Option<String> {
    let (t, material) = (draft.t, draft.material);
    let row = &material.booking.row;
    let told = |name: &str| material.letter.data_json.get(name);
    Some(match of {
        Placeholder::CustomerName => customer(draft),
        Placeholder::ShopName => material.profile.name.text(draft.lang()).to_owned(),
        Placeholder::BookingNumber => row.number.clone(),
        Placeholder::DateTime => t.at(row.business_date, draft.local(row.start_at), draft.today()),
        Placeholder::Date => t.day(row.business_date, draft.today()),
        Placeholder::ServiceName => {
            facts::service_name(draft).map_or_else(|| t.letters_own_service(), |name| name.text)
        }
        Placeholder::StaffName => staff(draft),
        Placeholder::PartySize => t.people(row.party_size.into()),
        Placeholder::DelayMinutes => t.letters_own_minutes(told("minutes")?.as_i64()?),
        Placeholder::AnswerDeadline => {
            let until = DateTime::<Utc>::deserialize(told("until")?).ok()?;
            let moment = draft.local(until);
            t.at(moment.date(), moment, draft.today())
        }
        Placeholder::BookingCount => t.letters_own_count(material.series.len()),
    })
}

/// As in the greeting, what may be more than a name is not carried to whose address was typed beside it.
fn customer(draft: &Draft<'_>) -> String {
    let name = &draft.material.booking.customer.name;
    match is_plain_name(name) {
        true => draft.t.letters_own_customer(name),
        false => draft.t.letters_own_nobody(),
    }
}

/// Only who was chosen is promised.
fn staff(draft: &Draft<'_>) -> String {
    let booking = &draft.material.booking;
    let chosen = booking.resource.as_ref();
    let chosen = chosen.filter(|_| booking.row.is_nominated && draft.material.lines.is_empty());
    match chosen {
        Some(name) => draft.t.letters_own_staff(name.text(draft.lang())),
        None => draft.t.letters_own_anybody(),
    }
}
