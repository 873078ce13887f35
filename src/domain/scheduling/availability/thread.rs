//! One service of a visit where it was put: when it is, and what it takes.

use super::{
    choose::{Occupied, Placement, instants},
    turn::Chosen,
};
use crate::base::{ids::ResourceId, span::Span, time::LocalDate};
use chrono::DateTime;

/// One service in its place.
#[derive(Clone)]
pub(super) struct Thread {
    pub start: i64,
    pub end: i64,
    pub occupied: Span,
    pub takes: Vec<Taken>,
}

/// What one need takes of one resource.
#[derive(Clone)]
pub(super) struct Taken {
    pub chosen: Option<Chosen>,
    pub resource: ResourceId,
    pub seats: Vec<u16>,
    /// With what is kept free around the service.
    pub spans: Vec<Span>,
    /// Without it.
    pub bare: Vec<Span>,
}

impl Thread {
    /// As a placement of a business day; `None` where no calendar reaches.
    pub fn placed(self, date: LocalDate) -> Option<Placement> {
        let (occupied_from, occupied_until) = instants(self.occupied)?;
        let takes = self.takes.into_iter();
        Some(Placement {
            date,
            start: DateTime::from_timestamp(self.start, 0)?,
            end: DateTime::from_timestamp(self.end, 0)?,
            occupied_from,
            occupied_until,
            takes: takes
                .map(|one| Occupied {
                    resource: one.resource,
                    seats: one.seats,
                    chosen: one.chosen,
                    spans: one.spans.into_iter().filter_map(instants).collect(),
                })
                .collect(),
        })
    }
}
