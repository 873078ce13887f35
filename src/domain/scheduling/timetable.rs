//! The timetable of classes: a service that has one starts at these times and at no others.

use crate::{
    base::{
        ids::ServiceId,
        time::{WallTime, Weekday},
    },
    db::{self, TenantTx, statement::prepared},
    schema::scheduling::timetable_entries,
};
use diesel::prelude::*;

/// A day of the week and a time of it.
pub type Start = (Weekday, WallTime);

/// When a service starts, by day and time; empty is whenever there is time.
pub fn of_service(tx: &mut TenantTx<'_>, service: ServiceId) -> db::Result<Vec<Start>> {
    let rows: Vec<(i16, i16)> = timetable_entries::table
        .filter(timetable_entries::business_id.eq(tx.business()))
        .filter(timetable_entries::service_id.eq(service))
        .order((
            timetable_entries::day_of_week,
            timetable_entries::start_minute,
        ))
        .select((
            timetable_entries::day_of_week,
            timetable_entries::start_minute,
        ))
        .load(tx.conn())?;
    let start = |(day, minute): (i16, i16)| {
        let time = WallTime::new(u16::try_from(minute).ok()?)?;
        Some((Weekday::from_number(day)?, time))
    };
    Ok(rows.into_iter().filter_map(start).collect())
}

/// Lets a service start at these times and at no others.
pub fn write(tx: &mut TenantTx<'_>, service: ServiceId, starts: &[Start]) -> db::Result<()> {
    let business = tx.business();
    let all = timetable_entries::table
        .filter(timetable_entries::business_id.eq(business))
        .filter(timetable_entries::service_id.eq(service));
    prepared(diesel::delete(all)).execute(tx.conn())?;
    for (day, time) in starts {
        let row = (
            timetable_entries::business_id.eq(business),
            timetable_entries::service_id.eq(service),
            timetable_entries::day_of_week.eq(day.number()),
            timetable_entries::start_minute.eq(i16::try_from(time.minutes()).unwrap_or(i16::MAX)),
        );
        let insert = diesel::insert_into(timetable_entries::table).values(row);
        prepared(insert.on_conflict_do_nothing()).execute(tx.conn())?;
    }
    Ok(())
}
