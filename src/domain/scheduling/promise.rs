//! Commands: a hold that is offered to somebody stands until they must have answered, and not for some minutes; and a hold is
//! given back before it has run out.

use crate::{
    base::ids::ReservationId,
    db::{self, TenantTx, statement::prepared},
    schema::scheduling::{allocations, reservations},
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

/// Lets a hold of this transaction stand until an instant, with what is known of whoever it is for. It cannot be made any
/// longer: the others on the list wait, too.
pub fn until(
    tx: &mut TenantTx<'_>,
    hold: ReservationId,
    (until, details): (DateTime<Utc>, &Value),
) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    prepared(
        diesel::update(
            allocations::table.filter(
                allocations::business_id
                    .eq(business)
                    .and(allocations::reservation_id.eq(hold)),
            ),
        )
        .set(allocations::expires_at.eq(until)),
    )
    .execute(tx.conn())?;
    prepared(
        diesel::update(
            reservations::table.filter(
                reservations::business_id
                    .eq(business)
                    .and(reservations::id.eq(hold)),
            ),
        )
        .set((
            reservations::expires_at.eq(until),
            reservations::extended_at.eq(now),
            reservations::details_json.eq(details),
        )),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Gives a hold's time back at once, and forgets what was known of whoever it was for. What has become a booking stays.
pub fn give_back(tx: &mut TenantTx<'_>, hold: ReservationId) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    prepared(diesel::delete(
        allocations::table.filter(
            allocations::business_id
                .eq(business)
                .and(allocations::reservation_id.eq(hold)),
        ),
    ))
    .execute(tx.conn())?;
    prepared(
        diesel::update(
            reservations::table.filter(
                reservations::business_id
                    .eq(business)
                    .and(reservations::id.eq(hold))
                    .and(reservations::committed_at.is_null()),
            ),
        )
        .set((
            reservations::expires_at.eq(now),
            reservations::details_json.eq(serde_json::json!({})),
        )),
    )
    .execute(tx.conn())?;
    Ok(())
}
