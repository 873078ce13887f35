//! Command: several bookings of a series are called off, each by its own terms; all that were shown or none.

use super::{
    read::{self, Member, Reach},
    told,
};
use crate::{
    base::ids::BookingId,
    db::{self, DbError, TenantTx},
    domain::{
        bookings::{
            booking::Row,
            cancel::{Cancel, CancelError, cancel, tell},
            history,
            progress::UNDO,
        },
        businesses::profile::Profile,
        catalog::policy::Policy,
        notifications::send::Kind,
    },
    refusal,
    schema::bookings::bookings,
};
use diesel::prelude::*;
use serde_json::json;

/// What is called off, and why.
#[derive(Clone, Debug)]
pub struct CallOff<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// From which booking on.
    pub booking: BookingId,
    /// How many of them.
    pub reach: Reach,
    /// What was shown: each with its version, in order of time.
    pub seen: &'a [(BookingId, i32)],
    /// What all of them together were said to cost; `None` when staff waive it.
    pub seen_fee: Option<i64>,
    /// In the words of whoever calls them off; may be empty.
    pub reason: &'a str,
    /// Whether the guest is told, in one letter.
    pub tell: bool,
}

/// Why nothing was called off.
#[derive(Debug, thiserror::Error)]
pub enum CallOffError {
    /// There is no such booking, or it belongs to no series.
    #[error("no such series")]
    Unknown,
    /// They are others by now, or cost more, than was shown.
    #[error("not so")]
    NotSo,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(CallOffError);

/// What would be called off, and what each of them costs now.
pub fn foresee(
    tx: &mut TenantTx<'_>,
    booking: BookingId,
    reach: Reach,
) -> db::Result<Vec<(Member, i64)>> {
    let Some(series) = read::of(tx, booking)? else {
        return Ok(Vec::new());
    };
    let ahead = series.ahead(booking, reach, tx.now());
    let ids: Vec<BookingId> = ahead.iter().map(|one| one.id).collect();
    let (business, now) = (tx.business(), tx.now());
    let rows: Vec<Row> = bookings::table
        .filter(bookings::business_id.eq(business))
        .filter(bookings::id.eq_any(ids))
        .select(Row::as_select())
        .load(tx.conn())?;
    let fee = |one: &Member| {
        let row = rows.iter().find(|row| row.id == one.id)?;
        let policy: Policy = serde_json::from_value(row.policy_snapshot_json.clone()).ok()?;
        Some(policy.fee(row.limits_start(), row.price_cents, now))
    };
    Ok(ahead
        .into_iter()
        .map(|one| (one.clone(), fee(one).unwrap_or(0)))
        .collect())
}

/// Calls them off, and returns how many they were.
pub fn call_off(tx: &mut TenantTx<'_>, command: &CallOff<'_>) -> Result<usize, CallOffError> {
    let series = read::of_for_update(tx, command.booking)?.ok_or(CallOffError::Unknown)?;
    let ahead = series.ahead(command.booking, command.reach, tx.now());
    let is_as_seen = ahead
        .iter()
        .map(|one| (one.id, one.version))
        .eq(command.seen.iter().copied());
    let Some(first) = ahead.first().filter(|_| is_as_seen) else {
        return Err(CallOffError::NotSo);
    };
    let mut fees: i64 = 0;
    for one in &ahead {
        let fee = cancel(
            tx,
            &Cancel {
                profile: command.profile,
                booking: one.id,
                reason: command.reason,
                // Each costs what its own terms say; what is promised is the sum.
                seen_fee: command.seen_fee.map(|_| i64::MAX),
                tell: false,
            },
        );
        fees = fees.saturating_add(fee.map_err(refused)?);
        let line = told(format!("cancelled {}", ahead.len()));
        history::write(tx, one.id, &[line])?;
    }
    if command.seen_fee.is_some_and(|seen| fees > seen) {
        return Err(CallOffError::NotSo);
    }
    if command.tell {
        let ids: Vec<BookingId> = ahead.iter().map(|one| one.id).collect();
        let (data, due) = (json!({ "bookings": ids, "fee": fees }), tx.now() + UNDO);
        tell(tx, first.id, Kind::SeriesCancelled, data, due)?;
    }
    Ok(ahead.len())
}

fn refused(error: CancelError) -> CallOffError {
    match error {
        CancelError::Db(error) => CallOffError::Db(error),
        CancelError::Unknown
        | CancelError::Already
        | CancelError::TooLate
        | CancelError::FeeChanged => CallOffError::NotSo,
    }
}
