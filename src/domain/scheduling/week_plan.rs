//! Read: who works when on each day of a week, by the same rules that the engine offers times by.

use super::{
    availability::{hours, working},
    resource::Resource,
    rule_rows,
};
use crate::{
    base::{
        ids::ResourceId,
        time::{LocalDate, WallSpan, days_after},
    },
    db::{self, TenantTx},
};

/// A week has so many days.
pub const DAYS: u16 = 7;

/// One day of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkDay {
    /// Whose.
    pub resource: ResourceId,
    /// The business day.
    pub date: LocalDate,
    /// When they work; empty is off.
    pub spans: Vec<WallSpan>,
    /// Whether it was said for this very date.
    pub is_dated: bool,
}

/// Seven days of each of these from a date on: by person, then by date.
pub fn read(
    tx: &mut TenantTx<'_>,
    resources: &[Resource],
    from: LocalDate,
) -> db::Result<Vec<WorkDay>> {
    let mut able: Vec<_> = resources.iter().map(rule_rows::able).collect();
    let opening = rule_rows::read(tx, &mut able, from, DAYS)?.opening;
    let dates: Vec<LocalDate> = (0..DAYS)
        .map(|days| days_after(from, days.into()))
        .collect();
    let open: Vec<_> = dates
        .iter()
        .map(|date| (*date, hours(&opening, *date)))
        .collect();
    let day =
        |able: &super::availability::Resource, (date, open): &(LocalDate, Vec<WallSpan>)| WorkDay {
            resource: able.id,
            date: *date,
            spans: WallSpan::merged(working(able, *date, open)),
            is_dated: able.exceptions.iter().any(|known| known.date == *date),
        };
    Ok(able
        .iter()
        .flat_map(|able| open.iter().map(move |of_day| day(able, of_day)))
        .collect())
}
