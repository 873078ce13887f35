//! One service of a visit, as it is held and booked: what it is, whose hands it is in, and when.

use super::{
    allocation::Seat,
    availability::{Placement, VisitPlacement},
    resource::Roster,
    visit::Part,
};
use crate::{
    base::ids::{OptionId, ResourceId, ServiceId},
    domain::catalog::service::Service,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One service of one guest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Whose, counted from 0.
    pub guest: i16,
    /// What.
    pub service: ServiceId,
    /// What besides.
    pub options: Vec<OptionId>,
    /// How many come to it together.
    pub party: i16,
    /// Who was asked for.
    pub nominated: Option<ResourceId>,
    /// In whose column it stands.
    pub resource: Option<ResourceId>,
    /// How many minutes the guest waits for it at most.
    pub wait: u32,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// What it takes, with what is kept free around it: the seats of a visit are those of its lines, each counted once.
    pub takes: Vec<Seat>,
}

impl Line {
    /// Minutes it lasts, buffers left out.
    pub fn minutes(&self) -> i64 {
        (self.end - self.start).num_minutes()
    }

    /// Whether it is what was wished for, whenever that is.
    pub fn is_for(&self, part: &Part<'_>) -> bool {
        self.guest == part.guest
            && self.service == part.service.id
            && self.options == part.service.chosen()
            && self.party == part.party
            && self.nominated == part.nominated
            && self.wait == part.wait
    }

    /// The same wish again, with the service as it is now.
    pub fn part<'a>(&self, service: &'a Service) -> Part<'a> {
        Part {
            guest: self.guest,
            service,
            party: self.party,
            nominated: self.nominated,
            wait: self.wait,
        }
    }

    fn of(part: &Part<'_>, placement: &Placement, roster: &Roster) -> Self {
        Self {
            guest: part.guest,
            service: part.service.id,
            options: part.service.chosen(),
            party: part.party,
            nominated: part.nominated,
            resource: roster.foremost(&placement.resources()),
            wait: part.wait,
            start: placement.start,
            end: placement.end,
            takes: placement.seats().collect(),
        }
    }
}

/// The lines of a visit that was placed, in the order of its parts.
pub fn lines(parts: &[Part<'_>], placed: &VisitPlacement, roster: &Roster) -> Vec<Line> {
    let placements = placed.guests.iter().flatten();
    let both = parts.iter().zip(placements);
    both.map(|(part, placement)| Line::of(part, placement, roster))
        .collect()
}

/// What several lines take together: what touches or overlaps on one seat is one.
pub fn seats<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Vec<Seat> {
    let takes = lines
        .into_iter()
        .flat_map(|line| line.takes.iter().copied());
    super::availability::merged(takes.collect())
}
