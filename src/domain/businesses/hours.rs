//! Weekly opening hours as an owner writes them: several spans a day, past midnight, "2nd and 4th Tuesday closed". A week
//! holds from its first date until another begins.

use crate::{
    base::time::LocalDate,
    db::{self, TenantTx, statement::prepared},
    schema::businesses::business_hours,
};
use diesel::prelude::*;

/// One row of a week.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = business_hours)]
pub struct WeeklyHours {
    /// The first date of the week it belongs to.
    pub valid_from: LocalDate,
    /// 0 Sunday to 6 Saturday, 7 public holiday, 8 the day before one.
    pub day_of_week: i16,
    /// Only the n-th such weekday of a month.
    pub week_of_month: Option<i16>,
    /// Minutes after midnight of the business day; `None` is closed.
    pub open_minute: Option<i16>,
    /// The same, past 1440 into the night.
    pub close_minute: Option<i16>,
}

/// The week that holds on a date, out of all weeks in order of their first dates; nothing before the first.
pub fn on(weeks: &[WeeklyHours], date: LocalDate) -> &[WeeklyHours] {
    let begun = weeks.partition_point(|row| row.valid_from <= date);
    let (begun, _) = weeks.split_at(begun);
    let since = begun.last().map(|row| row.valid_from);
    let first = begun.partition_point(|row| Some(row.valid_from) < since);
    begun.split_at(first).1
}

/// All weeks of the business, in order of their first dates.
pub fn weeks(tx: &mut TenantTx<'_>) -> db::Result<Vec<WeeklyHours>> {
    let business = tx.business();
    Ok(business_hours::table
        .filter(business_hours::business_id.eq(business))
        .order((
            business_hours::valid_from,
            business_hours::day_of_week,
            business_hours::week_of_month.asc().nulls_first(),
            business_hours::open_minute,
        ))
        .select(WeeklyHours::as_select())
        .load(tx.conn())?)
}

/// From a date on the business is open by these rows, whatever had been said for later. What held before stays as it was.
pub fn set(tx: &mut TenantTx<'_>, since: LocalDate, week: &[WeeklyHours]) -> db::Result<()> {
    let business = tx.business();
    forget(tx, since)?;
    let rows: Vec<_> = week
        .iter()
        .map(|row| {
            (
                business_hours::business_id.eq(business),
                business_hours::valid_from.eq(since),
                business_hours::day_of_week.eq(row.day_of_week),
                business_hours::week_of_month.eq(row.week_of_month),
                business_hours::open_minute.eq(row.open_minute),
                business_hours::close_minute.eq(row.close_minute),
                business_hours::is_closed.eq(row.open_minute.is_none()),
            )
        })
        .collect();
    diesel::insert_into(business_hours::table)
        .values(rows)
        .execute(tx.conn())?;
    Ok(())
}

/// Takes back what was said for a date and later: the week before it goes on.
pub fn forget(tx: &mut TenantTx<'_>, since: LocalDate) -> db::Result<()> {
    let business = tx.business();
    prepared(diesel::delete(
        business_hours::table
            .filter(business_hours::business_id.eq(business))
            .filter(business_hours::valid_from.ge(since)),
    ))
    .execute(tx.conn())?;
    Ok(())
}
