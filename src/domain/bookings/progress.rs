//! Commands of the day: arrived, started, done, did not come, and taking the last of these back.

use super::{
    booking,
    history::{self, Change},
    status::Status,
};
use crate::{
    base::ids::BookingId,
    db::{DbError, TenantTx},
    refusal,
    schema::{
        bookings::{booking_history, bookings},
        customers::customers,
    },
};
use chrono::TimeDelta;
use diesel::prelude::*;

/// For so long an act of staff can be undone without a trace: letters about it wait as long (UX 9.6).
pub const UNDO: TimeDelta = TimeDelta::seconds(15);

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ProgressError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// That state does not follow from the one it is in, perhaps because somebody else was first.
    #[error("does not follow")]
    DoesNotFollow,
    /// Nobody can have stayed away before it was time.
    #[error("too early")]
    TooEarly,
    /// There is nothing to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(ProgressError);

/// Moves a booking on to `next`. Doing it twice changes nothing the second time.
pub fn advance(tx: &mut TenantTx<'_>, id: BookingId, next: Status) -> Result<(), ProgressError> {
    let row = booking::find_for_update(tx, id)?.ok_or(ProgressError::Unknown)?;
    if row.status == next {
        return Ok(());
    }
    let asked = matches!(
        next,
        Status::Arrived | Status::InService | Status::Completed | Status::NoShow
    );
    if !asked || !row.status.may_become(next) {
        return Err(ProgressError::DoesNotFollow);
    }
    if next == Status::NoShow {
        if tx.now() < row.start_at {
            return Err(ProgressError::TooEarly);
        }
        count_no_show(tx, &row, 1)?;
    }
    set(tx, &row, next, "")
}

/// Takes the last step of the day back: the state goes to what it was before.
pub fn undo(tx: &mut TenantTx<'_>, id: BookingId) -> Result<(), ProgressError> {
    let row = booking::find_for_update(tx, id)?.ok_or(ProgressError::Unknown)?;
    let business = tx.business();
    let before: Option<Option<String>> = booking_history::table
        .filter(
            booking_history::business_id
                .eq(business)
                .and(booking_history::booking_id.eq(id)),
        )
        .filter(
            booking_history::field_changed
                .eq("status")
                .and(booking_history::new_value.eq(row.status.label())),
        )
        .order((
            booking_history::created_at.desc(),
            booking_history::id.desc(),
        ))
        .select(booking_history::old_value)
        .first(tx.conn())
        .optional()?;
    let before = before
        .flatten()
        .and_then(|label| Status::from_label(&label));
    let undoable = matches!(
        row.status,
        Status::Arrived | Status::InService | Status::Completed | Status::NoShow
    );
    let Some(before) = before.filter(|before| undoable && before.may_become(row.status)) else {
        return Err(ProgressError::NothingToUndo);
    };
    if row.status == Status::NoShow {
        count_no_show(tx, &row, -1)?;
    }
    set(tx, &row, before, "undo")
}

fn set(
    tx: &mut TenantTx<'_>,
    row: &booking::Row,
    next: Status,
    reason: &str,
) -> Result<(), ProgressError> {
    diesel::update(bookings::table.filter(bookings::id.eq(row.id)))
        .set((
            bookings::status.eq(next),
            bookings::version.eq(bookings::version + 1),
        ))
        .execute(tx.conn())?;
    let change = Change {
        field: "status",
        old: Some(row.status.label().to_owned()),
        new: Some(next.label().to_owned()),
        reason,
    };
    history::write(tx, row.id, &[change])?;
    Ok(())
}

fn count_no_show(tx: &mut TenantTx<'_>, row: &booking::Row, by: i32) -> Result<(), DbError> {
    let business = tx.business();
    diesel::update(
        customers::table.filter(
            customers::business_id
                .eq(business)
                .and(customers::id.eq(row.customer_id)),
        ),
    )
    .set(customers::no_show_count.eq(customers::no_show_count + by))
    .execute(tx.conn())?;
    Ok(())
}
