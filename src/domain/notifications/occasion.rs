//! The letters to guests that a shop may word itself, and what can be filled into each. They are finer than the kinds of letters:
//! words for a guest who called off are none for a guest whom the shop called off.

use super::placeholder::Placeholder;
use crate::domain::businesses::vertical::Vertical;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Occasion {
    /// A booking was made.
    Confirmed,
    /// It comes nearer.
    Reminder,
    /// Its guest has changed it.
    ChangedByGuest,
    /// The shop has.
    ChangedByShop,
    /// Its guest has called it off.
    CancelledByGuest,
    /// The shop has.
    CancelledByShop,
    /// It begins some minutes later.
    Delayed,
    /// Whoever should serve is off, and the guest is asked.
    Proposed,
    /// A booking was asked for.
    RequestReceived,
    /// The shop proposes other times.
    RequestProposed,
    /// It was not accepted.
    RequestDeclined,
    /// Nobody answered it.
    RequestLapsed,
    /// Several were made by one rule.
    SeriesConfirmed,
    /// Several were moved.
    SeriesChanged,
    /// Several were called off.
    SeriesCancelled,
}

/// What a letter about one booking knows.
const OF_ONE: &[Placeholder] = &[
    Placeholder::CustomerName,
    Placeholder::ShopName,
    Placeholder::BookingNumber,
    Placeholder::DateTime,
    Placeholder::Date,
    Placeholder::ServiceName,
    Placeholder::StaffName,
    Placeholder::PartySize,
];
const OF_DELAY: &[Placeholder] = &[
    Placeholder::CustomerName,
    Placeholder::ShopName,
    Placeholder::BookingNumber,
    Placeholder::DateTime,
    Placeholder::Date,
    Placeholder::ServiceName,
    Placeholder::StaffName,
    Placeholder::PartySize,
    Placeholder::DelayMinutes,
];
const OF_REQUEST: &[Placeholder] = &[
    Placeholder::CustomerName,
    Placeholder::ShopName,
    Placeholder::BookingNumber,
    Placeholder::DateTime,
    Placeholder::Date,
    Placeholder::ServiceName,
    Placeholder::StaffName,
    Placeholder::PartySize,
    Placeholder::AnswerDeadline,
];
const OF_SERIES: &[Placeholder] = &[
    Placeholder::CustomerName,
    Placeholder::ShopName,
    Placeholder::ServiceName,
    Placeholder::StaffName,
    Placeholder::PartySize,
    Placeholder::BookingCount,
];
/// Subjects are read over shoulders (UX 3.5): those of a clinic say neither when nor what for.
const OF_CLINIC: &[Placeholder] = &[Placeholder::ShopName, Placeholder::BookingNumber];
const OF_CLINIC_SERIES: &[Placeholder] = &[Placeholder::ShopName];

impl Occasion {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 15] = [
        Self::Confirmed,
        Self::Reminder,
        Self::ChangedByGuest,
        Self::ChangedByShop,
        Self::CancelledByGuest,
        Self::CancelledByShop,
        Self::Delayed,
        Self::Proposed,
        Self::RequestReceived,
        Self::RequestProposed,
        Self::RequestDeclined,
        Self::RequestLapsed,
        Self::SeriesConfirmed,
        Self::SeriesChanged,
        Self::SeriesCancelled,
    ];

    /// Its name in a row and in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Reminder => "reminder",
            Self::ChangedByGuest => "changed_by_guest",
            Self::ChangedByShop => "changed_by_shop",
            Self::CancelledByGuest => "cancelled_by_guest",
            Self::CancelledByShop => "cancelled_by_shop",
            Self::Delayed => "delayed",
            Self::Proposed => "proposed",
            Self::RequestReceived => "request_received",
            Self::RequestProposed => "request_proposed",
            Self::RequestDeclined => "request_declined",
            Self::RequestLapsed => "request_lapsed",
            Self::SeriesConfirmed => "series_confirmed",
            Self::SeriesChanged => "series_changed",
            Self::SeriesCancelled => "series_cancelled",
        }
    }

    /// The one of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Whether it is about several bookings.
    pub fn is_of_series(self) -> bool {
        matches!(
            self,
            Self::SeriesConfirmed | Self::SeriesChanged | Self::SeriesCancelled
        )
    }

    /// What can be filled into its words.
    pub fn placeholders(self) -> &'static [Placeholder] {
        match self {
            Self::Delayed => OF_DELAY,
            Self::RequestReceived | Self::RequestProposed => OF_REQUEST,
            _ if self.is_of_series() => OF_SERIES,
            _ => OF_ONE,
        }
    }

    /// What can be filled into its subject.
    pub fn subject_placeholders(self, vertical: Vertical) -> &'static [Placeholder] {
        match (vertical, self.is_of_series()) {
            (Vertical::Clinic, true) => OF_CLINIC_SERIES,
            (Vertical::Clinic, false) => OF_CLINIC,
            _ => self.placeholders(),
        }
    }
}
