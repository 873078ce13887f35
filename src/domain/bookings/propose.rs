//! Command: the shop proposes other times, or other people, for a request. Each is really held while it stands; what was asked for
//! stays taken until the guest has another or it lapses.

use super::{
    booking::{self, Row},
    cancel::tell,
    history::{self, Change},
    offers, request,
    status::Status,
    visit_again::{self, Again, With},
};
use crate::{
    base::{
        ids::{BookingId, ReservationId, ResourceId, ServiceId},
        quiet,
    },
    db::{DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::{
            approval,
            service::{self, Service},
        },
        notifications::send::Kind,
        scheduling::{
            allocation::TakeError,
            availability::{Refusal, VisitPlacement},
            line::Line,
            load::{By, Own},
            offer::{self, Offer},
            resource,
            seek::{self, Sought},
        },
    },
    refusal,
    schema::bookings::bookings,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

/// Another time for a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// From when.
    pub start: DateTime<Utc>,
    /// With whom; `None` is whom the guest had chosen, or else whoever is free. A visit of several services stays with those who
    /// were asked for.
    pub resource: Option<ResourceId>,
}

/// What is proposed.
#[derive(Clone, Debug)]
pub struct Propose<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// For which.
    pub booking: BookingId,
    /// The version the person saw; another one means somebody else was first.
    pub version: i32,
    /// One to three of them.
    pub others: &'a [Other],
}

/// Why nothing was proposed.
#[derive(Debug, thiserror::Error)]
pub enum ProposeError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// It waits no more.
    #[error("does not wait")]
    Answered,
    /// Somebody changed it since the page was shown.
    #[error("changed meanwhile")]
    Stale,
    /// The service or the person is not there any more.
    #[error("gone")]
    Gone,
    /// One of them, counted from nought, cannot be had.
    #[error("refused: {0} {1:?}")]
    Refused(usize, Refusal),
    /// One of them, counted from nought, is what was asked for, or stands there twice.
    #[error("the same: {0}")]
    Same(usize),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(ProposeError);

/// One that can be had.
struct Found {
    placement: VisitPlacement,
    column: Option<ResourceId>,
    nominated: Option<ResourceId>,
    lines: Vec<Line>,
}

/// What they are proposed for.
enum What {
    One(Box<Service>),
    Visit(Again),
}

/// Proposes other times in the place of whatever was proposed before, and tells the guest.
pub fn propose(tx: &mut TenantTx<'_>, command: &Propose<'_>) -> Result<(), ProposeError> {
    let row = booking::find_for_update(tx, command.booking)?.ok_or(ProposeError::Unknown)?;
    if row.status != Status::Pending {
        return Err(ProposeError::Answered);
    }
    if row.version != command.version {
        return Err(ProposeError::Stale);
    }
    let (service, what) = what(tx, &row)?;
    offers::withdraw(tx, row.id)?;
    let found = all(tx, command, (&row, &what))?;
    let asked = request::find(tx, row.id)?;
    let hours = asked.map_or(approval::USUAL_HOURS, |asked| asked.answer_hours);
    let given = TimeDelta::hours(hours.into());
    let until = quiet::deadline(command.profile.zone, tx.now(), given);
    let mut held: Vec<ReservationId> = Vec::new();
    for one in &found {
        let offer = Offer {
            booking: row.id,
            service,
            party: row.party_size,
            nominated: one.nominated,
            placement: &one.placement,
            column: one.column,
            lines: &one.lines,
            locale: &row.locale,
            until: until.min(one.placement.start),
        };
        let hold = match offer::hold(tx, &offer, &held) {
            Ok(hold) => hold,
            Err(TakeError::Taken) => {
                return Err(ProposeError::Refused(held.len(), Refusal::Taken));
            }
            Err(TakeError::Db(error)) => return Err(error.into()),
        };
        offers::add(tx, row.id, hold)?;
        held.push(hold);
    }
    note(tx, &row, found.len())?;
    request::tend_at(tx, row.id, until)?;
    // Said is the first moment at which one of them is gone.
    let starts = found.iter().map(|one| one.placement.start);
    let data = told(&found, starts.fold(until, Ord::min));
    let due = quiet::awake(command.profile.zone, tx.now());
    Ok(tell(tx, row.id, Kind::RequestProposed, data, due)?)
}

/// What was asked for, as it was agreed; the menu must still have all of it.
fn what(tx: &mut TenantTx<'_>, row: &Row) -> Result<(ServiceId, What), ProposeError> {
    let id = row.service_id.ok_or(ProposeError::Gone)?;
    let what = match visit_again::read(tx, row.id)? {
        Some(again) if !again.is_whole() => return Err(ProposeError::Gone),
        Some(again) => What::Visit(again),
        None => {
            let service = service::find(tx, id)?.ok_or(ProposeError::Gone)?;
            What::One(Box::new(row.promised(service)))
        }
    };
    Ok((id, what))
}

/// Where each of them would go, before any is held: they may lie over one another, since the guest takes one.
fn all(
    tx: &mut TenantTx<'_>,
    command: &Propose<'_>,
    (row, what): (&Row, &What),
) -> Result<Vec<Found>, ProposeError> {
    let mut found: Vec<Found> = Vec::new();
    for (place, other) in command.others.iter().take(offers::MOST).enumerate() {
        if other.start <= tx.now() {
            return Err(ProposeError::Refused(place, Refusal::Past));
        }
        let one = match what {
            What::One(service) => of_one(tx, command, (row, service.as_ref()), other)?,
            What::Visit(again) => of_visit(tx, command, (row, again), other)?,
        };
        let one = one.map_err(|refusal| ProposeError::Refused(place, refusal))?;
        // A visit stays with those who were asked for: of it there is no other at the same time.
        let is_visit = matches!(what, What::Visit(_));
        let same =
            |start, column| start == one.placement.start && (is_visit || column == one.column);
        let mut known = found.iter();
        if same(row.start_at, row.resource_id)
            || known.any(|other| same(other.placement.start, other.column))
        {
            return Err(ProposeError::Same(place));
        }
        found.push(one);
    }
    match found.is_empty() {
        true => Err(ProposeError::Gone),
        false => Ok(found),
    }
}

/// Where one service would go.
fn of_one(
    tx: &mut TenantTx<'_>,
    command: &Propose<'_>,
    (row, service): (&Row, &Service),
    other: &Other,
) -> Result<Result<Found, Refusal>, DbError> {
    let chosen = row.resource_id.filter(|_| row.is_nominated);
    let wanted = other.resource.or(chosen);
    let sought = Sought {
        profile: command.profile,
        service,
        party: row.party_size,
        nominated: wanted,
        by: By::Hand,
        own: Own::Booking(row.id),
    };
    let placement = match seek::place_by_hand_locked(tx, &sought, other.start)? {
        Ok(placement) => placement,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(Ok(Found {
        column: resource::foremost(tx, &placement.resources())?,
        nominated: wanted.filter(|wanted| chosen == Some(*wanted)),
        placement: placement.into(),
        lines: Vec::new(),
    }))
}

/// Where a whole visit would go, each of its services with whoever was asked for.
fn of_visit(
    tx: &mut TenantTx<'_>,
    command: &Propose<'_>,
    (row, again): (&Row, &Again),
    other: &Other,
) -> Result<Result<Found, Refusal>, DbError> {
    let wish = (command.profile, row.id, &[With::AskedFor][..]);
    let placement = match again.place_by_hand(tx, wish, other.start)? {
        Ok(placement) => placement,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let lines = again.placed(tx, &placement)?;
    let lines: Vec<Line> = lines.into_iter().map(|(_, line)| line).collect();
    let first = lines.first();
    Ok(Ok(Found {
        column: first.and_then(|line| line.resource),
        nominated: first.and_then(|line| line.nominated),
        placement,
        lines,
    }))
}

/// One line of the story; and whoever had the booking open sees that it is another.
fn note(tx: &mut TenantTx<'_>, row: &Row, count: usize) -> Result<(), DbError> {
    let business = tx.business();
    diesel::update(
        bookings::table.filter(
            bookings::business_id
                .eq(business)
                .and(bookings::id.eq(row.id)),
        ),
    )
    .set(bookings::version.eq(bookings::version + 1))
    .execute(tx.conn())?;
    let change = Change {
        field: history::OFFERS,
        new: Some(count.to_string()),
        ..Change::default()
    };
    history::write(tx, row.id, &[change])
}

/// What the letter says besides the booking itself.
fn told(found: &[Found], until: DateTime<Utc>) -> Value {
    let times: Vec<Value> = found
        .iter()
        .map(|one| {
            let placement = &one.placement;
            json!({ "date": placement.date, "start": placement.start, "end": placement.end })
        })
        .collect();
    json!({ "until": until, "offers": times })
}
