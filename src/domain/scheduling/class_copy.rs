//! Classes, taken along to another business of the same owner: on which days of the week they begin when, and by which rules. What
//! was said of single dates stays where it was said, and who gives them is another matter there.

use super::{
    class::{self, ClassRules},
    timetable::{self, Start},
};
use crate::{
    base::{
        ids::ServiceId,
        time::{WallTime, Weekday},
    },
    db::{self, EditError, TenantTx},
    schema::scheduling::timetable_entries,
};
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// What is taken along.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    rules: Vec<(ServiceId, ClassRules)>,
    starts: BTreeMap<ServiceId, Vec<Start>>,
}

/// The classes of the business of this transaction.
pub fn read(tx: &mut TenantTx<'_>) -> db::Result<Classes> {
    let rules = class::all(tx)?.into_iter();
    let rows: Vec<(ServiceId, i16, i16)> = timetable_entries::table
        .filter(timetable_entries::business_id.eq(tx.business()))
        .select((
            timetable_entries::service_id,
            timetable_entries::day_of_week,
            timetable_entries::start_minute,
        ))
        .load(tx.conn())?;
    let mut starts: BTreeMap<ServiceId, Vec<Start>> = BTreeMap::new();
    for (service, day, minute) in rows {
        let wall = u16::try_from(minute).ok().and_then(WallTime::new);
        let start = Weekday::from_number(day).zip(wall);
        starts.entry(service).or_default().extend(start);
    }
    Ok(Classes {
        rules: rules.map(|(service, rules, _)| (service, rules)).collect(),
        starts,
    })
}

/// Writes them for the services there of those here.
pub fn write(
    tx: &mut TenantTx<'_>,
    classes: &Classes,
    services: &HashMap<ServiceId, ServiceId>,
) -> Result<(), EditError> {
    for (before, starts) in &classes.starts {
        if let Some(added) = services.get(before) {
            timetable::write(tx, *added, starts)?;
        }
    }
    for (before, rules) in &classes.rules {
        if let Some(added) = services.get(before) {
            class::save(tx, *added, *rules, "")?;
        }
    }
    Ok(())
}
