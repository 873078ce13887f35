//! Read: which reminders a booking will bring, and when. They are rows nowhere before they leave; so this says what
//! [`super::remind`] will find, by the same rules.

use super::{
    booking::Booking,
    remind::TOO_LATE,
    reminder_rules::{self, ReminderRules},
    status::Status,
};
use crate::{
    base::{
        ids::BookingId,
        quiet,
        time::{BusinessDay, LocalDate, WallTime},
    },
    db::{self, TenantTx},
    domain::notifications::{send::Kind, story::Told, wishes},
    schema::bookings::booking_reminders,
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;

/// When a guest is reminded on the evening before, in minutes after midnight.
const EVENING: u16 = 18 * 60;

/// A reminder that has not left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// When it is due.
    pub due: DateTime<Utc>,
    /// When it leaves: later, if it is due at night.
    pub leaves: DateTime<Utc>,
}

/// Why a booking brings none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoneAhead {
    /// It is over, off, or not certain; or too little time is left.
    NotNow,
    /// The guest does not want to be reminded.
    Refused,
    /// The guest has no address.
    NoAddress,
    /// The shop reminds nobody, or everything has been said.
    Nothing,
}

/// The reminders that a booking will bring, the next first, if things stay as they are.
pub fn of(
    tx: &mut TenantTx<'_>,
    zone: Tz,
    (booking, story): (&Booking, &[Told]),
) -> db::Result<Result<Vec<Ahead>, NoneAhead>> {
    let (row, now) = (&booking.row, tx.now());
    if row.status != Status::Confirmed || row.start_at <= now + TOO_LATE {
        return Ok(Err(NoneAhead::NotNow));
    }
    if booking.customer.email.is_none() {
        return Ok(Err(NoneAhead::NoAddress));
    }
    if !wishes::of(tx, row.customer_id)?.reminders {
        return Ok(Err(NoneAhead::Refused));
    }
    let rules = *reminder_rules::of(tx)?;
    let gone = gone(tx, row.id, row.start_at)?;
    let told = story
        .iter()
        .filter(|told| is_reminder_enough(&told.row.kind));
    let last = told.map(|told| told.row.scheduled_at).max();
    let ahead = due(rules, zone, (row.business_date, row.start_at))
        .into_iter()
        .filter(|(which, due)| !gone.contains(which) && row.created_at < *due)
        .filter(|(_, due)| *due > now || last.is_none_or(|last| last < *due))
        .map(|(_, due)| Ahead {
            due,
            leaves: quiet::awake(zone, due.max(now)),
        });
    let mut ahead: Vec<Ahead> = ahead
        .filter(|one| one.leaves + TOO_LATE < row.start_at)
        .collect();
    ahead.sort_by_key(|one| one.leaves);
    // Of two that leave at once one does: it says the same.
    ahead.dedup_by_key(|one| one.leaves);
    match ahead.is_empty() {
        true => Ok(Err(NoneAhead::Nothing)),
        false => Ok(Ok(ahead)),
    }
}

/// When reminders of a booking are due, by these rules. Pure.
pub fn due(
    rules: ReminderRules,
    zone: Tz,
    (date, start): (LocalDate, DateTime<Utc>),
) -> Vec<(String, DateTime<Utc>)> {
    let evening = date.pred_opt().filter(|_| rules.is_day_before);
    let evening = evening.and_then(|day| {
        let clock = BusinessDay::new(zone, day);
        DateTime::from_timestamp(clock.reached(WallTime::new(EVENING)?)?, 0)
    });
    let hours = rules
        .lead_hours
        .map(|hours| start - TimeDelta::hours(hours.into()));
    let named = |which: &'static str| move |at: DateTime<Utc>| (which.to_owned(), at);
    evening
        .map(named("day_before"))
        .into_iter()
        .chain(hours.map(named("hours_before")))
        .collect()
}

/// Whoever has got one of these since a reminder was due has just read when it is.
fn is_reminder_enough(kind: &str) -> bool {
    matches!(
        Kind::from_name(kind),
        Some(
            Kind::BookingConfirmed
                | Kind::BookingChanged
                | Kind::BookingReminder
                | Kind::SeriesConfirmed
                | Kind::SeriesChanged
        )
    )
}

/// Which ones have left for this beginning.
fn gone(
    tx: &mut TenantTx<'_>,
    booking: BookingId,
    start: DateTime<Utc>,
) -> db::Result<Vec<String>> {
    Ok(booking_reminders::table
        .filter(booking_reminders::business_id.eq(tx.business()))
        .filter(booking_reminders::booking_id.eq(booking))
        .filter(booking_reminders::for_start.eq(start))
        .select(booking_reminders::reminder_type)
        .load(tx.conn())?)
}
