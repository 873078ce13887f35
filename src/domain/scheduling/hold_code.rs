//! Command: the code of a coupon is kept with a hold, so that neither a reload nor another time loses it.

use crate::{
    base::token::Token,
    db::{DbError, TenantTx, statement::prepared},
    schema::scheduling::reservations,
};
use diesel::prelude::*;

/// Keeps a code, or none; nothing is kept with a hold that is spent.
pub fn keep_code(tx: &mut TenantTx<'_>, token: &Token, code: &str) -> Result<(), DbError> {
    let business = tx.business();
    prepared(
        diesel::update(
            reservations::table.filter(
                reservations::business_id
                    .eq(business)
                    .and(reservations::token_hash.eq(token.hash()))
                    .and(reservations::committed_at.is_null()),
            ),
        )
        .set(reservations::coupon_code.eq(code)),
    )
    .execute(tx.conn())?;
    Ok(())
}
