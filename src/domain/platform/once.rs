//! Command: what is sent twice is done once. Whoever sends something that may have to be sent again (the answer was lost, a
//! device had no network) makes up a key for it, and sends it under that key each time.

use crate::{
    base::{ids::UserId, token::sha256},
    db::{
        self, PlatformTx, TenantTx,
        statement::{bind, statement},
    },
    schema::platform::idempotency_keys,
};
use chrono::TimeDelta;
use diesel::{
    prelude::*,
    sql_types::{Binary, Text, Timestamptz},
};
use std::fmt::Write;
use uuid::Uuid;

/// So long a key is known. Nothing waits longer on a device: its session is over by then.
const KEPT: TimeDelta = TimeDelta::days(30);

/// Whether this has not been done before. From then on it has, if the transaction comes to its end; whoever sends it
/// meanwhile waits for that. A key counts for one person, one business and one wish, so nobody's key is in another's way.
pub fn is_first(
    tx: &mut TenantTx<'_>,
    (key, user): (Uuid, UserId),
    (scope, wish): (&str, &str),
) -> db::Result<bool> {
    let (business, until) = (tx.business(), tx.now() + KEPT);
    let hash = sha256(wish.as_bytes());
    let whole = sha256(format!("{business} {user} {key} {scope} {wish}").as_bytes());
    let mut name = String::with_capacity(64);
    for byte in &whole {
        // Writing to a String cannot fail.
        write!(name, "{byte:02x}").ok();
    }
    let new: Vec<(String,)> = statement::<(Text,), _>(
        "insert into platform.idempotency_keys (key, scope, request_hash, status, expires_at) \
         values (?, ?, ?, 'completed', ?) on conflict (key) do nothing returning key",
        (
            bind::<Text, _>(name),
            bind::<Text, _>(scope),
            bind::<Binary, _>(hash),
            bind::<Timestamptz, _>(until),
        ),
    )
    .load(tx.conn())?;
    Ok(!new.is_empty())
}

/// Clears keys that are known long enough. Returns how many rows went.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let now = tx.now();
    let over = idempotency_keys::table.filter(idempotency_keys::expires_at.le(now));
    Ok(diesel::delete(over).execute(tx.conn())?)
}
