//! Command: a booking is moved, or given to another person. The old time is freed and the new one taken in one
//! transaction; if the new one cannot be had, nothing has changed.

mod visit;

use super::{
    booking,
    history::{self, Change},
    lines,
    quote::with_person,
    rules,
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
            overbook,
            resource::{self, Resource},
            seek::{self, Sought},
        },
    },
    refusal,
    schema::bookings::bookings,
};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use diesel::prelude::*;
use visit::visit;

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
struct Move<'a> {
    row: &'a booking::Row,
    to: Place,
    is_nominated: bool,
    price: Option<Quote>,
    reason: &'a str,
    /// Why it stands over another, if it does.
    stands_over: Option<&'a str>,
}

/// Where a booking stands.
struct Place {
    date: NaiveDate,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    column: Option<ResourceId>,
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
    may_be_moved(tx, command, &row, by_guest)?;
    let lines = lines::standing(tx, row.id)?;
    let change = match lines.is_empty() {
        true => one_service(tx, command, (&row, by_guest), person, minutes)?,
        false => Move {
            to: visit(tx, command, (&row, by_guest), lines)?,
            is_nominated: row.is_nominated,
            price: None,
            reason: command.reason,
            stands_over: None,
            row: &row,
        },
    };
    write(tx, &change)?;
    if by_guest || command.tell {
        tell(tx, &change, by_guest)?;
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
    let to = Place {
        column: resource::foremost(tx, &placement.resources())?,
        date: placement.date,
        start: placement.start,
        end: placement.end,
    };
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
fn taken(done: Result<bool, TakeError>) -> Result<(), RescheduleError> {
    match done {
        Ok(_) => Ok(()),
        Err(TakeError::Taken) => Err(RescheduleError::Refused(Refusal::Taken, Vec::new())),
        Err(TakeError::Db(error)) => Err(error.into()),
    }
}

fn may_be_moved(
    tx: &TenantTx<'_>,
    command: &Reschedule<'_>,
    row: &booking::Row,
    by_guest: bool,
) -> Result<(), RescheduleError> {
    let deadline = rules::change_until(row.start_at, command.profile.settings.change_until_minutes);
    if !row.status.is_ahead()
        || (by_guest
            && (command.profile.is_stopped
                || !rules::in_time(deadline, tx.now())
                || tx.now() >= row.start_at))
    {
        return Err(RescheduleError::TooLate);
    }
    if row.version != command.version {
        return Err(RescheduleError::Stale);
    }
    Ok(())
}

/// Where staff move a booking to: any minute, without notice; with whoever was asked for; else with whoever has it now,
/// if they can, else with anybody. With a reason it may stand over another, and the answer says whether it does.
fn place_by_hand(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    command: &Reschedule<'_>,
    column: Option<ResourceId>,
) -> Result<(Placement, bool), RescheduleError> {
    let start = command.start;
    let same = Sought {
        nominated: sought.nominated.or(column),
        ..*sought
    };
    if same.nominated != sought.nominated
        && let Ok(placement) = seek::place_by_hand_locked(tx, &same, start)?
    {
        return Ok((placement, false));
    }
    match seek::place_by_hand_locked(tx, sought, start)? {
        Err(_) if !command.override_reason.is_empty() => {
            let over = overbook::place(tx, &same, start)?;
            Ok((over.ok_or(RescheduleError::Gone)?, true))
        }
        found => Ok((or_nearest(tx, sought, start, found)?, false)),
    }
}

/// What was found, or the refusal with the nearest times that can be had.
fn or_nearest(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
    found: Result<Placement, Refusal>,
) -> Result<Placement, RescheduleError> {
    match found {
        Ok(placement) => Ok(placement),
        Err(refusal) => Err(RescheduleError::Refused(
            refusal,
            seek::nearest(tx, sought, start)?,
        )),
    }
}

/// The price with somebody else; `None` where it stays, or where what was agreed cannot be read any more.
fn repriced(row: &booking::Row, nominated: Option<&Resource>) -> Option<Quote> {
    let agreed: Quote = serde_json::from_value(row.price_snapshot_json.clone()).ok()?;
    let quote = with_person(&agreed, nominated);
    (!agreed.lines.is_empty() && quote != agreed).then_some(quote)
}

/// Writes what has changed, and its lines in the story.
fn write(tx: &mut TenantTx<'_>, change: &Move<'_>) -> Result<(), DbError> {
    let Move { row, to, .. } = change;
    diesel::update(bookings::table.filter(bookings::id.eq(row.id)))
        .set((
            bookings::start_at.eq(to.start),
            bookings::end_at.eq(to.end),
            bookings::business_date.eq(to.date),
            bookings::resource_id.eq(to.column),
            bookings::is_nominated.eq(change.is_nominated),
            bookings::version.eq(bookings::version + 1),
        ))
        .execute(tx.conn())?;
    if let Some(quote) = &change.price {
        diesel::update(bookings::table.filter(bookings::id.eq(row.id)))
            .set((
                bookings::price_cents.eq(quote.total()),
                bookings::price_snapshot_json.eq(serde_json::to_value(quote).unwrap_or_default()),
            ))
            .execute(tx.conn())?;
    }
    history::write(tx, row.id, &story(change))
}

/// One line for each thing that is another now; the first of them carries the reason.
fn story<'a>(change: &Move<'a>) -> Vec<Change<'a>> {
    let (row, to) = (change.row, &change.to);
    let instant = |at: DateTime<Utc>| Some(at.to_rfc3339_opts(SecondsFormat::Secs, true));
    let name = |id: Option<ResourceId>| id.map(|id| id.to_string());
    let length = |(start, end): (DateTime<Utc>, DateTime<Utc>)| {
        Some((end - start).num_minutes().to_string())
    };
    let chosen = |is: bool| Some(if is { "yes" } else { "no" }.to_owned());
    let total = change.price.as_ref().map_or(row.price_cents, Quote::total);
    let all = [
        ("start_at", instant(row.start_at), instant(to.start)),
        (
            history::MINUTES,
            length((row.start_at, row.end_at)),
            length((to.start, to.end)),
        ),
        ("resource_id", name(row.resource_id), name(to.column)),
        (
            "is_nominated",
            chosen(row.is_nominated),
            chosen(change.is_nominated),
        ),
        (
            "price_cents",
            Some(row.price_cents.to_string()),
            Some(total.to_string()),
        ),
    ];
    let mut lines: Vec<Change<'_>> = all
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(field, old, new)| Change {
            field,
            old,
            new,
            reason: "",
        })
        .collect();
    // A reason stands once; that all of it was taken back is said of each line.
    let told = if change.reason == history::UNDO {
        lines.len()
    } else {
        1
    };
    for line in lines.iter_mut().take(told) {
        line.reason = change.reason;
    }
    lines.extend(change.stands_over.map(|reason| Change {
        field: "overbooked",
        old: None,
        new: Some("yes".to_owned()),
        reason,
    }));
    lines
}

/// Tells the customer of another time, or of another person where one was, or is now, promised to them. Who was never
/// promised anybody has nothing to learn.
fn tell(tx: &mut TenantTx<'_>, change: &Move<'_>, by_guest: bool) -> Result<(), DbError> {
    let row = change.row;
    let (start, end) = (change.to.start, change.to.end);
    let data = if (row.start_at, row.end_at) != (start, end) {
        serde_json::json!({ "old_start": row.start_at, "old_end": row.end_at })
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
