//! Command: letters forget to whom they went. That one was sent, which and when, stays beside its booking.

use super::{delivery::DeliveryStatus, unreached};
use crate::{
    base::ids::{BookingId, NoticeId, UserId},
    db::{
        self, PlatformTx, TenantTx,
        statement::{bind, statement},
    },
    schema::notifications::notification_outbox,
};
use chrono::TimeDelta;
use diesel::{
    dsl::exists,
    prelude::*,
    sql_types::{Array, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// So long it is known what a letter said.
const WORDS: TimeDelta = TimeDelta::days(90);

/// Whether a letter about any of these bookings is still on its way.
pub fn is_any_on_its_way(tx: &mut TenantTx<'_>, bookings: &[BookingId]) -> db::Result<bool> {
    let waiting = notification_outbox::table
        .filter(notification_outbox::business_id.eq(tx.business()))
        .filter(notification_outbox::booking_id.eq_any(bookings))
        .filter(notification_outbox::delivery_status.eq(DeliveryStatus::Queued));
    Ok(diesel::select(exists(waiting)).get_result(tx.conn())?)
}

/// Forgets the readers of all letters about these bookings; one that has not gone goes no more.
pub fn forget(tx: &mut TenantTx<'_>, bookings: &[BookingId]) -> db::Result<()> {
    let ids: Vec<Uuid> = bookings.iter().map(|id| id.0).collect();
    let _dropped: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from notifications.notification_outbox where business_id = ? and booking_id = any (?) \
         and delivery_status = 'queued' returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    unreached::forget(tx, bookings)?;
    let _letters: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update notifications.notification_outbox set to_email = null, to_phone = null, error_message = null, \
             subject = null, words = null, forgotten_at = ? \
         where business_id = ? and booking_id = any (?) returning id",
        (
            bind::<Timestamptz, _>(tx.now()),
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    let _attempts: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update notifications.notification_logs set recipient = '', error = null \
         where business_id = ? and booking_id = any (?) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Forgets what letters said, once that is long ago; that they went stays known. Returns how many that were.
pub fn clear_words(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let before = tx.now() - WORDS;
    let old: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update notifications.notification_outbox set subject = null, words = null \
         where words is not null and sent_at < ? returning id",
        (bind::<Timestamptz, _>(before),),
    )
    .load(tx.conn())?;
    Ok(old.len())
}

/// Removes letters of the house to somebody, and the attempts to deliver them: what they were about is gone as well. Those
/// still on their way stay, unless `all` go; returns how many stay.
pub fn forget_personal(
    tx: &mut PlatformTx<'_>,
    (user, emails): (UserId, &[String]),
    all: bool,
) -> db::Result<usize> {
    let mut letters: Vec<(NoticeId, DeliveryStatus)> = notification_outbox::table
        .filter(notification_outbox::recipient_id.eq(user))
        .filter(notification_outbox::business_id.is_null())
        .select((
            notification_outbox::id,
            notification_outbox::delivery_status,
        ))
        .load(tx.conn())?;
    // Offers of seats go to an address that may be nobody's account.
    letters.extend(
        notification_outbox::table
            .filter(notification_outbox::recipient_id.is_null())
            .filter(notification_outbox::business_id.is_null())
            .filter(notification_outbox::to_email.eq_any(emails))
            .select((
                notification_outbox::id,
                notification_outbox::delivery_status,
            ))
            .load::<(NoticeId, DeliveryStatus)>(tx.conn())?,
    );
    let (waiting, gone): (Vec<_>, Vec<_>) = letters
        .into_iter()
        .partition(|(_, status)| *status == DeliveryStatus::Queued && !all);
    let ids: Vec<Uuid> = gone.into_iter().map(|(id, _)| id.0).collect();
    let _attempts: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from notifications.notification_logs where business_id is null and notice_id = any (?) returning id",
        (bind::<Array<SqlUuid>, _>(&ids),),
    )
    .load(tx.conn())?;
    let _letters: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from notifications.notification_outbox where business_id is null and id = any (?) returning id",
        (bind::<Array<SqlUuid>, _>(&ids),),
    )
    .load(tx.conn())?;
    Ok(waiting.len())
}
