//! Read: the tables of rules, in one statement for one business or for many, remembered until one of them changes.

use super::rule_rows::Rule;
use crate::{
    base::ids::BusinessId,
    db::{
        self, TenantTx, TownTx,
        statement::{bind, statement},
    },
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Date, Nullable, SmallInt, Uuid as SqlUuid},
};
use std::{collections::HashMap, sync::Arc};

type RuleColumns = (
    SmallInt,
    Nullable<SqlUuid>,
    Nullable<SqlUuid>,
    Nullable<SmallInt>,
    Nullable<SmallInt>,
    Nullable<Date>,
    Nullable<SmallInt>,
    Nullable<SmallInt>,
);

/// So long before now begins the earliest business day that can still matter, wherever the shop is: yesterday, whose night goes
/// on, and a day for its zone.
const NIGHT: TimeDelta = TimeDelta::days(2);

/// All of a business, of single sessions those of days that are not over.
#[derive(Default)]
pub(super) struct RuleRows {
    all: Vec<Rule>,
    /// From which day on single sessions are among them.
    since: NaiveDate,
}

/// The rules of whatever businesses `$is` says, by the two values of the statement: `own`, of the type `$kind`, and the day from
/// which on single sessions are read, lest those of all years be. Each row begins with `$first`.
macro_rules! rows_of {
    ($kind:literal, $first:literal, $is:literal) => {
        concat!(
            "with its as (select ?::", $kind, " as own, ?::date as since) select ", $first, "0::int2, null::uuid, null::uuid, day_of_week, week_of_month, valid_from, open_minute, close_minute \
             from businesses.business_hours where business_id ", $is,
            " union all select ", $first, "1::int2, null, null, null, null, date, open_minute, close_minute \
             from businesses.business_holidays where business_id ", $is,
            " union all select ", $first, "2::int2, resource_id, null, day_of_week, null, valid_from, start_minute, end_minute \
             from scheduling.staff_working_hours where business_id ", $is,
            " union all select ", $first, "3::int2, resource_id, null, null, null, date, start_minute, end_minute \
             from scheduling.staff_exceptions where business_id ", $is,
            " union all select ", $first, "4::int2, service_id, null, day_of_week, null, null, start_minute, null \
             from scheduling.timetable_entries where business_id ", $is,
            " union all select ", $first, "5::int2, null, null, day_of_week, null, null, start_minute, most \
             from scheduling.start_limits where business_id ", $is,
            " union all select ", $first, "6::int2, null, null, null, null, date, start_minute, most \
             from scheduling.start_limit_dates where business_id ", $is,
            " union all select ", $first, "7::int2, service_id, null, null, null, null, null, null \
             from scheduling.class_rules where business_id ", $is,
            " union all select ", $first, "8::int2, service_id, resource_id, null, null, date, start_minute, is_held::int::int2 \
             from scheduling.class_dates where date >= (select since from its) and business_id ", $is,
            " union all select ", $first, "9::int2, id, resource_id, null, sort_order, null, least, most \
             from (select g.business_id, g.id, m.resource_id, g.sort_order, g.least, g.most from scheduling.table_groups g \
             join scheduling.table_group_members m on m.group_id = g.id and m.business_id = g.business_id \
             where g.deleted_at is null) joined where business_id ", $is,
            " union all select ", $first, "10::int2, service_id, resource_id, null, null, null, lines_a_day, lines_a_week \
             from scheduling.line_caps where business_id ", $is,
        )
    };
}

/// What was said of single sessions of the days before.
const OLDER: &str = "select 8::int2, service_id, resource_id, null::int2, null::int2, date, start_minute, is_held::int::int2 \
    from scheduling.class_dates where business_id = ? and date >= ? and date < ?";

fn rows(tx: &mut TenantTx<'_>) -> db::Result<RuleRows> {
    let (business, since) = (tx.business(), earliest(tx.now()));
    let all = statement::<RuleColumns, _>(
        rows_of!("uuid", "", "= (select own from its)"),
        (bind::<SqlUuid, _>(business), bind::<Date, _>(since)),
    )
    .load(tx.conn())?;
    Ok(RuleRows { all, since })
}

fn earliest(now: DateTime<Utc>) -> NaiveDate {
    (now - NIGHT).date_naive()
}

/// All of this business, remembered.
pub(super) fn kept(tx: &mut TenantTx<'_>) -> db::Result<Arc<RuleRows>> {
    tx.kept(rows)
}

/// All of this business for a question that begins on a day: for one about days that are over, what was said of single sessions
/// then is read besides, and not remembered.
pub(super) fn since(tx: &mut TenantTx<'_>, from: NaiveDate) -> db::Result<Arc<RuleRows>> {
    let kept = kept(tx)?;
    let since = from.pred_opt().unwrap_or(from);
    if since >= kept.since || !kept.has_classes() {
        return Ok(kept);
    }
    let older: Vec<Rule> = statement::<RuleColumns, _>(
        OLDER,
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Date, _>(since),
            bind::<Date, _>(kept.since),
        ),
    )
    .load(tx.conn())?;
    let all = kept.all.iter().cloned().chain(older).collect();
    Ok(Arc::new(RuleRows { all, since }))
}

/// All of many businesses; one without rules has none here.
pub(super) fn of_many(
    tx: &mut TownTx<'_>,
    ids: &[BusinessId],
) -> db::Result<HashMap<BusinessId, RuleRows>> {
    let since = earliest(tx.now());
    let rows: Vec<(BusinessId, Rule)> = statement::<(SqlUuid, RuleColumns), _>(
        rows_of!(
            "uuid[]",
            "business_id, ",
            "= any ((select own from its)::uuid[])"
        ),
        (
            bind::<Array<SqlUuid>, _>(ids.to_vec()),
            bind::<Date, _>(since),
        ),
    )
    .load(tx.conn())?;
    let mut each: HashMap<BusinessId, RuleRows> = HashMap::new();
    for (id, rule) in rows {
        let own = each.entry(id).or_insert_with(|| RuleRows {
            all: Vec::new(),
            since,
        });
        own.all.push(rule);
    }
    Ok(each)
}

impl RuleRows {
    /// Each of them.
    pub fn all(&self) -> impl Iterator<Item = &Rule> {
        self.all.iter()
    }

    /// Whether any of them says how many may begin in a half-hour.
    pub fn has_limits(&self) -> bool {
        self.all().any(|rule| matches!(rule.source, 5 | 6))
    }

    /// Whether any of them says how many may begin of a service or by a person.
    pub fn has_caps(&self) -> bool {
        self.all().any(|rule| rule.source == 10)
    }

    /// Whether single sessions can be among them.
    fn has_classes(&self) -> bool {
        self.all().any(|rule| rule.source == 7)
    }
}
