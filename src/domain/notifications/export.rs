//! Read: which letters went to somebody.

use crate::{
    base::ids::UserId,
    db::{
        self, PersonTx, PlatformTx,
        statement::{bind, statement},
    },
};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Jsonb, Uuid as SqlUuid},
};
use serde_json::Value;

/// Letters about their account.
pub fn about_account(tx: &mut PlatformTx<'_>, user: UserId, most: i64) -> db::Result<Value> {
    let (rows,): (Value,) = statement::<(Jsonb,), _>(
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select kind, channel, to_email, locale, delivery_status, created_at, sent_at \
             from notifications.notification_outbox where recipient_id = ? and business_id is null \
             order by created_at, id limit ?) r",
        (bind::<SqlUuid, _>(user), bind::<BigInt, _>(most)),
    )
    .get_result(tx.conn())?;
    Ok(rows)
}

/// Letters about their bookings.
pub fn about_bookings(tx: &mut PersonTx<'_>, most: i64) -> db::Result<Value> {
    let (rows,): (Value,) = statement::<(Jsonb,), _>(
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select b.number as booking, o.kind, o.channel, o.to_email, o.to_phone, o.locale, o.delivery_status, \
                 o.created_at, o.sent_at, o.subject, o.words \
             from notifications.notification_outbox o join bookings.bookings b on b.id = o.booking_id \
             order by o.created_at, o.id limit ?) r",
        (bind::<BigInt, _>(most),),
    )
    .get_result(tx.conn())?;
    Ok(rows)
}
