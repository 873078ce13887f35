//! Command: a guest, or the work before them, is late. A booking of the day begins later, and so does whatever of the same
//! person's day would then collide with it; all of them or none, in one transaction.

use super::{
    booking::{self, Row},
    history::{self, Change},
    lines, offers,
    progress::UNDO,
    status::Status,
    visit_again::{self, Again, With},
};
use crate::{
    base::ids::{BookingId, ResourceId},
    db::{DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service::{self, Service},
        notifications::send::Kind,
        scheduling::{
            allocation::{self, Claim, TakeError},
            availability::{Chosen, Placement, Refusal},
            load::{By, Own},
            occupancy,
            resource::{self, Roster},
            seek::{self, Sought},
        },
    },
    refusal,
    schema::bookings::bookings,
};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use diesel::prelude::*;

/// What is late, and by how much.
#[derive(Clone, Debug)]
pub struct Late<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// Which.
    pub booking: BookingId,
    /// By how many minutes.
    pub minutes: i64,
    /// What was shown: each booking that moves, with its version. `None` only looks, and changes nothing.
    pub seen: Option<&'a [(BookingId, i32)]>,
    /// Whether the customers are told.
    pub tell: bool,
}

/// A booking that moves with it.
#[derive(Clone, Debug)]
pub struct Shifted {
    /// As it is.
    pub row: Row,
    /// For whom it is.
    pub customer: String,
    /// From when it would be.
    pub start: DateTime<Utc>,
    /// Until when.
    pub end: DateTime<Utc>,
    /// Why it cannot.
    pub refusal: Option<Refusal>,
}

/// Why nothing was moved.
#[derive(Debug, thiserror::Error)]
pub enum LateError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// It is not of this day, has begun, is over, or stands in nobody's column.
    #[error("not one that can be late")]
    NotAhead,
    /// Nothing was to be done but to look.
    #[error("foreseen")]
    Foreseen(Vec<Shifted>),
    /// Not all of them can move, or they are others than were shown.
    #[error("not so")]
    NotSo(Vec<Shifted>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(LateError);

/// One that is to move, with what it needs: of a visit, all of its services.
struct Moving {
    row: Row,
    customer: String,
    service: Service,
    visit: Option<Again>,
}

/// Whom something takes from when until when.
type Stretch = (ResourceId, (DateTime<Utc>, DateTime<Utc>));

/// Moves them, or says what would come of it. Rows are locked in the order of their keys, then everything that any of
/// them could take, at once; so two who do this at the same time wait for each other.
pub fn shift(tx: &mut TenantTx<'_>, command: &Late<'_>) -> Result<Vec<Shifted>, LateError> {
    let late = booking::find_for_update(tx, command.booking)?.ok_or(LateError::Unknown)?;
    let column = late.resource_id.filter(|_| late.status.is_ahead());
    let column = column.ok_or(LateError::NotAhead)?;
    let by = TimeDelta::minutes(command.minutes);
    let visit = visit_again::read(tx, late.id)?;
    let people = visit.map_or_else(|| vec![column], |visit| visit.people());
    let rest = rest(tx, &late, &people)?;
    let roster = resource::roster(tx)?;
    let moving = colliding(services_of(tx, rest)?, by, &roster);
    if moving.first().is_none_or(|first| first.row.id != late.id) {
        return Err(LateError::NotAhead);
    }
    lock(tx, &moving)?;
    for one in &moving {
        allocation::release_booking(tx, one.row.id)?;
    }
    let mut shifted = Vec::with_capacity(moving.len());
    for one in moving {
        shifted.push(place(tx, command, one, by)?);
    }
    let shown = |seen: &[(BookingId, i32)]| {
        let now = shifted.iter().map(|one| (one.row.id, one.row.version));
        now.eq(seen.iter().copied())
    };
    match command.seen {
        None => Err(LateError::Foreseen(shifted)),
        Some(seen) if !shown(seen) => Err(LateError::NotSo(shifted)),
        Some(_) if shifted.iter().any(|one| one.refusal.is_some()) => {
            Err(LateError::NotSo(shifted))
        }
        Some(_) => {
            for one in &shifted {
                write(tx, one, command.tell)?;
            }
            Ok(shifted)
        }
    }
}

/// What of those people's day is ahead and begins with it or later, a visit with its services of theirs, by time, it first;
/// locked in the order of keys.
fn rest(
    tx: &mut TenantTx<'_>,
    late: &Row,
    people: &[ResourceId],
) -> Result<Vec<(Row, String)>, DbError> {
    use crate::schema::customers::customers;
    let business = tx.business();
    let ahead = Status::ALL.into_iter().filter(|status| status.is_ahead());
    let visits = lines::with_any_of(tx, (people, late.business_date), late.start_at)?;
    let later = bookings::resource_id
        .eq_any(people)
        .and(bookings::start_at.ge(late.start_at));
    let ids: Vec<BookingId> = bookings::table
        .filter(bookings::business_id.eq(business))
        .filter(bookings::business_date.eq(late.business_date))
        .filter(bookings::deleted_at.is_null())
        .filter(later.or(bookings::id.eq_any(visits)))
        .filter(bookings::status.eq_any(ahead.collect::<Vec<_>>()))
        .order(bookings::id)
        .select(bookings::id)
        .for_update()
        .load(tx.conn())?;
    let mut rows = bookings::table
        .inner_join(customers::table.on(customers::id.eq(bookings::customer_id)))
        .filter(bookings::business_id.eq(business))
        .filter(bookings::id.eq_any(ids))
        .select((Row::as_select(), customers::name))
        .load::<(Row, String)>(tx.conn())?;
    rows.sort_by_key(|(row, _)| (row.id != late.id, row.start_at, row.id));
    Ok(rows)
}

/// Each with its service as long as it is; what the menu has lost does not move.
fn services_of(tx: &mut TenantTx<'_>, rows: Vec<(Row, String)>) -> Result<Vec<Moving>, DbError> {
    let ids: Vec<BookingId> = rows.iter().map(|(row, _)| row.id).collect();
    let lines = lines::of(tx, &ids)?;
    let mut all = Vec::with_capacity(rows.len());
    for (row, customer) in rows {
        let found = match row.service_id {
            Some(id) => service::find(tx, id)?,
            None => None,
        };
        let visit = match lines.iter().any(|line| line.booking_id == row.id) {
            true => visit_again::read(tx, row.id)?,
            false => None,
        };
        let is_whole = visit.as_ref().is_none_or(Again::is_whole);
        all.extend(found.filter(|_| is_whole).map(|service| Moving {
            service: row.promised(service).on(row.business_date),
            row,
            customer,
            visit,
        }));
    }
    Ok(all)
}

/// The first, and whatever those before it would run into. Nobody is passed by: from where one stood to where it begins now
/// counts as taken. Who fits into the processing of another stays where they are.
fn colliding(all: Vec<Moving>, by: TimeDelta, roster: &Roster) -> Vec<Moving> {
    let mut reached: Vec<Stretch> = Vec::new();
    let mut hit = |one: &Moving| {
        let is = one.stretches(TimeDelta::zero(), roster);
        let meets = |(id, span): &Stretch| {
            let mut theirs = reached.iter().filter(|(other, _)| other == id);
            theirs.any(|(_, other)| occupancy::meet(&[*span], &[*other]))
        };
        let is_hit = reached.is_empty() || is.iter().any(meets);
        if is_hit {
            let mut known: Vec<ResourceId> = Vec::new();
            let then = one.stretches(by, roster);
            for ((id, (stood, _)), (_, (begins, ends))) in is.into_iter().zip(then) {
                let is_first = !known.contains(&id);
                known.push(id);
                reached.push((id, (if is_first { stood } else { begins }, ends)));
            }
        }
        is_hit
    };
    all.into_iter().filter(|one| hit(one)).collect()
}

impl Moving {
    /// Whom it takes when it is so much later.
    fn stretches(&self, by: TimeDelta, roster: &Roster) -> Vec<Stretch> {
        if let Some(visit) = &self.visit {
            let all = visit.stretches().into_iter();
            return all
                .map(|(id, (from, until))| (id, (from + by, until + by)))
                .collect();
        }
        let Some(column) = self.row.resource_id else {
            return Vec::new();
        };
        let person = roster.find(column);
        let is_person = person.is_some_and(|one| one.kind.is_person());
        let spans = occupancy::of(&self.service, self.row.start_at + by, is_person);
        spans.into_iter().map(|span| (column, span)).collect()
    }
}

/// Queues up for everything that any of them could take.
fn lock(tx: &mut TenantTx<'_>, moving: &[Moving]) -> Result<(), DbError> {
    let mut all: Vec<ResourceId> = Vec::new();
    for one in moving {
        let own = std::slice::from_ref(&one.service);
        let services = one.visit.as_ref().map_or(own, Again::services);
        for service in services {
            let linked = resource::linked(tx, service)?;
            all.extend(linked.into_iter().map(|(resource, _)| resource.id));
        }
    }
    allocation::lock(tx, &all)
}

/// Takes its new time with the same people, or says why not.
fn place(
    tx: &mut TenantTx<'_>,
    command: &Late<'_>,
    one: Moving,
    by: TimeDelta,
) -> Result<Shifted, LateError> {
    let start = one.row.start_at + by;
    if one.row.status == Status::Pending {
        // What was proposed for it does not stand in its way.
        offers::withdraw(tx, one.row.id)?;
    }
    let refusal = match &one.visit {
        Some(visit) => place_visit(tx, command, (&one.row, visit), start)?,
        None => place_one(tx, command, &one, start)?,
    };
    Ok(Shifted {
        start,
        end: one.row.end_at + by,
        customer: one.customer,
        row: one.row,
        refusal,
    })
}

fn place_one(
    tx: &mut TenantTx<'_>,
    command: &Late<'_>,
    one: &Moving,
    start: DateTime<Utc>,
) -> Result<Option<Refusal>, LateError> {
    let sought = Sought {
        profile: command.profile,
        service: &one.service,
        party: one.row.party_size,
        nominated: one.row.resource_id,
        by: By::Hand,
        own: Own::Booking(one.row.id),
    };
    match seek::place_by_hand_locked(tx, &sought, start)? {
        Ok(mut placement) => {
            placement.because(one.row.resource_id, Chosen::Kept);
            take(tx, &placement, one.row.id).map(|()| None)
        }
        Err(refusal) => Ok(Some(refusal)),
    }
}

/// All of its services are as much later. Where they are is written at once: of what cannot be, all is undone.
fn place_visit(
    tx: &mut TenantTx<'_>,
    command: &Late<'_>,
    (row, visit): (&Row, &Again),
    start: DateTime<Utc>,
) -> Result<Option<Refusal>, LateError> {
    let wish = (command.profile, row.id, &[With::TheSame][..]);
    let placed = match visit.place_by_hand(tx, wish, start)? {
        Ok(placed) => placed,
        Err(refusal) => return Ok(Some(refusal)),
    };
    match visit.take(tx, row.id, &placed) {
        Ok(_) => Ok(None),
        Err(TakeError::Taken) => Err(LateError::NotSo(Vec::new())),
        Err(TakeError::Db(error)) => Err(error.into()),
    }
}

fn take(tx: &mut TenantTx<'_>, placement: &Placement, booking: BookingId) -> Result<(), LateError> {
    match allocation::take(tx, placement, Claim::Booking(booking), Vec::new()) {
        Ok(_) => Ok(()),
        // What was placed under the locks is free; whoever has it all the same was let in around them.
        Err(TakeError::Taken) => Err(LateError::NotSo(Vec::new())),
        Err(TakeError::Db(error)) => Err(error.into()),
    }
}

fn write(tx: &mut TenantTx<'_>, one: &Shifted, tell: bool) -> Result<(), DbError> {
    diesel::update(bookings::table.filter(bookings::id.eq(one.row.id)))
        .set((
            bookings::start_at.eq(one.start),
            bookings::end_at.eq(one.end),
            bookings::version.eq(bookings::version + 1),
        ))
        .execute(tx.conn())?;
    let instant = |at: DateTime<Utc>| Some(at.to_rfc3339_opts(SecondsFormat::Secs, true));
    let change = Change {
        field: "start_at",
        old: instant(one.row.start_at),
        new: instant(one.start),
        reason: "",
    };
    history::write(tx, one.row.id, &[change])?;
    if !tell {
        return Ok(());
    }
    let data = serde_json::json!({ "old_start": one.row.start_at, "old_end": one.row.end_at });
    let due = tx.now() + UNDO;
    super::cancel::tell(tx, one.row.id, Kind::BookingChanged, data, due)
}
