//! What was offered for hours or days is asked for once more before it becomes a booking: by then the shop may be closed, or whoever
//! should serve off.

use super::promised::Promised;
use crate::{
    db::{self, TenantTx},
    domain::{
        businesses::profile::Profile,
        scheduling::{
            hold::Held,
            load::{By, Own},
            seek::{self, Sought},
        },
    },
};
use chrono::TimeDelta;

/// What is held no longer than somebody fills in a form was free a moment ago.
const LONG: TimeDelta = TimeDelta::hours(1);

/// Whether what is held can still be had where it stands. A visit of several services is nobody's offer.
pub(super) fn stands(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (held, promised): (&Held, &Promised),
) -> db::Result<bool> {
    let since = held.extended_at;
    let is_long = since.is_some_and(|since| held.expires_at - since > LONG);
    if !is_long || promised.parts.len() > 1 {
        return Ok(true);
    }
    let sought = Sought {
        profile,
        service: &promised.service,
        party: held.party_size,
        nominated: held.chosen_resource_id,
        by: By::Hand,
        own: Own::Hold(held.id),
    };
    let found = seek::place_by_hand_locked(tx, &sought, held.start_at)?;
    Ok(found.is_ok())
}
