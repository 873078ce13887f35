//! Command: one service of a visit is called off. Its time is free in the same transaction, and it has left the price.

use super::{
    Off, PartError, named,
    scene::{Scene, keep_limits, may_call_off, write},
};
use crate::{
    base::ids::BookingId,
    db::TenantTx,
    domain::{
        bookings::{
            booking::Row,
            cancel::{Cancel, cancel, tell},
            history::{self, Change},
            lines, lines_told, offers, progress, proposal, state,
            status::{Mover, Status},
            waitlist,
        },
        businesses::profile::Profile,
        notifications::send::Kind,
        scheduling::{
            allocation::{self, Claim, TakeError, Wanted},
            availability::Chosen,
            line::{self, Line},
        },
    },
};
use serde_json::json;

/// What is called off, and why.
#[derive(Clone, Debug)]
pub struct CallOff<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// Of which booking.
    pub booking: BookingId,
    /// Which of its services.
    pub part: i16,
    /// The version the person saw; another one means somebody else was first.
    pub version: i32,
    /// In the words of whoever calls it off; may be empty.
    pub reason: &'a str,
    /// The fee that was shown before the button; `None` when staff waive it.
    pub seen_fee: Option<i64>,
    /// Whether the customer is told. A guest always is.
    pub tell: bool,
}

/// Calls one service off; with the last one the booking.
pub fn call_off(tx: &mut TenantTx<'_>, command: &CallOff<'_>) -> Result<Off, PartError> {
    let scene = Scene::read(tx, command.booking, command.part)?;
    let row = &scene.row;
    let by_guest = state::mover(tx) == Mover::Guest;
    may_be_called_off(tx, command, &scene, by_guest)?;
    let (due, left, dropped) = scene.weighed(tx)?;
    if due.is_last {
        let whole = Cancel {
            profile: command.profile,
            booking: row.id,
            reason: command.reason,
            seen_fee: command.seen_fee,
            tell: command.tell,
        };
        return Ok(Off::Booking(cancel(tx, &whole)?));
    }
    let fee = match command.seen_fee {
        Some(seen) if due.fee > seen => return Err(PartError::FeeChanged),
        Some(seen) => due.fee.min(seen),
        None => 0,
    };
    // What was proposed for a request was for all of it.
    if row.status == Status::Pending {
        offers::withdraw(tx, row.id)?;
    }
    let told = lines_told::told(tx, &[row.id])?;
    let name = named(told.iter().find(|line| line.part == command.part));
    let others: Vec<&Line> = scene.others().map(|(_, line)| line).collect();
    take_only(tx, row, &others)?;
    lines::call_off(tx, (row.id, command.part), &dropped, fee)?;
    write(tx, row, (&others, &left))?;
    keep_limits(tx, row, &others)?;
    history::write(
        tx,
        row.id,
        &story(command, (row.price_cents, left.total()), fee),
    )?;
    waitlist::call(tx)?;
    if by_guest || command.tell {
        let now = tx.now();
        let at = if by_guest { now } else { now + progress::UNDO };
        let data = json!({ "part_off": name, "part_fee": fee });
        tell(tx, row.id, Kind::BookingChanged, data, at)?;
    }
    Ok(Off::Part(fee))
}

fn may_be_called_off(
    tx: &mut TenantTx<'_>,
    command: &CallOff<'_>,
    scene: &Scene,
    by_guest: bool,
) -> Result<(), PartError> {
    let row = &scene.row;
    let is_there = matches!(row.status, Status::Arrived | Status::InService);
    let in_time = match by_guest {
        true => {
            may_call_off(command.profile, row, tx.now())
                || (row.status.is_ahead() && tx.now() < row.start_at && proposal::waits(tx, row)?)
        }
        false => row.status.is_ahead() || is_there,
    };
    match scene.own() {
        _ if row.status == Status::Cancelled => Err(PartError::Already),
        _ if !in_time => Err(PartError::TooLate),
        // Whoever presses twice is told that it is off, and not that somebody was first.
        None if lines::is_off(tx, (row.id, command.part))? => Err(PartError::Already),
        None => Err(PartError::Unknown),
        Some(_) if row.version != command.version => Err(PartError::Stale),
        Some(_) => Ok(()),
    }
}

/// The booking has what these services take, and nothing else any more. What it had is waited for first, so that nobody is met
/// half-way.
pub(super) fn take_only(
    tx: &mut TenantTx<'_>,
    row: &Row,
    standing: &[&Line],
) -> Result<(), PartError> {
    let seats = line::seats(standing.iter().copied());
    let resources: Vec<_> = seats.iter().map(|(resource, ..)| *resource).collect();
    allocation::lock(tx, &resources)?;
    allocation::release_booking(tx, row.id)?;
    let start = standing.iter().map(|line| line.start).min();
    let wanted = Wanted {
        start: start.unwrap_or(row.start_at),
        chosen: resources
            .into_iter()
            .map(|resource| (resource, Chosen::Kept))
            .collect(),
        seats,
    };
    match allocation::take_seats(tx, &wanted, Claim::Booking(row.id), Vec::new()) {
        Ok(_) => Ok(()),
        Err(TakeError::Taken) => Err(PartError::Stale),
        Err(TakeError::Db(error)) => Err(error.into()),
    }
}

/// What the story tells: which service, and what that costs; and the price.
fn story<'a>(command: &CallOff<'a>, (old, new): (i64, i64), fee: i64) -> Vec<Change<'a>> {
    let off = Change {
        field: history::LINE_OFF,
        old: None,
        new: Some(format!("{} {fee}", command.part)),
        reason: command.reason,
    };
    let price = (old != new).then(|| Change {
        field: "price_cents",
        old: Some(old.to_string()),
        new: Some(new.to_string()),
        reason: "",
    });
    std::iter::once(off).chain(price).collect()
}
