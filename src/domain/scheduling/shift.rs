//! Who works when: the week of each, from a date on, and single dates besides.

use super::allocation;
use crate::{
    base::{
        ids::ResourceId,
        time::{LocalDate, WallSpan, Weekday},
    },
    db::{
        self, TenantTx,
        statement::{bind, prepared, statement},
    },
    schema::scheduling::{resources, staff_exceptions, staff_working_hours},
};
use diesel::{
    prelude::*,
    sql_types::{Array, Date, Uuid as SqlUuid},
};

/// One span of somebody's week; without one, a day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable)]
pub struct WeekRow {
    /// Whose.
    pub resource: ResourceId,
    /// The first date of the week it belongs to.
    pub valid_from: LocalDate,
    /// 0 Sunday to 6 Saturday.
    pub day_of_week: i16,
    /// Minutes after midnight of the business day; `None` is off.
    pub start_minute: Option<i16>,
    /// The same.
    pub end_minute: Option<i16>,
}

impl WeekRow {
    /// The hours.
    pub fn span(&self) -> Option<WallSpan> {
        WallSpan::of_minutes(self.start_minute?, self.end_minute?)
    }
}

/// Queues up for the time of these people until the transaction ends, and reads the rules anew from then on: whoever books with
/// them at this moment is seen by what is decided after it, or sees that, and two who change the same day do so one after the
/// other. Whoever changes when somebody works begins with it.
pub fn lock(tx: &mut TenantTx<'_>, people: &[ResourceId]) -> db::Result<()> {
    allocation::lock(tx, people)?;
    tx.rules_changed()?;
    Ok(())
}

/// All weeks of everybody, by person and first date.
pub fn weeks(tx: &mut TenantTx<'_>) -> db::Result<Vec<WeekRow>> {
    let business = tx.business();
    Ok(staff_working_hours::table
        .filter(staff_working_hours::business_id.eq(business))
        .order((
            staff_working_hours::resource_id,
            staff_working_hours::valid_from,
            staff_working_hours::day_of_week,
            staff_working_hours::start_minute,
        ))
        .select((
            staff_working_hours::resource_id,
            staff_working_hours::valid_from,
            staff_working_hours::day_of_week,
            staff_working_hours::start_minute,
            staff_working_hours::end_minute,
        ))
        .load(tx.conn())?)
}

/// From a date on somebody works so every week, whatever had been said for later. What held before stays as it was; single
/// dates stay, too. Who worked whenever the shop is open works by shifts from then on, so for them the date is today.
pub fn set_week(
    tx: &mut TenantTx<'_>,
    resource: ResourceId,
    since: LocalDate,
    week: &[(Weekday, Vec<WallSpan>)],
) -> db::Result<()> {
    let business = tx.business();
    prepared(diesel::delete(
        staff_working_hours::table
            .filter(staff_working_hours::business_id.eq(business))
            .filter(staff_working_hours::resource_id.eq(resource))
            .filter(staff_working_hours::valid_from.ge(since)),
    ))
    .execute(tx.conn())?;
    prepared(
        diesel::update(
            resources::table
                .filter(resources::business_id.eq(business))
                .filter(resources::id.eq(resource))
                .filter(resources::has_shifts.eq(false)),
        )
        .set(resources::has_shifts.eq(true)),
    )
    .execute(tx.conn())?;
    let rows: Vec<_> = week
        .iter()
        .flat_map(|(day, spans)| minutes(spans).into_iter().map(|span| (*day, span)))
        .map(|(day, span)| {
            (
                staff_working_hours::business_id.eq(business),
                staff_working_hours::resource_id.eq(resource),
                staff_working_hours::valid_from.eq(since),
                staff_working_hours::day_of_week.eq(day.number()),
                staff_working_hours::start_minute.eq(span.map(|(start, _)| start)),
                staff_working_hours::end_minute.eq(span.map(|(_, end)| end)),
            )
        })
        .collect();
    diesel::insert_into(staff_working_hours::table)
        .values(rows)
        .execute(tx.conn())?;
    Ok(())
}

/// What somebody works on a single date, and why; `None` is as their week has it.
#[derive(Clone, Debug)]
pub struct DayPlanned {
    /// Whose.
    pub resource: ResourceId,
    /// The business day.
    pub date: LocalDate,
    /// When; empty is off.
    pub spans: Option<Vec<WallSpan>>,
    /// Why.
    pub note: String,
}

/// Says what people work on single dates, in place of what was said before.
pub fn set_days(tx: &mut TenantTx<'_>, days: &[DayPlanned]) -> db::Result<()> {
    let business = tx.business();
    let (people, dates): (Vec<_>, Vec<_>) =
        days.iter().map(|day| (day.resource.0, day.date)).unzip();
    let before = statement::<(), _>(
        "delete from scheduling.staff_exceptions e using unnest(?::uuid[], ?::date[]) as said (resource, date) \
         where e.business_id = ? and e.resource_id = said.resource and e.date = said.date",
        (
            bind::<Array<SqlUuid>, _>(people),
            bind::<Array<Date>, _>(dates),
            bind::<SqlUuid, _>(business),
        ),
    );
    prepared(before).execute(tx.conn())?;
    let said = days
        .iter()
        .filter_map(|day| Some((day, day.spans.as_ref()?)));
    let rows: Vec<_> = said
        .flat_map(|(day, spans)| minutes(spans).into_iter().map(move |span| (day, span)))
        .map(|(day, span)| {
            (
                staff_exceptions::business_id.eq(business),
                staff_exceptions::resource_id.eq(day.resource),
                staff_exceptions::date.eq(day.date),
                staff_exceptions::is_working.eq(span.is_some()),
                staff_exceptions::start_minute.eq(span.map(|(start, _)| start)),
                staff_exceptions::end_minute.eq(span.map(|(_, end)| end)),
                staff_exceptions::note.eq(&day.note),
            )
        })
        .collect();
    diesel::insert_into(staff_exceptions::table)
        .values(rows)
        .execute(tx.conn())?;
    Ok(())
}

/// Each span as its minutes; a day without any is said, too.
fn minutes(spans: &[WallSpan]) -> Vec<Option<(i16, i16)>> {
    match spans {
        [] => vec![None],
        spans => spans.iter().map(|span| Some(span.minutes())).collect(),
    }
}
