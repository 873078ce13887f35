//! How much one network address may hold at once, exactly: a burst of submits counts like submits one after another.

use crate::{
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    schema::scheduling::reservations,
};
use diesel::{
    prelude::*,
    sql_types::{Binary, Text, Uuid as SqlUuid},
};

/// Whether this address may have one more living hold. Its submits queue up here until the transaction ends, so the
/// answer stays true until the hold is written. Nobody comes here who has locked a resource, so nobody who waits here
/// is waited for.
pub(super) fn may_hold_another(
    tx: &mut TenantTx<'_>,
    client: &[u8],
    most: i32,
) -> db::Result<bool> {
    let (business, now) = (tx.business(), tx.now());
    let _: (String,) = statement::<(Text,), _>(
        "select pg_advisory_xact_lock(hashtextextended('holds of ' || ?::text || ' ' || encode(?, 'hex'), 0))::text",
        (bind::<SqlUuid, _>(business), bind::<Binary, _>(client)),
    )
    .get_result(tx.conn())?;
    // A statement of its own: its snapshot must not be older than the lock.
    let live: i64 = reservations::table
        .filter(
            reservations::business_id
                .eq(business)
                .and(reservations::client_hash.eq(client)),
        )
        .filter(
            reservations::expires_at
                .gt(now)
                .and(reservations::committed_at.is_null()),
        )
        .count()
        .get_result(tx.conn())?;
    Ok(live < i64::from(most))
}
