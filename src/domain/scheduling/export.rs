//! Read: what somebody asked off for, wherever they work.

use crate::db::{
    self, PersonTx,
    statement::{bind, statement},
};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Jsonb},
};
use serde_json::Value;

/// Their requests, at most so many, with their own words and those that were said to them. Minutes are those of the business day.
pub fn export(tx: &mut PersonTx<'_>, most: i64) -> db::Result<Value> {
    let (rows,): (Value,) = statement::<(Jsonb,), _>(
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select s.slug as business, s.display_name_ja, s.display_name_en, t.kind, t.state, t.first_date, t.last_date, \
                 t.start_minute, t.end_minute, t.reason, t.answer, t.created_at, t.decided_at \
             from scheduling.time_off_requests t left join businesses.businesses s on s.id = t.business_id \
             order by t.first_date, t.created_at, t.id limit ?) r",
        (bind::<BigInt, _>(most),),
    )
    .get_result(tx.conn())?;
    Ok(rows)
}
