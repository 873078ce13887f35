//! Taking back that one service of a visit was called off or moved, while nobody has learnt of it.

use super::{
    PartError, Shift,
    call_off::take_only,
    remainder::with_again,
    scene::{keep_limits, quote, write},
    shift,
};
use crate::{
    base::ids::ResourceId,
    db::TenantTx,
    domain::{
        bookings::{
            booking::Row,
            history::{self, Change, Entry},
            lines,
            progress::{ProgressError, UNDO},
            reschedule::Person,
            take_back::has_left,
        },
        businesses::profile::Profile,
        notifications::send::{Kind, take_back_due},
        scheduling::line::Line,
    },
};
use chrono::{DateTime, Utc};

/// The service stands again as it was agreed, if its time is still free.
pub(in crate::domain::bookings) fn stand_again(
    tx: &mut TenantTx<'_>,
    (row, entry): (&Row, &Entry),
) -> Result<(), ProgressError> {
    recall(tx, row, entry.at)?;
    let told = entry.new.as_deref().unwrap_or_default();
    let part = told.split(' ').next().and_then(|part| part.parse().ok());
    let part: i16 = part.ok_or(ProgressError::NothingToUndo)?;
    let dropped = lines::stand_again(tx, (row.id, part))?;
    let dropped = dropped.ok_or(ProgressError::NothingToUndo)?;
    let known = lines::standing(tx, row.id)?;
    let own = known.iter().find(|(one, _)| *one == part);
    let minutes = own.map_or(0, |(_, line)| line.minutes());
    let minutes = i16::try_from(minutes).unwrap_or(i16::MAX);
    let standing: Vec<&Line> = known.iter().map(|(_, line)| line).collect();
    match take_only(tx, row, &standing) {
        Ok(()) => {}
        Err(PartError::Db(error)) => return Err(error.into()),
        Err(_) => return Err(ProgressError::TimeGone),
    }
    let whole = with_again(&quote(row), dropped, minutes);
    write(tx, row, (&standing, &whole))?;
    keep_limits(tx, row, &standing)?;
    let undone = Change {
        field: history::LINE_OFF,
        old: entry.new.clone(),
        new: None,
        reason: history::UNDO,
    };
    let price = (row.price_cents != whole.total()).then(|| Change {
        field: "price_cents",
        old: Some(row.price_cents.to_string()),
        new: Some(whole.total().to_string()),
        reason: history::UNDO,
    });
    let changes: Vec<Change<'_>> = std::iter::once(undone).chain(price).collect();
    Ok(history::write(tx, row.id, &changes)?)
}

/// The service goes back to when and with whom it was, if that is still free.
pub(in crate::domain::bookings) fn move_back(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (row, entry): (&Row, &Entry),
) -> Result<(), ProgressError> {
    recall(tx, row, entry.at)?;
    let (part, start, person) = entry
        .old
        .as_deref()
        .and_then(place)
        .ok_or(ProgressError::NothingToUndo)?;
    let command = Shift {
        profile,
        booking: row.id,
        part,
        start,
        version: row.version,
        person,
        reason: history::UNDO,
        tell: false,
        seen_fee: None,
    };
    match shift(tx, &command) {
        Ok(()) => Ok(()),
        Err(PartError::Refused(..) | PartError::OutOfOrder(_)) => Err(ProgressError::TimeGone),
        Err(PartError::Unknown) => Err(ProgressError::Unknown),
        Err(PartError::Db(error)) => Err(error.into()),
        Err(_) => Err(ProgressError::NothingToUndo),
    }
}

/// Takes the letter back, unless it has gone out.
fn recall(tx: &mut TenantTx<'_>, row: &Row, at: DateTime<Utc>) -> Result<(), ProgressError> {
    if has_left(tx, row, (Kind::BookingChanged, at))? {
        return Err(ProgressError::NothingToUndo);
    }
    Ok(take_back_due(
        tx,
        row.id,
        (Kind::BookingChanged, at + UNDO),
    )?)
}

/// Which service, when and with whom, as the story keeps it.
fn place(text: &str) -> Option<(i16, DateTime<Utc>, Option<Person>)> {
    let mut words = text.split(' ');
    let part = words.next()?.parse().ok()?;
    let start = DateTime::parse_from_rfc3339(words.next()?).ok()?;
    let column = words.next()?.parse::<ResourceId>().ok();
    let is_nominated = words.next()? == "yes";
    let person = column.map(|resource| Person {
        resource,
        is_nominated,
    });
    Some((part, start.with_timezone(&Utc), person))
}
