//! Reminders: nothing is planned ahead, so nothing has to be planned anew. Whenever it is looked, whoever is to be reminded by now
//! of the time that their booking has now is reminded of it, once.
//!
//! Never of what is past; never in the quiet hours; and not whoever was written to about this booking since the reminder was due:
//! who books at nine in the evening has just read when it is.

use super::{
    booking,
    cancel::tell,
    moving,
    reminder_rules::{self, ReminderRules},
};
use crate::base::ids::BusinessId;
use crate::{
    base::{ids::BookingId, quiet},
    db::{
        self, PlatformTx, TenantTx,
        statement::{bind, statement},
    },
    domain::{businesses::profile, notifications::send::Kind},
    schema::businesses::businesses,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Bool, Nullable, SmallInt, Text, Timestamptz, Uuid as SqlUuid},
};

/// So long before its beginning nobody is reminded any more.
pub(super) const TOO_LATE: TimeDelta = TimeDelta::minutes(30);
/// How far ahead it is looked: no reminder is due earlier.
const AHEAD: TimeDelta = TimeDelta::days(3);
/// How many are found at a time.
const AT_ONCE: i64 = 2_000;

/// One that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Of which booking.
    pub booking: BookingId,
    /// Which reminder: `day_before` or `hours_before`.
    pub which: String,
    /// When it was due.
    pub at: DateTime<Utc>,
    /// The beginning it reminds of.
    pub start: DateTime<Utc>,
}

/// The businesses whose guests may have to be reminded.
pub fn businesses(tx: &mut PlatformTx<'_>) -> db::Result<Vec<BusinessId>> {
    let open = businesses::table
        .filter(businesses::deleted_at.is_null())
        .select(businesses::id)
        .order(businesses::id)
        .load(tx.conn())?;
    Ok(open)
}

/// What is due by now, the longest due first; nothing in the quiet hours.
pub fn due(tx: &mut TenantTx<'_>) -> db::Result<Vec<Due>> {
    let rules = *reminder_rules::of(tx)?;
    let Some(profile) = profile::own(tx)? else {
        return Ok(Vec::new());
    };
    let now = tx.now();
    if quiet::awake(profile.zone, now) > now {
        return Ok(Vec::new());
    }
    found(tx, rules, profile.zone.name())
}

/// Writes a reminder that is due, unless another did or the booking is another by now. Returns whether it was written.
pub fn remind(tx: &mut TenantTx<'_>, due: &Due) -> db::Result<bool> {
    let Some(row) = booking::find_for_update(tx, due.booking)? else {
        return Ok(false);
    };
    if row.start_at != due.start || row.status != super::status::Status::Confirmed {
        return Ok(false);
    }
    let (business, now) = (tx.business(), tx.now());
    let noted: Vec<(BookingId,)> = statement::<(SqlUuid,), _>(
        "insert into bookings.booking_reminders as r (business_id, booking_id, reminder_type, scheduled_at, sent_at, for_start) \
         values (?, ?, ?, ?, ?, ?) on conflict (booking_id, reminder_type) do update set scheduled_at = excluded.scheduled_at, \
         sent_at = excluded.sent_at, for_start = excluded.for_start where r.for_start is distinct from excluded.for_start \
         returning booking_id",
        (
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(due.booking),
            bind::<Text, _>(&due.which),
            bind::<Timestamptz, _>(due.at),
            bind::<Timestamptz, _>(now),
            bind::<Timestamptz, _>(due.start),
        ),
    )
    .load(tx.conn())?;
    if noted.is_empty() {
        return Ok(false);
    }
    // Whoever has moved it as often as was agreed is shown no way to do it again.
    let data = match moving::is_used_up(&row, moving::moved(tx, &row)?) {
        true => serde_json::json!({ "start": due.start, "fixed": true }),
        false => serde_json::json!({ "start": due.start }),
    };
    tell(tx, due.booking, Kind::BookingReminder, data, now)?;
    Ok(true)
}

/// Each question about a booking is asked for that booking by its key, and whom no letter reaches is found once. Were they joined, a
/// day of ten thousand would be compared with all guests and all letters of the shop.
fn found(tx: &mut TenantTx<'_>, rules: ReminderRules, zone: &str) -> db::Result<Vec<Due>> {
    type Row = (SqlUuid, Text, Timestamptz, Timestamptz);
    let (business, now) = (tx.business(), tx.now());
    let rows: Vec<(BookingId, String, DateTime<Utc>, DateTime<Utc>)> = statement::<Row, _>(
        "select * from (select distinct on (b.id) b.id, k.which, k.due, b.start_at from bookings.bookings b \
         cross join lateral (values \
             ('day_before', case when ? then ((b.business_date - 1) + time '18:00') at time zone ? end), \
             ('hours_before', b.start_at - make_interval(hours => ?::int))) k (which, due) \
         where b.business_id = ? and b.deleted_at is null and b.status = 'confirmed' \
             and b.start_at > ? and b.start_at < ? and k.due <= ? and b.created_at < k.due \
             and b.customer_id not in (select c.id from customers.customers c where c.business_id = ? and c.email is null) \
             and coalesce((select w.wants_reminders from notifications.guest_wishes w where w.business_id = b.business_id \
                 and w.customer_id = b.customer_id), true) \
             and (select true from bookings.booking_reminders r where r.business_id = b.business_id and r.booking_id = b.id \
                 and r.reminder_type = k.which and r.for_start = b.start_at) is null \
             and (select true from notifications.notification_outbox o where o.business_id = b.business_id and o.booking_id = b.id \
                 and o.scheduled_at >= k.due and o.kind in ('booking_confirmed', 'booking_changed', 'booking_reminder', \
                 'series_confirmed', 'series_changed') limit 1) is null \
         order by b.id, k.due desc) found order by due, id limit ?",
        (
            bind::<Bool, _>(rules.is_day_before),
            bind::<Text, _>(zone),
            bind::<Nullable<SmallInt>, _>(rules.lead_hours),
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(now + TOO_LATE),
            bind::<Timestamptz, _>(now + AHEAD),
            bind::<Timestamptz, _>(now),
            bind::<SqlUuid, _>(business),
            bind::<BigInt, _>(AT_ONCE),
        ),
    )
    .load(tx.conn())?;
    let due = |(booking, which, at, start)| Due {
        booking,
        which,
        at,
        start,
    };
    Ok(rows.into_iter().map(due).collect())
}
