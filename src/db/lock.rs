//! Queueing up by name: whoever decides about something that is no row of its own stands in line for it.

use super::{
    Result, TenantTx,
    statement::{bind, statement},
};
use diesel::{
    prelude::*,
    sql_types::{Array, Text},
};

/// Queues up for these names until the transaction ends. They are taken in one order, so two who need the same things wait for
/// each other instead of deadlocking. Whatever decides is read after it. A name says whose it is: the line is one for all
/// businesses.
pub fn lock_names(tx: &mut TenantTx<'_>, names: Vec<String>) -> Result<()> {
    let _done: Vec<String> = statement::<Text, _>(
        "select pg_advisory_xact_lock(key)::text from \
         (select distinct hashtextextended(name, 0) as key from unnest(?) as name order by key) as keys",
        (bind::<Array<Text>, _>(names),),
    )
    .load(tx.conn())?;
    Ok(())
}

/// Queues up for one name.
pub fn lock_name(tx: &mut TenantTx<'_>, name: String) -> Result<()> {
    lock_names(tx, vec![name])
}
