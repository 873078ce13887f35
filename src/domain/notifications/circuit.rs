//! Whoever carries messages and fails again and again is left alone for a while: each try costs a worker its patience, and a server that
//! comes back should not meet all that has waited at once. After a growing pause one message asks for all of them. What is known
//! stands in the database, so that every worker knows it.

use super::delivery::Channel;
use crate::db::{
    self, PlatformTx,
    statement::{bind, statement},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Bool, Double, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// So many failures in a row, and it is left alone.
pub const FAILURES: i32 = 5;
/// The first pause; each one after it is twice as long.
const PAUSE: TimeDelta = TimeDelta::seconds(30);
/// The longest.
const LONGEST: TimeDelta = TimeDelta::minutes(5);
/// So long one message may take to find out for all.
const PROBE: TimeDelta = TimeDelta::seconds(45);

/// Whether somebody may be asked to carry a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// Yes; nothing has failed.
    Ask,
    /// Yes, and what comes of it is to be told by [`mended`] or [`failed`].
    Probe,
    /// Not before then.
    Wait(DateTime<Utc>),
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circuit {
    /// Failures in a row.
    pub failures: i32,
    /// Nobody is asked before then; `None` while it is tried as usual.
    pub open_until: Option<DateTime<Utc>>,
    /// What was said last.
    pub why: String,
}

/// Whether a way of the house may be tried now. Of all who ask when a pause is over, one may.
pub fn may(tx: &mut PlatformTx<'_>, channel: Channel) -> db::Result<May> {
    let (name, now): (&str, _) = (channel.label(), tx.now());
    let found: Option<(Option<DateTime<Utc>>, bool)> = statement::<(Nullable<Timestamptz>, Bool), _>(
        "with probe as (update notifications.circuits set open_until = ? \
             where business_id is null and channel = ?::notifications.channel and open_until <= ? returning id) \
         select c.open_until, exists (select from probe) from notifications.circuits c \
         where c.business_id is null and c.channel = ?::notifications.channel",
        (
            bind::<Timestamptz, _>(now + PROBE),
            bind::<Text, _>(name),
            bind::<Timestamptz, _>(now),
            bind::<Text, _>(name),
        ),
    )
    .get_result(tx.conn())
    .optional()?;
    Ok(match found {
        None => May::Ask,
        Some((None, _) | (Some(_), true)) => May::Probe,
        // Somebody else was a moment quicker.
        Some((Some(until), false)) if until <= now => May::Wait(now + PROBE),
        Some((Some(until), false)) => May::Wait(until),
    })
}

/// A message went: all is well again.
pub fn mended(tx: &mut PlatformTx<'_>, channel: Channel) -> db::Result<()> {
    let _gone: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from notifications.circuits where business_id is null and channel = ?::notifications.channel returning id",
        (bind::<Text, _>(channel.label()),),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Whoever carries them could not be reached, or wants none from us; returns how it stands now.
pub fn failed(tx: &mut PlatformTx<'_>, channel: Channel, why: &str) -> db::Result<Circuit> {
    let now = tx.now();
    let (failures, open_until): (i32, Option<DateTime<Utc>>) = statement::<(Integer, Nullable<Timestamptz>), _>(
        "insert into notifications.circuits as c (channel, why, changed_at) values (?::notifications.channel, ?, ?) \
         on conflict (business_id, channel) do update set failures = c.failures + 1, why = excluded.why, \
             changed_at = excluded.changed_at, open_until = case when c.failures + 1 >= ? then excluded.changed_at \
                 + make_interval(secs => least(?::float8 * power(2, least(c.failures + 1 - ?, 20)), ?)) end \
         returning failures, open_until",
        (
            bind::<Text, _>(channel.label()),
            bind::<Text, _>(why),
            bind::<Timestamptz, _>(now),
            bind::<Integer, _>(FAILURES),
            bind::<Double, _>(PAUSE.as_seconds_f64()),
            bind::<Integer, _>(FAILURES),
            bind::<Double, _>(LONGEST.as_seconds_f64()),
        ),
    )
    .get_result(tx.conn())?;
    Ok(Circuit {
        failures,
        open_until,
        why: why.to_owned(),
    })
}

/// What is wrong with a way of the house; nothing where nothing is.
pub fn of_house(tx: &mut PlatformTx<'_>, channel: Channel) -> db::Result<Option<Circuit>> {
    let found: Option<(i32, Option<DateTime<Utc>>, String)> =
        statement::<(Integer, Nullable<Timestamptz>, Text), _>(
            "select failures, open_until, why from notifications.circuits \
             where business_id is null and channel = ?::notifications.channel",
            (bind::<Text, _>(channel.label()),),
        )
        .get_result(tx.conn())
        .optional()?;
    Ok(found.map(|(failures, open_until, why)| Circuit {
        failures,
        open_until,
        why,
    }))
}
