//! The months of the trail. A change in a month without its partition fails, so somebody must look ahead.

use crate::db::{
    self, PlatformTx,
    statement::{bind, statement},
};
use diesel::{
    RunQueryDsl,
    sql_types::{Integer, Text},
};

/// Which partitions of this month and of so many `months` ahead do not exist. Making them is the owner's right
/// (`omotenashi migrate up` does it), which the application's role has not.
pub fn missing(tx: &mut PlatformTx<'_>, months: i32) -> db::Result<Vec<String>> {
    let names = statement::<Text, _>(
        "select name from generate_series(0, ?) step, \
             to_char(date_trunc('month', now() at time zone 'UTC') + step * interval '1 month', '\"audit_logs_\"YYYY_MM') name \
         where to_regclass('audit.' || name) is null order by name",
        (bind::<Integer, _>(months),),
    )
    .load(tx.conn())?;
    Ok(names)
}
