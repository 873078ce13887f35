//! How long letters are kept once nobody waits for them: a year (seed 004).

use crate::db::{
    self, PlatformTx,
    statement::{bind, statement},
};
use diesel::{
    RunQueryDsl,
    sql_types::{BigInt, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// How many letters are past their year: those that went, came back or were given up, and were not tried again since. What
/// still waits is never counted.
pub fn letters(tx: &mut PlatformTx<'_>) -> db::Result<i64> {
    let now = tx.now();
    let (rows,) = statement::<(BigInt,), _>(
        "with a as (select ?::timestamptz - interval '1 year' as border) \
         select count(*) from a join notifications.notification_outbox o on o.delivery_status <> 'queued' \
             and o.scheduled_at < a.border and coalesce(o.sent_at, o.scheduled_at) < a.border \
             and not exists (select from notifications.notification_logs l where l.notice_id = o.id and l.last_attempt_at >= a.border)",
        (bind::<Timestamptz, _>(now),),
    )
    .get_result::<(i64,)>(tx.conn())?;
    Ok(rows)
}

/// Deletes up to `most` of them, with what became of each try. Returns how many letters went.
pub fn clear_letters(tx: &mut PlatformTx<'_>, most: i64) -> db::Result<usize> {
    let now = tx.now();
    let gone: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "with a as (select ?::timestamptz - interval '1 year' as border) \
         delete from notifications.notification_outbox where id in (select o.id from a \
             join notifications.notification_outbox o on o.delivery_status <> 'queued' \
             and o.scheduled_at < a.border and coalesce(o.sent_at, o.scheduled_at) < a.border \
             and not exists (select from notifications.notification_logs l where l.notice_id = o.id and l.last_attempt_at >= a.border) \
             limit ? for update of o skip locked) returning id",
        (bind::<Timestamptz, _>(now), bind::<BigInt, _>(most)),
    )
    .load(tx.conn())?;
    Ok(gone.len())
}

/// How many lines about tries are past their year and have no letter any more: those of the house's own letters have no key that
/// takes them along.
pub fn tries(tx: &mut PlatformTx<'_>) -> db::Result<i64> {
    let now = tx.now();
    let (rows,) = statement::<(BigInt,), _>(
        "with a as (select ?::timestamptz - interval '1 year' as border) \
         select count(*) from a join notifications.notification_logs l on l.status in ('sent', 'failed') \
             and coalesce(l.last_attempt_at, l.created_at) < a.border and l.created_at < a.border \
             and not exists (select from notifications.notification_outbox o where o.id = l.notice_id)",
        (bind::<Timestamptz, _>(now),),
    )
    .get_result::<(i64,)>(tx.conn())?;
    Ok(rows)
}

/// Deletes up to `most` of them. Returns how many went.
pub fn clear_tries(tx: &mut PlatformTx<'_>, most: i64) -> db::Result<usize> {
    let now = tx.now();
    let gone: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "with a as (select ?::timestamptz - interval '1 year' as border) \
         delete from notifications.notification_logs where id in (select l.id from a \
             join notifications.notification_logs l on l.status in ('sent', 'failed') \
             and coalesce(l.last_attempt_at, l.created_at) < a.border and l.created_at < a.border \
             and not exists (select from notifications.notification_outbox o where o.id = l.notice_id) \
             limit ? for update of l skip locked) returning id",
        (bind::<Timestamptz, _>(now), bind::<BigInt, _>(most)),
    )
    .load(tx.conn())?;
    Ok(gone.len())
}
