//! What every letter has around its own sentences.

use super::{
    Draft,
    facts::{self, Fact},
    own, request,
    signature::Signature,
    visit,
};
use crate::{
    base::text::is_plain_name,
    domain::{
        businesses::vertical::Vertical,
        notifications::{send::Kind, tone::Tone},
    },
    i18n::Words,
};

/// The tone of letters that no shop has chosen one for.
pub(super) const POLITE: &str = Tone::Polite.label();

/// The parts that the layouts draw.
pub(super) struct Frame {
    pub t: Words,
    pub subject: String,
    pub greeting: String,
    /// The shop's own words before what has happened, line by line.
    pub opening: Vec<String>,
    pub facts: Vec<Fact>,
    pub link: Option<Link>,
    /// The words before the signature, line by line.
    pub closing: Vec<String>,
    pub signature: Signature,
}

/// Where the letter leads.
pub(super) struct Link {
    pub url: String,
    pub label: String,
    pub line: String,
}

impl Link {
    pub fn new(t: Words, url: String, label: String) -> Self {
        let line = t.letters_link_line(&label);
        Self { url, label, line }
    }
}

impl Frame {
    pub fn new(draft: &Draft<'_>) -> Self {
        let t = draft.t;
        let label = match draft.kind {
            Kind::BookingConfirmed
            | Kind::BookingChanged
            | Kind::BookingDelayed
            | Kind::BookingReminder
            | Kind::SeriesConfirmed
            | Kind::SeriesChanged => t.letters_link(),
            Kind::BookingCancelled | Kind::SeriesCancelled | Kind::RequestLapsed => {
                t.letters_link_only_look()
            }
            Kind::RequestReceived => t.letters_link(),
            Kind::RequestProposed => t.letters_request_choose(),
            Kind::RequestWaiting | Kind::RequestAnswered => t.letters_request_open(),
            Kind::BookingProposed => t.letters_link_answer(),
        };
        let url = match draft.kind {
            Kind::BookingProposed => format!("{}/answer", draft.link()),
            _ => draft.link(),
        };
        let shop = draft.material.profile.name.text(draft.lang());
        let own = own::words(draft);
        Self {
            t,
            subject: own.subject.unwrap_or_else(|| subject(draft)),
            greeting: match draft.kind.is_for_shop() {
                true => t.letters_request_greeting(shop),
                false => greeting(t, &draft.material.booking.customer.name, draft.tone()),
            },
            opening: own.opening,
            closing: own.closing,
            facts: facts::of(draft),
            link: Some(Link::new(t, url, label)),
            signature: Signature::new(draft),
        }
    }
}

/// Whom the letter is for. Anybody may have typed anything in the place of a name, and anybody's address beside it: what
/// may be more than a name is not carried to them.
pub(super) fn greeting(t: Words, name: &str, tone: &str) -> String {
    if is_plain_name(name) {
        t.letters_greeting(name, tone)
    } else {
        t.letters_greeting_nobody()
    }
}

/// The state, the date, the place; for a clinic only the state, because subjects are read over shoulders (UX 3.5).
fn subject(draft: &Draft<'_>) -> String {
    let (t, profile) = (draft.t, &draft.material.profile);
    if let Some(said) = request::subject(draft) {
        return said;
    }
    if profile.vertical == Vertical::Clinic {
        return match draft.kind {
            Kind::BookingConfirmed | Kind::SeriesConfirmed => t.letters_confirmed_subject_clinic(),
            Kind::BookingChanged | Kind::SeriesChanged => t.letters_changed_subject_clinic(),
            Kind::BookingCancelled | Kind::SeriesCancelled => t.letters_cancelled_subject_clinic(),
            Kind::BookingReminder => t.letters_reminder_subject_clinic(),
            Kind::BookingProposed => t.letters_proposed_subject_clinic(),
            _ => t.letters_delayed_subject_clinic(),
        };
    }
    let row = &draft.material.booking.row;
    let at = t.at(row.business_date, draft.local(row.start_at), draft.today());
    let shop = profile.name.text(draft.lang());
    let count = draft.material.series.len();
    match draft.kind {
        Kind::SeriesConfirmed => t.series_letter_confirmed_subject(count, shop),
        Kind::SeriesChanged => t.series_letter_changed_subject(count, shop),
        Kind::SeriesCancelled => t.series_letter_cancelled_subject(count, shop),
        Kind::BookingConfirmed => t.letters_confirmed_subject(&at, shop),
        Kind::BookingChanged if visit::is_about_one(draft) => t.parts_letter_subject(&at, shop),
        Kind::BookingChanged if !facts::is_moved(draft) => {
            t.letters_changed_staff_subject(&at, shop)
        }
        Kind::BookingChanged => t.letters_changed_subject(&at, shop),
        Kind::BookingCancelled => t.letters_cancelled_subject(&at, shop),
        Kind::BookingReminder => t.letters_reminder_subject(&at, shop),
        Kind::BookingProposed => t.letters_proposed_subject(&at, shop),
        _ => t.letters_delayed_subject(&at, shop),
    }
}
