//! Commands: a guest pays at the shop, and what was taken by mistake is taken back.

use super::{
    booking::{self, Row},
    history::{self, Change},
    moving,
    status::Status,
};
use crate::{
    base::ids::{BookingId, PaymentId},
    db::{self, DbError, TenantTx},
    domain::{
        payments::{
            payment::{self, Taking, Way},
            receipt,
        },
        scheduling::day_plan,
    },
    refusal,
    schema::bookings::bookings,
};
use chrono_tz::Tz;
use diesel::prelude::*;

/// What somebody at the counter takes.
#[derive(Clone, Copy, Debug)]
pub struct TakePayment<'a> {
    /// For which booking.
    pub booking: BookingId,
    /// Minor units.
    pub amount: i64,
    /// How it is paid.
    pub way: Way,
    /// The key of the form: sent twice, it is taken once.
    pub key: &'a str,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum PaymentError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// The guest is not there, or was never.
    #[error("not there")]
    NotThere,
    /// Nothing is no payment.
    #[error("nothing")]
    Nothing,
    /// So much is owed, and no more.
    #[error("more than is owed")]
    TooMuch(i64),
    /// A receipt says that it was paid.
    #[error("receipted")]
    Receipted,
    /// It was never taken, or has been taken back.
    #[error("nothing to take back")]
    NothingToCancel,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(PaymentError);

/// Whether somebody in this state can be at the till: they are there, or were.
pub fn is_payable(status: Status) -> bool {
    matches!(
        status,
        Status::Arrived | Status::InService | Status::Completed
    )
}

/// Takes what is paid. Whoever takes for the same booking meanwhile waits, and is judged by what is owed then; the same form sent
/// again finds what it has taken.
pub fn take(
    tx: &mut TenantTx<'_>,
    zone: Tz,
    command: &TakePayment<'_>,
) -> Result<PaymentId, PaymentError> {
    let row = booking::find_for_update(tx, command.booking)?.ok_or(PaymentError::Unknown)?;
    let taking = Taking {
        booking: row.id,
        amount: command.amount,
        currency: &row.currency,
        way: command.way,
        on: day_plan::today(tx, zone)?,
        key: command.key,
    };
    if let Some(before) = payment::of_form(tx, &taking)? {
        return Ok(before);
    }
    if !is_payable(row.status) {
        return Err(PaymentError::NotThere);
    }
    if taking.amount <= 0 {
        return Err(PaymentError::Nothing);
    }
    let fee = moving::due(tx, row.id)?;
    let owed = owed((&row, fee), payment::sum(&payment::of(tx, row.id)?));
    if taking.amount > owed {
        return Err(PaymentError::TooMuch(owed));
    }
    let id = payment::take(tx, &taking)?;
    let taken = told(taking.amount, Some(taking.way));
    tell(tx, &row, (None, Some(taken)))?;
    Ok(id)
}

/// Takes back what was taken by mistake. The row stays, with who and when; what a receipt speaks of is not taken back, because the
/// guest has that in hand.
pub fn cancel(
    tx: &mut TenantTx<'_>,
    booking: BookingId,
    id: PaymentId,
) -> Result<(), PaymentError> {
    let row = booking::find_for_update(tx, booking)?.ok_or(PaymentError::Unknown)?;
    if receipt::find(tx, row.id)?.is_some() {
        return Err(PaymentError::Receipted);
    }
    let (amount, way) = payment::cancel(tx, (row.id, id))?.ok_or(PaymentError::NothingToCancel)?;
    Ok(tell(tx, &row, (Some(told(amount, way)), None))?)
}

/// What a booking comes to: what was agreed, and what is owed for having moved it.
pub fn due(row: &Row, moving_fee: i64) -> i64 {
    row.price_cents.saturating_add(moving_fee)
}

/// What is still to be paid of that: it less what was taken.
pub fn owed((row, moving_fee): (&Row, i64), paid: i64) -> i64 {
    due(row, moving_fee).saturating_sub(paid).max(0)
}

/// As the story has it: the amount, and how.
fn told(amount: i64, way: Option<Way>) -> String {
    format!("{amount} {}", way.unwrap_or(Way::Other).label())
}

/// The line of the story; and pages that show the booking learn that it is another now.
fn tell(
    tx: &mut TenantTx<'_>,
    row: &Row,
    (old, new): (Option<String>, Option<String>),
) -> db::Result<()> {
    diesel::update(bookings::table.filter(bookings::id.eq(row.id)))
        .set(bookings::version.eq(bookings::version + 1))
        .execute(tx.conn())?;
    let change = Change {
        field: history::PAYMENT,
        old,
        new,
        ..Change::default()
    };
    history::write(tx, row.id, &[change])
}
