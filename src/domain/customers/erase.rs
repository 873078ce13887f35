//! Command: a card forgets its person. It stays for the figures, without a name, a reading, a contact, a note or a tag.
//!
//! What stays, and why, is the same for every kind of business: bookings with date, service and price, because they are the
//! business's own accounts. A clinic's treatment records (five years by the Medical Practitioners' Act, article 24) and an
//! inn's guest register (three years by the Inns and Hotels Act, article 6) are not kept here: the first lie with the clinic,
//! and the second gets a rule of its own together with its table.

use crate::{
    base::ids::{CustomerId, UserId},
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::businesses::file_export,
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// The cards of somebody in this business, locked: those of their account, those without one that have an address they
/// had proved, and those that were merged into one of them, made until `asked_at`. Whoever books meanwhile waits, or was waited for (`register`).
pub fn lock(
    tx: &mut TenantTx<'_>,
    user: UserId,
    emails: &[String],
    asked_at: DateTime<Utc>,
) -> db::Result<Vec<CustomerId>> {
    let found: Vec<(CustomerId,)> = statement::<(SqlUuid,), _>(
        "with own as (select id from customers.customers where business_id = ? \
             and (user_id = ? or (user_id is null and lower(email::text) = any (?)))) \
         select id from customers.customers where business_id = ? \
         and (id in (select id from own) or merged_into in (select id from own)) and created_at <= ? \
         order by id for update",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(user),
            bind::<Array<Text>, _>(lower(emails)),
            bind::<SqlUuid, _>(tx.business()),
            bind::<Timestamptz, _>(asked_at),
        ),
    )
    .load(tx.conn())?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

fn lower(emails: &[String]) -> Vec<String> {
    emails.iter().map(|email| email.to_lowercase()).collect()
}

/// Throws away the files that wait to become cards.
pub fn forget_files(tx: &mut TenantTx<'_>) -> db::Result<()> {
    super::import::forget(tx)
}

/// Empties cards and removes the notes and tags on them.
pub fn forget(tx: &mut TenantTx<'_>, cards: &[CustomerId]) -> db::Result<()> {
    let ids: Vec<Uuid> = cards.iter().map(|id| id.0).collect();
    let _notes: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from customers.customer_notes where business_id = ? and customer_id = any (?) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    let _tags: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "delete from customers.customer_tags where business_id = ? and customer_id = any (?) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    file_export::forget(tx)?;
    let _cards: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update customers.customers set user_id = null, name = '', family_name = '', given_name = '', \
             family_name_kana = '', given_name_kana = '', search_key = '', email = null, phone = null, \
             preferences_json = '{}', is_vip = false, blocked_at = null, blocked_reason = '', erased_at = ? \
         where business_id = ? and id = any (?) returning id",
        (
            bind::<Timestamptz, _>(tx.now()),
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<SqlUuid>, _>(&ids),
        ),
    )
    .load(tx.conn())?;
    Ok(())
}
