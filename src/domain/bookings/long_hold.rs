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
            visit::{self, Part},
        },
    },
};
use chrono::TimeDelta;

/// What is held no longer than somebody fills in a form was free a moment ago.
const LONG: TimeDelta = TimeDelta::hours(1);

/// Whether what is held can still be had where it stands: of a visit of several services all of it, with those who have them.
pub(super) fn stands(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (held, promised): (&Held, &Promised),
) -> db::Result<bool> {
    let since = held.extended_at;
    let is_long = since.is_some_and(|since| held.expires_at - since > LONG);
    if !is_long {
        return Ok(true);
    }
    if promised.parts.len() > 1 {
        return visit_stands(tx, profile, (held, promised));
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

fn visit_stands(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (held, promised): (&Held, &Promised),
) -> db::Result<bool> {
    let parts: Vec<Part<'_>> = promised
        .parts
        .iter()
        .map(|part| Part {
            nominated: part.line.resource,
            ..part.line.part(&part.service)
        })
        .collect();
    let sought = visit::Sought {
        profile,
        parts: &parts,
        by: By::Hand,
        own: Own::Hold(held.id),
    };
    let found = visit::place_by_hand_locked(tx, &sought, held.start_at)?;
    Ok(found.is_ok())
}
