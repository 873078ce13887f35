//! Command: a booking is moved, or given to another person. The old time is freed and the new one taken in one
//! transaction; if the new one cannot be had, nothing has changed.

mod by_hand;
mod free;
mod story;
mod visit;

use super::{
    booking,
    caps::{self, Reached},
    moving, offers, proposal,
    quote::with_person,
    request, rules,
    status::Status,
    visit_again::{self, With},
    waitlist,
};
use crate::{
    base::ids::{BookingId, ResourceId},
    db::{Actor, DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::{price::Quote, service},
        notifications::send::Kind,
        scheduling::{
            allocation::{self, Claim, TakeError},
            availability::{Placement, Refusal, Slot},
            load::{By, Own},
            resource::{self, Resource},
            seek::{self, Sought},
        },
    },
    refusal,
};
use by_hand::{or_nearest, place_by_hand};
use chrono::{DateTime, NaiveDate, Utc};
use visit::visit;

pub use free::free;
pub(super) use story::write;

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
    /// How long it is to be; `None` leaves that as it is. For staff only.
    pub minutes: Option<i16>,
    /// Why, in the words of whoever moves it.
    pub reason: &'a str,
    /// Whether the customer is told. A guest always is.
    pub tell: bool,
    /// Who serves from now on; `None` leaves that as it is. For staff only.
    pub person: Option<Person>,
    /// Why it may stand over another; empty: it may not. For staff only.
    pub override_reason: &'a str,
    /// The fee for moving that was shown to the guest before the button. `None` is not by their own wish, or not by them: then
    /// it costs nothing, and no limit of how often they do it holds.
    pub seen_fee: Option<i64>,
}

/// A person, or a table, for a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Which.
    pub resource: ResourceId,
    /// Whether the customer asked for them: then the fee for that is owed, else it is not.
    pub is_nominated: bool,
}

/// What is to become of a booking, decided.
pub(super) struct Move<'a> {
    pub row: &'a booking::Row,
    pub to: Place,
    pub is_nominated: bool,
    pub price: Option<Quote>,
    pub reason: &'a str,
    /// Why it stands over another, if it does.
    pub stands_over: Option<&'a str>,
}

/// Where a booking stands.
pub(super) struct Place {
    pub date: NaiveDate,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub column: Option<ResourceId>,
}

impl Place {
    /// Where a service was placed.
    pub(super) fn of(tx: &mut TenantTx<'_>, placement: &Placement) -> Result<Self, DbError> {
        Ok(Self {
            column: resource::foremost(tx, &placement.resources())?,
            date: placement.date,
            start: placement.start,
            end: placement.end,
        })
    }
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
    /// The service is not offered any more, or that person is not there.
    #[error("gone")]
    Gone,
    /// The fee has risen since the page was shown.
    #[error("the fee is another")]
    FeeChanged,
    /// The guest has as much on that day as the shop lets them book.
    #[error("too many bookings: {0:?}")]
    TooMany(Reached),
    /// The day has as many seats over others as the owner lets it have.
    #[error("enough is overbooked: {0}")]
    Overbooked(i16),
    /// The new time cannot be had; the nearest that can.
    #[error("refused: {0:?}")]
    Refused(Refusal, Vec<Slot>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(RescheduleError);

/// Moves a booking. Moving it to where and whom it already has changes nothing.
pub fn reschedule(tx: &mut TenantTx<'_>, command: &Reschedule<'_>) -> Result<(), RescheduleError> {
    let row = booking::find_for_update(tx, command.booking)?.ok_or(RescheduleError::Unknown)?;
    let by_guest = !matches!(
        tx.actor(),
        Actor::Member { .. } | Actor::Operator(_) | Actor::House
    );
    let person = command.person.filter(|person| {
        !by_guest
            && (Some(person.resource), person.is_nominated) != (row.resource_id, row.is_nominated)
    });
    let minutes = command.minutes.filter(|_| !by_guest);
    let minutes = minutes.unwrap_or_else(|| booking::minutes(&row));
    let is_as_long = minutes == booking::minutes(&row);
    if row.start_at == command.start && is_as_long && person.is_none() && row.status.is_ahead() {
        return Ok(());
    }
    // Whoever has a service of a visit keeps it where they can.
    let ways = [With::TheSame, With::AskedFor];
    carry_out(tx, command, (&row, &ways), (by_guest, person, minutes))
}

/// Places a visit of several services anew, at its own time or at another: somebody who has one of them is not there.
pub(super) fn without(
    tx: &mut TenantTx<'_>,
    command: &Reschedule<'_>,
    absent: ResourceId,
) -> Result<(), RescheduleError> {
    let row = booking::find_for_update(tx, command.booking)?.ok_or(RescheduleError::Unknown)?;
    let minutes = booking::minutes(&row);
    let ways = [With::AllBut(absent), With::AskedFor];
    carry_out(tx, command, (&row, &ways), (false, None, minutes))
}

fn carry_out(
    tx: &mut TenantTx<'_>,
    command: &Reschedule<'_>,
    (row, ways): (&booking::Row, &[With]),
    (by_guest, person, minutes): (bool, Option<Person>, i16),
) -> Result<(), RescheduleError> {
    let is_asked = by_guest && proposal::waits(tx, row)?;
    may_be_moved(tx, command, row, (by_guest, is_asked))?;
    let fee = match by_guest && !is_asked {
        true => by_own_wish(tx, command, row)?,
        false => 0,
    };
    // What was proposed for a request is let go once it has another time, and does not stand in its way.
    if row.status == Status::Pending {
        offers::withdraw(tx, row.id)?;
    }
    // Queued up for before any people are.
    let counted = match by_guest && !is_asked {
        true => caps::lock_to_move(tx, &command.profile.settings, row.customer_id)?,
        false => None,
    };
    let change = match visit_again::read(tx, row.id)? {
        None => one_service(tx, command, (row, by_guest), person, minutes)?,
        Some(again) => Move {
            to: visit(tx, command, (row, by_guest), (&again, ways))?,
            is_nominated: row.is_nominated,
            price: None,
            reason: command.reason,
            stands_over: None,
            row,
        },
    };
    if let Some((most, cards)) = counted.filter(|_| row.business_date != change.to.date)
        && let Some(reached) = caps::reached_by_moving(tx, (most, &cards), change.to.date)?
    {
        return Err(RescheduleError::TooMany(reached));
    }
    write(tx, &change)?;
    if fee > 0 {
        moving::owe(tx, row.id, fee)?;
    }
    // What nobody has answered when it would begin lapses then, and that is sooner now.
    if row.status == Status::Pending && change.to.start < row.start_at {
        request::tend_at(tx, row.id, tx.now())?;
    }
    waitlist::call(tx)?;
    if by_guest || command.tell {
        tell(tx, &change, (by_guest, fee))?;
    }
    Ok(())
}

/// Gives a booking of one service its new time, and says what else of it changes.
fn one_service<'a>(
    tx: &mut TenantTx<'_>,
    command: &Reschedule<'a>,
    (row, by_guest): (&'a booking::Row, bool),
    person: Option<Person>,
    minutes: i16,
) -> Result<Move<'a>, RescheduleError> {
    let service = match row.service_id {
        Some(id) => {
            let found = service::find(tx, id)?.ok_or(RescheduleError::Gone)?;
            found.lasting(i64::from(minutes))
        }
        None => return Err(RescheduleError::Gone),
    };
    let asked = match person {
        Some(person) => Some(resource::find(tx, person.resource)?.ok_or(RescheduleError::Gone)?),
        None => None,
    };
    let sought = Sought {
        profile: command.profile,
        service: &service,
        party: row.party_size,
        nominated: match person {
            Some(person) => Some(person.resource),
            None => row.resource_id.filter(|_| row.is_nominated),
        },
        by: if by_guest { By::Guest } else { By::Hand },
        own: Own::Booking(row.id),
    };
    let (placement, stands_over) = if by_guest {
        let found = seek::place_locked(tx, &sought, command.start)?;
        (or_nearest(tx, &sought, command.start, found)?, false)
    } else {
        place_by_hand(tx, &sought, command, row.resource_id)?
    };
    let is_nominated = person.map_or(row.is_nominated, |person| person.is_nominated);
    allocation::release_booking(tx, row.id)?;
    taken(allocation::take(
        tx,
        &placement,
        Claim::Booking(row.id),
        Vec::new(),
    ))?;
    let to = Place::of(tx, &placement)?;
    Ok(Move {
        price: person.and_then(|_| repriced(row, asked.as_ref().filter(|_| is_nominated))),
        is_nominated,
        to,
        reason: command.reason,
        stands_over: stands_over.then_some(command.override_reason),
        row,
    })
}

/// The net below the lock: what it catches is refused as taken.
fn taken<T>(done: Result<T, TakeError>) -> Result<T, RescheduleError> {
    match done {
        Ok(done) => Ok(done),
        Err(TakeError::Taken) => Err(RescheduleError::Refused(Refusal::Taken, Vec::new())),
        Err(TakeError::Db(error)) => Err(error.into()),
    }
}

fn may_be_moved(
    tx: &TenantTx<'_>,
    command: &Reschedule<'_>,
    row: &booking::Row,
    (by_guest, is_asked): (bool, bool),
) -> Result<(), RescheduleError> {
    let deadline = moving::deadline(&command.profile.settings, row);
    if !row.status.is_ahead()
        || (by_guest
            && (command.profile.is_stopped
                || !(is_asked || rules::in_time(deadline, tx.now()))
                || tx.now() >= row.start_at))
    {
        return Err(RescheduleError::TooLate);
    }
    if row.version != command.version {
        return Err(RescheduleError::Stale);
    }
    Ok(())
}

/// What it costs a guest who moves it by their own wish: no more than they were shown, and no oftener than was agreed.
fn by_own_wish(
    tx: &mut TenantTx<'_>,
    command: &Reschedule<'_>,
    row: &booking::Row,
) -> Result<i64, RescheduleError> {
    let Some(seen) = command.seen_fee else {
        return Ok(0);
    };
    if moving::is_used_up(row, moving::moved(tx, row)?) {
        return Err(RescheduleError::TooLate);
    }
    let due = moving::fee(row, tx.now());
    match due > seen {
        true => Err(RescheduleError::FeeChanged),
        false => Ok(due),
    }
}

/// The price with somebody else; `None` where it stays, or where what was agreed cannot be read any more.
pub(super) fn repriced(row: &booking::Row, nominated: Option<&Resource>) -> Option<Quote> {
    let agreed: Quote = serde_json::from_value(row.price_snapshot_json.clone()).ok()?;
    let quote = with_person(&agreed, nominated);
    (!agreed.lines.is_empty() && quote != agreed).then_some(quote)
}

/// Tells the customer of another time, or of another person where one was, or is now, promised to them. Who was never
/// promised anybody has nothing to learn.
fn tell(
    tx: &mut TenantTx<'_>,
    change: &Move<'_>,
    (by_guest, fee): (bool, i64),
) -> Result<(), DbError> {
    let row = change.row;
    let (start, end) = (change.to.start, change.to.end);
    let data = if (row.start_at, row.end_at) != (start, end) {
        let (old_start, old_end) = (row.start_at, row.end_at);
        match fee {
            0 => serde_json::json!({ "old_start": old_start, "old_end": old_end }),
            fee => serde_json::json!({ "old_start": old_start, "old_end": old_end, "fee": fee }),
        }
    } else if row.is_nominated || change.is_nominated {
        serde_json::json!({})
    } else {
        return Ok(());
    };
    let due = if by_guest {
        tx.now()
    } else {
        tx.now() + super::progress::UNDO
    };
    super::cancel::tell(tx, row.id, Kind::BookingChanged, data, due)
}
