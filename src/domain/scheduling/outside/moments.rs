//! Moments and lengths as calendars write them.

use super::zones::Zones;
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use icalendar::parser::Property;

/// A moment, or a whole day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// On the wall.
    pub wall: NaiveDateTime,
    /// Of which zone.
    pub zone: Tz,
    /// Whether it is a day and no hour of it.
    pub is_day: bool,
}

impl Moment {
    /// When that is. An hour that a clock change leaves out is the one after it; one that is there twice is the first.
    pub(super) fn instant(&self) -> DateTime<Utc> {
        at(self.zone, self.wall)
    }

    /// The same wall time so many days later.
    pub(super) fn later(&self, days: u64) -> Option<Self> {
        let wall = self.wall.checked_add_days(Days::new(days))?;
        Some(Self { wall, ..*self })
    }
}

/// When a wall time is.
pub(super) fn at(zone: Tz, wall: NaiveDateTime) -> DateTime<Utc> {
    let found = zone.from_local_datetime(&wall).earliest();
    let found = found.or_else(|| {
        let later = wall.checked_add_signed(TimeDelta::hours(1))?;
        zone.from_local_datetime(&later).earliest()
    });
    found.map_or_else(|| wall.and_utc(), |found| found.with_timezone(&Utc))
}

/// What a parameter of a property says.
pub(super) fn parameter<'a>(property: &'a Property<'_>, name: &str) -> Option<&'a str> {
    let mut own = property.params.iter();
    let found = own.find(|one| one.key.as_str().eq_ignore_ascii_case(name))?;
    found.val.as_ref().map(|value| value.as_str())
}

/// The moments of a property: one, or several with commas between them. Of a stretch, where it begins.
pub(super) fn moments(property: &Property<'_>, zones: &Zones) -> Vec<Moment> {
    let zone = parameter(property, "TZID").map_or(zones.own(), |name| zones.find(name));
    let each = property.val.as_str().split(',');
    each.filter_map(|text| moment(text, zone, zones.own()))
        .collect()
}

/// One moment as it is written; a day is one of the people who keep the calendar, whatever else it says.
fn moment(text: &str, zone: Tz, own: Tz) -> Option<Moment> {
    let text = text.trim().split('/').next()?;
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y%m%d") {
        return Some(Moment {
            wall: date.and_hms_opt(0, 0, 0)?,
            zone: own,
            is_day: true,
        });
    }
    let (plain, zone) = match text.strip_suffix(['Z', 'z']) {
        Some(plain) => (plain, Tz::UTC),
        None => (text, zone),
    };
    Some(Moment {
        wall: NaiveDateTime::parse_from_str(plain, "%Y%m%dT%H%M%S").ok()?,
        zone,
        is_day: false,
    })
}

/// A length: `PT1H30M`, `P2D`, `P1W`. Nothing for what goes backwards.
pub(super) fn length(text: &str) -> Option<TimeDelta> {
    let rest = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let (days, hours) = rest.split_once('T').unwrap_or((rest, ""));
    let days = counted(days, &[('W', 604_800), ('D', 86_400)])?;
    let hours = counted(hours, &[('H', 3_600), ('M', 60), ('S', 1)])?;
    TimeDelta::try_seconds(days.checked_add(hours)?)
}

fn counted(text: &str, units: &[(char, i64)]) -> Option<i64> {
    let (mut total, mut digits) = (0_i64, String::new());
    for letter in text.chars() {
        if letter.is_ascii_digit() && digits.len() < 6 {
            digits.push(letter);
            continue;
        }
        let (_, seconds) = units.iter().find(|(unit, _)| *unit == letter)?;
        let count: i64 = digits.parse().ok()?;
        total = total.checked_add(count.checked_mul(*seconds)?)?;
        digits.clear();
    }
    digits.is_empty().then_some(total)
}
