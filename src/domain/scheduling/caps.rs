//! How many of one service, and how many by one person, guests may book on a day and in a week: said by the shop, counted in one
//! statement, and only where something is said. Staff book beyond it as they like, and are told so.

use super::{
    availability::{Cap, Counted, Limits},
    load::Own,
    rule_rows,
};
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{BusinessId, ResourceId, ServiceId},
        time::{LocalDate, local},
    },
    db::{
        self, EditError, TenantTx, TownTx,
        statement::{bind, prepared, statement},
    },
    schema::scheduling::line_caps,
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Date, Nullable, Timestamptz, Uuid as SqlUuid},
};
use std::collections::HashMap;

/// The most that can be said of a day.
pub const MOST_A_DAY: i64 = 999;
/// The most that can be said of a week.
pub const MOST_A_WEEK: i64 = 9_999;
/// What begins so many days before and after belongs to the same week, wherever the shop is.
const WEEK: TimeDelta = TimeDelta::days(8);

/// How many lines of a service by somebody begin on a day.
pub(super) type Begun = (Option<ServiceId>, Option<ResourceId>, LocalDate, i64);
type BegunSql = (Nullable<SqlUuid>, Nullable<SqlUuid>, Date, BigInt);

/// What is said of one service or one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = line_caps)]
pub struct Said {
    /// So many on a day; `None` is as many as there is room for.
    pub lines_a_day: Option<i16>,
    /// So many from Monday to Sunday.
    pub lines_a_week: Option<i16>,
}

/// A cap that is reached, or passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// What is counted.
    pub of: Counted,
    /// So many may begin.
    pub most: u32,
    /// So many begin.
    pub begun: u32,
    /// In a week; otherwise on a day.
    pub is_week: bool,
}

/// A line of a visit, as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counting {
    /// What.
    pub service: Option<ServiceId>,
    /// By whom.
    pub person: Option<ResourceId>,
    /// From.
    pub start: DateTime<Utc>,
}

impl Said {
    /// Tells it from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is said of something; nothing where as many are booked as there is room for.
pub fn of(tx: &mut TenantTx<'_>, counted: Counted) -> db::Result<Said> {
    let (service, person) = columns(counted);
    let own = line_caps::table
        .filter(line_caps::business_id.eq(tx.business()))
        .filter(line_caps::service_id.is_not_distinct_from(service))
        .filter(line_caps::resource_id.is_not_distinct_from(person));
    let found = own.select(Said::as_select()).first(tx.conn()).optional()?;
    Ok(found.unwrap_or_default())
}

/// From now on this is said of it, if what is said is still what `version` was made of. Whoever writes them queues up.
pub fn save(
    tx: &mut TenantTx<'_>,
    counted: Counted,
    said: &Said,
    version: &str,
) -> Result<(), EditError> {
    db::lock_name(tx, format!("caps of {}", tx.business()))?;
    let known = of(tx, counted)?;
    if known.version() != version {
        return Err(EditError::Stale);
    }
    if known == *said {
        return Ok(());
    }
    Ok(write(tx, counted, said)?)
}

fn write(tx: &mut TenantTx<'_>, counted: Counted, said: &Said) -> db::Result<()> {
    let business = tx.business();
    let (service, person) = columns(counted);
    let own = line_caps::table
        .filter(line_caps::business_id.eq(business))
        .filter(line_caps::service_id.is_not_distinct_from(service))
        .filter(line_caps::resource_id.is_not_distinct_from(person));
    if said.is_empty() {
        prepared(diesel::delete(own)).execute(tx.conn())?;
        return Ok(());
    }
    let both = (
        line_caps::lines_a_day.eq(said.lines_a_day),
        line_caps::lines_a_week.eq(said.lines_a_week),
    );
    if prepared(diesel::update(own).set(both)).execute(tx.conn())? == 0 {
        let row = (
            line_caps::business_id.eq(business),
            line_caps::service_id.eq(service),
            line_caps::resource_id.eq(person),
            both,
        );
        prepared(diesel::insert_into(line_caps::table).values(row)).execute(tx.conn())?;
    }
    Ok(())
}

fn columns(counted: Counted) -> (Option<ServiceId>, Option<ResourceId>) {
    match counted {
        Counted::Service(service) => (Some(service), None),
        Counted::Person(person) => (None, Some(person)),
    }
}

/// Counts what begins between two instants and in the weeks around them, the asker's own left out. Where nothing is said,
/// nothing is asked.
pub(super) fn fill(
    tx: &mut TenantTx<'_>,
    limits: &mut Limits,
    (since, until): (DateTime<Utc>, DateTime<Utc>),
    own: Own,
) -> db::Result<()> {
    if limits.caps.is_empty() {
        return Ok(());
    }
    let (mut services, mut people) = (Vec::new(), Vec::new());
    for cap in &limits.caps {
        match cap.of {
            Counted::Service(id) => services.push(id.0),
            Counted::Person(id) => people.push(id.0),
        }
    }
    let own = match own {
        Own::None => None,
        Own::Booking(booking) => Some(booking.0),
        Own::Hold(hold) => Some(hold.0),
    };
    let rows: Vec<Begun> =
        statement::<BegunSql, _>(
            "select service_id, resource_id, begins_on, lines from bookings.lines_begun(?, ?, ?, ?, ?, ?)",
            (
                bind::<Array<SqlUuid>, _>(services),
                bind::<Array<SqlUuid>, _>(people),
                bind::<Timestamptz, _>(since - WEEK),
                bind::<Timestamptz, _>(until + WEEK),
                bind::<Timestamptz, _>(tx.now()),
                bind::<Nullable<SqlUuid>, _>(own),
            ),
        )
        .load(tx.conn())?;
    counted(limits, &rows);
    Ok(())
}

/// Of many businesses, how many lines begin between two instants and in the weeks around them, of what is capped there.
pub(super) fn of_many(
    tx: &mut TownTx<'_>,
    ids: &[BusinessId],
    (since, until): (DateTime<Utc>, DateTime<Utc>),
) -> db::Result<HashMap<BusinessId, Vec<Begun>>> {
    let now = tx.now();
    let rows: Vec<(BusinessId, Begun)> = statement::<(SqlUuid, BegunSql), _>(
        "select business_id, service_id, resource_id, begins_on, lines from bookings.capped_lines_begun(?, ?, ?, ?)",
        (
            bind::<Array<SqlUuid>, _>(ids.to_vec()),
            bind::<Timestamptz, _>(since - WEEK),
            bind::<Timestamptz, _>(until + WEEK),
            bind::<Timestamptz, _>(now),
        ),
    )
    .load(tx.conn())?;
    let mut each: HashMap<BusinessId, Vec<Begun>> = HashMap::new();
    for (business, begun) in rows {
        each.entry(business).or_default().push(begun);
    }
    Ok(each)
}

/// Gives each cap what was counted for it.
pub(super) fn counted(limits: &mut Limits, rows: &[Begun]) {
    for cap in &mut limits.caps {
        let theirs = rows.iter().filter(|(service, person, ..)| match cap.of {
            Counted::Service(id) => *service == Some(id),
            Counted::Person(id) => *person == Some(id),
        });
        let counted = theirs.map(|(.., date, lines)| (*date, u32::try_from(*lines).unwrap_or(0)));
        cap.begun = counted.collect();
    }
}

/// Whether anything is said of any service or person.
pub fn are_said(tx: &mut TenantTx<'_>, date: LocalDate) -> db::Result<bool> {
    Ok(!rule_rows::read(tx, &mut [], date, 1)?
        .limits
        .caps
        .is_empty())
}

/// Which caps some lines have passed that stand there by now, of their services and of their people.
pub fn passed(tx: &mut TenantTx<'_>, zone: Tz, lines: &[Counting]) -> db::Result<Vec<Reached>> {
    judged(tx, zone, lines, |begun, most| begun > most)
}

/// Which caps are reached, so that guests can book no more of some lines.
pub fn reached(tx: &mut TenantTx<'_>, zone: Tz, lines: &[Counting]) -> db::Result<Vec<Reached>> {
    judged(tx, zone, lines, |begun, most| begun >= most)
}

fn judged(
    tx: &mut TenantTx<'_>,
    zone: Tz,
    lines: &[Counting],
    is_so: fn(u32, u32) -> bool,
) -> db::Result<Vec<Reached>> {
    let starts = || lines.iter().map(|line| line.start);
    let Some((first, last)) = starts().min().zip(starts().max()) else {
        return Ok(Vec::new());
    };
    let today = local(zone, first).date();
    let mut limits = rule_rows::read(tx, &mut [], today, 1)?.limits;
    limits.caps.retain(|cap| {
        let mut lines = lines.iter();
        lines.any(|line| line.is_of(cap))
    });
    fill(
        tx,
        &mut limits,
        (first, last + TimeDelta::seconds(1)),
        Own::None,
    )?;
    let mut all: Vec<Reached> = Vec::new();
    for cap in &limits.caps {
        for line in lines.iter().filter(|line| line.is_of(cap)) {
            let date = local(zone, line.start).date();
            let both = [
                (cap.a_day, cap.on_day(date, &[]), false),
                (cap.a_week, cap.in_week(date, &[]), true),
            ];
            let each = both.into_iter().filter_map(|(most, begun, is_week)| {
                let most = most.filter(|most| is_so(begun, *most))?;
                Some(Reached {
                    of: cap.of,
                    most,
                    begun,
                    is_week,
                })
            });
            for one in each {
                if !all.contains(&one) {
                    all.push(one);
                }
            }
        }
    }
    Ok(all)
}

impl Counting {
    fn is_of(&self, cap: &Cap) -> bool {
        match cap.of {
            Counted::Service(id) => self.service == Some(id),
            Counted::Person(id) => self.person == Some(id),
        }
    }
}
