//! What is done by the clock is done by one, however many programs work.

use crate::db::{
    self, PlatformTx,
    statement::{bind, statement},
};
use chrono::TimeDelta;
use diesel::{
    prelude::*,
    sql_types::{Text, Timestamptz},
};

/// How much of a period must be over: programs do not tick to the second.
const NEARLY: i32 = 9;

/// Whether it is this program's turn to do what is called `name` every `period`. A yes holds until the transaction ends: whoever
/// asks meanwhile is told no, and if the work fails, the turn is given back with it.
pub fn is_mine(tx: &mut PlatformTx<'_>, name: &str, period: TimeDelta) -> db::Result<bool> {
    let now = tx.now();
    // A first time is written before anybody asks for it, so that there is a row to lock.
    let _begun: Vec<(String,)> = statement::<(Text,), _>(
        "insert into queue.turns (name, next_at) values (?, ?) on conflict do nothing returning name",
        (bind::<Text, _>(name), bind::<Timestamptz, _>(now)),
    )
    .load(tx.conn())?;
    let mine: Vec<(String,)> = statement::<(Text,), _>(
        "update queue.turns set next_at = ? where name = (select t.name from queue.turns t where t.name = ? and t.next_at <= ? \
         for update skip locked) returning name",
        (
            bind::<Timestamptz, _>(now + period * NEARLY / 10),
            bind::<Text, _>(name),
            bind::<Timestamptz, _>(now),
        ),
    )
    .load(tx.conn())?;
    Ok(!mine.is_empty())
}
