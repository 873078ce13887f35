//! What a service takes of somebody's or something's time, as it is now.

use super::availability::{self, Processing};
use crate::domain::catalog::service::Service;
use chrono::{DateTime, Utc};

/// The part of a service that needs nobody, where it has one.
pub fn processing(service: &Service) -> Option<Processing> {
    service.processing.map(|one| Processing {
        after: count(one.after_minutes),
        minutes: count(one.processing_minutes),
    })
}

/// From when until when a person, or else a room, a table or a machine, is occupied by a service that begins at an instant,
/// with what is kept free around it.
pub fn of(
    service: &Service,
    start: DateTime<Utc>,
    is_person: bool,
) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let figures = &service.figures;
    let minutes = (
        count(figures.buffer_before),
        count(figures.duration_minutes),
        count(figures.buffer_after),
    );
    availability::occupied(start, minutes, processing(service), is_person)
}

/// Whether two lists of stretches have a moment in common.
pub fn meet(
    one: &[(DateTime<Utc>, DateTime<Utc>)],
    other: &[(DateTime<Utc>, DateTime<Utc>)],
) -> bool {
    one.iter().any(|(from, until)| {
        let mut other = other.iter();
        other.any(|(begins, ends)| begins < until && ends > from)
    })
}

fn count(minutes: i16) -> u32 {
    u32::try_from(minutes).unwrap_or(0)
}
