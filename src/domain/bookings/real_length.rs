//! Read: how long a service really takes, by when it was said to have begun and to be done. It is told with the number of visits
//! that it rests on, and changes nothing.

use crate::{
    base::ids::ServiceId,
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use chrono::TimeDelta;
use diesel::{
    prelude::*,
    sql_types::{BigInt, Integer, Timestamptz, Uuid as SqlUuid},
};

/// Fewer visits say nothing.
const FEWEST: i64 = 10;
/// What lies longer back says nothing of today.
const DAYS: i64 = 180;

/// How long it really takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RealLength {
    /// Minutes of the visit in the middle: half took as long or longer.
    pub minutes: i64,
    /// Of so many visits.
    pub visits: i64,
}

/// The last visits that were booked as long as the service is: with something besides, or by whoever needs longer, they would say
/// nothing about it. A press that came much too late says nothing either, nor does a beginning and an end at once.
const LENGTHS: &str = "select count(*), coalesce(round(percentile_cont(0.5) within group (order by taken.minutes)), 0)::bigint from ( \
    select extract(epoch from done.at - begun.at)::float8 / 60 as minutes from bookings.bookings b \
    cross join lateral (select max(h.created_at) as at from bookings.booking_history h \
        where h.business_id = b.business_id and h.booking_id = b.id and h.field_changed = 'status' and h.new_value = 'in_service') begun \
    cross join lateral (select max(h.created_at) as at from bookings.booking_history h \
        where h.business_id = b.business_id and h.booking_id = b.id and h.field_changed = 'status' and h.new_value = 'completed') done \
    where b.business_id = ? and b.service_id = ? and b.status = 'completed' and b.deleted_at is null and b.start_at > ? \
        and b.end_at - b.start_at = make_interval(mins => ?) \
        and done.at - begun.at between interval '5 minutes' and (b.end_at - b.start_at) * 3 \
    order by b.start_at desc limit 50) taken";

/// What the visits of a service of this length say, once there are enough of them.
pub fn of(
    tx: &mut TenantTx<'_>,
    (service, minutes): (ServiceId, i16),
) -> db::Result<Option<RealLength>> {
    let since = tx.now() - TimeDelta::days(DAYS);
    let (visits, minutes): (i64, i64) = statement::<(BigInt, BigInt), _>(
        LENGTHS,
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(service),
            bind::<Timestamptz, _>(since),
            bind::<Integer, _>(i32::from(minutes)),
        ),
    )
    .get_result(tx.conn())?;
    Ok((visits >= FEWEST).then_some(RealLength { minutes, visits }))
}
