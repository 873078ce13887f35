//! Addresses that letters of a shop do not reach: a mail server refused one for good. An address is unreached until a letter
//! arrives there; who has another one is not.

use super::delivery::{Ending, Letter};
use crate::{
    base::ids::BookingId,
    db::{
        self, TenantTx,
        statement::{Change, bind, statement},
    },
    schema::notifications::unreached_addresses,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// That letters do not reach an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreached {
    /// What the server said.
    pub answer: String,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// What an attempt tells about its address, to be written with it.
pub(super) fn learned<'a>(
    tx: &TenantTx<'_>,
    letter: &'a Letter,
    ending: &'a Ending,
) -> Option<Change<'a>> {
    use unreached_addresses::dsl;
    let email = letter.to_email.as_deref()?;
    let business = tx.business();
    match ending {
        Ending::Sent(_) => Some(Box::new(diesel::delete(
            dsl::unreached_addresses
                .filter(dsl::business_id.eq(business))
                .filter(dsl::email.eq(email)),
        ))),
        Ending::Bounced {
            answer,
            is_unreached: true,
        } => Some(Box::new(
            diesel::insert_into(dsl::unreached_addresses)
                .values((
                    dsl::business_id.eq(business),
                    dsl::email.eq(email),
                    dsl::answer.eq(answer.as_str()),
                    dsl::since.eq(tx.now()),
                ))
                .on_conflict((dsl::business_id, dsl::email))
                .do_update()
                .set(dsl::answer.eq(answer.as_str())),
        )),
        Ending::Bounced { .. } | Ending::Later(_) | Ending::Failed(_) => None,
    }
}

/// Whether letters do not reach this address.
pub fn find(tx: &mut TenantTx<'_>, email: &str) -> db::Result<Option<Unreached>> {
    let found: Option<(String, DateTime<Utc>)> = statement::<(Text, Timestamptz), _>(
        "select answer, since from notifications.unreached_addresses where business_id = ? and lower(email::text) = lower(?)",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Text, _>(email),
        ),
    )
    .get_result(tx.conn())
    .optional()?;
    Ok(found.map(|(answer, since)| Unreached { answer, since }))
}

/// Forgets the addresses to which letters about these bookings went; they are still known by the letters.
pub(super) fn forget(tx: &mut TenantTx<'_>, bookings: &[BookingId]) -> db::Result<()> {
    let ids: Vec<Uuid> = bookings.iter().map(|id| id.0).collect();
    let _gone: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from notifications.unreached_addresses u using notifications.notification_outbox o \
         where u.business_id = ? and o.business_id = u.business_id and o.booking_id = any (?) and o.to_email = u.email \
         returning u.id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}
