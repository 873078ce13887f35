//! Read: the ground a day's bookings stand on: when the business is open and who works when, by the same rules that the
//! engine offers times by.

use super::{
    availability::{Opening, Resource as Able, hours, working},
    resource::Resource,
    rule_rows,
};
use crate::{
    base::{
        ids::ResourceId,
        time::{LocalDate, WallSpan, days_after, local},
    },
    db::{self, TenantTx},
};
use chrono::Timelike;
use chrono_tz::Tz;

/// Nights are over by then: nobody asks before what day it is.
const MORNING: u32 = 6;

/// The hours of one business day, as wall times of it.
#[derive(Clone, Debug, Default)]
pub struct DayPlan {
    /// When the business is open, in order; empty when it is closed.
    pub opening: Vec<WallSpan>,
    working: Vec<(ResourceId, Vec<WallSpan>)>,
}

impl DayPlan {
    /// When a resource can be booked: its shifts, as far as the business is open.
    pub fn bookable(&self, id: ResourceId) -> Vec<WallSpan> {
        let own = self.working.iter().find(|(known, _)| *known == id);
        let shifts = own.map(|(_, spans)| spans.as_slice()).unwrap_or_default();
        self.opening
            .iter()
            .flat_map(|open| {
                shifts.iter().filter_map(|shift| {
                    WallSpan::new(
                        open.from().max(shift.from()),
                        open.until().min(shift.until()),
                    )
                })
            })
            .collect()
    }
}

/// The plans of so many days from a date on for these resources, in one statement.
pub fn read(
    tx: &mut TenantTx<'_>,
    resources: &[Resource],
    (from, days): (LocalDate, u16),
) -> db::Result<Vec<DayPlan>> {
    let mut able: Vec<_> = resources.iter().map(rule_rows::able).collect();
    let rules = rule_rows::read(tx, &mut able, from, days)?.opening;
    let dates = (0..u32::from(days)).map(|offset| days_after(from, offset));
    Ok(dates.map(|date| plan(&rules, &able, date)).collect())
}

fn plan(rules: &Opening, able: &[Able], date: LocalDate) -> DayPlan {
    let opening = hours(rules, date);
    let shifts = able
        .iter()
        .map(|able| (able.id, WallSpan::merged(working(able, date, &opening))))
        .collect();
    DayPlan {
        working: shifts,
        opening,
    }
}

/// The business day it is now: after midnight still yesterday's, while yesterday's opening lasts.
pub fn today(tx: &mut TenantTx<'_>, zone: Tz) -> db::Result<LocalDate> {
    let now = local(zone, tx.now());
    let date = now.date();
    let Some(before) = date.pred_opt().filter(|_| now.hour() < MORNING) else {
        return Ok(date);
    };
    let opening = hours(&rule_rows::read(tx, &mut [], before, 1)?.opening, before);
    let passed = u32::from(24 * 60_u16) + now.hour() * 60 + now.minute();
    let still_open = opening
        .iter()
        .any(|span| passed < u32::from(span.until().minutes()));
    Ok(if still_open { before } else { date })
}
