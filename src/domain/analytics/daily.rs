//! What a business day came to. A day is the shop's own, by its zone and by the hours of the day to which a booking belongs
//! (`bookings.business_date`), and is counted once it is over. Counting again changes nothing, and a day of which something was
//! changed later is put right the next night.
//!
//! Bookings are those of the day that stood or took place, whoever came or not; those that were called off are counted beside them.
//! Money is what was taken on that day and not given back. What is unanswered or lapsed counts nowhere. Averages of reviews are
//! nobody's yet.

use crate::db::{
    self, TenantTx,
    statement::{bind, statement},
};
use diesel::{
    RunQueryDsl,
    sql_types::{Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// Counts every day that is over: of the last thirteen months all, of those before that whatever was changed in the last two days,
/// and everything where nothing was counted before. Returns how many rows are new or other than they were.
pub fn count(tx: &mut TenantTx<'_>) -> db::Result<usize> {
    let (business, now) = (tx.business(), tx.now());
    // The first time goes through the whole history of a shop, at night.
    let _longer: (String,) = statement::<(Text,), _>(
        "select set_config('statement_timeout', ?, true)",
        (bind::<Text, _>("60s"),),
    )
    .get_result(tx.conn())?;
    let written: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        COUNT,
        (bind::<SqlUuid, _>(business), bind::<Timestamptz, _>(now)),
    )
    .load(tx.conn())?;
    Ok(written.len())
}

const COUNT: &str = "with a as (select b.id as business, b.timezone as zone, moment.at, (moment.at at time zone b.timezone)::date as today, \
         case when exists (select from analytics.analytics_daily d where d.business_id = b.id) \
             then (moment.at at time zone b.timezone)::date - 400 else '-infinity'::date end as since \
         from businesses.businesses b, (select ?::uuid as business, ?::timestamptz as at) as moment where b.id = moment.business), \
     touched as (select b.business_date as date from a join bookings.bookings b on b.business_id = a.business \
             and b.business_date < a.since and b.updated_at >= a.at - interval '2 days' \
         union select p.taken_on from a join payments.booking_payments p on p.business_id = a.business \
             and p.taken_on < a.since and p.updated_at >= a.at - interval '2 days'), \
     parts as ( \
         select b.business_date as date, count(*) filter (where b.status not in ('pending', 'cancelled', 'expired')) as bookings, \
             0::numeric as revenue, count(*) filter (where b.status = 'cancelled') as cancellations, \
             count(*) filter (where b.status = 'no_show') as no_shows \
         from a join bookings.bookings b on b.business_id = a.business and b.deleted_at is null and b.business_date < a.today \
             and (b.business_date >= a.since or b.business_date in (select date from touched)) group by 1 \
         union all select coalesce(p.taken_on, b.business_date), 0, sum(p.amount_cents), 0, 0 \
         from a join payments.booking_payments p on p.business_id = a.business and p.status = 'succeeded' \
             join bookings.bookings b on b.business_id = a.business and b.id = p.booking_id \
         where coalesce(p.taken_on, b.business_date) < a.today and (coalesce(p.taken_on, b.business_date) >= a.since \
             or coalesce(p.taken_on, b.business_date) in (select date from touched)) group by 1 \
         union all select d.date, 0, 0, 0, 0 from a join analytics.analytics_daily d on d.business_id = a.business \
             and (d.date >= a.since or d.date in (select date from touched))), \
     days as (select date, sum(bookings)::integer as bookings, sum(revenue)::bigint as revenue, sum(cancellations)::integer as cancellations, \
         sum(no_shows)::integer as no_shows from parts group by date) \
     insert into analytics.analytics_daily as d (business_id, date, bookings, revenue_cents, cancellations, no_shows) \
     select a.business, days.date, days.bookings, days.revenue, days.cancellations, days.no_shows from a, days \
     on conflict (business_id, date) do update set bookings = excluded.bookings, revenue_cents = excluded.revenue_cents, \
         cancellations = excluded.cancellations, no_shows = excluded.no_shows \
     where (d.bookings, d.revenue_cents, d.cancellations, d.no_shows) \
         is distinct from (excluded.bookings, excluded.revenue_cents, excluded.cancellations, excluded.no_shows) returning d.id";
