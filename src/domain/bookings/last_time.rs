//! Read: what somebody had the last time, to be offered again.

use super::status::Status;
use crate::{
    base::ids::{CustomerId, ResourceId, ServiceId},
    db::{self, TenantTx},
    schema::bookings::bookings,
};
use diesel::prelude::*;

/// What it was, and with whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable)]
pub struct LastTime {
    /// What; `None` when the menu has lost it.
    pub service: Option<ServiceId>,
    /// In whose column.
    pub resource: Option<ResourceId>,
    /// Whether they had asked for that person.
    pub is_nominated: bool,
    /// How many came.
    pub party: i16,
}

/// The last booking of a card that was not called off.
pub fn read(tx: &mut TenantTx<'_>, customer: CustomerId) -> db::Result<Option<LastTime>> {
    let business = tx.business();
    Ok(bookings::table
        .filter(bookings::business_id.eq(business))
        .filter(bookings::customer_id.eq(customer))
        .filter(bookings::deleted_at.is_null())
        .filter(bookings::status.ne_all([Status::Cancelled, Status::Expired]))
        .order((bookings::start_at.desc(), bookings::id.desc()))
        .select((
            bookings::service_id,
            bookings::resource_id,
            bookings::is_nominated,
            bookings::party_size,
        ))
        .first(tx.conn())
        .optional()?)
}
