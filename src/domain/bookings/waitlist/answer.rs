//! Commands: what somebody says from the link of their letter, and what the shop says of a place: that the address is theirs,
//! that they take the earlier time, that they leave; and whom the shop puts first.

use super::{
    entry::{self, Entry, Priority, Status},
    offer,
};
use crate::{
    base::ids::{ReservationId, WaitId},
    db::{DbError, EditError, TenantTx, statement::prepared},
    domain::{
        bookings::{
            booking,
            reschedule::{Reschedule, RescheduleError, reschedule},
        },
        businesses::profile::Profile,
        scheduling::{hold, promise},
    },
    refusal,
    schema::bookings::waitlist,
};
use diesel::{pg::Pg, prelude::*, query_builder::QueryFragment};

/// Why an earlier time was not taken.
#[derive(Debug, thiserror::Error)]
pub enum TakeEarlierError {
    /// Nothing is offered there.
    #[error("nothing is offered")]
    Unknown,
    /// The offer has run out.
    #[error("the offer ran out")]
    Expired,
    /// The later booking cannot be moved any more, or the time cannot be had.
    #[error("not moved: {0}")]
    NotMoved(RescheduleError),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(TakeEarlierError);

impl From<RescheduleError> for TakeEarlierError {
    fn from(error: RescheduleError) -> Self {
        match error {
            RescheduleError::Db(error) => Self::Db(error),
            error => Self::NotMoved(error),
        }
    }
}

/// Somebody says that they are themselves. Saying it twice changes nothing; whether it stands.
pub fn prove(tx: &mut TenantTx<'_>, id: WaitId) -> Result<bool, DbError> {
    let Some(entry) = entry::find_for_update(tx, id)?.filter(|entry| entry.status.is_open()) else {
        return Ok(false);
    };
    if entry.proved_at.is_none() {
        let own = waitlist::table
            .filter(waitlist::business_id.eq(tx.business()))
            .filter(waitlist::id.eq(id));
        let proved = waitlist::proved_at.eq(tx.now());
        prepared(diesel::update(own).set(proved)).execute(tx.conn())?;
        super::call(tx)?;
    }
    Ok(true)
}

/// Leaves the list; what was offered is free for the next at once. Whether there was anything to leave.
pub fn leave(tx: &mut TenantTx<'_>, id: WaitId) -> Result<bool, DbError> {
    let Some(entry) = entry::find_for_update(tx, id)?.filter(|entry| entry.status.is_open()) else {
        return Ok(false);
    };
    end(tx, &entry, Status::Cancelled)?;
    super::call(tx)?;
    Ok(true)
}

/// Ends a place, and gives back what is offered there.
pub(super) fn end(tx: &mut TenantTx<'_>, entry: &Entry, status: Status) -> Result<(), DbError> {
    if let Some(hold) = entry
        .reservation_id
        .filter(|_| entry.status == Status::Notified)
    {
        promise::give_back(tx, hold)?;
    }
    let own = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::id.eq(entry.id));
    let change = (
        waitlist::status.eq(status),
        waitlist::version.eq(waitlist::version + 1),
    );
    prepared(diesel::update(own).set(change)).execute(tx.conn())?;
    Ok(())
}

/// A hold that was offered has become a booking; to be written with that booking. Meets nothing where it was no offer.
pub(in crate::domain::bookings) fn converted(
    tx: &TenantTx<'_>,
    hold: ReservationId,
) -> impl QueryFragment<Pg> + use<> {
    diesel::update(
        waitlist::table.filter(
            waitlist::business_id
                .eq(tx.business())
                .and(waitlist::reservation_id.eq(hold))
                .and(waitlist::status.eq(Status::Notified)),
        ),
    )
    .set(waitlist::status.eq(Status::Converted))
}

/// Takes the earlier time that is offered: the later booking moves there, and no second one is made. The hold is given up and
/// the time taken in one transaction, behind the same lock, so nobody comes between.
pub fn take_earlier(
    tx: &mut TenantTx<'_>,
    (profile, secret): (&Profile, &[u8]),
    id: WaitId,
) -> Result<(), TakeEarlierError> {
    let entry = entry::find_for_update(tx, id)?.ok_or(TakeEarlierError::Unknown)?;
    let Some(id) = entry.booking_id else {
        return Err(TakeEarlierError::Unknown);
    };
    match entry.status {
        Status::Notified => {}
        // Pressed twice: it is theirs.
        Status::Converted => return Ok(()),
        Status::Expired => return Err(TakeEarlierError::Expired),
        Status::Active | Status::Cancelled => return Err(TakeEarlierError::Unknown),
    }
    let held = hold::find_for_update(tx, &offer::token(secret, &entry))?;
    let held = held.ok_or(TakeEarlierError::Expired)?;
    if !held.is_alive(tx.now()) {
        return Err(TakeEarlierError::Expired);
    }
    let booking = booking::find(tx, id)?.ok_or(TakeEarlierError::Unknown)?;
    promise::give_back(tx, held.id)?;
    let command = Reschedule {
        profile,
        booking: id,
        start: held.start_at,
        version: booking.row.version,
        minutes: None,
        reason: "",
        tell: true,
        person: None,
        override_reason: "",
        seen_fee: None,
    };
    reschedule(tx, &command)?;
    let own = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::id.eq(entry.id));
    let change = waitlist::status.eq(Status::Converted);
    prepared(diesel::update(own).set(change)).execute(tx.conn())?;
    Ok(())
}

/// Puts somebody before or behind others, on top of the version that was seen.
pub fn prefer(
    tx: &mut TenantTx<'_>,
    (id, version): (WaitId, i32),
    priority: Priority,
) -> Result<(), EditError> {
    let entry = entry::find_for_update(tx, id)?.ok_or(EditError::Unknown)?;
    if entry.version != version || !entry.status.is_open() {
        return Err(EditError::Stale);
    }
    let own = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::id.eq(id));
    let change = (
        waitlist::priority.eq(priority),
        waitlist::version.eq(waitlist::version + 1),
    );
    prepared(diesel::update(own).set(change)).execute(tx.conn())?;
    Ok(())
}
