//! Command: one service of a visit is moved, or given to another person. The guest's services keep their order.

use super::{
    PartError,
    call_off::take_only,
    named, remainder,
    scene::{Scene, quote, write},
};
use crate::{
    base::ids::{BookingId, ResourceId},
    db::TenantTx,
    domain::{
        bookings::{
            booking::Row,
            cancel::tell,
            history::{self, Change},
            lines, lines_told, moving, offers, progress, proposal,
            quote::nomination,
            request,
            reschedule::Person,
            rules, state,
            status::{Mover, Status},
            waitlist,
        },
        businesses::profile::Profile,
        catalog::{
            price::Quote,
            service::{self, Service},
        },
        notifications::send::Kind,
        scheduling::{
            availability::Placement,
            line::Line,
            load::{By, Own},
            resource,
            visit::{Part, Sought},
            visit_part::{self, Refused, Room},
        },
    },
};
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::json;

/// What is moved, and where to.
#[derive(Clone, Debug)]
pub struct Shift<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// Of which booking.
    pub booking: BookingId,
    /// Which of its services.
    pub part: i16,
    /// To when.
    pub start: DateTime<Utc>,
    /// The version the person saw; another one means somebody else was first.
    pub version: i32,
    /// Who serves from now on; `None` leaves that as it is. For staff only.
    pub person: Option<Person>,
    /// Why, in the words of whoever moves it.
    pub reason: &'a str,
    /// Whether the customer is told. A guest always is.
    pub tell: bool,
    /// What was shown that moving it costs its guest; `None` where nobody was shown anything.
    pub seen_fee: Option<i64>,
}

/// Moves one service. Moving it to where and whom it already has changes nothing.
pub fn shift(tx: &mut TenantTx<'_>, command: &Shift<'_>) -> Result<(), PartError> {
    let scene = Scene::read(tx, command.booking, command.part)?;
    let by_guest = state::mover(tx) == Mover::Guest;
    let Some(own) = scene.own() else {
        return Err(match lines::is_off(tx, (scene.row.id, command.part))? {
            true => PartError::Already,
            false => PartError::Unknown,
        });
    };
    let person = command.person.filter(|person| {
        let now = (own.resource, own.nominated.is_some());
        !by_guest && (Some(person.resource), person.is_nominated) != now
    });
    // Whoever presses twice has moved it once.
    let is_there = own.start == command.start && person.is_none();
    if is_there && scene.row.status.is_ahead() {
        return Ok(());
    }
    may_be_moved(tx, command, &scene.row, by_guest)?;
    if is_there {
        return Ok(());
    }
    let fee = match by_guest {
        true => by_own_wish(tx, command, &scene)?,
        false => 0,
    };
    if scene.row.status == Status::Pending {
        offers::withdraw(tx, scene.row.id)?;
    }
    let moved = placed(tx, command, &scene, (person, by_guest))?;
    settle(tx, command, &scene, (own, moved, (by_guest, fee)))
}

/// What it costs a guest who moves it by their own wish: no more than they were shown, and no oftener than was agreed. Whom the
/// shop asks owes nothing.
fn by_own_wish(
    tx: &mut TenantTx<'_>,
    command: &Shift<'_>,
    scene: &Scene,
) -> Result<i64, PartError> {
    let row = &scene.row;
    let Some(seen) = command.seen_fee else {
        return Ok(0);
    };
    if proposal::waits(tx, row)? {
        return Ok(0);
    }
    if moving::is_used_up(row, moving::moved(tx, row)?) {
        return Err(PartError::TooLate);
    }
    let due = scene.fee_for_moving(tx)?;
    match due > seen {
        true => Err(PartError::FeeChanged),
        false => Ok(due),
    }
}

fn may_be_moved(
    tx: &mut TenantTx<'_>,
    command: &Shift<'_>,
    row: &Row,
    by_guest: bool,
) -> Result<(), PartError> {
    let deadline = moving::deadline(&command.profile.settings, row);
    let is_there = matches!(row.status, Status::Arrived | Status::InService);
    let is_late = match by_guest {
        true => {
            let in_time = rules::in_time(deadline, tx.now()) || proposal::waits(tx, row)?;
            !row.status.is_ahead()
                || command.profile.is_stopped
                || !in_time
                || tx.now() >= row.start_at
        }
        false => !row.status.is_ahead() && !is_there,
    };
    if is_late {
        return Err(PartError::TooLate);
    }
    match row.version == command.version {
        true => Ok(()),
        false => Err(PartError::Stale),
    }
}

/// Where it goes, decided under the lock of everything that the visit could take.
fn placed(
    tx: &mut TenantTx<'_>,
    command: &Shift<'_>,
    scene: &Scene,
    (person, by_guest): (Option<Person>, bool),
) -> Result<Line, PartError> {
    let (services, one) = services(tx, scene)?;
    let own = scene.own().ok_or(PartError::Unknown)?;
    let asked = match person {
        Some(person) => {
            resource::find(tx, person.resource)?.ok_or(PartError::Gone)?;
            Some(person.resource)
        }
        None => own.nominated,
    };
    // Whoever has it now keeps it where they can, though nobody asked for them.
    let kept = own.resource.filter(|_| !by_guest && asked.is_none());
    let room = room(scene, own);
    let mut refused = None;
    for wanted in [kept, asked].into_iter().skip(usize::from(kept.is_none())) {
        let mut parts: Vec<Part<'_>> = scene
            .known
            .iter()
            .zip(&services)
            .map(|((_, line), service)| line.part(service))
            .collect();
        if let Some(part) = parts.get_mut(one) {
            part.nominated = wanted;
        }
        let sought = Sought {
            profile: command.profile,
            parts: &parts,
            by: if by_guest { By::Guest } else { By::Hand },
            own: Own::Booking(scene.row.id),
        };
        match visit_part::place_locked(tx, &sought, (one, &room), command.start)? {
            Ok(placement) => return line_of(tx, own, &placement, (person, asked)),
            Err(why) => refused = Some(why),
        }
    }
    Err(match refused {
        Some(Refused::OutOfOrder(nearest)) => PartError::OutOfOrder(nearest),
        Some(Refused::ByTheEngine(refusal, nearest)) => PartError::Refused(refusal, nearest),
        None => PartError::Gone,
    })
}

/// What stands, as it was agreed; and the place among it of what is moved.
pub(super) fn services(
    tx: &mut TenantTx<'_>,
    scene: &Scene,
) -> Result<(Vec<Service>, usize), PartError> {
    let mut services = Vec::with_capacity(scene.known.len());
    for (_, line) in &scene.known {
        let found = service::find(tx, line.service)?.ok_or(PartError::Gone)?;
        services.push(found.lasting(line.minutes()));
    }
    let mut known = scene.known.iter();
    let one = known.position(|(part, _)| *part == scene.part);
    Ok((services, one.ok_or(PartError::Unknown)?))
}

/// Between what it has to lie: the guest's service before it and the one after, on the visit's day; and what the other guests have.
pub(super) fn room(scene: &Scene, own: &Line) -> Room {
    let same = || scene.others().filter(|(_, line)| line.guest == own.guest);
    let before = same().filter(|(part, _)| *part < scene.part);
    let after = same().filter(|(part, _)| *part > scene.part);
    let strangers = scene.others().filter(|(_, line)| line.guest != own.guest);
    Room {
        after: before.map(|(_, line)| line.end).max(),
        before: after.map(|(_, line)| line.start).min(),
        date: scene.row.business_date,
        taken: strangers
            .flat_map(|(_, line)| line.takes.iter().copied())
            .collect(),
    }
}

fn line_of(
    tx: &mut TenantTx<'_>,
    own: &Line,
    placement: &Placement,
    (person, asked): (Option<Person>, Option<ResourceId>),
) -> Result<Line, PartError> {
    let nominated = match person {
        Some(person) => Some(person.resource).filter(|_| person.is_nominated),
        None => asked,
    };
    Ok(Line {
        nominated,
        resource: resource::foremost(tx, &placement.resources())?,
        start: placement.start,
        end: placement.end,
        takes: placement.seats().collect(),
        ..own.clone()
    })
}

/// Writes it: the time, the service, the booking, the story and the letter.
fn settle(
    tx: &mut TenantTx<'_>,
    command: &Shift<'_>,
    scene: &Scene,
    (own, moved, (by_guest, fee)): (&Line, Line, (bool, i64)),
) -> Result<(), PartError> {
    let row = &scene.row;
    let mut known = scene.known.clone();
    for (part, line) in &mut known {
        if *part == scene.part {
            *line = moved.clone();
        }
    }
    let standing: Vec<&Line> = known.iter().map(|(_, line)| line).collect();
    take_only(tx, row, &standing)?;
    lines::moved(tx, row.id, &[(scene.part, moved.clone())])?;
    let quote = repriced(tx, scene, (own, &moved))?;
    write(tx, row, (&standing, &quote))?;
    history::write(tx, row.id, &story(command, (row, own), (&moved, &quote)))?;
    if fee > 0 {
        moving::owe(tx, row.id, fee)?;
    }
    let starts = standing.iter().map(|line| line.start);
    let is_sooner = starts.min().is_some_and(|start| start < row.start_at);
    // What nobody has answered when it would begin lapses then, and that is sooner now.
    if row.status == Status::Pending && is_sooner {
        request::tend_at(tx, row.id, tx.now())?;
    }
    waitlist::call(tx)?;
    let is_another = (own.start, own.end) != (moved.start, moved.end);
    // Who was never promised anybody has nothing to learn of another hand.
    let is_news = is_another || own.nominated != moved.nominated;
    if (by_guest || command.tell) && is_news {
        let told = lines_told::told(tx, &[row.id])?;
        let name = named(told.iter().find(|line| line.part == scene.part));
        let now = tx.now();
        let at = if by_guest { now } else { now + progress::UNDO };
        let (part, start, end) = (name, own.start, own.end);
        let data = match fee > 0 {
            true => json!({ "part_moved": part, "part_start": start, "part_end": end, "fee": fee }),
            false => json!({ "part_moved": part, "part_start": start, "part_end": end }),
        };
        tell(tx, row.id, Kind::BookingChanged, data, at)?;
    }
    Ok(())
}

/// The price, where somebody else was asked for: what was owed for that goes, or over to the next service by the same hand; and
/// nobody is paid for twice.
fn repriced(
    tx: &mut TenantTx<'_>,
    scene: &Scene,
    (own, moved): (&Line, &Line),
) -> Result<Quote, PartError> {
    let agreed = quote(&scene.row);
    if own.nominated == moved.nominated {
        return Ok(agreed);
    }
    let is_paid = |id: ResourceId| scene.others().any(|(_, line)| line.nominated == Some(id));
    let fee = match moved.nominated.filter(|id| !is_paid(*id)) {
        Some(id) => {
            let person = resource::find(tx, id)?.ok_or(PartError::Gone)?;
            nomination(&person, remainder::tax_rate(&agreed, scene.part))
        }
        None => None,
    };
    Ok(remainder::with_person(
        &agreed,
        (scene.part, scene.heir()),
        fee,
    ))
}

/// What the story tells: which service, from where to where; and the price.
fn story<'a>(
    command: &Shift<'a>,
    (row, own): (&Row, &Line),
    (moved, quote): (&Line, &Quote),
) -> Vec<Change<'a>> {
    let place = |line: &Line| {
        let start = line.start.to_rfc3339_opts(SecondsFormat::Secs, true);
        let column = line.resource.map_or("-".to_owned(), |id| id.to_string());
        let asked = if line.nominated.is_some() {
            "yes"
        } else {
            "no"
        };
        Some(format!("{} {start} {column} {asked}", command.part))
    };
    let shifted = Change {
        field: history::LINE_MOVED,
        old: place(own),
        new: place(moved),
        reason: command.reason,
    };
    let price = (row.price_cents != quote.total()).then(|| Change {
        field: "price_cents",
        old: Some(row.price_cents.to_string()),
        new: Some(quote.total().to_string()),
        reason: "",
    });
    std::iter::once(shifted).chain(price).collect()
}
