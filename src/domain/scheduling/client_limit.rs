//! How much one network address may hold at once, exactly: a burst of submits counts like submits one after another.

use crate::db::{
    self, TenantTx,
    statement::{bind, statement},
};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Binary, Timestamptz},
};

/// Whether this address may have one more living hold. Its submits queue up here until the transaction ends, so the
/// answer stays true until the hold is written. Nobody comes here who has locked a resource, so nobody who waits here
/// is waited for.
pub(super) fn may_hold_another(
    tx: &mut TenantTx<'_>,
    client: &[u8],
    most: i32,
) -> db::Result<bool> {
    let now = tx.now();
    let (live,): (i64,) = statement::<(BigInt,), _>(
        "select scheduling.live_holds(?, ?)",
        (bind::<Binary, _>(client), bind::<Timestamptz, _>(now)),
    )
    .get_result(tx.conn())?;
    Ok(live < i64::from(most))
}
