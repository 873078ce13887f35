//! Somebody is suddenly off: which of their bookings that touches, and where each of them could be. It is found out by taking
//! them off the day and giving it all back; what is decided then stands in `absence_decisions`.

use super::{
    absence_decisions::WhyNot,
    booking::{self, Booking, Row},
    lines,
    status::Status,
    visit_again::{self, Again, With},
};
use crate::{
    base::{
        ids::{BookingId, ResourceId},
        time::{LocalDate, WallSpan, WallTime, days_after, instant},
    },
    db::{self, DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service::{self, Service},
        scheduling::{
            allocation::{self, Claim, TakeError},
            availability::{Placement, VisitPlacement},
            day_plan,
            load::{self, By, Own},
            resource,
            seek::{self, Sought},
            shift::{self, DayPlanned},
            visit,
        },
    },
    refusal,
    schema::bookings::bookings,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use std::convert::Infallible;

/// Over so many business days after the one that is lost another time is looked for.
const AFTERWARDS: u16 = 13;

/// Who is off, and from when.
#[derive(Clone, Copy, Debug)]
pub struct Absence<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// Who.
    pub person: ResourceId,
    /// On which business day.
    pub date: LocalDate,
    /// From when to its end.
    pub from: WallTime,
}

/// Where a booking could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From when.
    pub start: DateTime<Utc>,
    /// Until when.
    pub end: DateTime<Utc>,
    /// On which business day.
    pub date: LocalDate,
    /// With whom.
    pub person: ResourceId,
}

/// A booking of whoever is off.
#[derive(Clone, Debug)]
pub struct Touched {
    /// As it is.
    pub booking: Booking,
    /// Who could serve it at some time.
    pub able: Vec<ResourceId>,
    /// Where it could be: with somebody else at the same time or, where nobody is free then, at the nearest time that is.
    pub place: Option<Place>,
    /// Whether it is a visit of several services, of which they have one: then it is placed as a whole, with whoever was asked for.
    pub is_visit: bool,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum AbsenceError {
    /// There is no such person.
    #[error("no such person")]
    Unknown,
    /// Nothing was to be done but to look.
    #[error("foreseen")]
    Foreseen(Vec<Touched>),
    /// Some decisions cannot be carried out, so none was.
    #[error("not so")]
    NotSo(Vec<(BookingId, WhyNot)>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(AbsenceError);

impl Touched {
    /// Whether its guest would have to be asked about a place: for another time always, for another person where they had
    /// asked for the one they have.
    pub fn needs_asking(&self, place: &Place) -> bool {
        needs_asking(&self.booking.row, (place.start, place.person))
    }
}

/// The same of a booking's row.
pub(super) fn needs_asking(row: &Row, (start, person): (DateTime<Utc>, ResourceId)) -> bool {
    start != row.start_at || (row.is_nominated && row.resource_id != Some(person))
}

/// What there is to decide. Whoever asks gives it back, for it ends as a refusal does.
pub fn foresee(tx: &mut TenantTx<'_>, absence: &Absence<'_>) -> Result<Infallible, AbsenceError> {
    take_off(tx, absence)?;
    let mut all = Vec::new();
    for id in touched(tx, absence)? {
        let Some(booking) = booking::find(tx, id)? else {
            continue;
        };
        let known = match booking.row.service_id {
            Some(id) => service::find(tx, id)?,
            None => None,
        };
        let (mut able, mut place) = (Vec::new(), None);
        let visit = visit_again::read(tx, id)?;
        if let Some(visit) = visit.as_ref().filter(|visit| visit.is_whole()) {
            place = propose_visit(tx, absence, (&booking.row, visit))?;
            able.extend(place.map(|place| place.person));
        } else if visit.is_none()
            && let Some(service) = known.map(|service| booking.row.promised(service))
        {
            let linked = resource::linked(tx, &service.clone().on(booking.row.business_date))?;
            let people = linked.iter().filter(|(one, _)| one.kind.is_person());
            able.extend(people.map(|(one, _)| one.id));
            place = propose(tx, absence, (&booking.row, &service))?;
        }
        all.push(Touched {
            is_visit: visit.is_some(),
            booking,
            able,
            place,
        });
    }
    Err(AbsenceError::Foreseen(all))
}

/// They work no more that day from then on. Everything of the shop is queued up for first: what is decided now stays true, and
/// whoever books with them at this moment is seen, or sees that they are off.
pub(super) fn take_off(tx: &mut TenantTx<'_>, absence: &Absence<'_>) -> Result<(), AbsenceError> {
    load::queue_up(tx)?;
    let found = resource::find(tx, absence.person)?.filter(|one| one.kind.is_person());
    let person = found.ok_or(AbsenceError::Unknown)?;
    let plans = day_plan::read(tx, std::slice::from_ref(&person), (absence.date, 1))?;
    let works: Vec<WallSpan> = plans
        .iter()
        .flat_map(|plan| plan.bookable(person.id))
        .collect();
    let before = |span: &WallSpan| WallSpan::new(span.from(), span.until().min(absence.from));
    let left: Vec<WallSpan> = works.iter().filter_map(before).collect();
    if left != works {
        let day = DayPlanned {
            resource: person.id,
            date: absence.date,
            spans: Some(left),
            note: String::new(),
        };
        shift::set_days(tx, &[day])?;
        // What is remembered of their day was read before.
        tx.rules_changed()?;
    }
    Ok(())
}

/// What stands in their column, is ahead and not over by the time they are off, by time; locked in the order of keys.
fn touched(tx: &mut TenantTx<'_>, absence: &Absence<'_>) -> db::Result<Vec<BookingId>> {
    let (business, now) = (tx.business(), tx.now());
    let off = instant(absence.profile.zone, absence.date, absence.from).unwrap_or(now);
    let ahead = Status::ALL.into_iter().filter(|status| status.is_ahead());
    let who = (&[absence.person][..], absence.date);
    let visits = lines::with_any_of(tx, who, off.max(now))?;
    let in_column = bookings::resource_id.eq(absence.person);
    let mut found: Vec<(BookingId, DateTime<Utc>)> = bookings::table
        .filter(bookings::business_id.eq(business))
        .filter(bookings::business_date.eq(absence.date))
        .filter(in_column.or(bookings::id.eq_any(visits.clone())))
        .filter(bookings::deleted_at.is_null())
        .filter(bookings::end_at.gt(off.max(now)))
        .filter(bookings::status.eq_any(ahead.collect::<Vec<_>>()))
        .order(bookings::id)
        .select((bookings::id, bookings::start_at))
        .for_update()
        .load(tx.conn())?;
    let ids: Vec<BookingId> = found.iter().map(|(id, _)| *id).collect();
    let lines = lines::of(tx, &ids)?;
    // Of a visit that begins in their column, their own service may be over by then.
    found.retain(|(id, _)| visits.contains(id) || lines.iter().all(|line| line.booking_id != *id));
    found.sort_by_key(|(id, start)| (*start, *id));
    Ok(found.into_iter().map(|(id, _)| id).collect())
}

/// Where a booking could be, and keeps that from those after it.
fn propose(
    tx: &mut TenantTx<'_>,
    absence: &Absence<'_>,
    (row, service): (&Row, &Service),
) -> Result<Option<Place>, AbsenceError> {
    let sought = Sought {
        profile: absence.profile,
        service,
        party: row.party_size,
        nominated: None,
        by: By::Hand,
        own: Own::Booking(row.id),
    };
    if let Ok(placement) = seek::place_by_hand_locked(tx, &sought, row.start_at)? {
        return keep(tx, row, &placement);
    }
    let after = days_after(absence.date, 1);
    for days in [(absence.date, 1), (after, AFTERWARDS)] {
        let now = tx.now();
        let slots = seek::free_by_hand(tx, &sought, days, usize::MAX)?;
        let nearest = slots
            .iter()
            .map(|slot| slot.start)
            .filter(|start| *start > now)
            .min_by_key(|start| (*start - row.start_at).abs());
        if let Some(start) = nearest
            && let Ok(placement) = seek::place_by_hand_locked(tx, &sought, start)?
        {
            return keep(tx, row, &placement);
        }
    }
    Ok(None)
}

/// The same of a visit, all of it.
fn propose_visit(
    tx: &mut TenantTx<'_>,
    absence: &Absence<'_>,
    (row, again): (&Row, &Again),
) -> Result<Option<Place>, AbsenceError> {
    let ways = [With::AllBut(absence.person), With::AskedFor];
    let wish = (absence.profile, row.id, &ways[..]);
    if let Ok(placed) = again.place_by_hand(tx, wish, row.start_at)? {
        return keep_visit(tx, row, (again, &placed));
    }
    let parts = again.parts(With::AskedFor);
    let sought = again.sought((absence.profile, row.id), &parts);
    let after = days_after(absence.date, 1);
    for days in [(absence.date, 1), (after, AFTERWARDS)] {
        let now = tx.now();
        let slots = visit::free_by_hand(tx, &sought, days, usize::MAX)?;
        let ahead = slots.iter().map(|slot| slot.start);
        let nearest = ahead
            .filter(|start| *start > now)
            .min_by_key(|start| (*start - row.start_at).abs());
        if let Some(start) = nearest
            && let Ok(placed) = again.place_by_hand(tx, wish, start)?
        {
            return keep_visit(tx, row, (again, &placed));
        }
    }
    Ok(None)
}

fn keep_visit(
    tx: &mut TenantTx<'_>,
    row: &Row,
    (again, placed): (&Again, &VisitPlacement),
) -> Result<Option<Place>, AbsenceError> {
    match again.take(tx, row.id, placed) {
        Ok(column) => Ok(column.map(|person| Place {
            start: placed.start,
            end: placed.end,
            date: placed.date,
            person,
        })),
        Err(TakeError::Taken) => Err(AbsenceError::NotSo(Vec::new())),
        Err(TakeError::Db(error)) => Err(error.into()),
    }
}

fn keep(
    tx: &mut TenantTx<'_>,
    row: &Row,
    placement: &Placement,
) -> Result<Option<Place>, AbsenceError> {
    let Some(person) = resource::foremost(tx, &placement.resources())? else {
        return Ok(None);
    };
    allocation::release_booking(tx, row.id)?;
    match allocation::take(tx, placement, Claim::Booking(row.id), Vec::new()) {
        Ok(_) => Ok(Some(Place {
            start: placement.start,
            end: placement.end,
            date: placement.date,
            person,
        })),
        // What was placed under the locks is free; whoever has it all the same was let in around them.
        Err(TakeError::Taken) => Err(AbsenceError::NotSo(Vec::new())),
        Err(TakeError::Db(error)) => Err(error.into()),
    }
}
