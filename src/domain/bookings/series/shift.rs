//! Command: several bookings of a series are moved, each by as many days and to the same time of day; what does not go there stays
//! as it is or goes elsewhere, as it was said. All that was shown happens, or nothing.

use super::{
    moving::Moving,
    plan::{Line, Pick, mark, nearest, settle},
    read::{self, Member, Reach},
    told,
};
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{BookingId, ResourceId},
        time::WallTime,
    },
    db::{DbError, TenantTx},
    domain::{
        bookings::{
            booking,
            cancel::tell,
            history::{self, Change},
            progress::UNDO,
            visit_again,
        },
        businesses::profile::Profile,
        catalog::service,
        notifications::send::Kind,
        scheduling::{
            allocation::{self, Claim, TakeError, Wanted},
            availability::VisitPlacement,
            resource,
        },
    },
    refusal,
    schema::bookings::bookings,
};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::json;

/// What is moved, and where to.
#[derive(Clone, Debug)]
pub struct Shift<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// From which booking on.
    pub booking: BookingId,
    /// How many of them.
    pub reach: Reach,
    /// By so many days, forward or back.
    pub days: i64,
    /// To this time of day.
    pub wall: WallTime,
    /// Who serves from now on, whoever was asked for; `None` leaves that as it is.
    pub person: Option<ResourceId>,
    /// What was said about single bookings.
    pub picks: &'a [(BookingId, Pick)],
    /// What was seen: the mark of that plan. `None` only looks, and changes nothing.
    pub seen: Option<&'a str>,
    /// Why, in the words of whoever moves them.
    pub reason: &'a str,
    /// Whether the guest is told, in one letter.
    pub tell: bool,
}

/// One that is to move.
#[derive(Clone, Debug)]
pub struct Moved {
    /// As it is.
    pub member: Member,
    /// Where it is to go.
    pub line: Line,
}

/// Why nothing was moved.
#[derive(Debug, thiserror::Error)]
pub enum ShiftError {
    /// There is no such booking, or it belongs to no series.
    #[error("no such series")]
    Unknown,
    /// Nothing of it lies ahead, or one of them is of a service that is not there any more.
    #[error("nothing to move")]
    Nothing,
    /// Nothing was to be done but to look.
    #[error("foreseen")]
    Foreseen(Vec<Moved>),
    /// It would be something else by now than what was seen, or it is not said yet what becomes of one of them.
    #[error("not so")]
    NotSo(Vec<Moved>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(ShiftError);

/// What tells one plan from another for whoever saw it.
pub fn seen(person: Option<ResourceId>, moves: &[Moved]) -> String {
    let versions: Vec<_> = moves
        .iter()
        .map(|one| (one.member.id, one.member.version))
        .collect();
    let lines: Vec<Line> = moves.iter().map(|one| one.line.clone()).collect();
    fingerprint(&(person, versions, mark(&lines)))
}

/// Moves them, or says what would come of it, which is found out by moving them and giving it all back. Their rows are locked in
/// the order of keys, then everything that any of them could take, at once.
pub fn shift(tx: &mut TenantTx<'_>, command: &Shift<'_>) -> Result<usize, ShiftError> {
    let series = read::of_for_update(tx, command.booking)?.ok_or(ShiftError::Unknown)?;
    let ahead = series.ahead(command.booking, command.reach, tx.now());
    let moving = moving(tx, command, &ahead)?;
    if moving.is_empty() {
        return Err(ShiftError::Nothing);
    }
    lock(tx, command, &moving)?;
    for one in moving.iter().filter(|one| one.pick != Pick::Skip) {
        allocation::release_booking(tx, one.row.id)?;
    }
    let mut lines: Vec<Line> = Vec::with_capacity(moving.len());
    for one in &moving {
        let line = settled(tx, command, (one, &lines))?;
        lines.push(line);
    }
    let is_settled = lines.iter().all(Line::is_settled);
    if command.seen.is_none() || !is_settled {
        offer(tx, command, (&moving, &mut lines))?;
    }
    let moves: Vec<Moved> = moving
        .iter()
        .zip(lines)
        .map(|(one, line)| Moved {
            member: one.member.clone(),
            line,
        })
        .collect();
    match command.seen {
        None => Err(ShiftError::Foreseen(moves)),
        Some(known) if !is_settled || seen(command.person, &moves) != known => {
            Err(ShiftError::NotSo(moves))
        }
        Some(_) => write_all(tx, command, (&moving, &moves)),
    }
}

/// Each with its row and its service, as long as it was promised.
fn moving(
    tx: &mut TenantTx<'_>,
    command: &Shift<'_>,
    ahead: &[&Member],
) -> Result<Vec<Moving>, ShiftError> {
    let mut all = Vec::with_capacity(ahead.len());
    for member in ahead {
        let row = booking::find_for_update(tx, member.id)?.ok_or(ShiftError::Unknown)?;
        let known = match row.service_id {
            Some(id) => service::find(tx, id)?,
            None => None,
        };
        let visit = visit_again::read(tx, row.id)?;
        if visit.as_ref().is_some_and(|visit| !visit.is_whole()) {
            return Err(ShiftError::Nothing);
        }
        let said = command.picks.iter().find(|(id, _)| *id == member.id);
        let person = command
            .person
            .filter(|one| visit.is_none() && Some(*one) != row.resource_id);
        all.push(Moving {
            member: (*member).clone(),
            service: row.promised(known.ok_or(ShiftError::Nothing)?),
            pick: said.map_or(Pick::Wanted, |(_, pick)| *pick),
            visit,
            person,
            row,
        });
    }
    Ok(all)
}

/// Queues up for everything that any of them could take, as its service is then.
fn lock(tx: &mut TenantTx<'_>, command: &Shift<'_>, moving: &[Moving]) -> Result<(), DbError> {
    let mut all: Vec<ResourceId> = Vec::new();
    for one in moving {
        let date = one.row.business_date + TimeDelta::days(command.days);
        for part in one.parts() {
            let linked = resource::linked(tx, &part.service.clone().on(date))?;
            all.extend(linked.into_iter().map(|(resource, _)| resource.id));
        }
    }
    allocation::lock(tx, &all)
}

/// Where one of them goes. What it takes there it has from then on, so that those after it find it taken.
fn settled(
    tx: &mut TenantTx<'_>,
    command: &Shift<'_>,
    (one, before): (&Moving, &[Line]),
) -> Result<Line, ShiftError> {
    let date = one.row.business_date + TimeDelta::days(command.days);
    let (parts, columns) = (one.parts(), one.columns());
    let asked = one.asked(command.profile, (&parts, &columns));
    let line = settle(tx, &asked, (date, command.wall, one.pick), before)?;
    if let Some(placement) = &line.placement {
        let wanted = Wanted::from(placement);
        match allocation::take_seats(tx, &wanted, Claim::Booking(one.row.id), Vec::new()) {
            Ok(_) => {}
            // What was placed under the locks is free; whoever has it all the same was let in around them.
            Err(TakeError::Taken) => return Err(ShiftError::NotSo(Vec::new())),
            Err(TakeError::Db(error)) => return Err(error.into()),
        }
    }
    Ok(line)
}

fn offer(
    tx: &mut TenantTx<'_>,
    command: &Shift<'_>,
    (moving, lines): (&[Moving], &mut [Line]),
) -> Result<(), DbError> {
    for (place, one) in moving.iter().enumerate() {
        let Some(line) = lines.get(place).filter(|line| line.refusal.is_some()) else {
            continue;
        };
        let (parts, columns) = (one.parts(), one.columns());
        let asked = one.asked(command.profile, (&parts, &columns));
        let found = nearest(tx, &asked, line, lines)?;
        if let Some(line) = lines.get_mut(place) {
            line.nearest = found;
        }
    }
    Ok(())
}

fn write_all(
    tx: &mut TenantTx<'_>,
    command: &Shift<'_>,
    (moving, moves): (&[Moving], &[Moved]),
) -> Result<usize, ShiftError> {
    let both = moving.iter().zip(moves);
    let mut changed: Vec<(&Moving, &VisitPlacement)> = Vec::with_capacity(moving.len());
    for (one, placed) in both.filter_map(|(one, moved)| Some((one, moved.line.placement.as_ref()?)))
    {
        if one.is_another(tx, placed)? {
            changed.push((one, placed));
        }
    }
    for &(one, placement) in &changed {
        let column = one.note(tx, placement)?;
        write(tx, one, (placement, column))?;
        let mut lines = story(one, (placement, column), command.reason);
        lines.push(told(format!("moved {}", changed.len())));
        history::write(tx, one.row.id, &lines)?;
    }
    let first = changed.first().map(|(one, _)| one.row.id);
    if let Some(first) = first.filter(|_| command.tell) {
        let ids: Vec<BookingId> = changed.iter().map(|(one, _)| one.row.id).collect();
        let due = tx.now() + UNDO;
        tell(
            tx,
            first,
            Kind::SeriesChanged,
            json!({ "bookings": ids }),
            due,
        )?;
    }
    Ok(changed.len())
}

/// Writes where one of them stands now.
fn write(
    tx: &mut TenantTx<'_>,
    one: &Moving,
    (placement, column): (&VisitPlacement, Option<ResourceId>),
) -> Result<(), DbError> {
    diesel::update(bookings::table.filter(bookings::id.eq(one.row.id)))
        .set((
            bookings::start_at.eq(placement.start),
            bookings::end_at.eq(placement.end),
            bookings::business_date.eq(placement.date),
            bookings::resource_id.eq(column),
            bookings::is_nominated.eq(one.is_nominated()),
            bookings::version.eq(bookings::version + 1),
        ))
        .execute(tx.conn())?;
    if let Some(quote) = one.price() {
        diesel::update(bookings::table.filter(bookings::id.eq(one.row.id)))
            .set((
                bookings::price_cents.eq(quote.total()),
                bookings::price_snapshot_json.eq(serde_json::to_value(&quote).unwrap_or_default()),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// One line for each thing that is another now; the first of them carries the reason.
fn story<'a>(
    one: &Moving,
    (placement, column): (&VisitPlacement, Option<ResourceId>),
    reason: &'a str,
) -> Vec<Change<'a>> {
    let row = &one.row;
    let instant = |at: DateTime<Utc>| Some(at.to_rfc3339_opts(SecondsFormat::Secs, true));
    let name = |id: Option<ResourceId>| id.map(|id| id.to_string());
    let chosen = |is: bool| Some(if is { "yes" } else { "no" }.to_owned());
    let total = one.price().map_or(row.price_cents, |quote| quote.total());
    let all = [
        ("start_at", instant(row.start_at), instant(placement.start)),
        ("resource_id", name(row.resource_id), name(column)),
        (
            "is_nominated",
            chosen(row.is_nominated),
            chosen(one.is_nominated()),
        ),
        (
            "price_cents",
            Some(row.price_cents.to_string()),
            Some(total.to_string()),
        ),
    ];
    let mut lines: Vec<Change<'a>> = all
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(field, old, new)| Change {
            field,
            old,
            new,
            reason: "",
        })
        .collect();
    if let Some(first) = lines.first_mut() {
        first.reason = reason;
    }
    lines
}
