//! Read: letters to guests that failed or came back lately, with whom they did not reach, for whoever can mend the address.

use crate::{
    base::ids::{BookingId, CustomerId},
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Bool, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};

/// So far back it is looked.
pub const LATELY: TimeDelta = TimeDelta::days(30);

/// A letter that did not arrive.
#[derive(Clone, Debug)]
pub struct Undelivered {
    /// About which booking.
    pub booking: BookingId,
    /// Whose card it is.
    pub customer: CustomerId,
    /// As they are called.
    pub name: String,
    /// The booking's number.
    pub number: String,
    /// Its day.
    pub date: NaiveDate,
    /// And beginning.
    pub start: DateTime<Utc>,
    /// Which letter.
    pub kind: String,
    /// To which address.
    pub to_email: Option<String>,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Whether a server refused it; else it was given up here.
    pub is_bounced: bool,
    /// What was said.
    pub answer: Option<String>,
    /// Whether the card has another address by now.
    pub is_mended: bool,
    /// Whether the same has arrived since.
    pub is_told: bool,
}

type Whom = (
    BookingId,
    CustomerId,
    String,
    String,
    NaiveDate,
    DateTime<Utc>,
);
type Said = (
    String,
    Option<String>,
    DateTime<Utc>,
    bool,
    Option<String>,
    bool,
    bool,
);

fn read(whom: Whom, said: Said) -> Undelivered {
    let (booking, customer, name, number, date, start) = whom;
    let (kind, to_email, at, is_bounced, answer, is_mended, is_told) = said;
    Undelivered {
        booking,
        customer,
        name,
        number,
        date,
        start,
        kind,
        to_email,
        at,
        is_bounced,
        answer,
        is_mended,
        is_told,
    }
}

/// The newest first. One statement.
pub fn lately(tx: &mut TenantTx<'_>, most: i64) -> db::Result<Vec<Undelivered>> {
    type Who = (SqlUuid, SqlUuid, Text, Text, Date, Timestamptz);
    type What = (
        Text,
        Nullable<Text>,
        Timestamptz,
        Bool,
        Nullable<Text>,
        Bool,
        Bool,
    );
    let since = tx.now() - LATELY;
    let rows: Vec<(Whom, Said)> = statement::<(Who, What), _>(
        "select b.id, c.id, c.name, b.number, b.business_date, b.start_at, o.kind, o.to_email::text, o.created_at, \
             o.delivery_status = 'bounced', o.error_message, \
             coalesce(lower(c.email::text) <> lower(o.to_email::text), c.email is not null), \
             exists (select from notifications.notification_outbox l where l.business_id = o.business_id \
                 and l.booking_id = o.booking_id and l.kind = o.kind and l.sent_at > o.created_at) \
         from notifications.notification_outbox o \
         join bookings.bookings b on b.business_id = o.business_id and b.id = o.booking_id \
         join customers.customers c on c.business_id = b.business_id and c.id = b.customer_id \
         where o.business_id = ? and o.delivery_status in ('failed', 'bounced') and o.created_at > ? \
             and o.forgotten_at is null and o.kind not in ('request_waiting', 'request_answered') \
         order by o.created_at desc, o.id limit ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Timestamptz, _>(since),
            bind::<BigInt, _>(most),
        ),
    )
    .load(tx.conn())?;
    Ok(rows
        .into_iter()
        .map(|(whom, said)| read(whom, said))
        .collect())
}
