//! The waiting list: whoever would come if a time came free, in an order that can be told, and the time that they are offered.
//! An offer is a hold like any other, taken under the same lock, until they must have answered; so there is nothing to keep in
//! step, and nothing can be promised twice.

pub mod answer;
pub mod entry;
pub mod jobs;
pub mod join;
pub mod listing;
pub(super) mod merge;
pub mod offer;
pub mod order;
mod room;
pub mod rule_rows;
pub mod sweep;
pub mod what;
pub mod wish;

use super::progress::UNDO;
use crate::{
    base::{ids::WaitId, token::Token},
    db::{
        self, Actor, TenantTx,
        statement::{bind, prepared, statement},
    },
    queue,
};
use diesel::{
    prelude::*,
    sql_types::{Bool, Uuid as SqlUuid},
};

/// The key in the address of somebody's place on the list: made from the house's secret, so that no row holds it.
pub fn token(secret: &[u8], entry: WaitId) -> Token {
    Token::derived(secret, &[b"waiting list", entry.0.as_bytes()])
}

/// Has the list looked at, because time has come free: at once, or when whoever did it cannot undo it any more.
pub(super) fn call(tx: &mut TenantTx<'_>) -> db::Result<()> {
    let awaited = statement::<Bool, _>(
        "select exists (select from bookings.waitlist where business_id = ? and status = 'active' \
         and proved_at is not null and deleted_at is null)",
        (bind::<SqlUuid, _>(tx.business()),),
    )
    .get_result::<bool>(tx.conn())?;
    if !awaited {
        return Ok(());
    }
    let due = match tx.actor() {
        Actor::Member { .. } => tx.now() + UNDO,
        _ => tx.now(),
    };
    let job = queue::job(Some(tx.business()), &jobs::OfferWaitlist {}, due)?;
    prepared(job).execute(tx.conn())?;
    Ok(())
}
