//! What a service is and how its shop takes bookings, as the engine knows it.

use super::{availability::ServiceRules, load::Ask, occupancy, rule_rows::Timetable};
use crate::domain::catalog::service::Service;

/// The limits on when a service can be had; `timetable` has the starts of every service that has some.
pub(super) fn of(ask: &Ask<'_>, service: &Service, timetable: &Timetable) -> ServiceRules {
    let (figures, settings) = (&service.figures, &ask.profile.settings);
    let minutes = |value: i32| u32::try_from(value).unwrap_or(0);
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
        starts: timetable.starts(service),
    }
}
