//! Rows of the tables of rules into the engine's plain data: opening hours, dated exceptions, shifts, timetables, how many may
//! begin in a half-hour, in one statement, remembered until one of them changes.

use super::{
    availability::{
        DatedLimit, DayKind, Limits, Opening, OpeningException, Resource as Able, ShiftException,
        UsualLimit, Weekly, WeeklyRule, WeeklyShift,
    },
    resource::Resource,
};
use crate::{
    base::{
        ids::{ResourceId, ServiceId},
        time::{WallSpan, WallTime, Weekday, days_after},
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use chrono::NaiveDate;
use diesel::{
    prelude::*,
    sql_types::{Date, Nullable, SmallInt, Uuid as SqlUuid},
};
use uuid::Uuid;

/// What is not about single resources.
pub(super) struct Rules {
    /// When the shop is open.
    pub opening: Opening,
    /// The starts of services that have a timetable.
    pub timetable: Vec<(ServiceId, Weekday, WallTime)>,
    /// How many may begin in each half-hour, with nothing begun.
    pub limits: Limits,
}

/// The rules that matter from `from` on for so many days and their nights; shifts go to those of `able` they are about.
pub(super) fn read(
    tx: &mut TenantTx<'_>,
    able: &mut [Able],
    from: NaiveDate,
    days: u16,
) -> db::Result<Rules> {
    let mut rules = Rules {
        opening: Opening {
            holidays: true,
            ..Opening::default()
        },
        timetable: Vec::new(),
        limits: Limits::default(),
    };
    let first = from.pred_opt().unwrap_or(from);
    let last = days_after(from, days.into());
    let asked = |rule: &&Rule| match rule.source {
        // A week holds from its date on.
        0 | 2 => true,
        _ => rule.date.is_none_or(|date| (first..=last).contains(&date)),
    };
    for rule in tx.kept(rows)?.0.iter().filter(asked) {
        rule.apply(&mut rules, able);
    }
    Ok(rules)
}

/// A resource as the engine knows it, without shifts and with nothing taken.
pub(super) fn able(resource: &Resource) -> Able {
    let count = |value: i16| u16::try_from(value).unwrap_or(0);
    Able {
        id: resource.id,
        capacity: count(resource.capacity),
        party_max: count(resource.party_max),
        shifts: resource.has_shifts.then(Weekly::default),
        exceptions: Vec::new(),
        taken: Vec::new(),
        seniority: count(resource.sort_order).into(),
    }
}

/// One row of any of the tables of rules.
#[derive(Queryable)]
struct Rule {
    source: i16,
    whose: Option<Uuid>,
    day: Option<i16>,
    week: Option<i16>,
    date: Option<NaiveDate>,
    from: Option<i16>,
    until: Option<i16>,
}

type RuleColumns = (
    SmallInt,
    Nullable<SqlUuid>,
    Nullable<SmallInt>,
    Nullable<SmallInt>,
    Nullable<Date>,
    Nullable<SmallInt>,
    Nullable<SmallInt>,
);

/// All of a business.
struct RuleRows(Vec<Rule>);

fn rows(tx: &mut TenantTx<'_>) -> db::Result<RuleRows> {
    let business = tx.business();
    let rows = statement::<RuleColumns, _>(
        "select 0::int2, null::uuid, day_of_week, week_of_month, valid_from, open_minute, close_minute \
         from businesses.business_hours where business_id = ? \
         union all select 1::int2, null, null, null, date, open_minute, close_minute \
         from businesses.business_holidays where business_id = ? \
         union all select 2::int2, resource_id, day_of_week, null, valid_from, start_minute, end_minute \
         from scheduling.staff_working_hours where business_id = ? \
         union all select 3::int2, resource_id, null, null, date, start_minute, end_minute \
         from scheduling.staff_exceptions where business_id = ? \
         union all select 4::int2, service_id, day_of_week, null, null, start_minute, null \
         from scheduling.timetable_entries where business_id = ? \
         union all select 5::int2, null, day_of_week, null, null, start_minute, most \
         from scheduling.start_limits where business_id = ? \
         union all select 6::int2, null, null, null, date, start_minute, most \
         from scheduling.start_limit_dates where business_id = ?",
        (
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(business),
            bind::<SqlUuid, _>(business),
        ),
    )
    .load(tx.conn())?;
    Ok(RuleRows(rows))
}

impl Rule {
    fn span(&self) -> Option<WallSpan> {
        WallSpan::of_minutes(self.from?, self.until?)
    }

    fn apply(&self, rules: &mut Rules, able: &mut [Able]) {
        let span = self.span();
        let whose = self.whose.map(ResourceId);
        match (self.source, self.day, self.date) {
            (0, Some(day), Some(since)) => {
                let week_of_month = self.week.and_then(|week| u8::try_from(week).ok());
                let rule = day_kind(day).map(|day| WeeklyRule {
                    day,
                    week_of_month,
                    span,
                });
                rules.opening.weekly.add(since, rule);
            }
            (1, _, Some(date)) => rules
                .opening
                .exceptions
                .push(OpeningException { date, span }),
            (2, Some(day), Some(since)) => {
                let shift = Weekday::from_number(day)
                    .zip(span)
                    .map(|(day, span)| WeeklyShift { day, span });
                if let Some(shifts) = find(able, whose).and_then(|able| able.shifts.as_mut()) {
                    shifts.add(since, shift);
                }
            }
            (3, _, Some(date)) => {
                if let Some(able) = find(able, whose) {
                    able.exceptions.push(ShiftException { date, span });
                }
            }
            (4, Some(day), _) => {
                let start = self.from.and_then(wall);
                if let (Some(service), Some(day), Some(start)) =
                    (self.whose, Weekday::from_number(day), start)
                {
                    rules.timetable.push((ServiceId(service), day, start));
                }
            }
            (5, Some(day), _) => {
                let limit = day_kind(day).zip(self.limit());
                let limit = limit.map(|(day, (half, most))| UsualLimit { day, half, most });
                rules.limits.usual.extend(limit);
            }
            (6, _, Some(date)) => {
                let limit = self.limit();
                let limit = limit.map(|(half, most)| DatedLimit { date, half, most });
                rules.limits.dated.extend(limit);
            }
            _ => {}
        }
    }

    /// A half-hour, and how many may begin in it.
    fn limit(&self) -> Option<(u16, u32)> {
        let half = u16::try_from(self.from?).ok()?;
        Some((half, u32::try_from(self.until?).ok()?))
    }
}

fn find(able: &mut [Able], whose: Option<ResourceId>) -> Option<&mut Able> {
    able.iter_mut().find(|able| Some(able.id) == whose)
}

fn wall(minute: i16) -> Option<WallTime> {
    WallTime::new(u16::try_from(minute).ok()?)
}

/// The kind of day of a column: weekdays, 7 for holidays, 8 for the days before them.
pub(super) fn day_kind(day: i16) -> Option<DayKind> {
    match day {
        7 => Some(DayKind::Holiday),
        8 => Some(DayKind::DayBeforeHoliday),
        _ => Weekday::from_number(day).map(DayKind::Weekday),
    }
}
