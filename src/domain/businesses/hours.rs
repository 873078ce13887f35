//! Weekly opening hours as an owner writes them: several spans a day, past midnight, "2nd and 4th Tuesday closed".

use crate::schema::businesses::business_hours;
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
