//! Undoing what freed a booking's time: it takes the same time with the same people again, if nobody has it by now.

use super::{booking::Row, lines, progress::ProgressError};
use crate::{
    db::{DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service,
        scheduling::{
            allocation::{self, Claim, TakeError},
            availability::{Chosen, Placement},
            line::{self, Line},
            load::{By, Own},
            overbook,
            seek::{self, Sought},
        },
    },
    schema::bookings::booking_history,
};
use diesel::{dsl::exists, prelude::*, select};

/// Takes a booking's time again. Time that is over needs no taking: nobody can want it any more.
pub(super) fn retake(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    row: &Row,
) -> Result<(), ProgressError> {
    let lines = lines::standing(tx, row.id)?;
    if !lines.is_empty() {
        return retake_visit(tx, row, &lines);
    }
    // What was promised is taken again, and nothing else.
    let as_promised = |found: &Placement| (found.start, found.end) == (row.start_at, row.end_at);
    let Some(placement) = place(tx, profile, (row, Own::None))?.filter(as_promised) else {
        return if row.end_at <= tx.now() {
            Ok(())
        } else {
            Err(ProgressError::TimeGone)
        };
    };
    match allocation::take(tx, &placement, Claim::Booking(row.id), Vec::new()) {
        Ok(_) => Ok(()),
        Err(TakeError::Taken) => Err(ProgressError::TimeGone),
        Err(TakeError::Db(error)) => Err(error.into()),
    }
}

/// A visit takes the very seats again that it had.
fn retake_visit(
    tx: &mut TenantTx<'_>,
    row: &Row,
    lines: &[(i16, Line)],
) -> Result<(), ProgressError> {
    let seats = line::seats(lines.iter().map(|(_, line)| line));
    let resources: Vec<_> = seats.iter().map(|(resource, ..)| *resource).collect();
    allocation::lock(tx, &resources)?;
    let claim = Claim::Booking(row.id);
    let wanted = allocation::Wanted {
        start: row.start_at,
        chosen: resources
            .into_iter()
            .map(|resource| (resource, Chosen::Kept))
            .collect(),
        seats,
    };
    match allocation::take_seats(tx, &wanted, claim, Vec::new()) {
        Ok(_) => Ok(()),
        Err(TakeError::Taken) => Err(ProgressError::TimeGone),
        Err(TakeError::Db(error)) => Err(error.into()),
    }
}

/// Where it stood: in its own column, and over others where staff had put it there knowingly.
pub(super) fn place(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    (row, own): (&Row, Own),
) -> Result<Option<Placement>, DbError> {
    let service = match row.service_id {
        Some(id) => service::find(tx, id)?,
        None => None,
    };
    let Some(service) = service.map(|service| row.promised(service)) else {
        return Ok(None);
    };
    let sought = Sought {
        profile,
        service: &service,
        party: row.party_size,
        nominated: row.resource_id,
        by: By::Hand,
        own,
    };
    match seek::place_by_hand_locked(tx, &sought, row.start_at)? {
        Ok(mut placement) => {
            placement.because(row.resource_id, Chosen::Kept);
            Ok(Some(placement))
        }
        Err(_) if was_overbooked(tx, row)? => overbook::place(tx, &sought, row.start_at),
        Err(_) => Ok(None),
    }
}

/// Whether it was ever put over another knowingly.
pub(super) fn was_overbooked(tx: &mut TenantTx<'_>, row: &Row) -> Result<bool, DbError> {
    let business = tx.business();
    let said = booking_history::table
        .filter(
            booking_history::business_id
                .eq(business)
                .and(booking_history::booking_id.eq(row.id)),
        )
        .filter(booking_history::field_changed.eq("overbooked"));
    Ok(select(exists(said)).get_result(tx.conn())?)
}
