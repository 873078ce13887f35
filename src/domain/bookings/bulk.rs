//! Command: several bookings of a day at once, because the shop has to close: called off without a fee, or moved to the same time
//! of another day. All of them or none, and their guests are told.

use super::{
    absence_decisions::{Trouble, WhyNot, call_off},
    booking::{self, Row},
    reschedule::{Reschedule, reschedule},
    status::Status,
};
use crate::{
    base::{
        ids::BookingId,
        time::{LocalDate, instant, wall_on},
    },
    db::{DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        scheduling::{availability::Refusal, load},
    },
    refusal,
    schema::bookings::bookings,
};
use diesel::prelude::*;

/// What becomes of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// They are called off, and cost nothing.
    CallOff,
    /// They go to the same time of another business day, with whoever has them now or, where those cannot, with somebody else
    /// whom the guest did not ask for.
    To(LocalDate),
}

/// Which, and what becomes of them.
#[derive(Clone, Copy, Debug)]
pub struct Bulk<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// Each as it was shown, with its version; by time.
    pub bookings: &'a [(BookingId, i32)],
    /// Where the whole of a business day is meant: then nobody is left out who was not shown.
    pub whole: Option<LocalDate>,
    /// What becomes of them.
    pub act: Act,
    /// Why, for the story of each.
    pub reason: &'a str,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum BulkError {
    /// Some of them cannot, so none did.
    #[error("not so")]
    NotSo(Vec<(BookingId, WhyNot)>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(BulkError);

/// Does it, and says to how many. Everything of the shop is queued up for first, so that two who do this wait for each other.
pub fn carry_out(tx: &mut TenantTx<'_>, command: &Bulk<'_>) -> Result<usize, BulkError> {
    load::queue_up(tx)?;
    let mut troubles = unseen(tx, command)?;
    for (booking, version) in command.bookings {
        match one(tx, command, (*booking, *version)) {
            Ok(()) => {}
            Err(Trouble::Because(why)) => troubles.push((*booking, why)),
            Err(Trouble::Db(error)) => return Err(error.into()),
        }
    }
    match troubles.is_empty() {
        true => Ok(command.bookings.len()),
        false => Err(BulkError::NotSo(troubles)),
    }
}

/// Who is expected on the day that is meant, and was not shown.
fn unseen(tx: &mut TenantTx<'_>, command: &Bulk<'_>) -> Result<Vec<(BookingId, WhyNot)>, DbError> {
    let Some(date) = command.whole else {
        return Ok(Vec::new());
    };
    let (business, now) = (tx.business(), tx.now());
    let ahead = Status::ALL.into_iter().filter(|status| status.is_ahead());
    let mut expected: Vec<BookingId> = bookings::table
        .filter(bookings::business_id.eq(business))
        .filter(bookings::business_date.eq(date))
        .filter(bookings::deleted_at.is_null())
        .filter(bookings::end_at.gt(now))
        .filter(bookings::status.eq_any(ahead.collect::<Vec<_>>()))
        .order((bookings::start_at, bookings::id))
        .select(bookings::id)
        .load(tx.conn())?;
    expected.retain(|id| command.bookings.iter().all(|(shown, _)| shown != id));
    let changed = expected.into_iter().map(|id| (id, WhyNot::Changed));
    Ok(changed.collect())
}

fn one(
    tx: &mut TenantTx<'_>,
    command: &Bulk<'_>,
    (booking, version): (BookingId, i32),
) -> Result<(), Trouble> {
    let row = booking::find_for_update(tx, booking)?;
    let row = row.filter(|row| row.version == version && row.status.is_ahead());
    let row = row.ok_or(Trouble::Because(WhyNot::Changed))?;
    match command.act {
        Act::CallOff => call_off(tx, command.profile, (row.id, command.reason)),
        Act::To(date) => shift(tx, command, (&row, date)),
    }
}

fn shift(
    tx: &mut TenantTx<'_>,
    command: &Bulk<'_>,
    (row, date): (&Row, LocalDate),
) -> Result<(), Trouble> {
    let zone = command.profile.zone;
    let wall = wall_on(zone, row.business_date, row.start_at);
    let start = wall.and_then(|wall| instant(zone, date, wall));
    let no_such_time = Trouble::Because(WhyNot::Refused(Refusal::NoSuchTime));
    let moved = Reschedule {
        profile: command.profile,
        booking: row.id,
        start: start.ok_or(no_such_time)?,
        version: row.version,
        minutes: None,
        reason: command.reason,
        tell: true,
        person: None,
        override_reason: "",
        seen_fee: None,
    };
    Ok(reschedule(tx, &moved)?)
}
