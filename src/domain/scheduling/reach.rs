//! How far around the days of a question taken time can matter, by what a service is and will be.

use super::{load::Ask, resource::Roster};
use crate::{
    base::time::days_after,
    domain::catalog::service::{Figures, Service},
};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};

/// A business day may last until 30:00, and an hour longer where a clock is put back.
const NIGHT: TimeDelta = TimeDelta::hours(7);

/// The day from which a service will be otherwise, and as what.
pub(super) fn later(service: &Service) -> Option<(NaiveDate, Service)> {
    let from = service.later.as_ref()?.from;
    Some((from, service.clone().on(from)))
}

/// The instants between which taken time can matter: from the first midnight, less what is kept free before a service,
/// to the end of the last night's opening, and what is kept free after it.
pub(super) fn bounds(ask: &Ask<'_>, roster: &Roster) -> (DateTime<Utc>, DateTime<Utc>) {
    let then = later(ask.service).map(|(_, then)| then);
    let each = || std::iter::once(ask.service).chain(&then);
    // Whoever takes longest, with the most that is kept free.
    let longest = each()
        .flat_map(|one| {
            let links = roster.links_of(one).into_iter();
            links
                .map(|link| one.minutes_by(link.terms))
                .chain([one.figures.duration_minutes])
        })
        .fold(0, i16::max);
    let most = |kept: fn(&Figures) -> i16| each().map(|one| kept(&one.figures)).fold(0, i16::max);
    let minutes = |value: i16| TimeDelta::minutes(i64::from(value));
    let midnight = |date: NaiveDate| {
        // Where a clock change skips midnight, an hour earlier does as well.
        let wall = date.and_time(NaiveTime::MIN);
        let zone = ask.profile.zone;
        zone.from_local_datetime(&wall)
            .earliest()
            .or_else(|| {
                zone.from_local_datetime(&(wall - TimeDelta::hours(1)))
                    .earliest()
            })
            .map_or_else(|| wall.and_utc() - TimeDelta::hours(14), |at| at.to_utc())
    };
    let end = midnight(days_after(ask.from, u32::from(ask.days))) + NIGHT;
    (
        midnight(ask.from) - minutes(most(|figures| figures.buffer_before)),
        end + minutes(longest) + minutes(most(|figures| figures.buffer_after)),
    )
}
