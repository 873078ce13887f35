//! What a visit that is chosen in the form of a booking by hand would be: its services one after the other, what it comes to, and
//! when all of it can be had.

use super::{free_times, new_read::Choices, several_meant::Meant};
use crate::{
    base::time::LocalDate,
    db::{self, TenantTx},
    domain::{
        bookings::promised::{Promised, of_lines},
        scheduling::{
            availability::Slot,
            line::Line,
            load::{By, Own},
            resource,
            visit::{Part, Sought},
        },
    },
};
use chrono::{DateTime, TimeDelta, Utc};

/// The visit on a day and, where it is typed, from an instant on; and its free times.
pub fn read(
    tx: &mut TenantTx<'_>,
    choices: &Choices,
    (all, (date, start)): (Vec<Meant>, (LocalDate, Option<DateTime<Utc>>)),
) -> db::Result<(Option<Promised>, Vec<Slot>)> {
    let parts: Vec<Part<'_>> = all.iter().map(Meant::part).collect();
    let sought = Sought {
        profile: &choices.at.profile,
        parts: &parts,
        by: By::Hand,
        own: Own::None,
    };
    let slots = free_times::read_visit(tx, &sought, Some(date))?;
    let first = slots.first().map(|slot| slot.start);
    let start = start.or(first).unwrap_or(choices.now);
    let lines = lines(tx, &all, (date, start))?;
    Ok((of_lines(tx, lines, date)?, slots))
}

/// Each service from when the one before it ends, side by side for those who come together.
fn lines(
    tx: &mut TenantTx<'_>,
    all: &[Meant],
    (date, start): (LocalDate, DateTime<Utc>),
) -> db::Result<Vec<Line>> {
    let roster = resource::roster(tx)?;
    let (mut guest, mut begins) = (None, start);
    let mut lines = Vec::with_capacity(all.len());
    for one in all {
        if guest != Some(one.guest) {
            (guest, begins) = (Some(one.guest), start);
        }
        let service = one.service.clone().on(date);
        let minutes = service.minutes_by(roster.terms(&service, one.resource));
        let end = begins + TimeDelta::minutes(i64::from(minutes));
        lines.push(Line {
            guest: one.guest,
            service: one.service.id,
            options: one.service.chosen(),
            party: one.party,
            nominated: one.resource.filter(|_| one.is_nominated),
            resource: one.resource,
            wait: 0,
            start: begins,
            end,
            takes: Vec::new(),
        });
        begins = end;
    }
    Ok(lines)
}
