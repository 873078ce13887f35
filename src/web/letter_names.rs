//! What letters about bookings are called by those who had them sent.

use crate::{domain::notifications::send::Kind, i18n::Words};

/// What a letter is called.
pub fn letter(t: Words, kind: &str) -> String {
    match Kind::from_name(kind) {
        Some(Kind::BookingConfirmed) => t.desk_letter_confirmed(),
        Some(Kind::BookingChanged) => t.desk_letter_changed(),
        Some(Kind::BookingCancelled) => t.desk_letter_cancelled(),
        Some(Kind::BookingDelayed) => t.desk_letter_delayed(),
        Some(Kind::RequestReceived) => t.requests_letter_received(),
        Some(Kind::RequestWaiting) => t.requests_letter_waiting(),
        Some(Kind::RequestProposed) => t.requests_letter_proposed(),
        Some(Kind::RequestAnswered) => t.requests_letter_answered(),
        Some(Kind::RequestLapsed) => t.requests_letter_lapsed(),
        Some(Kind::BookingReminder) => t.reminders_letter(),
        Some(Kind::BookingProposed) => t.absence_letter(),
        Some(Kind::SeriesConfirmed) => t.series_letter_of_making(),
        Some(Kind::SeriesChanged) => t.series_letter_of_moving(),
        Some(Kind::SeriesCancelled) => t.series_letter_of_calling_off(),
        None => t.desk_letter(),
    }
}
