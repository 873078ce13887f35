//! The months of the trail. A change in a month without its partition fails, so somebody must look ahead.

use crate::db::{
    self, OwnerTx, PlatformTx,
    statement::{bind, statement},
};
use diesel::{
    RunQueryDsl,
    sql_types::{Integer, Text, Timestamptz},
};

/// Months ahead for which there is room: as many as `omotenashi migrate up` makes.
const AHEAD: i32 = 3;

/// Which partitions of this month and of so many `months` ahead do not exist.
pub fn missing(tx: &mut PlatformTx<'_>, months: i32) -> db::Result<Vec<String>> {
    let now = tx.now();
    let names = statement::<Text, _>(
        "select name from generate_series(0, ?) step, \
             to_char(date_trunc('month', ?::timestamptz at time zone 'UTC') + step * interval '1 month', '\"audit_logs_\"YYYY_MM') name \
         where to_regclass('audit.' || name) is null order by name",
        (
            bind::<Integer, _>(months),
            bind::<Timestamptz, _>(now),
        ),
    )
    .load(tx.conn())?;
    Ok(names)
}

/// Makes what is missing of this month and those ahead, while others write; returns how many. No month of the trail is ever taken
/// away.
pub fn make(tx: &mut OwnerTx<'_>) -> db::Result<usize> {
    let now = tx.now();
    let (made,) = statement::<(Integer,), _>(
        "select audit.look_ahead(?, ?)",
        (bind::<Timestamptz, _>(now), bind::<Integer, _>(AHEAD)),
    )
    .get_result::<(i32,)>(tx.conn())?;
    Ok(usize::try_from(made).unwrap_or(0))
}
