//! Commands of the day: arrived, started, done, did not come, and taking the last of these, or a cancellation by staff,
//! back.

use super::{
    booking,
    cancel::{Cancel, CancelError, cancel, tell},
    coupon,
    history::{self, Change, Entry},
    request,
    retake::retake,
    state,
    status::Status,
    take_back::{self, LastAct, has_left, last_act},
};
use crate::{
    base::ids::BookingId,
    db::{DbError, TenantTx},
    domain::{
        businesses::profile::Profile,
        notifications::send::{self, Kind},
        scheduling::allocation,
    },
    refusal,
    schema::customers::customers,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// For so long an act of staff can be undone without a trace: letters about it wait as long (UX 9.6).
pub const UNDO: TimeDelta = TimeDelta::seconds(15);

/// For so long staff can take back that they called a booking off; the customer is told if a letter has left by then.
/// Longer, and other people may have acted on it.
pub const RECALL: TimeDelta = TimeDelta::minutes(5);

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ProgressError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// That state does not follow from the one it is in, perhaps because somebody else was first.
    #[error("does not follow")]
    DoesNotFollow,
    /// Nobody can have stayed away before it was time.
    #[error("too early")]
    TooEarly,
    /// Somebody else has the time by now.
    #[error("the time is gone")]
    TimeGone,
    /// Others have used up the coupon that it was booked with.
    #[error("the coupon is used up")]
    CouponGone,
    /// What was asked for does not fit any more: somebody is not there then, or the shop is not open.
    #[error("does not fit any more")]
    NoLongerFits,
    /// There is nothing to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(ProgressError);

/// Lets a booking in that waited for the shop, if it still fits: the rules may be others than when it was asked for. The
/// customer is told once it can no longer be taken back.
pub fn approve(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    id: BookingId,
) -> Result<(), ProgressError> {
    let row = booking::find_for_update(tx, id)?.ok_or(ProgressError::Unknown)?;
    match row.status {
        Status::Confirmed => return Ok(()),
        Status::Pending => {}
        _ => return Err(ProgressError::DoesNotFollow),
    }
    if !request::still_fits(tx, profile, &row)? {
        return Err(ProgressError::NoLongerFits);
    }
    set(tx, &row, Status::Confirmed)?;
    let due = tx.now() + UNDO;
    let data = serde_json::json!({});
    Ok(tell(tx, row.id, Kind::BookingConfirmed, data, due)?)
}

/// Does not let it in: it costs nothing, and the customer is told as of an approval.
pub fn decline(
    tx: &mut TenantTx<'_>,
    profile: &Profile,
    booking: BookingId,
) -> Result<(), ProgressError> {
    let row = booking::find_for_update(tx, booking)?.ok_or(ProgressError::Unknown)?;
    if row.status != Status::Pending {
        return Err(ProgressError::DoesNotFollow);
    }
    let command = Cancel {
        profile,
        booking,
        reason: "",
        seen_fee: None,
        tell: true,
    };
    match cancel(tx, &command) {
        Ok(_fee) => Ok(()),
        Err(CancelError::Unknown) => Err(ProgressError::Unknown),
        Err(CancelError::Db(error)) => Err(error.into()),
        Err(CancelError::Already | CancelError::TooLate | CancelError::FeeChanged) => {
            Err(ProgressError::DoesNotFollow)
        }
    }
}

/// Moves a booking on to `next`. Doing it twice changes nothing the second time. Who did not come gives what is left of
/// the time to whoever does: nothing but what stands takes time ([`Status::takes_time`]), and a shop fills such a gap.
pub fn advance(tx: &mut TenantTx<'_>, id: BookingId, next: Status) -> Result<(), ProgressError> {
    let row = booking::find_for_update(tx, id)?.ok_or(ProgressError::Unknown)?;
    if row.status == next {
        return Ok(());
    }
    let asked = matches!(
        next,
        Status::Arrived | Status::InService | Status::Completed | Status::NoShow
    );
    if !asked || !row.status.may_become(next) {
        return Err(ProgressError::DoesNotFollow);
    }
    if next == Status::NoShow {
        if tx.now() < row.start_at {
            return Err(ProgressError::TooEarly);
        }
        count_no_show(tx, &row, 1)?;
        allocation::release_booking(tx, row.id)?;
    }
    set(tx, &row, next)
}

/// Until when the last act of staff can be taken back, if it is that they called the booking off, approved or moved it.
pub fn recallable_until(row: &booking::Row, story: &[Entry]) -> Option<DateTime<Utc>> {
    last_act(row, story).map(|(_, until)| until)
}

/// Takes the last step back: the state goes to what it was before, and takes its time again where the step had freed it;
/// what was moved goes back to where it was.
pub fn undo(tx: &mut TenantTx<'_>, profile: &Profile, id: BookingId) -> Result<(), ProgressError> {
    let row = booking::find_for_update(tx, id)?.ok_or(ProgressError::Unknown)?;
    let story = history::read(tx, id)?;
    let act = last_act(&row, &story).filter(|(_, until)| tx.now() <= *until);
    let undoable = match (row.status, act) {
        (_, Some((LastAct::Moved, _))) => {
            return take_back::move_back(tx, profile, (&row, &story));
        }
        (_, Some((LastAct::PartOff | LastAct::PartMoved, _))) => {
            return take_back::part_back(tx, profile, (&row, &story));
        }
        (_, Some((LastAct::Approved, _))) => {
            return take_back::disapprove(tx, (&row, &story));
        }
        (Status::Arrived | Status::InService | Status::Completed | Status::NoShow, _) => true,
        (_, act) => act.is_some(),
    };
    let before = last_step(&row, &story)
        .and_then(|step| Status::from_label(step.old.as_deref()?))
        .filter(|before| undoable && before.may_become(row.status));
    let Some(before) = before else {
        return Err(ProgressError::NothingToUndo);
    };
    if before.takes_time() && !row.status.takes_time() {
        retake(tx, profile, &row)?;
    }
    if row.status == Status::Cancelled && !coupon::may_return(tx, &row)? {
        return Err(ProgressError::CouponGone);
    }
    match row.status {
        Status::NoShow => count_no_show(tx, &row, -1)?,
        Status::Cancelled => recall_fee(tx, &row, &story)?,
        _ => {}
    }
    if !state::back(tx, &row, before)? {
        return Err(ProgressError::NothingToUndo);
    }
    if before == Status::Pending {
        request::resume(tx, row.id)?;
    }
    if row.status == Status::Cancelled {
        recall_letter(tx, &row, (&story, before))?;
    }
    Ok(())
}

/// The entry by which a booking came to where it stands. What was taken back is no step, and neither is taking it back: who
/// arrived, was called off and stands again as arrived came there by arriving.
pub(super) fn last_step<'a>(row: &booking::Row, story: &'a [Entry]) -> Option<&'a Entry> {
    let is_undo = |entry: &Entry| entry.reason == history::UNDO;
    let is_here = |state: &Option<String>| state.as_deref() == Some(row.status.label());
    let moves = story.iter().filter(|entry| entry.field == "status");
    let mut moves: Vec<&Entry> = moves
        .filter(|entry| match is_undo(entry) {
            true => is_here(&entry.old),
            false => is_here(&entry.new),
        })
        .collect();
    moves.sort_by_key(|entry| (entry.at, is_undo(entry)));
    let mut steps: Vec<&Entry> = Vec::new();
    for entry in moves {
        match is_undo(entry) {
            true => drop(steps.pop()),
            false => steps.push(entry),
        }
    }
    steps.pop()
}

/// The fee that fell due with the cancellation does not any more.
fn recall_fee(tx: &mut TenantTx<'_>, row: &booking::Row, story: &[Entry]) -> Result<(), DbError> {
    let cancelled_at = last_step(row, story).map(|step| step.at);
    let due = story
        .iter()
        .rfind(|entry| entry.field == "cancellation_fee" && Some(entry.at) == cancelled_at);
    let Some(due) = due else {
        return Ok(());
    };
    let change = Change {
        field: "cancellation_fee",
        old: due.new.clone(),
        new: None,
        reason: history::UNDO,
    };
    history::write(tx, row.id, &[change])
}

/// A letter that has not left is taken back, as if nothing had been; after one that has, the customer is told that the
/// booking stands, or waits again.
fn recall_letter(
    tx: &mut TenantTx<'_>,
    row: &booking::Row,
    (story, before): (&[Entry], Status),
) -> Result<(), DbError> {
    send::take_back(tx, row.id, Kind::BookingCancelled)?;
    let Some(step) = last_step(row, story) else {
        return Ok(());
    };
    if has_left(tx, row, (Kind::BookingCancelled, step.at))? {
        if before == Status::Pending {
            let known = request::find(tx, row.id)?;
            let until = known.map(|known| known.until(row.start_at));
            let data = serde_json::json!({ "recalled": true, "until": until });
            return tell(tx, row.id, Kind::RequestReceived, data, tx.now());
        }
        let data = serde_json::json!({ "recalled": true });
        tell(tx, row.id, Kind::BookingConfirmed, data, tx.now())?;
    }
    Ok(())
}

/// Another state, where the table has it.
fn set(tx: &mut TenantTx<'_>, row: &booking::Row, next: Status) -> Result<(), ProgressError> {
    match state::go(tx, row, next, "")? {
        true => Ok(()),
        false => Err(ProgressError::DoesNotFollow),
    }
}

fn count_no_show(tx: &mut TenantTx<'_>, row: &booking::Row, by: i32) -> Result<(), DbError> {
    let business = tx.business();
    diesel::update(
        customers::table.filter(
            customers::business_id
                .eq(business)
                .and(customers::id.eq(row.customer_id)),
        ),
    )
    .set(customers::no_show_count.eq(customers::no_show_count + by))
    .execute(tx.conn())?;
    Ok(())
}
