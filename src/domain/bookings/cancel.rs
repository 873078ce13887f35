//! Command: a booking is called off. Its time is free in the same transaction.

use super::{
    booking,
    history::{self, Change},
    proposal, rules, state,
    status::{Mover, Status},
    waitlist,
};
use crate::{
    base::ids::BookingId,
    db::{DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        notifications::send::{Kind, Notice, send},
        scheduling::allocation,
    },
    refusal,
};

/// What is called off, and why.
#[derive(Clone, Debug)]
pub struct Cancel<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// Which.
    pub booking: BookingId,
    /// In the words of whoever calls it off; may be empty.
    pub reason: &'a str,
    /// The fee that was shown before the button; `None` when staff waive it.
    pub seen_fee: Option<i64>,
    /// Whether the customer is told. A guest always is.
    pub tell: bool,
}

/// Why it was not called off.
#[derive(Debug, thiserror::Error)]
pub enum CancelError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// It is cancelled already.
    #[error("cancelled already")]
    Already,
    /// It has begun or is over, or the deadline for guests has passed.
    #[error("too late")]
    TooLate,
    /// The fee has risen since the page was shown.
    #[error("the fee is another")]
    FeeChanged,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(CancelError);

/// Calls a booking off, and returns the fee in minor units that falls due by the policy frozen on it.
pub fn cancel(tx: &mut TenantTx<'_>, command: &Cancel<'_>) -> Result<i64, CancelError> {
    let row = booking::find_for_update(tx, command.booking)?.ok_or(CancelError::Unknown)?;
    if row.status == Status::Cancelled {
        return Err(CancelError::Already);
    }
    let by_guest = state::mover(tx) == Mover::Guest;
    // What the shop has not promised yet can be taken back until it begins; and whom the shop asks whether another time or
    // person suits them owes nothing for saying no, and is never late to.
    let waits = row.status == Status::Pending;
    let is_asked = by_guest && proposal::waits(tx, &row)?;
    let deadline = rules::change_until(
        row.limits_start(),
        command.profile.settings.cancel_until_minutes,
    );
    let late_for_guest = by_guest
        && (!row.status.is_ahead()
            || !(waits || is_asked || rules::in_time(deadline, tx.now()))
            || tx.now() >= row.start_at);
    if late_for_guest {
        return Err(CancelError::TooLate);
    }
    let policy = serde_json::from_value::<crate::domain::catalog::policy::Policy>(
        row.policy_snapshot_json.clone(),
    )
    .ok();
    // And it costs nothing.
    let due = policy.filter(|_| !(waits || is_asked)).map_or(0, |policy| {
        policy.fee(row.limits_start(), row.price_cents, tx.now())
    });
    let fee = match command.seen_fee {
        Some(seen) if due > seen => return Err(CancelError::FeeChanged),
        Some(seen) => due.min(seen),
        None => 0,
    };
    if !state::go(tx, &row, Status::Cancelled, command.reason)? {
        return Err(CancelError::TooLate);
    }
    allocation::release_booking(tx, row.id)?;
    waitlist::call(tx)?;
    if fee > 0 {
        let change = Change {
            field: history::CANCELLATION_FEE,
            old: None,
            new: Some(fee.to_string()),
            reason: "",
        };
        history::write(tx, row.id, &[change])?;
    }
    if by_guest || command.tell {
        let due = if by_guest {
            tx.now()
        } else {
            tx.now() + super::progress::UNDO
        };
        let data = match waits && !by_guest {
            true => serde_json::json!({ "fee": fee, "declined": true }),
            false => serde_json::json!({ "fee": fee }),
        };
        tell(tx, row.id, Kind::BookingCancelled, data, due)?;
    }
    Ok(fee)
}

/// Writes a letter about a booking to its customer, if there is an address.
pub(super) fn tell(
    tx: &mut TenantTx<'_>,
    id: BookingId,
    kind: Kind,
    data: serde_json::Value,
    due: chrono::DateTime<chrono::Utc>,
) -> Result<(), DbError> {
    let Some(found) = booking::find(tx, id)? else {
        return Ok(());
    };
    let Some(to_email) = found.customer.email else {
        return Ok(());
    };
    send(
        tx,
        &Notice {
            kind,
            booking: id,
            to_email,
            locale: found.row.locale,
            data,
            due,
        },
    )?;
    Ok(())
}
