//! A booked visit of several services, to be placed anew as a whole: each as long as it was agreed, in the same order.

use super::lines;
use crate::{
    base::ids::{BookingId, ResourceId},
    db::{self, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service::{self, Service},
        scheduling::{
            allocation::{self, Claim, TakeError, Wanted},
            availability::{Refusal, VisitPlacement},
            line::{self, Line},
            load::{By, Own},
            resource,
            visit::{self, Part, Sought},
        },
    },
};
use chrono::{DateTime, Utc};

/// With whom the services of a visit are placed anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum With {
    /// Whoever was asked for; else anybody.
    AskedFor,
    /// Those who have them.
    TheSame,
    /// Those who have them, but for one; that one's by whoever was asked for, else by anybody.
    AllBut(ResourceId),
}

/// Who, and from when until when.
pub type Stretch = (ResourceId, (DateTime<Utc>, DateTime<Utc>));

/// What still stands of a visit.
#[derive(Clone, Debug)]
pub struct Again {
    known: Vec<(i16, Line)>,
    services: Vec<Service>,
}

/// The visit that a booking is; `None` for one service.
pub fn read(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Option<Again>> {
    let known = lines::standing(tx, booking)?;
    if known.is_empty() {
        return Ok(None);
    }
    let mut services = Vec::with_capacity(known.len());
    for (_, line) in &known {
        let found = service::find(tx, line.service)?;
        services.extend(found.map(|service| service.lasting(line.minutes())));
    }
    Ok(Some(Again { known, services }))
}

impl Again {
    /// Whether the menu still has all of it; what it has lost cannot be placed.
    pub fn is_whole(&self) -> bool {
        self.services.len() == self.known.len()
    }

    /// The services that are asked for.
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    /// Who has them.
    pub fn people(&self) -> Vec<ResourceId> {
        let mut people: Vec<_> = self.lines().filter_map(|line| line.resource).collect();
        people.sort_unstable();
        people.dedup();
        people
    }

    /// Whether somebody has one of them.
    pub fn is_with(&self, person: ResourceId) -> bool {
        self.people().contains(&person)
    }

    /// From when until when each of those who have them is taken, with what is kept free around it.
    pub fn stretches(&self) -> Vec<Stretch> {
        let own = self.lines().flat_map(|line| {
            let takes = line.takes.iter();
            takes.filter(|(id, ..)| Some(*id) == line.resource)
        });
        own.map(|(id, _, from, until)| (*id, (*from, *until)))
            .collect()
    }

    /// As the engine is asked.
    pub fn parts(&self, with: With) -> Vec<Part<'_>> {
        let each = self.lines().zip(&self.services);
        let part = |(line, service): (&Line, _)| Part {
            nominated: match with {
                With::AskedFor => line.nominated,
                With::TheSame => line.resource,
                With::AllBut(one) => line.resource.filter(|id| *id != one).or(line.nominated),
            },
            ..line.part(service)
        };
        each.map(part).collect()
    }

    /// Where it goes by hand, by the first of these ways that can be had; or why not even by the last.
    pub(super) fn place_by_hand(
        &self,
        tx: &mut TenantTx<'_>,
        (profile, booking, ways): (&Profile, BookingId, &[With]),
        start: DateTime<Utc>,
    ) -> db::Result<Result<VisitPlacement, Refusal>> {
        let mut found = Err(Refusal::NotAsked);
        for with in ways {
            let parts = self.parts(*with);
            let sought = self.sought((profile, booking), &parts);
            found = visit::place_by_hand_locked(tx, &sought, start)?;
            if found.is_ok() {
                break;
            }
        }
        Ok(found)
    }

    /// The question about it, asked by hand.
    pub fn sought<'a>(
        &self,
        (profile, booking): (&'a Profile, BookingId),
        parts: &'a [Part<'a>],
    ) -> Sought<'a> {
        Sought {
            profile,
            parts,
            by: By::Hand,
            own: Own::Booking(booking),
        }
    }

    /// Gives the booking that time instead of what it has, and says in whose column it stands from now on.
    pub(super) fn take(
        &self,
        tx: &mut TenantTx<'_>,
        booking: BookingId,
        placed: &VisitPlacement,
    ) -> Result<Option<ResourceId>, TakeError> {
        allocation::release_booking(tx, booking)?;
        let (wanted, claim) = (Wanted::from(placed), Claim::Booking(booking));
        allocation::take_seats(tx, &wanted, claim, Vec::new())?;
        Ok(self.note(tx, booking, placed)?)
    }

    /// Writes down where each of the services stands from now on; what they take is the booking's already. In whose column it
    /// stands then.
    pub(super) fn note(
        &self,
        tx: &mut TenantTx<'_>,
        booking: BookingId,
        placed: &VisitPlacement,
    ) -> db::Result<Option<ResourceId>> {
        let now = self.placed(tx, placed)?;
        lines::moved(tx, booking, &now)?;
        Ok(now.first().and_then(|(_, line)| line.resource))
    }

    /// Whether somebody else has one of the services there, or has it at another time.
    pub(super) fn is_otherwise(
        &self,
        tx: &mut TenantTx<'_>,
        placed: &VisitPlacement,
    ) -> db::Result<bool> {
        let now = self.placed(tx, placed)?;
        let where_is = |line: &Line| (line.resource, line.start, line.end);
        let mut both = self.lines().zip(&now);
        Ok(both.any(|(line, (_, now))| where_is(line) != where_is(now)))
    }

    /// The services that stand, with their numbers, as they are where they were placed.
    pub(super) fn placed(
        &self,
        tx: &mut TenantTx<'_>,
        placed: &VisitPlacement,
    ) -> db::Result<Vec<(i16, Line)>> {
        let roster = resource::roster(tx)?;
        let now = line::lines(&self.parts(With::AskedFor), placed, &roster);
        let numbers = self.known.iter().map(|(part, _)| *part);
        Ok(numbers.zip(now).collect())
    }

    fn lines(&self) -> impl Iterator<Item = &Line> {
        self.known.iter().map(|(_, line)| line)
    }
}
