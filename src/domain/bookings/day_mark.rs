//! Read: a figure that is another one as soon as anything about some business days is: what is booked, moved, called off, where
//! it stands, what time is kept free. Pages that show them compare it and say so.

use super::day_sheet::Entry;
use crate::{
    base::time::LocalDate,
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::scheduling::block::Block,
};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Date, Uuid as SqlUuid},
};
use uuid::Uuid;

/// Each booking weighs its version times the beginning of its key, so that one that comes for another that goes is seen,
/// too; a block weighs as a booking that never changes.
const MARK: &str = "select (coalesce((select sum(b.version * ('x' || left(b.id::text, 8))::bit(32)::bigint) \
    from bookings.bookings b where b.business_id = ? and b.business_date between ? and ? and b.deleted_at is null), 0) \
    + coalesce((select sum(('x' || left(k.id::text, 8))::bit(32)::bigint) \
    from scheduling.blocks k where k.business_id = ? and k.business_date between ? and ?), 0))::bigint";

/// The mark of the days from one to another, both among them: the sum of their marks.
pub fn read(tx: &mut TenantTx<'_>, (first, last): (LocalDate, LocalDate)) -> db::Result<i64> {
    let business = tx.business();
    let (mark,): (i64,) = statement::<(BigInt,), _>(
        MARK,
        (
            bind::<SqlUuid, _>(business),
            bind::<Date, _>(first),
            bind::<Date, _>(last),
            bind::<SqlUuid, _>(business),
            bind::<Date, _>(first),
            bind::<Date, _>(last),
        ),
    )
    .get_result(tx.conn())?;
    Ok(mark)
}

/// The same from what has been read already.
pub fn of(entries: &[Entry], blocks: &[Block]) -> i64 {
    let weight = |id: Uuid| i64::from(id.as_fields().0);
    let booked = entries
        .iter()
        .map(|one| i64::from(one.version) * weight(one.id.0));
    let kept = blocks.iter().map(|one| weight(one.id.0));
    booked.chain(kept).sum()
}
