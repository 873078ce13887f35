//! Command: somebody leaves, a room or a table goes. Not before what is booked with them has been moved or called off.

use crate::{
    base::ids::{BookingId, ResourceId},
    db::{DbError, EditError, TenantTx},
    domain::scheduling::{allocation, resource_card},
    refusal,
    schema::{bookings::bookings, customers::customers, scheduling::allocations},
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

/// So many of the bookings in the way are told of.
const TOLD: i64 = 20;

/// A booking that is in the way.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Coming {
    /// Its key.
    pub id: BookingId,
    /// What people read aloud.
    pub number: String,
    /// From.
    pub start: DateTime<Utc>,
    /// The business day.
    pub date: NaiveDate,
    /// The customer, as typed.
    pub customer: String,
}

/// Why nothing was removed.
#[derive(Debug, thiserror::Error)]
pub enum RemovalError {
    /// There is no such resource.
    #[error("no such resource")]
    Unknown,
    /// These are booked with it, the next first.
    #[error("bookings are in the way")]
    Booked(Vec<Coming>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(RemovalError);

/// Deletes a resource with which nothing is booked from now on.
pub fn remove(tx: &mut TenantTx<'_>, id: ResourceId) -> Result<(), RemovalError> {
    // Whoever takes its time queues up for the same lock, so what is being booked at this moment is seen.
    allocation::lock(tx, &[id])?;
    let coming = coming(tx, id)?;
    if !coming.is_empty() {
        return Err(RemovalError::Booked(coming));
    }
    told(resource_card::delete(tx, id, true))
}

/// Takes it back.
pub fn restore(tx: &mut TenantTx<'_>, id: ResourceId) -> Result<(), RemovalError> {
    told(resource_card::delete(tx, id, false))
}

fn told(done: Result<(), EditError>) -> Result<(), RemovalError> {
    done.map_err(|error| match error {
        EditError::Db(error) => error.into(),
        _ => RemovalError::Unknown,
    })
}

fn coming(tx: &mut TenantTx<'_>, id: ResourceId) -> Result<Vec<Coming>, RemovalError> {
    let (business, now) = (tx.business(), tx.now());
    let takes_it = diesel::dsl::exists(
        allocations::table
            .filter(allocations::business_id.eq(business))
            .filter(allocations::resource_id.eq(id))
            .filter(allocations::booking_id.eq(bookings::id.nullable()))
            .filter(allocations::end_at.gt(now)),
    );
    Ok(bookings::table
        .inner_join(
            customers::table.on(customers::id
                .eq(bookings::customer_id)
                .and(customers::business_id.eq(business))),
        )
        .filter(bookings::business_id.eq(business))
        .filter(bookings::end_at.gt(now))
        .filter(takes_it)
        .order((bookings::start_at, bookings::id))
        .limit(TOLD)
        .select((
            bookings::id,
            bookings::number,
            bookings::start_at,
            bookings::business_date,
            customers::name,
        ))
        .load(tx.conn())?)
}
