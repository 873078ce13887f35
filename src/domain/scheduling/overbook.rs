//! Placing a booking over others, knowingly: on seats beyond the real ones, so that the exclusion constraint still
//! holds for every seat, and each such seat weighs on a real one when free times are reckoned.

use super::{
    allocation,
    availability::{Input, Occupied, Placement, business_day},
    load, occupancy,
    resource::{self, ResourceUse},
    seek::Sought,
    taken::{self, Taken},
};
use crate::{
    base::ids::ResourceId,
    db::{self, TenantTx},
};
use chrono::{DateTime, TimeDelta, Utc};

/// A placement without regard to rules or other bookings: for each kind the chosen resource, or else the first in
/// column order. `None` when the service needs nothing that could be taken.
pub fn place(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
) -> db::Result<Option<Placement>> {
    let (from, days) = Input::window(sought.profile.zone, start);
    let date = business_day(&load::input(tx, &sought.over(from, days))?, start);
    let service = sought.service.clone().on(date);
    let minutes = |value: i16| TimeDelta::minutes(i64::from(value));
    let mut chosen: Vec<(resource::Resource, ResourceUse)> = Vec::new();
    for (resource, link) in resource::linked(tx, &service)? {
        let wanted = sought.nominated == Some(resource.id);
        match chosen
            .iter_mut()
            .find(|(known, _)| known.kind == resource.kind)
        {
            Some(known) if wanted => *known = (resource, link.take),
            Some(_) => {}
            None if link.is_required => chosen.push((resource, link.take)),
            None => {}
        }
    }
    let ids: Vec<ResourceId> = chosen.iter().map(|(resource, _)| resource.id).collect();
    allocation::lock(tx, &ids)?;
    let (roster, column) = (resource::roster(tx)?, resource::foremost(tx, &ids)?);
    let terms = roster.terms(&service, column);
    let service = service.done_by(terms);
    let figures = &service.figures;
    let end = start + minutes(figures.duration_minutes);
    let (occupied_from, occupied_until) = (
        start - minutes(figures.buffer_before),
        end + minutes(figures.buffer_after),
    );
    let taken = taken::within(tx, &[(occupied_from, occupied_until)], sought.own)?;
    let takes = chosen
        .iter()
        .map(|(resource, take)| {
            let spans = occupancy::of(&service, start, resource.kind.is_person());
            let meets = |one: &&Taken| occupancy::meet(&spans, &[(one.start, one.end)]);
            let count = match take {
                ResourceUse::Exclusive => resource.capacity,
                ResourceUse::Seats => sought.party,
            };
            let used: Vec<i16> = taken
                .iter()
                .filter(|taken| taken.resource == resource.id)
                .filter(meets)
                .map(|taken| taken.seat)
                .collect();
            let free = (0..i16::MAX)
                .filter(|seat| !used.contains(seat))
                .take(usize::try_from(count).unwrap_or(1));
            Occupied {
                resource: resource.id,
                seats: free.filter_map(|seat| u16::try_from(seat).ok()).collect(),
                spans,
            }
        })
        .collect::<Vec<_>>();
    Ok((!takes.is_empty()).then_some(Placement {
        date,
        start,
        end,
        occupied_from,
        occupied_until,
        takes,
    }))
}
