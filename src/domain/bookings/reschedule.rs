//! Command: a booking is moved. The old time is freed and the new one taken in one transaction; if the new one cannot
//! be had, nothing has changed.

use super::{
    booking,
    history::{self, Change},
    rules,
};
use crate::{
    base::ids::{BookingId, ResourceId},
    db::{Actor, DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service,
        notifications::send::Kind,
        scheduling::{
            allocation::{self, Claim, TakeError},
            availability::{Placement, Refusal, Slot},
            load::Own,
            resource,
            seek::{self, Sought},
        },
    },
    refusal,
    schema::bookings::bookings,
};
use chrono::{DateTime, SecondsFormat, Utc};
use diesel::prelude::*;

/// What is moved, and where to.
#[derive(Clone, Debug)]
pub struct Reschedule<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// Which.
    pub booking: BookingId,
    /// To when.
    pub start: DateTime<Utc>,
    /// The version the person saw; another one means somebody else was first.
    pub version: i32,
    /// Why, in the words of whoever moves it.
    pub reason: &'a str,
    /// Whether the customer is told. A guest always is.
    pub tell: bool,
}

/// Why it was not moved.
#[derive(Debug, thiserror::Error)]
pub enum RescheduleError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// It is cancelled, has begun, is over, or the deadline for guests has passed.
    #[error("too late")]
    TooLate,
    /// Somebody changed it since the page was shown.
    #[error("changed meanwhile")]
    Stale,
    /// The service is not offered any more.
    #[error("gone")]
    Gone,
    /// The new time cannot be had; the nearest that can.
    #[error("refused: {0:?}")]
    Refused(Refusal, Vec<Slot>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(RescheduleError);

/// Moves a booking. Moving it to where it already is changes nothing.
pub fn reschedule(tx: &mut TenantTx<'_>, command: &Reschedule<'_>) -> Result<(), RescheduleError> {
    let row = booking::find_for_update(tx, command.booking)?.ok_or(RescheduleError::Unknown)?;
    if row.start_at == command.start && row.status.is_ahead() {
        return Ok(());
    }
    let by_guest = !matches!(tx.actor(), Actor::Member { .. } | Actor::House);
    let deadline = rules::change_until(row.start_at, command.profile.settings.change_until_minutes);
    if !row.status.is_ahead()
        || (by_guest && (!rules::in_time(deadline, tx.now()) || tx.now() >= row.start_at))
    {
        return Err(RescheduleError::TooLate);
    }
    if row.version != command.version {
        return Err(RescheduleError::Stale);
    }
    let service = match row.service_id {
        Some(id) => service::find(tx, id)?.ok_or(RescheduleError::Gone)?,
        None => return Err(RescheduleError::Gone),
    };
    let sought = Sought {
        profile: command.profile,
        service: &service,
        party: row.party_size,
        nominated: row.resource_id.filter(|_| row.is_nominated),
        own: Own::Booking(row.id),
    };
    let place = if by_guest {
        seek::place_locked(tx, &sought, command.start)?
    } else {
        place_by_hand(tx, &sought, row.resource_id, command.start)?
    };
    let placement = match place {
        Ok(placement) => placement,
        Err(refusal) => {
            return Err(RescheduleError::Refused(
                refusal,
                seek::nearest(tx, &sought, command.start)?,
            ));
        }
    };
    allocation::release_booking(tx, row.id)?;
    match allocation::take(tx, &placement, Claim::Booking(row.id)) {
        Ok(()) => {}
        Err(TakeError::Taken) => return Err(RescheduleError::Refused(Refusal::Taken, Vec::new())),
        Err(TakeError::Db(error)) => return Err(error.into()),
    }
    write(tx, &row, &placement, command.reason)?;
    if by_guest || command.tell {
        let due = if by_guest {
            tx.now()
        } else {
            tx.now() + super::progress::UNDO
        };
        let data = serde_json::json!({ "old_start": row.start_at, "old_end": row.end_at });
        super::cancel::tell(tx, row.id, Kind::BookingChanged, data, due)?;
    }
    Ok(())
}

/// Writes the new time, its column and its line in the story.
fn write(
    tx: &mut TenantTx<'_>,
    row: &booking::Row,
    placement: &Placement,
    reason: &str,
) -> Result<(), DbError> {
    let taken: Vec<ResourceId> = placement
        .takes
        .iter()
        .map(|(resource, _)| *resource)
        .collect();
    let column = resource::foremost(tx, &taken)?;
    diesel::update(bookings::table.filter(bookings::id.eq(row.id)))
        .set((
            bookings::start_at.eq(placement.start),
            bookings::end_at.eq(placement.end),
            bookings::business_date.eq(placement.date),
            bookings::resource_id.eq(column),
            bookings::version.eq(bookings::version + 1),
        ))
        .execute(tx.conn())?;
    let instant = |at: DateTime<Utc>| Some(at.to_rfc3339_opts(SecondsFormat::Secs, true));
    let mut changes = vec![Change {
        field: "start_at",
        old: instant(row.start_at),
        new: instant(placement.start),
        reason,
    }];
    if column != row.resource_id {
        let name = |id: Option<ResourceId>| id.map(|id| id.to_string());
        changes.push(Change {
            field: "resource_id",
            old: name(row.resource_id),
            new: name(column),
            reason: "",
        });
    }
    history::write(tx, row.id, &changes)
}

/// Where staff move a booking to: any minute, without notice; with whoever has it now, if they can, else with anybody.
fn place_by_hand(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    column: Option<ResourceId>,
    start: DateTime<Utc>,
) -> Result<Result<Placement, Refusal>, DbError> {
    if sought.nominated.is_none() && column.is_some() {
        let same = Sought {
            nominated: column,
            ..*sought
        };
        if let Ok(placement) = seek::place_by_hand_locked(tx, &same, start)? {
            return Ok(Ok(placement));
        }
    }
    seek::place_by_hand_locked(tx, sought, start)
}
