//! How long taken time is kept once it is past: a year (seed 004), and the bookings themselves longer. What is to come is never
//! touched.

use crate::db::{
    self, PlatformTx,
    statement::{bind, statement},
};
use diesel::{
    RunQueryDsl,
    sql_types::{BigInt, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// How much taken time ended more than a year ago.
pub fn past(tx: &mut PlatformTx<'_>) -> db::Result<i64> {
    let now = tx.now();
    let (rows,) = statement::<(BigInt,), _>(
        "select count(*) from scheduling.allocations where end_at < ?::timestamptz - interval '1 year'",
        (bind::<Timestamptz, _>(now),),
    )
    .get_result::<(i64,)>(tx.conn())?;
    Ok(rows)
}

/// Deletes up to `most` of it. Returns how many rows went.
pub fn clear_past(tx: &mut PlatformTx<'_>, most: i64) -> db::Result<usize> {
    let now = tx.now();
    let gone: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from scheduling.allocations where id in (select id from scheduling.allocations \
         where end_at < ?::timestamptz - interval '1 year' limit ? for update skip locked) returning id",
        (bind::<Timestamptz, _>(now), bind::<BigInt, _>(most)),
    )
    .load(tx.conn())?;
    Ok(gone.len())
}
