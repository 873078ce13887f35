//! Read: which limits of what guests may book a booking has passed, so that staff see it who have taken it all the same.

use super::{booking::Row, lines};
use crate::{
    db::{self, TenantTx},
    domain::scheduling::caps::{self, Counting, Reached},
};
use chrono_tz::Tz;

/// Those of each of its services and its people. Where the shop has no such limits, nothing is asked; of what is over, neither.
pub fn passed(tx: &mut TenantTx<'_>, zone: Tz, row: &Row) -> db::Result<Vec<Reached>> {
    if !row.status.is_ahead() || !caps::are_said(tx, row.business_date)? {
        return Ok(Vec::new());
    }
    let standing = lines::of(tx, &[row.id])?.into_iter();
    let standing = standing.filter(|line| line.cancelled_at.is_none());
    let mut counted: Vec<Counting> = standing
        .map(|line| Counting {
            service: line.service_id,
            person: line.resource_id,
            start: line.start_at,
        })
        .collect();
    if counted.is_empty() {
        counted.push(Counting {
            service: row.service_id,
            person: row.resource_id,
            start: row.start_at,
        });
    }
    caps::passed(tx, zone, &counted)
}
