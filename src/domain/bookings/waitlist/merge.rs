//! Two cards become one, and one person has one open place for a service: of two the one that came first stays, with what is
//! offered there.

use super::{
    answer,
    entry::{Entry, Status},
};
use crate::{
    base::ids::CustomerId,
    db::{self, TenantTx},
    schema::bookings::waitlist,
};
use diesel::prelude::*;

/// Ends whatever open places would stand twice.
pub(in crate::domain::bookings) fn give_way(
    tx: &mut TenantTx<'_>,
    (keep, other): (CustomerId, CustomerId),
) -> db::Result<()> {
    let open: Vec<Entry> = waitlist::table
        .filter(waitlist::business_id.eq(tx.business()))
        .filter(waitlist::customer_id.eq_any([keep, other]))
        .filter(waitlist::status.eq_any([Status::Active, Status::Notified]))
        .filter(waitlist::deleted_at.is_null())
        .order((
            waitlist::service_id,
            waitlist::visit_services,
            waitlist::created_at,
            waitlist::id,
        ))
        .select(Entry::as_select())
        .for_update()
        .load(tx.conn())?;
    for two in open.windows(2) {
        if let [first, second] = two
            && first.service_id == second.service_id
            && first.visit_services == second.visit_services
        {
            answer::end(tx, second, Status::Cancelled)?;
        }
    }
    Ok(())
}
