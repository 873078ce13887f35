//! Read: when the place is open, who works and where services may begin over some days, for judging by it what is booked.

use super::{
    availability::{Opening, Resource as Able, begins, hours},
    proposal::{fits, on_the_wall},
    resource::Roster,
    rule_rows::{self, Timetable},
};
use crate::{
    base::{
        ids::ResourceId,
        time::{LocalDate, wall_on},
    },
    db::{self, TenantTx},
    domain::{businesses::profile::Profile, catalog::service::Service},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// The rules of some days.
pub struct Calendar {
    zone: Tz,
    step: i16,
    rules: (Opening, Vec<Able>),
    timetable: Timetable,
}

impl Calendar {
    /// Reads the rules from one date to another, whatever lies between them.
    pub fn read(
        tx: &mut TenantTx<'_>,
        profile: &Profile,
        roster: &Roster,
        (first, last): (LocalDate, LocalDate),
    ) -> db::Result<Self> {
        let days = u16::try_from((last - first).num_days() + 1).unwrap_or(u16::MAX);
        let mut able: Vec<Able> = roster.resources.iter().map(rule_rows::able).collect();
        let rules = rule_rows::read(tx, &mut able, first, days)?;
        Ok(Self {
            zone: profile.zone,
            step: profile.settings.slot_step_minutes,
            rules: (rules.opening, able),
            timetable: rules.timetable,
        })
    }

    /// Whether a service may begin then: not whether anybody is free.
    pub fn offers(&self, service: &Service, date: LocalDate, start: DateTime<Utc>) -> bool {
        let starts = self.timetable.starts(service);
        let step = service.figures.slot_step_minutes.unwrap_or(self.step);
        let step = u32::try_from(step).unwrap_or(0);
        let open = hours(&self.rules.0, date);
        let wall = wall_on(self.zone, date, start);
        wall.is_some_and(|wall| begins(&open, date, (&starts, step), wall))
    }

    /// Whether the place is open then and everybody who is taken works; whoever is not there is not asked.
    pub fn covers(
        &self,
        date: LocalDate,
        span: (DateTime<Utc>, DateTime<Utc>),
        takes: &[ResourceId],
    ) -> bool {
        let wall = on_the_wall(self.zone, date, span);
        wall.is_none_or(|wall| fits(&self.rules, date, wall, takes))
    }
}
