//! Weekly opening hours as an owner writes them: several spans a day, past midnight, "2nd and 4th Tuesday closed".

use crate::{
    db::{self, TenantTx},
    schema::businesses::business_hours,
};
use diesel::prelude::*;

/// One row of the week.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = business_hours)]
pub struct WeeklyHours {
    /// 0 Sunday to 6 Saturday, 7 public holiday, 8 the day before one.
    pub day_of_week: i16,
    /// Only the n-th such weekday of a month.
    pub week_of_month: Option<i16>,
    /// Minutes after midnight of the business day; `None` is closed.
    pub open_minute: Option<i16>,
    /// The same, past 1440 into the night.
    pub close_minute: Option<i16>,
}

/// The week of the business, in reading order.
pub fn week(tx: &mut TenantTx<'_>) -> db::Result<Vec<WeeklyHours>> {
    Ok(tx.kept(read)?.0.clone())
}

struct Week(Vec<WeeklyHours>);

fn read(tx: &mut TenantTx<'_>) -> db::Result<Week> {
    let business = tx.business();
    let rows = business_hours::table
        .filter(business_hours::business_id.eq(business))
        .order((
            business_hours::day_of_week,
            business_hours::week_of_month.asc().nulls_first(),
            business_hours::open_minute,
        ))
        .select(WeeklyHours::as_select())
        .load(tx.conn())?;
    Ok(Week(rows))
}
