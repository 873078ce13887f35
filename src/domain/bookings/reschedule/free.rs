//! When a visit of several services could be instead: all of it, each as long as it was agreed and by whoever was asked for.

use crate::{
    db::{self, TenantTx},
    domain::{
        bookings::{booking::Row, lines},
        businesses::profile::Profile,
        catalog::service,
        scheduling::{
            load::{By, Own},
            outlook::{self, Shown},
            visit::{Part, Sought},
        },
    },
};
use chrono::NaiveDate;

/// Its times over some business days, its own among them, and the first there is from a day on; nothing for what is no visit, or
/// is on the menu no more.
pub fn free(
    tx: &mut TenantTx<'_>,
    (profile, row): (&Profile, &Row),
    days: (NaiveDate, u16),
    ahead: (NaiveDate, u16),
) -> db::Result<Option<Shown>> {
    let known = lines::standing(tx, row.id)?;
    let mut services = Vec::with_capacity(known.len());
    for (_, line) in &known {
        let Some(found) = service::find(tx, line.service)? else {
            return Ok(None);
        };
        services.push(found.lasting(line.minutes()));
    }
    let each = known.iter().zip(&services);
    let parts: Vec<Part<'_>> = each
        .map(|((_, line), service)| line.part(service))
        .collect();
    let sought = Sought {
        profile,
        parts: &parts,
        by: By::Guest,
        own: Own::Booking(row.id),
    };
    outlook::shown(tx, &sought, days, ahead)
}
