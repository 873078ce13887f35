//! What a service is and how its shop takes bookings, as the engine knows it.

use super::{
    availability::{ServiceRules, Starts},
    load::Ask,
    occupancy, setup_plan,
};
use crate::{
    base::{
        ids::ServiceId,
        time::{WallTime, Weekday},
    },
    domain::catalog::service::Service,
};

/// The limits on when a service can be had; `timetable` has the starts of every service that has some.
pub(super) fn of(
    ask: &Ask<'_>,
    service: &Service,
    timetable: &[(ServiceId, Weekday, WallTime)],
) -> ServiceRules {
    let (figures, settings) = (&service.figures, &ask.profile.settings);
    let minutes = |value: i32| u32::try_from(value).unwrap_or(0);
    let own = timetable.iter().filter(|(one, ..)| *one == service.id);
    let starts: Vec<(Weekday, WallTime)> = match &service.plan {
        Some(plan) => setup_plan::starts(plan),
        None => own.map(|(_, day, time)| (*day, *time)).collect(),
    };
    ServiceRules {
        minutes: minutes(figures.duration_minutes.into()),
        before: minutes(figures.buffer_before.into()),
        after: minutes(figures.buffer_after.into()),
        processing: occupancy::processing(service),
        step: minutes(
            figures
                .slot_step_minutes
                .unwrap_or(settings.slot_step_minutes)
                .into(),
        ),
        notice_minutes: minutes(figures.notice_minutes.unwrap_or(settings.notice_minutes)),
        horizon_days: minutes(figures.horizon_days.unwrap_or(settings.horizon_days).into()),
        party: ask.party,
        starts: if starts.is_empty() {
            Starts::Grid
        } else {
            Starts::Timetable(starts)
        },
    }
}
