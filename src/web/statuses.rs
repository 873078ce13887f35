//! The words and the tone of a booking's state: one wording for the counter, another for the guest (UX 6), both in the
//! words of the business's kind (UX 5.2).

use super::ui::status_badge::{StatusBadge, Tone};
use crate::{
    domain::{
        bookings::{booking::CancelledBy, status::Status},
        businesses::vertical::Vertical,
    },
    i18n::Words,
};

/// A state as staff say it.
pub fn staff_word(t: Words, kind: Vertical, status: Status) -> String {
    let kind = kind.slug();
    match status {
        Status::Pending => t.bookings_status_pending(),
        Status::PendingPayment => t.bookings_status_pending_payment(),
        Status::PendingDeposit => t.bookings_status_pending_deposit(),
        Status::Confirmed => t.bookings_status_confirmed(kind),
        Status::Arrived => t.bookings_status_arrived(kind),
        Status::InService => t.bookings_status_in_service(kind),
        Status::Completed => t.bookings_status_completed(),
        Status::Cancelled => t.bookings_status_cancelled(),
        Status::NoShow => t.bookings_status_no_show(kind),
        Status::Expired => t.bookings_status_expired(),
    }
}

/// The same, telling who called it off.
pub fn staff_word_of(
    t: Words,
    kind: Vertical,
    status: Status,
    cancelled_by: Option<CancelledBy>,
) -> String {
    match (status, cancelled_by) {
        (Status::Cancelled, Some(CancelledBy::Customer)) => {
            t.bookings_status_cancelled_by_customer()
        }
        (Status::Cancelled, Some(CancelledBy::Business)) => {
            t.bookings_status_cancelled_by_business()
        }
        _ => staff_word(t, kind, status),
    }
}

/// A state as the guest reads it.
fn guest_word(
    t: Words,
    kind: Vertical,
    status: Status,
    cancelled_by: Option<CancelledBy>,
) -> String {
    let kind = kind.slug();
    match status {
        Status::Pending => t.bookings_guest_status_pending(),
        Status::PendingPayment => t.bookings_guest_status_pending_payment(),
        Status::PendingDeposit => t.bookings_guest_status_pending_deposit(),
        Status::Confirmed => t.bookings_guest_status_confirmed(),
        Status::Arrived => t.bookings_guest_status_arrived(kind),
        Status::InService => t.bookings_guest_status_in_service(),
        Status::Completed => t.bookings_guest_status_completed(),
        Status::Cancelled if cancelled_by == Some(CancelledBy::Business) => {
            t.bookings_guest_status_cancelled_by_business()
        }
        Status::Cancelled => t.bookings_guest_status_cancelled(),
        Status::NoShow => t.bookings_guest_status_no_show(kind),
        Status::Expired => t.bookings_guest_status_expired(),
    }
}

/// The chip of a booking whose guest is asked something: the shop waits for them.
pub fn asked_badge(t: Words) -> StatusBadge {
    StatusBadge {
        tone: Tone::Awaiting,
        word: t.bookings_guest_status_asked(),
    }
}

/// How a state looks.
pub fn tone(status: Status) -> Tone {
    match status {
        Status::Pending => Tone::Awaiting,
        Status::PendingPayment | Status::PendingDeposit => Tone::Unpaid,
        Status::Confirmed => Tone::Confirmed,
        Status::Arrived => Tone::Arrived,
        Status::InService => Tone::Serving,
        Status::Completed => Tone::Completed,
        Status::Cancelled | Status::Expired => Tone::Cancelled,
        Status::NoShow => Tone::NoShow,
    }
}

/// The chip of a state, for staff.
pub fn staff_badge(t: Words, kind: Vertical, status: Status) -> StatusBadge {
    StatusBadge {
        tone: tone(status),
        word: staff_word(t, kind, status),
    }
}

/// The chip of a state, for the guest.
pub fn guest_badge(
    t: Words,
    kind: Vertical,
    status: Status,
    cancelled_by: Option<CancelledBy>,
) -> StatusBadge {
    StatusBadge {
        tone: tone(status),
        word: guest_word(t, kind, status, cancelled_by),
    }
}
