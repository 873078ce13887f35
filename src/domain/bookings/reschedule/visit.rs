//! A visit of several services is moved as a whole: each as long as it was agreed, in the same order, by whoever was asked for.

use super::{Place, Reschedule, RescheduleError, taken};
use crate::{
    db::TenantTx,
    domain::{
        bookings::{
            booking::Row,
            visit_again::{Again, With},
        },
        scheduling::{
            load::{By, Own},
            visit::{self, Sought},
        },
    },
};

/// Gives a visit another start, with all that it takes: for a guest with whoever was asked for, by hand in the first of these
/// ways that can be had.
pub(super) fn visit(
    tx: &mut TenantTx<'_>,
    command: &Reschedule<'_>,
    (row, by_guest): (&Row, bool),
    (again, ways): (&Again, &[With]),
) -> Result<Place, RescheduleError> {
    if !again.is_whole() {
        return Err(RescheduleError::Gone);
    }
    let parts = again.parts(With::AskedFor);
    let sought = Sought {
        profile: command.profile,
        parts: &parts,
        by: if by_guest { By::Guest } else { By::Hand },
        own: Own::Booking(row.id),
    };
    let found = match by_guest {
        true => visit::place_locked(tx, &sought, command.start)?,
        false => {
            let wish = (command.profile, row.id, ways);
            again.place_by_hand(tx, wish, command.start)?
        }
    };
    let placed = match found {
        Ok(placed) => placed,
        Err(refusal) => {
            let nearest = visit::nearest(tx, &sought, command.start)?;
            return Err(RescheduleError::Refused(refusal, nearest));
        }
    };
    let column = taken(again.take(tx, row.id, &placed))?;
    Ok(Place {
        date: placed.date,
        start: placed.start,
        end: placed.end,
        column,
    })
}
