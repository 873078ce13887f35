//! What is of one person in the rows of payments.

use crate::{
    base::ids::BookingId,
    db::{
        self, PersonTx, TenantTx,
        statement::{bind, statement},
    },
};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Bool, Jsonb, Uuid as SqlUuid},
};
use serde_json::Value;
use uuid::Uuid;

/// Whether any payment of theirs is neither made nor given up.
pub fn has_open(tx: &mut PersonTx<'_>) -> db::Result<bool> {
    let (open,): (bool,) = statement::<(Bool,), _>(
        "select count(*) > ? from payments.booking_payments where status = 'pending'",
        (bind::<BigInt, _>(0),),
    )
    .get_result(tx.conn())?;
    Ok(open)
}

/// All their payments, at most so many.
pub fn export(tx: &mut PersonTx<'_>, most: i64) -> db::Result<Value> {
    let (rows,): (Value,) = statement::<(Jsonb,), _>(
        "select coalesce(jsonb_agg(to_jsonb(r)), '[]') from ( \
             select b.number as booking, p.provider, p.amount_cents, p.currency, p.mode, p.payment_type, p.status, p.created_at, \
             p.cancelled_at, (select jsonb_build_object('number', e.number, 'said', e.said, 'issued_at', e.created_at) \
                 from payments.receipts e where e.booking_id = p.booking_id) as receipt \
             from payments.booking_payments p join bookings.bookings b on b.id = p.booking_id \
             order by p.created_at, p.id limit ?) r",
        (bind::<BigInt, _>(most),),
    )
    .get_result(tx.conn())?;
    Ok(rows)
}

/// Command: what a provider told about the payer goes; amounts, dates and the provider's own numbers stay for the books
/// (seven years by tax law), and so do receipts as they were issued.
pub fn forget(tx: &mut TenantTx<'_>, bookings: &[BookingId]) -> db::Result<()> {
    let ids: Vec<Uuid> = bookings.iter().map(|id| id.0).collect();
    let _rows: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update payments.booking_payments set raw_response = null \
         where business_id = ? and booking_id = any (?) and raw_response is not null returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<diesel::sql_types::Array<SqlUuid>, _>(ids),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}
