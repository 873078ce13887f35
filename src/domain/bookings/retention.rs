//! How long bookings and the cards of guests are kept: seven years after the last that happened (seed 004). What the books need
//! stays longer: a booking of which a receipt was issued, or whose payment is younger. A series goes whole or not at all.

use crate::db::{
    self, TenantTx,
    statement::{bind, statement},
};
use diesel::{
    RunQueryDsl,
    sql_types::{BigInt, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// How many bookings are past their seven years.
pub fn bookings(tx: &mut TenantTx<'_>) -> db::Result<i64> {
    let (business, now) = (tx.business(), tx.now());
    let (rows,) = statement::<(BigInt,), _>(
        "with a as (select ?::uuid as business, ?::timestamptz - interval '7 years' as border) \
         select count(*) from a join bookings.bookings b on b.business_id = a.business and b.end_at < a.border \
             and b.updated_at < a.border \
             and not exists (select from payments.receipts r where r.business_id = a.business and r.booking_id = b.id) \
             and not exists (select from payments.booking_payments p where p.business_id = a.business and p.booking_id = b.id \
                 and p.updated_at >= a.border) \
             and not exists (select from bookings.series_bookings s join bookings.series_bookings o on o.business_id = a.business \
                 and o.series_id = s.series_id join bookings.bookings other on other.business_id = a.business and other.id = o.booking_id \
                 where s.business_id = a.business and s.booking_id = b.id and (other.end_at >= a.border or other.updated_at >= a.border \
                 or exists (select from payments.receipts r where r.business_id = a.business and r.booking_id = other.id)))",
        (
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(now),
        ),
    )
    .get_result::<(i64,)>(tx.conn())?;
    Ok(rows)
}

/// Deletes up to `most` of them (of a series all, however many) with everything that belongs to them. Returns how many went.
pub fn clear_bookings(tx: &mut TenantTx<'_>, most: i64) -> db::Result<usize> {
    let (business, now) = (tx.business(), tx.now());
    let gone: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "with a as (select ?::uuid as business, ?::timestamptz - interval '7 years' as border), \
         old as (select b.id from a join bookings.bookings b on b.business_id = a.business and b.end_at < a.border \
             and b.updated_at < a.border \
             and not exists (select from payments.receipts r where r.business_id = a.business and r.booking_id = b.id) \
             and not exists (select from payments.booking_payments p where p.business_id = a.business and p.booking_id = b.id \
                 and p.updated_at >= a.border) \
             and not exists (select from bookings.series_bookings s join bookings.series_bookings o on o.business_id = a.business \
                 and o.series_id = s.series_id join bookings.bookings other on other.business_id = a.business and other.id = o.booking_id \
                 where s.business_id = a.business and s.booking_id = b.id and (other.end_at >= a.border or other.updated_at >= a.border \
                 or exists (select from payments.receipts r where r.business_id = a.business and r.booking_id = other.id))) \
             order by b.end_at limit ? for update of b skip locked), \
         whole as (select id from old union select o.booking_id from old join bookings.series_bookings s on s.booking_id = old.id \
             join bookings.series_bookings o on o.series_id = s.series_id and o.business_id = s.business_id) \
         delete from bookings.bookings b using a where b.business_id = a.business and b.id in (select id from whole) returning b.id",
        (
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(now),
            bind::<BigInt, _>(most),
        ),
    )
    .load(tx.conn())?;
    if !gone.is_empty() {
        clear_series(tx)?;
    }
    Ok(gone.len())
}

/// A series of which nothing is left.
fn clear_series(tx: &mut TenantTx<'_>) -> db::Result<()> {
    let business = tx.business();
    let _gone: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from bookings.booking_series s where s.business_id = ? \
         and not exists (select from bookings.series_bookings b where b.business_id = s.business_id and b.series_id = s.id) returning s.id",
        (bind::<SqlUuid, _>(business),),
    )
    .load(tx.conn())?;
    Ok(())
}

/// How many cards are past their seven years: no booking is left of them, and nothing was written on them since.
pub fn cards(tx: &mut TenantTx<'_>) -> db::Result<i64> {
    let (business, now) = (tx.business(), tx.now());
    let (rows,) = statement::<(BigInt,), _>(
        "with a as (select ?::uuid as business, ?::timestamptz - interval '7 years' as border) \
         select count(*) from a join customers.customers c on c.business_id = a.business and c.created_at < a.border \
             and c.updated_at < a.border \
             and not exists (select from customers.customers m where m.business_id = a.business and m.merged_into = c.id \
                 and m.updated_at >= a.border) \
             and not exists (select from bookings.bookings b where b.business_id = a.business and b.customer_id = c.id) \
             and not exists (select from bookings.chart_entries e where e.business_id = a.business and e.customer_id = c.id \
                 and e.updated_at >= a.border) \
             and not exists (select from bookings.consents k where k.business_id = a.business and k.customer_id = c.id \
                 and greatest(k.created_at, k.agreed_at, k.withdrawn_at) >= a.border) \
             and not exists (select from bookings.waitlist w where w.business_id = a.business and w.customer_id = c.id \
                 and w.updated_at >= a.border) \
             and not exists (select from customers.customer_notes n where n.business_id = a.business and n.customer_id = c.id \
                 and n.created_at >= a.border)",
        (
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(now),
        ),
    )
    .get_result::<(i64,)>(tx.conn())?;
    Ok(rows)
}

/// Deletes up to `most` of them with everything that belongs to them. Returns how many went.
pub fn clear_cards(tx: &mut TenantTx<'_>, most: i64) -> db::Result<usize> {
    let (business, now) = (tx.business(), tx.now());
    let gone: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "with a as (select ?::uuid as business, ?::timestamptz - interval '7 years' as border) \
         delete from customers.customers g using a where g.business_id = a.business and g.id in (select c.id from a \
             join customers.customers c on c.business_id = a.business and c.created_at < a.border and c.updated_at < a.border \
             and not exists (select from customers.customers m where m.business_id = a.business and m.merged_into = c.id \
                 and m.updated_at >= a.border) \
             and not exists (select from bookings.bookings b where b.business_id = a.business and b.customer_id = c.id) \
             and not exists (select from bookings.chart_entries e where e.business_id = a.business and e.customer_id = c.id \
                 and e.updated_at >= a.border) \
             and not exists (select from bookings.consents k where k.business_id = a.business and k.customer_id = c.id \
                 and greatest(k.created_at, k.agreed_at, k.withdrawn_at) >= a.border) \
             and not exists (select from bookings.waitlist w where w.business_id = a.business and w.customer_id = c.id \
                 and w.updated_at >= a.border) \
             and not exists (select from customers.customer_notes n where n.business_id = a.business and n.customer_id = c.id \
                 and n.created_at >= a.border) \
             order by c.id limit ? for update of c skip locked) returning g.id",
        (
            bind::<SqlUuid, _>(business),
            bind::<Timestamptz, _>(now),
            bind::<BigInt, _>(most),
        ),
    )
    .load(tx.conn())?;
    Ok(gone.len())
}
