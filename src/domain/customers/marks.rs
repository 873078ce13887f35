//! Commands: how a shop marks somebody. Who is blocked cannot book online, with this address or this number; staff see why
//! and may take their booking all the same.

use super::card::{self, CardError};
use crate::{base::ids::CustomerId, db::TenantTx, schema::customers::customers};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// The longest reason, in characters.
pub const REASON_MAX: usize = 500;

/// Says whether the shop takes special care of somebody.
pub fn vip(tx: &mut TenantTx<'_>, id: CustomerId, is_vip: bool) -> Result<(), CardError> {
    let card = card::living(tx, id)?;
    diesel::update(customers::table.filter(customers::id.eq(card.id)))
        .set(customers::is_vip.eq(is_vip))
        .execute(tx.conn())?;
    Ok(())
}

/// Keeps somebody from booking online. Blocked again, the reason is the new one and the day the old one.
pub fn block(tx: &mut TenantTx<'_>, id: CustomerId, reason: &str) -> Result<(), CardError> {
    let card = card::living(tx, id)?;
    let since = card.blocked_at.unwrap_or(tx.now());
    diesel::update(customers::table.filter(customers::id.eq(card.id)))
        .set((
            customers::blocked_at.eq(Some(since)),
            customers::blocked_reason.eq(reason),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Lets them book again.
pub fn unblock(tx: &mut TenantTx<'_>, id: CustomerId) -> Result<(), CardError> {
    let card = card::living(tx, id)?;
    diesel::update(customers::table.filter(customers::id.eq(card.id)))
        .set((
            customers::blocked_at.eq(None::<DateTime<Utc>>),
            customers::blocked_reason.eq(""),
        ))
        .execute(tx.conn())?;
    Ok(())
}
