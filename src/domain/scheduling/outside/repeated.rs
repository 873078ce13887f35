//! When something that is repeated takes place (RFC 5545): by its rules, on dates of its own, and not on some.

use super::{
    moments::{Moment, at, moments},
    zones::Zones,
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use icalendar::parser::Component;
use rrule::{RRule, RRuleSet, Unvalidated};

/// No more times of one thing are looked at.
const MOST: u16 = 5_000;

/// The times at which something begins that begins first at `first`, between two instants. Nothing where its rule cannot be read, or
/// would have it begin each minute.
pub(super) fn beginnings(
    event: &Component<'_>,
    first: Moment,
    zones: &Zones,
    (since, until): (DateTime<Utc>, DateTime<Utc>),
) -> Option<Vec<Moment>> {
    let zone = rrule::Tz::Tz(first.zone);
    let zoned = |instant: DateTime<Utc>| instant.with_timezone(&zone);
    let start = zoned(first.instant());
    let mut set = RRuleSet::new(start);
    let named = |name: &'static str| {
        let all = event.properties.iter();
        all.filter(move |one| one.name.as_str().eq_ignore_ascii_case(name))
    };
    for rule in named("RRULE") {
        set = set.rrule(read(rule.val.as_str(), first.zone)?.validate(start).ok()?);
    }
    for also in named("RDATE").flat_map(|one| moments(one, zones)) {
        set = set.rdate(zoned(also.instant()));
    }
    for not in named("EXDATE").flat_map(|one| moments(one, zones)) {
        set = set.exdate(zoned(not.instant()));
    }
    // Without a rule the crate knows only the dates besides; the first is meant all the same.
    if named("RRULE").next().is_none() {
        set = set.rdate(start);
    }
    let found = set
        .after(zoned(since))
        .before(zoned(until))
        .limit()
        .all(MOST);
    let each = found.dates.into_iter().map(|date| Moment {
        wall: date.naive_local(),
        ..first
    });
    Some(each.collect())
}

/// A rule, its end written as the crate wants it: in UTC.
fn read(text: &str, zone: Tz) -> Option<RRule<Unvalidated>> {
    let upper = text.trim().to_ascii_uppercase();
    if upper.contains("FREQ=SECONDLY") || upper.contains("FREQ=MINUTELY") {
        return None;
    }
    let parts = upper
        .split(';')
        .map(|part| match part.strip_prefix("UNTIL=") {
            Some(until) => ended(until, zone).map(|until| format!("UNTIL={until}")),
            None => Some(part.to_owned()),
        });
    let parts: Option<Vec<String>> = parts.collect();
    parts?.join(";").parse().ok()
}

fn ended(until: &str, zone: Tz) -> Option<String> {
    let instant = if let Ok(date) = NaiveDate::parse_from_str(until, "%Y%m%d") {
        at(zone, date.and_hms_opt(23, 59, 59)?)
    } else {
        match until.strip_suffix('Z') {
            Some(plain) => NaiveDateTime::parse_from_str(plain, "%Y%m%dT%H%M%S")
                .ok()?
                .and_utc(),
            None => at(
                zone,
                NaiveDateTime::parse_from_str(until, "%Y%m%dT%H%M%S").ok()?,
            ),
        }
    };
    Some(instant.format("%Y%m%dT%H%M%SZ").to_string())
}
