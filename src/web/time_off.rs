//! Time off in words: when, where it stands, and what people say with it.

use super::{
    moments::Moments,
    ui::status_badge::{StatusBadge, Tone},
};
use crate::{
    base::{msg::Msg, text},
    domain::scheduling::time_off::{Days, Kind, State},
    i18n::Words,
};

/// The longest that is said with a request, or to one.
const LONGEST: usize = 400;

/// What somebody says with a request, or to one.
pub fn said(typed: &str) -> Result<String, Msg> {
    text::short_paragraph(typed, LONGEST)
}

/// When: a day, several, or hours of one.
pub fn when(t: Words, moments: &Moments, days: &Days) -> String {
    let first = moments.day(days.first);
    if let Some(hours) = days.hours {
        let wall = |minutes: u16| t.wall_time(u32::from(minutes));
        let span =
            t.businesses_hours_span(wall(hours.from().minutes()), wall(hours.until().minutes()));
        return t.timeoff_hours(first, span);
    }
    if days.first == days.last {
        return first;
    }
    let count = days.each().count();
    t.timeoff_days(count, first, moments.day(days.last))
}

/// What for.
pub fn kind(t: Words, kind: Kind) -> String {
    t.of_family("timeoff-kind", kind.into())
}

/// Where it stands.
pub fn badge(t: Words, state: State) -> StatusBadge {
    StatusBadge {
        tone: match state {
            State::Open => Tone::Awaiting,
            State::Approved => Tone::Confirmed,
            State::Withdrawn => Tone::Completed,
            State::Declined | State::Revoked => Tone::Cancelled,
        },
        word: t.of_family("timeoff-state", state.into()),
    }
}
