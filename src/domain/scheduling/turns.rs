//! Read: what a booking takes, and why it was whose turn.

use super::{availability::Chosen, resource};
use crate::{
    base::ids::{BookingId, ResourceId},
    db::{self, TenantTx, statement::prepared},
    schema::scheduling::allocations,
};
use diesel::prelude::*;
use serde::Deserialize;
use serde_json::Value;

/// Somebody or something that a booking takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Which.
    pub resource: ResourceId,
    /// Why; nothing where nobody chose, or where another one speaks for all that is put together.
    pub chosen: Option<Chosen>,
}

/// Everything that a booking takes, in column order, each once.
pub fn of(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Vec<Turn>> {
    let rows: Vec<(ResourceId, Option<Value>)> = prepared(
        allocations::table
            .filter(allocations::business_id.eq(tx.business()))
            .filter(allocations::booking_id.eq(booking))
            .order((allocations::resource_id, allocations::chosen.is_null()))
            .select((allocations::resource_id, allocations::chosen)),
    )
    .load(tx.conn())?;
    let mut turns: Vec<Turn> = Vec::new();
    for (resource, chosen) in rows {
        if turns.last().is_none_or(|last| last.resource != resource) {
            let chosen = chosen.and_then(|said| Chosen::deserialize(said).ok());
            turns.push(Turn { resource, chosen });
        }
    }
    let roster = resource::roster(tx)?;
    let column = |id| roster.resources.iter().position(|one| one.id == id);
    turns.sort_by_key(|turn| column(turn.resource));
    Ok(turns)
}
