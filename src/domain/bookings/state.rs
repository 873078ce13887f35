//! The state of a booking is written here and nowhere else, so that each move has exactly one line of the story, and nobody makes
//! one that the table in [`super::status`] does not have.

use super::{
    booking::{CancelledBy, Row},
    history::{self, Change},
    offers,
    status::{Mover, Status},
};
use crate::{
    db::{self, Actor, TenantTx},
    schema::bookings::bookings,
};
use diesel::prelude::*;

/// As whom the actor of this transaction moves bookings.
pub(super) fn mover(tx: &TenantTx<'_>) -> Mover {
    match tx.actor() {
        Actor::Member { .. } | Actor::Operator(_) => Mover::Staff,
        Actor::House => Mover::House,
        Actor::Visitor | Actor::Customer(_) | Actor::Guest(_) => Mover::Guest,
    }
}

/// Moves a locked booking on, with its line in the story; `false`, and nothing is changed, where that is not theirs to do. What
/// was proposed for a request is let go with it.
pub(super) fn go(tx: &mut TenantTx<'_>, row: &Row, next: Status, reason: &str) -> db::Result<bool> {
    if !row.status.may_be_moved(next, mover(tx)) {
        return Ok(false);
    }
    if row.status == Status::Pending {
        offers::withdraw(tx, row.id)?;
    }
    write(tx, row, next, reason)?;
    Ok(true)
}

/// Takes the last move of staff back: `false` where it was none that they could have made.
pub(super) fn back(tx: &mut TenantTx<'_>, row: &Row, before: Status) -> db::Result<bool> {
    if !before.may_be_moved(row.status, Mover::Staff) {
        return Ok(false);
    }
    write(tx, row, before, history::UNDO)?;
    Ok(true)
}

fn write(tx: &mut TenantTx<'_>, row: &Row, next: Status, reason: &str) -> db::Result<()> {
    let by = match mover(tx) {
        Mover::Guest => CancelledBy::Customer,
        Mover::Staff | Mover::House => CancelledBy::Business,
    };
    let business = tx.business();
    diesel::update(
        bookings::table.filter(
            bookings::business_id
                .eq(business)
                .and(bookings::id.eq(row.id)),
        ),
    )
    .set((
        bookings::status.eq(next),
        bookings::cancelled_by.eq((next == Status::Cancelled).then_some(by)),
        bookings::version.eq(bookings::version + 1),
    ))
    .execute(tx.conn())?;
    let change = Change {
        field: "status",
        old: Some(row.status.label().to_owned()),
        new: Some(next.label().to_owned()),
        reason,
    };
    history::write(tx, row.id, &[change])
}
