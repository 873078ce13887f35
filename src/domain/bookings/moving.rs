//! Until when a guest may move a booking, how often, and for how much: by what was agreed with it, else by the shop's deadline and,
//! where the shop says so, only as long as calling it off costs nothing, so that nobody gets out of a fee by another day.

use super::{
    booking::{self, Row},
    history::{self, LINE_MOVED, MOVE_FEE},
    rules,
    status::Status,
};
use crate::{
    base::ids::BookingId,
    db::{self, DbError, TenantTx},
    domain::{
        businesses::profile::{Profile, Settings},
        catalog::{move_rules::MoveRules, policy::Policy},
    },
    refusal,
    schema::bookings::{booking_history, bookings},
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// What has been moved of a booking by its guest, and what that has cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// How often.
    pub times: i64,
    /// Minor units that are owed for it, what was waived left out.
    pub owed: i64,
}

/// What was agreed about moving it.
pub fn agreed(row: &Row) -> MoveRules {
    policy(row).map(|policy| policy.moves()).unwrap_or_default()
}

/// The last instant at which a guest may move it.
pub fn deadline(settings: &Settings, row: &Row) -> DateTime<Utc> {
    let policy = policy(row);
    let own = policy
        .as_ref()
        .and_then(|policy| policy.moves().until_hours);
    let minutes = own.map_or(settings.change_until_minutes, |hours| {
        hours.saturating_mul(60)
    });
    let start = row.limits_start();
    let usual = rules::change_until(start, minutes);
    if !settings.moves_while_free || row.price_cents == 0 {
        return usual;
    }
    let free = policy.and_then(|policy| policy.free_until(start));
    free.map_or(usual, |free| usual.min(free))
}

/// Whether a guest may move it by themselves at `now`, as often as they may.
pub fn is_open(profile: &Profile, row: &Row, now: DateTime<Utc>) -> bool {
    let in_time = rules::in_time(deadline(&profile.settings, row), now);
    row.service_id.is_some()
        && row.status.is_ahead()
        && now < row.start_at
        && in_time
        && !profile.is_stopped
}

/// What moving it costs now. What the shop has not promised yet costs nothing.
pub fn fee(row: &Row, now: DateTime<Utc>) -> i64 {
    fee_of(row, row.price_cents, now)
}

/// What moving one service of a visit costs now: the share that was agreed, of what that service costs.
pub(super) fn fee_of(row: &Row, price: i64, now: DateTime<Utc>) -> i64 {
    match row.status {
        Status::Pending => 0,
        _ => agreed(row).fee(row.limits_start(), price, now),
    }
}

/// How often its guest has moved it, and what is owed for that; where nothing was agreed, nothing is asked.
pub fn moved(tx: &mut TenantTx<'_>, row: &Row) -> db::Result<Moved> {
    let rules = agreed(row);
    if rules.most.is_none() && rules.steps.is_empty() {
        return Ok(Moved::default());
    }
    told(tx, row.id)
}

/// Whether the guest has moved it as often as was agreed.
pub fn is_used_up(row: &Row, moved: Moved) -> bool {
    let most = agreed(row).most;
    most.is_some_and(|most| moved.times >= i64::from(most))
}

/// What is owed for moving a booking, what was waived left out.
pub fn due(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<i64> {
    Ok(told(tx, booking)?.owed)
}

/// What is owed, as a story tells it: what it has cost less what was waived.
pub fn owed<'a>(story: impl IntoIterator<Item = (Option<&'a str>, Option<&'a str>)>) -> i64 {
    let yen = |text: Option<&str>| -> i64 { text.and_then(|text| text.parse().ok()).unwrap_or(0) };
    let each = story.into_iter().map(|(old, new)| yen(new) - yen(old));
    each.fold(0_i64, i64::saturating_add).max(0)
}

/// Why a fee was not waived.
#[derive(Debug, thiserror::Error)]
pub enum WaiveError {
    /// There is no such booking.
    #[error("no such booking")]
    Unknown,
    /// Somebody changed it since the page was shown.
    #[error("changed meanwhile")]
    Stale,
    /// Nothing is owed.
    #[error("nothing is owed")]
    Nothing,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(WaiveError);

/// What is owed for moving a booking is not asked for, for a reason.
pub fn waive(
    tx: &mut TenantTx<'_>,
    (id, version): (BookingId, i32),
    reason: &str,
) -> Result<(), WaiveError> {
    let row = booking::find_for_update(tx, id)?.ok_or(WaiveError::Unknown)?;
    if row.version != version {
        return Err(WaiveError::Stale);
    }
    let owed = told(tx, row.id)?.owed;
    if owed == 0 {
        return Err(WaiveError::Nothing);
    }
    diesel::update(bookings::table.filter(bookings::id.eq(row.id)))
        .set(bookings::version.eq(bookings::version + 1))
        .execute(tx.conn())
        .map_err(DbError::from)?;
    let change = history::Change {
        field: MOVE_FEE,
        old: Some(owed.to_string()),
        new: None,
        reason,
    };
    Ok(history::write(tx, row.id, &[change])?)
}

/// Writes down that it is owed.
pub(super) fn owe(tx: &mut TenantTx<'_>, booking: BookingId, fee: i64) -> db::Result<()> {
    let change = history::Change {
        field: MOVE_FEE,
        new: Some(fee.to_string()),
        ..history::Change::default()
    };
    history::write(tx, booking, &[change])
}

fn told(tx: &mut TenantTx<'_>, booking: BookingId) -> db::Result<Moved> {
    type Line = (String, String, Option<String>, Option<String>);
    let lines: Vec<Line> = booking_history::table
        .filter(
            booking_history::business_id
                .eq(tx.business())
                .and(booking_history::booking_id.eq(booking))
                .and(booking_history::field_changed.eq_any([history::START, LINE_MOVED, MOVE_FEE])),
        )
        .select((
            booking_history::field_changed,
            booking_history::actor,
            booking_history::old_value,
            booking_history::new_value,
        ))
        .load(tx.conn())?;
    // One service of a visit counts as much as all of them: else a visit would be moved piece by piece.
    let is_move = |line: &&Line| {
        [history::START, LINE_MOVED].contains(&line.0.as_str()) && line.1 == "customer"
    };
    let times = lines.iter().filter(is_move).count();
    let fees = lines.iter().filter(|line| line.0 == MOVE_FEE);
    Ok(Moved {
        times: i64::try_from(times).unwrap_or(i64::MAX),
        owed: owed(fees.map(|(.., old, new)| (old.as_deref(), new.as_deref()))),
    })
}

fn policy(row: &Row) -> Option<Policy> {
    serde_json::from_value(row.policy_snapshot_json.clone()).ok()
}
