//! Command: two cards of one person become one, with the bookings, charts and consents of both and what waits for either.

use super::waitlist;
use crate::{
    base::ids::CustomerId,
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::customers::merge::{self, Merge, MergeError},
};
use diesel::{prelude::*, sql_types::Uuid as SqlUuid};
use uuid::Uuid;

/// Makes them one. Reviews stand above bookings and are passed on there (`reviews::own::pass_on`), in the same transaction.
pub fn merge(tx: &mut TenantTx<'_>, command: &Merge) -> Result<(), MergeError> {
    merge::merge(tx, command)?;
    waitlist::merge::give_way(tx, (command.keep.0, command.other.0))?;
    let between = (command.keep.0, command.other.0);
    for table in [
        "update bookings.bookings set customer_id = ? where business_id = ? and customer_id = ? returning id",
        "update bookings.chart_entries set customer_id = ? where business_id = ? and customer_id = ? returning id",
        "update bookings.consents set customer_id = ? where business_id = ? and customer_id = ? returning id",
        "update bookings.waitlist set customer_id = ? where business_id = ? and customer_id = ? returning id",
        // Who refused reminders under either name refused them.
        "insert into notifications.guest_wishes (customer_id, business_id, wants_reminders, said_by, said_at) \
         select ?, w.business_id, w.wants_reminders, w.said_by, w.said_at from notifications.guest_wishes w \
         where w.business_id = ? and w.customer_id = ? and not w.wants_reminders \
         on conflict (business_id, customer_id) do update set wants_reminders = false returning id",
    ] {
        pass_on(tx, table, between)?;
    }
    Ok(())
}

fn pass_on(
    tx: &mut TenantTx<'_>,
    table: &'static str,
    (keep, other): (CustomerId, CustomerId),
) -> db::Result<()> {
    let _met: Vec<Uuid> = statement::<SqlUuid, _>(
        table,
        (
            bind::<SqlUuid, _>(keep),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(other),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}
