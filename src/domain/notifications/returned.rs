//! Command: a letter that a mail server took came back later. What it was about is left alone.

use crate::{
    base::ids::{BusinessId, NoticeId},
    db::{
        self, PlatformTx,
        statement::{bind, statement},
    },
};
use diesel::{
    prelude::*,
    sql_types::{Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// Writes down that a letter came back from an address, and why; and that letters do not reach that address, where that was the
/// reason. Whether there was such a letter: a report twice is one, and one about another address is none.
pub fn returned(
    tx: &mut PlatformTx<'_>,
    (notice, recipient): (NoticeId, &str),
    (answer, is_unreached): (&str, bool),
) -> db::Result<bool> {
    let now = tx.now();
    let met: Vec<(Option<BusinessId>,)> = statement::<(Nullable<SqlUuid>,), _>(
        "with own as (update notifications.notification_outbox set delivery_status = 'bounced', error_message = ? \
             where id = ? and delivery_status in ('sent', 'delivered') and lower(to_email::text) = lower(?) \
             returning id, business_id, booking_id, channel, to_email, template, attempts), \
         line as (insert into notifications.notification_logs \
             (business_id, notice_id, booking_id, channel, recipient, template, status, attempts, last_attempt_at, error) \
             select business_id, id, booking_id, channel, to_email::text, template, 'failed', least(attempts, 20), ?, ? from own) \
         select business_id from own",
        (
            bind::<Text, _>(answer),
            bind::<SqlUuid, _>(notice),
            bind::<Text, _>(recipient),
            bind::<Timestamptz, _>(now),
            bind::<Text, _>(answer),
        ),
    )
    .load(tx.conn())?;
    for business in met.iter().filter_map(|(business,)| *business) {
        if is_unreached {
            let _marked: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
                "insert into notifications.unreached_addresses (business_id, email, answer, since) \
                 values (?, ?::citext, ?, ?) on conflict (business_id, email) do update set answer = excluded.answer \
                 returning id",
                (
                    bind::<SqlUuid, _>(business),
                    bind::<Text, _>(recipient),
                    bind::<Text, _>(answer),
                    bind::<Timestamptz, _>(now),
                ),
            )
            .load(tx.conn())?;
        }
    }
    Ok(!met.is_empty())
}
