//! Read: when one service of a visit could be instead, for its guest: on the visit's day, between the guest's other services, as long
//! as it was agreed and by whoever was asked for.

use super::{
    PartError,
    scene::Scene,
    shift::{room, services},
};
use crate::{
    db::{self, TenantTx},
    domain::{
        bookings::{booking::Row, lines, proposal},
        businesses::profile::Profile,
        scheduling::{
            availability::Slot,
            load::{By, Own},
            visit::{Part, Sought},
            visit_part,
        },
    },
};

/// What can become of one service.
#[derive(Clone, Debug)]
pub struct Instead {
    /// When it could be instead; its own time is none of them.
    pub slots: Vec<Slot>,
    /// What moving it costs now.
    pub fee: i64,
}

/// Its other times, and what moving it costs; nothing where it does not stand, or something of the visit is off the menu.
pub fn instead(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (row, part): (&Row, i16),
) -> db::Result<Option<Instead>> {
    let scene = Scene {
        known: lines::standing(tx, row.id)?,
        row: row.clone(),
        part,
    };
    let Some(own) = scene.own() else {
        return Ok(None);
    };
    let (services, one) = match services(tx, &scene) {
        Ok(found) => found,
        Err(PartError::Db(error)) => return Err(error),
        Err(_) => return Ok(None),
    };
    let parts: Vec<Part<'_>> = scene
        .known
        .iter()
        .zip(&services)
        .map(|((_, line), service)| line.part(service))
        .collect();
    let sought = Sought {
        profile,
        parts: &parts,
        by: By::Guest,
        own: Own::Booking(row.id),
    };
    let mut slots = visit_part::free(tx, &sought, (one, &room(&scene, own)))?;
    slots.retain(|slot| slot.start != own.start);
    let fee = match proposal::waits(tx, row)? {
        true => 0,
        false => scene.fee_for_moving(tx)?,
    };
    Ok(Some(Instead { slots, fee }))
}
