//! Read: how full the days of a month are, in one statement.

use crate::{
    base::{ids::ResourceId, time::LocalDate},
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Date, Uuid as SqlUuid},
};

/// One day that has bookings.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct DaySum {
    /// Which.
    pub date: LocalDate,
    /// How many stand.
    pub bookings: i64,
    /// How many of them are in nobody's column.
    pub unassigned: i64,
    /// Minutes they take of the seats that were asked about, buffers inside.
    pub minutes: i64,
}

/// Each seat that a booking takes is a row, so whatever has more than one is weighed by its seats.
const DAYS: &str = "select b.business_date, count(distinct b.id), \
    count(distinct b.id) filter (where b.resource_id is null), \
    coalesce(sum(extract(epoch from a.end_at - a.start_at)) / 60, 0)::bigint \
    from bookings.bookings b left join scheduling.allocations a \
    on a.business_id = b.business_id and a.booking_id = b.id and a.resource_id = any (?) \
    where b.business_id = ? and b.business_date between ? and ? and b.deleted_at is null \
    and b.status not in ('cancelled', 'expired') group by b.business_date order by b.business_date";

/// The days between the one and the other that have bookings; minutes are those of these people, or of these tables.
pub fn read(
    tx: &mut TenantTx<'_>,
    columns: &[ResourceId],
    (first, last): (LocalDate, LocalDate),
) -> db::Result<Vec<DaySum>> {
    let columns: Vec<_> = columns.iter().map(|column| column.0).collect();
    Ok(statement::<(Date, BigInt, BigInt, BigInt), _>(
        DAYS,
        (
            bind::<Array<SqlUuid>, _>(columns),
            bind::<SqlUuid, _>(tx.business()),
            bind::<Date, _>(first),
            bind::<Date, _>(last),
        ),
    )
    .load(tx.conn())?)
}
