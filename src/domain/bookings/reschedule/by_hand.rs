//! Where staff move a booking to, and the nearest times for whoever cannot have theirs.

use super::{Reschedule, RescheduleError};
use crate::{
    base::ids::ResourceId,
    db::TenantTx,
    domain::scheduling::{
        availability::{Chosen, Placement, Refusal},
        overbook, overbooking,
        seek::{self, Sought},
    },
};
use chrono::{DateTime, Utc};

/// Where staff move a booking to: any minute, without notice; with whoever was asked for; else with whoever has it now,
/// if they can, else with anybody. With a reason it may stand over another, and the answer says whether it does.
pub(super) fn place_by_hand(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    command: &Reschedule<'_>,
    column: Option<ResourceId>,
) -> Result<(Placement, bool), RescheduleError> {
    let start = command.start;
    let same = Sought {
        nominated: sought.nominated.or(column),
        ..*sought
    };
    if same.nominated != sought.nominated
        && let Ok(mut placement) = seek::place_by_hand_locked(tx, &same, start)?
    {
        placement.because(same.nominated, Chosen::Kept);
        return Ok((placement, false));
    }
    match seek::place_by_hand_locked(tx, sought, start)? {
        Err(_) if !command.override_reason.is_empty() => {
            let over = overbook::place(tx, &same, start)?;
            let over = over.ok_or(RescheduleError::Gone)?;
            let of = (sought.profile.zone, sought.own);
            match overbooking::passed(tx, of, &[&over])? {
                Some(most) => Err(RescheduleError::Overbooked(most)),
                None => Ok((over, true)),
            }
        }
        found => Ok((or_nearest(tx, sought, start, found)?, false)),
    }
}

/// What was found, or the refusal with the nearest times that can be had.
pub(super) fn or_nearest(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
    found: Result<Placement, Refusal>,
) -> Result<Placement, RescheduleError> {
    match found {
        Ok(placement) => Ok(placement),
        Err(refusal) => Err(RescheduleError::Refused(
            refusal,
            seek::nearest(tx, sought, start)?,
        )),
    }
}
