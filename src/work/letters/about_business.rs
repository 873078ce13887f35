//! What the house tells an owner: a business was let in, came back, was suspended, is open again.

use super::{facts::Fact, personal::Said};
use crate::{
    domain::{businesses::review::Told, notifications::personal::Kind},
    i18n::Words,
};

/// The letter's own sentences.
pub(super) fn said((kind, told): (Kind, &Told), contact: Option<&str>, t: Words) -> Said {
    let shop = told.name.text(t.lang());
    let (subject, opening, closing) = match kind {
        Kind::BusinessRejected => (
            t.operators_letter_rejected_subject(shop),
            t.operators_letter_rejected_opening(),
            vec![t.operators_letter_rejected_next()],
        ),
        Kind::BusinessSuspended => (
            t.operators_letter_suspended_subject(shop),
            t.operators_letter_suspended_opening(),
            [t.operators_letter_suspended_guests()]
                .into_iter()
                .chain(contact.map(|email| t.operators_letter_suspended_contact(email)))
                .collect(),
        ),
        Kind::BusinessReopened => (
            t.operators_letter_reopened_subject(shop),
            t.operators_letter_reopened_opening(),
            Vec::new(),
        ),
        Kind::BookingsStopped => (
            t.operators_letter_stopped_subject(shop),
            t.operators_letter_stopped_opening(),
            vec![t.operators_letter_stopped_guests()],
        ),
        Kind::FactorDemanded => (
            t.letters_factor_demanded_subject(shop),
            t.letters_factor_demanded_opening(),
            vec![t.letters_factor_demanded_next()],
        ),
        Kind::SessionsAsked => (
            t.letters_sessions_asked_subject(shop),
            t.letters_sessions_asked_opening(),
            vec![t.letters_sessions_asked_next()],
        ),
        Kind::WebhookStopped => (
            t.letters_webhook_stopped_subject(shop),
            t.letters_webhook_stopped_opening(),
            vec![t.letters_webhook_stopped_next()],
        ),
        Kind::BookingsResumed => (
            t.operators_letter_resumed_subject(shop),
            t.operators_letter_resumed_opening(),
            Vec::new(),
        ),
        _ => (
            t.operators_letter_approved_subject(shop),
            t.operators_letter_approved_opening(),
            vec![t.operators_letter_approved_next()],
        ),
    };
    Said {
        subject,
        opening,
        closing,
    }
}

/// Which business, and why.
pub(super) fn facts(kind: Kind, told: &Told, t: Words) -> Vec<Fact> {
    let name = told.name.written(t.lang());
    let (heading, because) = match kind {
        Kind::BusinessRejected => (t.operators_sent_back_because(), &told.rejected_because),
        Kind::BusinessSuspended => (t.operators_suspended_because(), &told.suspended_because),
        Kind::BookingsStopped => (t.operators_stopped_because(), &told.stopped_because),
        _ => (String::new(), &String::new()),
    };
    let fact = |label: String, value: String, other_lang| Fact {
        line: t.letters_fact(&label, &value),
        label,
        value,
        other_lang,
    };
    let mut facts = vec![fact(t.operators_letter_shop(), name.text, name.other_lang)];
    if !because.is_empty() {
        facts.push(fact(heading, because.clone(), None));
    }
    facts
}
