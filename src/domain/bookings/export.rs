//! Read: everything about a person's own bookings, but what staff wrote to each other.

use crate::db::{
    self, PersonTx,
    statement::{bind, statement},
};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Jsonb},
};
use serde_json::Value;

/// Their bookings, at most so many, each with its story; reasons are given where they are the person's own words.
pub fn export(tx: &mut PersonTx<'_>, most: i64) -> db::Result<Value> {
    let (rows,): (Value,) = statement::<(Jsonb,), _>(
        "with told as materialized (select booking_id, answers from bookings.booking_answers) \
         select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select s.slug as business, b.number, b.status, b.cancelled_by, b.source, b.start_at, b.end_at, b.business_date, \
                 b.party_size, b.is_nominated, b.locale, b.price_cents, b.currency, b.price_snapshot_json as price, \
                 b.policy_snapshot_json as cancellation_policy, b.customer_note as remark, b.created_at, b.updated_at, \
                 told.answers, \
                 (select coalesce(jsonb_agg(jsonb_build_object('at', h.created_at, 'by', h.actor, 'field', h.field_changed, \
                     'from', h.old_value, 'to', h.new_value, \
                     'reason', case when h.actor = 'customer' then h.reason end) order by h.created_at, h.id), '[]') \
                  from bookings.booking_history h where h.booking_id = b.id) as story \
             from bookings.bookings b join businesses.businesses s on s.id = b.business_id \
             left join told on told.booking_id = b.id \
             where b.deleted_at is null order by b.start_at, b.id limit ?) r",
        (bind::<BigInt, _>(most),),
    )
    .get_result(tx.conn())?;
    Ok(rows)
}

/// The files that they answered questions with, the last first, with what is in them while that is no more than so many bytes
/// altogether; of the others, which their bookings' own pages give, there are the names.
pub fn files(tx: &mut PersonTx<'_>, (most, bytes): (i64, i64)) -> db::Result<Value> {
    let (rows,): (Value,) = statement::<(Jsonb,), _>(
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select b.number as booking, f.name, f.content_type, f.created_at as sent_at, \
                 case when sum(octet_length(f.bytes)) over (order by f.created_at desc, f.id) <= ? \
                     then replace(encode(f.bytes, 'base64'), chr(10), '') end as base64 \
             from bookings.answer_files f join bookings.bookings b on b.id = f.booking_id \
             where b.deleted_at is null order by f.created_at desc, f.id limit ?) r",
        (bind::<BigInt, _>(bytes), bind::<BigInt, _>(most)),
    )
    .get_result(tx.conn())?;
    Ok(rows)
}

/// What businesses wrote about their visits, at most so many; of photographs what is said of them, for the pictures
/// themselves are with the business.
pub fn charts(tx: &mut PersonTx<'_>, most: i64) -> db::Result<Value> {
    let (rows,): (Value,) = statement::<(Jsonb,), _>(
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select s.slug as business, e.visited_on, e.parts, e.created_at, e.updated_at, \
                 (select coalesce(jsonb_agg(jsonb_build_object('stage', p.stage, 'caption', p.caption, \
                     'created_at', p.created_at) order by p.created_at, p.id), '[]') \
                  from bookings.chart_photos p where p.entry_id = e.id and p.deleted_at is null) as photographs \
             from bookings.chart_entries e join businesses.businesses s on s.id = e.business_id \
             where e.deleted_at is null order by e.visited_on, e.id limit ?) r",
        (bind::<BigInt, _>(most),),
    )
    .get_result(tx.conn())?;
    Ok(rows)
}

/// What they agreed to as businesses wrote it down, and what they took back of that and of what they agreed to with bookings,
/// which stands among the answers of these.
pub fn consents(tx: &mut PersonTx<'_>, most: i64) -> db::Result<Value> {
    let (rows,): (Value,) = statement::<(Jsonb,), _>(
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select s.slug as business, k.kind, k.topic, k.wording, k.way, k.signer, k.agreed_on, \
                 (select b.number from bookings.bookings b where b.id = k.booking_id) as booking, k.agreed_at, \
                 k.withdrawn_on, k.withdrawal_note, k.created_at \
             from bookings.consents k join businesses.businesses s on s.id = k.business_id \
             order by k.agreed_on, k.id limit ?) r",
        (bind::<BigInt, _>(most),),
    )
    .get_result(tx.conn())?;
    Ok(rows)
}
