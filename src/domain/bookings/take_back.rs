//! What staff did last to a booking, and taking back that it was moved or approved. While letters about it wait, nobody has
//! learnt of it: the letter is taken out of the tray, and the story alone tells both.

use super::{
    booking::{CancelledBy, Row},
    history::{self, Entry},
    part,
    progress::{ProgressError, RECALL, UNDO, last_step},
    request,
    reschedule::{Person, Reschedule, RescheduleError, reschedule},
    retake::was_overbooked,
    series, state,
    status::Status,
};
use crate::{
    base::ids::ResourceId,
    db::{DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        notifications::{
            delivery,
            send::{Kind, take_back_due},
        },
    },
};
use chrono::{DateTime, Utc};

/// What of a booking is another after it was moved.
const MOVED: [&str; 5] = [
    "start_at",
    history::MINUTES,
    "resource_id",
    "is_nominated",
    "price_cents",
];

/// An act that can be taken back for a short while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastAct {
    /// It was called off.
    CalledOff,
    /// It was let in.
    Approved,
    /// It has another time, length or person.
    Moved,
    /// One service of a visit was called off.
    PartOff,
    /// One service of a visit has another time or person.
    PartMoved,
}

/// The last act of staff on a booking, and until when it can be taken back, if it is one of those.
pub fn last_act(row: &Row, story: &[Entry]) -> Option<(LastAct, DateTime<Utc>)> {
    if row.status == Status::Cancelled {
        return (row.cancelled_by == Some(CancelledBy::Business))
            .then(|| last_step(row, story))
            .flatten()
            .map(|step| (LastAct::CalledOff, step.at + RECALL));
    }
    let group = last_group(story);
    let last = group.first()?;
    if !row.status.is_ahead() || group.iter().any(|entry| entry.reason == history::UNDO) {
        return None;
    }
    let until = last.at + UNDO;
    if part_of(&group, history::LINE_OFF).is_some() {
        return Some((LastAct::PartOff, until));
    }
    if part_of(&group, history::LINE_MOVED).is_some() {
        return Some((LastAct::PartMoved, until));
    }
    if group
        .iter()
        .any(|entry| MOVED.contains(&entry.field.as_str()))
    {
        return Some((LastAct::Moved, until));
    }
    let is_approved = group.iter().any(|entry| {
        entry.field == "status"
            && entry.new.as_deref() == Some(Status::Confirmed.label())
            && entry.old.as_deref() == Some(Status::Pending.label())
    });
    is_approved.then_some((LastAct::Approved, until))
}

/// What staff wrote at the last instant of a story, if it was they.
fn last_group(story: &[Entry]) -> Vec<&Entry> {
    let last = story.last().map(|last| last.at);
    story
        .iter()
        .filter(|entry| Some(entry.at) == last && entry.actor == "member")
        .collect()
}

/// What was last told of one service of a visit, in what staff wrote at one instant.
fn part_of<'a>(group: &[&'a Entry], field: &str) -> Option<&'a Entry> {
    let mut told = group.iter().copied();
    told.find(|entry| entry.field == field)
}

/// One service of a visit stands again, or goes back to where it was.
pub(super) fn part_back(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (row, story): (&Row, &[Entry]),
) -> Result<(), ProgressError> {
    let group = last_group(story);
    if let Some(entry) = part_of(&group, history::LINE_OFF) {
        return part::stand_again(tx, (row, entry));
    }
    let moved = part_of(&group, history::LINE_MOVED).ok_or(ProgressError::NothingToUndo)?;
    part::move_back(tx, profile, (row, moved))
}

/// The booking goes back to when, how long and with whom it was, if that is still free.
pub(super) fn move_back(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (row, story): (&Row, &[Entry]),
) -> Result<(), ProgressError> {
    let group = last_group(story);
    let last = group.first().ok_or(ProgressError::NothingToUndo)?;
    if has_left(tx, row, (Kind::BookingChanged, last.at))? {
        return Err(ProgressError::NothingToUndo);
    }
    let old = |field: &str| {
        let entry = group.iter().find(|entry| entry.field == field)?;
        entry.old.as_deref()
    };
    let instant = |text: &str| DateTime::parse_from_rfc3339(text).ok();
    let start = old("start_at")
        .and_then(instant)
        .map_or(row.start_at, |start| start.with_timezone(&Utc));
    let column = old("resource_id")
        .and_then(|id| id.parse::<ResourceId>().ok())
        .or(row.resource_id);
    let is_nominated = old("is_nominated").map_or(row.is_nominated, |chosen| chosen == "yes");
    let over = if was_overbooked(tx, row)? {
        history::UNDO
    } else {
        ""
    };
    take_back_due(tx, row.id, (Kind::BookingChanged, last.at + UNDO))?;
    let command = Reschedule {
        profile,
        booking: row.id,
        start,
        version: row.version,
        minutes: old(history::MINUTES).and_then(|minutes| minutes.parse().ok()),
        reason: history::UNDO,
        tell: false,
        person: column.map(|resource| Person {
            resource,
            is_nominated,
        }),
        override_reason: over,
        seen_fee: None,
    };
    match reschedule(tx, &command) {
        Ok(()) => Ok(()),
        Err(RescheduleError::Refused(..) | RescheduleError::Overbooked(_)) => {
            Err(ProgressError::TimeGone)
        }
        Err(RescheduleError::Unknown) => Err(ProgressError::Unknown),
        Err(RescheduleError::Db(error)) => Err(error.into()),
        Err(
            RescheduleError::TooLate
            | RescheduleError::Stale
            | RescheduleError::Gone
            | RescheduleError::FeeChanged
            | RescheduleError::TooMany(_),
        ) => Err(ProgressError::NothingToUndo),
    }
}

/// It waits again.
pub(super) fn disapprove(
    tx: &mut TenantTx<'_>,
    (row, story): (&Row, &[Entry]),
) -> Result<(), ProgressError> {
    let last = story.last().ok_or(ProgressError::NothingToUndo)?;
    if has_left(tx, row, (Kind::BookingConfirmed, last.at))? {
        return Err(ProgressError::NothingToUndo);
    }
    take_back_due(tx, row.id, (Kind::BookingConfirmed, last.at + UNDO))?;
    if !state::back(tx, row, Status::Pending)? {
        return Err(ProgressError::NothingToUndo);
    }
    Ok(request::resume(tx, row.id)?)
}

/// Whether a letter about what was done then has gone out, or is just going.
pub(super) fn has_left(
    tx: &mut TenantTx<'_>,
    row: &Row,
    (kind, since): (Kind, DateTime<Utc>),
) -> Result<bool, DbError> {
    let letters = delivery::about(tx, row.id)?;
    let has_left = letters
        .iter()
        .any(|letter| letter.kind == kind.name() && letter.sent_at >= Some(since));
    Ok(has_left || series::letter::has_left(tx, row.id, (kind, since))?)
}
