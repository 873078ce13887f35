//! What letters about time off say: who, where and when. Neither what for nor the words that were said with it: they may be
//! about somebody's health.

use super::{facts::Fact, personal::Said};
use crate::{
    domain::{
        notifications::personal::Kind,
        scheduling::{time_off::State, time_off_told::Told},
    },
    i18n::Words,
};

/// Whether a letter of this kind is about a request that stands so.
pub(in crate::work) fn holds(kind: Kind, told: &Told) -> bool {
    matches!(
        (kind, told.state),
        (Kind::TimeOffAsked, State::Open)
            | (Kind::TimeOffApproved, State::Approved)
            | (Kind::TimeOffDeclined, State::Declined)
            | (Kind::TimeOffRevoked, State::Revoked)
    )
}

/// The letter's own sentences.
pub(super) fn said((kind, told): (Kind, &Told), t: Words) -> Said {
    let shop = told.shop.text(t.lang());
    let (subject, opening, closing) = match kind {
        Kind::TimeOffAsked => (
            t.letters_time_off_asked_subject(&told.name, shop),
            t.letters_time_off_asked_opening(&told.name),
            vec![t.letters_time_off_asked_next()],
        ),
        Kind::TimeOffApproved => (
            t.letters_time_off_approved_subject(shop),
            t.letters_time_off_approved_opening(),
            Vec::new(),
        ),
        Kind::TimeOffDeclined => (
            t.letters_time_off_declined_subject(shop),
            t.letters_time_off_declined_opening(),
            Vec::new(),
        ),
        _ => (
            t.letters_time_off_revoked_subject(shop),
            t.letters_time_off_revoked_opening(),
            Vec::new(),
        ),
    };
    Said {
        subject,
        opening,
        closing,
    }
}

/// Where it leads: what the link says, and its path.
pub(super) fn way(kind: Kind, told: &Told, t: Words) -> (String, String) {
    let slug = &told.slug;
    match kind {
        Kind::TimeOffAsked => (
            t.letters_time_off_decide(),
            format!("owner/{slug}/shifts?week={}", told.days.first),
        ),
        _ => (t.letters_time_off_own(), format!("staff/{slug}/time-off")),
    }
}

/// Where and when.
pub(super) fn facts(told: &Told, t: Words) -> Vec<Fact> {
    let days = told.days;
    let first = t.date(days.first);
    let when = match days.hours {
        Some(hours) => {
            let wall = |minutes: u16| t.wall_time(u32::from(minutes));
            let span = t
                .businesses_hours_span(wall(hours.from().minutes()), wall(hours.until().minutes()));
            t.timeoff_hours(first, span)
        }
        None if days.first == days.last => first,
        None => t.timeoff_days(days.each().count(), first, t.date(days.last)),
    };
    let fact = |label: String, value: String, other_lang| Fact {
        line: t.letters_fact(&label, &value),
        label,
        value,
        other_lang,
    };
    let shop = told.shop.written(t.lang());
    vec![
        fact(t.operators_letter_shop(), shop.text, shop.other_lang),
        fact(t.letters_time_off_when(), when, None),
    ]
}
