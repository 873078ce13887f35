//! Command: cards with somebody's old address follow them to the new one, so that bookings made as a guest stay theirs and
//! letters about them find their reader.

use crate::{
    base::ids::UserId,
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use diesel::{
    prelude::*,
    sql_types::{Text, Uuid as SqlUuid},
};
use uuid::Uuid;

/// Moves the cards of this business; returns how many.
pub fn follow(
    tx: &mut TenantTx<'_>,
    user: UserId,
    (old_email, new_email): (&str, &str),
) -> db::Result<usize> {
    let moved: Vec<(Uuid,)> = statement::<(SqlUuid,), _>(
        "update customers.customers set user_id = ?, email = ?::citext where business_id = ? \
         and email = ?::citext and (user_id is null or user_id = ?) and deleted_at is null returning id",
        (
            bind::<SqlUuid, _>(user),
            bind::<Text, _>(new_email),
            bind::<SqlUuid, _>(tx.business()),
            bind::<Text, _>(old_email),
            bind::<SqlUuid, _>(user),
        ),
    )
    .load(tx.conn())?;
    Ok(moved.len())
}
