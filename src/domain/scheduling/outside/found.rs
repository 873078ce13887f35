//! What is found in a calendar: when somebody is busy, and nothing else. Pure.

use super::{
    moments::{Moment, length, moments, parameter},
    repeated::beginnings,
    zones::Zones,
};
use crate::base::trouble::Trouble;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use icalendar::parser::{Component, read_calendar, unfold};
use std::collections::HashSet;
use uuid::Uuid;

/// A calendar has no more things in it that are looked at.
const MOST: usize = 20_000;
/// Nor so many that are repeated: each costs a reckoning of its own.
const REPEATED: usize = 1_500;
/// Nor do its parts hold each other deeper.
const DEEPEST: usize = 4;
/// What is longer is no appointment, and no leave either.
const LONGEST: TimeDelta = TimeDelta::days(400);

/// A stretch of time in which somebody is busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy {
    /// The booking of this house that it comes back as, if it was one.
    pub booking: Option<Uuid>,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
}

/// What a calendar is read with.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// What times without a zone are in, and whole days.
    pub zone: Tz,
    /// From when on.
    pub since: DateTime<Utc>,
    /// Until when.
    pub until: DateTime<Utc>,
    /// What names of our own appointments end in.
    pub host: &'a str,
}

/// When somebody is busy by a calendar.
pub fn busy(text: &str, wish: Wish<'_>) -> Result<Vec<Busy>, Trouble> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let begins = text
        .get(..15)
        .is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR"));
    if !begins || is_too_deep(text) {
        return Err(Trouble::NotACalendar);
    }
    // A line that says nothing would spoil all others.
    let lines = unfold(text);
    let said = lines.lines().filter(|line| line.contains(':'));
    let plain = said.fold(String::with_capacity(lines.len()), |all, line| {
        all + line + "\r\n"
    });
    let calendar = read_calendar(&plain).map_err(|_unreadable| Trouble::NotACalendar)?;
    let zones = Zones::of(&calendar.components, wish.zone);
    let is_event = |part: &&Component<'_>| part.name.as_str().eq_ignore_ascii_case("VEVENT");
    let events: Vec<&Component<'_>> = calendar.components.iter().filter(is_event).collect();
    let repeated = events.iter().filter(|one| is_repeated(one)).count();
    if events.len() > MOST || repeated > REPEATED {
        return Err(Trouble::TooMuch);
    }
    // What a single time of something repeated was changed to stands by itself; that time of the rule is off.
    let moved: HashSet<(String, DateTime<Utc>)> = events
        .iter()
        .filter_map(|one| Some((word(one, "UID").to_owned(), changed(one, &zones)?.instant())))
        .collect();
    let mut all = Vec::new();
    for event in events.iter().filter(|one| takes_time(one)) {
        all.extend(each(event, &zones, wish, &moved).unwrap_or_default());
        if all.len() > MOST {
            return Err(Trouble::TooMuch);
        }
    }
    Ok(all)
}

/// Parts in parts are read by a function that calls itself; nobody shall make it do so for ever.
fn is_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    for line in text.lines() {
        let starts = |word: &str| {
            let start = line.get(..word.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        if starts("BEGIN:") {
            depth += 1;
        } else if starts("END:") {
            depth = depth.saturating_sub(1);
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

fn each(
    event: &Component<'_>,
    zones: &Zones,
    wish: Wish<'_>,
    moved: &HashSet<(String, DateTime<Utc>)>,
) -> Option<Vec<Busy>> {
    let first = moment(event, "DTSTART", zones)?;
    let lasts = Lasts::of(event, first, zones)?;
    let uid = word(event, "UID");
    let booking = own(uid, wish.host);
    let is_one = changed(event, zones).is_some() || !is_repeated(event);
    let starts = if is_one {
        vec![first]
    } else {
        let window = (wish.since - LONGEST, wish.until);
        let mut starts = beginnings(event, first, zones, window)?;
        starts.retain(|start| !moved.contains(&(uid.to_owned(), start.instant())));
        starts
    };
    let all = starts.into_iter().filter_map(|start| {
        let (from, until) = (start.instant(), lasts.after(start)?);
        let is_there = from < until && until > wish.since && from < wish.until;
        is_there.then_some(Busy {
            booking,
            start: from,
            end: until,
        })
    });
    Some(all.collect())
}

/// How long something lasts: so many days of a calendar, or so many seconds.
enum Lasts {
    Days(u64),
    Time(TimeDelta),
}

impl Lasts {
    fn of(event: &Component<'_>, first: Moment, zones: &Zones) -> Option<Self> {
        let end = moment(event, "DTEND", zones);
        let said = event.find_prop("DURATION");
        let said = said.and_then(|one| length(one.val.as_str()));
        if first.is_day {
            let days = match (end, said) {
                (Some(end), _) => (end.wall.date() - first.wall.date()).num_days(),
                (None, Some(said)) => said.num_days(),
                (None, None) => 1,
            };
            let days = u64::try_from(days).ok()?.max(1);
            return (days <= u64::try_from(LONGEST.num_days()).ok()?).then_some(Self::Days(days));
        }
        let lasts = match (end, said) {
            (Some(end), _) => end.instant() - first.instant(),
            (None, said) => said.unwrap_or_default(),
        };
        (lasts > TimeDelta::zero() && lasts <= LONGEST).then_some(Self::Time(lasts))
    }

    fn after(&self, start: Moment) -> Option<DateTime<Utc>> {
        match self {
            Self::Days(days) => Some(start.later(*days)?.instant()),
            Self::Time(lasts) => start.instant().checked_add_signed(*lasts),
        }
    }
}

/// Whether it takes anybody's time: not what is off, and not what leaves one free.
fn takes_time(event: &Component<'_>) -> bool {
    let says = |name: &str, value: &str| word(event, name).eq_ignore_ascii_case(value);
    !says("STATUS", "CANCELLED")
        && !says("TRANSP", "TRANSPARENT")
        && !says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
}

fn is_repeated(event: &Component<'_>) -> bool {
    let mut all = event.properties.iter();
    all.any(|one| ["RRULE", "RDATE"].contains(&one.name.as_str()))
}

/// Which time of something repeated it stands for.
fn changed(event: &Component<'_>, zones: &Zones) -> Option<Moment> {
    moment(event, "RECURRENCE-ID", zones)
}

fn moment(event: &Component<'_>, name: &str, zones: &Zones) -> Option<Moment> {
    let property = event.find_prop(name)?;
    let found = moments(property, zones).into_iter().next()?;
    let is_day = parameter(property, "VALUE").is_some_and(|kind| kind.eq_ignore_ascii_case("DATE"));
    Some(Moment {
        is_day: found.is_day || is_day,
        ..found
    })
}

fn word<'a>(event: &'a Component<'_>, name: &str) -> &'a str {
    let found = event.find_prop(name);
    found.map_or("", |property| property.val.as_str().trim())
}

/// The booking that an appointment of this house is about.
fn own(uid: &str, host: &str) -> Option<Uuid> {
    let (booking, at) = uid.split_once('@')?;
    at.eq_ignore_ascii_case(host)
        .then(|| booking.parse().ok())?
}
