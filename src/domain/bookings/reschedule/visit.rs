//! A visit of several services is moved as a whole: each as long as it was agreed, in the same order, by whoever was asked for.

use super::{Place, Reschedule, RescheduleError, taken};
use crate::{
    db::TenantTx,
    domain::{
        bookings::{booking::Row, lines},
        catalog::service,
        scheduling::{
            allocation::{self, Claim},
            line::{self, Line},
            load::{By, Own},
            resource,
            visit::{self, Part, Sought},
        },
    },
};

/// Gives a visit another start, with all that it takes.
pub(super) fn visit(
    tx: &mut TenantTx<'_>,
    command: &Reschedule<'_>,
    (row, by_guest): (&Row, bool),
    known: Vec<(i16, Line)>,
) -> Result<Place, RescheduleError> {
    let mut services = Vec::with_capacity(known.len());
    for (_, line) in &known {
        let found = service::find(tx, line.service)?.ok_or(RescheduleError::Gone)?;
        services.push(found.lasting(line.minutes()));
    }
    let each = known.iter().zip(&services);
    let parts: Vec<Part<'_>> = each
        .map(|((_, line), service)| line.part(service))
        .collect();
    let sought = Sought {
        profile: command.profile,
        parts: &parts,
        by: if by_guest { By::Guest } else { By::Hand },
        own: Own::Booking(row.id),
    };
    let found = match by_guest {
        true => visit::place_locked(tx, &sought, command.start)?,
        false => visit::place_by_hand_locked(tx, &sought, command.start)?,
    };
    let placed = match found {
        Ok(placed) => placed,
        Err(refusal) => {
            let nearest = visit::nearest(tx, &sought, command.start)?;
            return Err(RescheduleError::Refused(refusal, nearest));
        }
    };
    allocation::release_booking(tx, row.id)?;
    let seats = placed.seats();
    let claim = Claim::Booking(row.id);
    taken(allocation::take_seats(
        tx,
        (placed.start, &seats),
        claim,
        Vec::new(),
    ))?;
    let roster = resource::roster(tx)?;
    let now = line::lines(&parts, &placed, &roster);
    let column = now.first().and_then(|line| line.resource);
    let numbers = known.iter().map(|(part, _)| *part);
    lines::moved(tx, row.id, &numbers.zip(now).collect::<Vec<_>>())?;
    Ok(Place {
        date: placed.date,
        start: placed.start,
        end: placed.end,
        column,
    })
}
