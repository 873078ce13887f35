//! Business time: wall times that may run past midnight, weekdays, and their instants.
//!
//! Rules are written as wall time in the shop's zone, bookings as instants. A business day is a
//! local date; its wall times run from 0:00 to 30:00, so 25:30 on Friday is 1:30 on Saturday but
//! belongs to Friday. Nothing here knows what time it is.

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// A business day: a local date of the shop.
pub type LocalDate = NaiveDate;

/// The longest a wall time can be, in minutes after midnight: 30:00.
pub const LAST_MINUTE: u16 = 1800;

/// A day of the week. Stored as 0 (Sunday) to 6 (Saturday); nobody else counts weekdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Weekday(chrono::Weekday);

/// Minutes after midnight of the business day, 0 to 1800: 25:30 is half past one the next morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime(u16);

/// Wall times from the first up to but without the last, of one business day. Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallSpan {
    from: WallTime,
    until: WallTime,
}

/// One date in one zone, ready to turn many wall times into instants.
#[derive(Clone, Copy, Debug)]
pub struct BusinessDay {
    zone: Tz,
    date: LocalDate,
    /// Seconds since 1970 at midnight, when no clock change falls into the 30 hours: then every
    /// wall time is one addition away.
    steady: Option<i64>,
}

impl Weekday {
    /// Sunday to Saturday, as Japanese calendars are drawn.
    pub const ALL: [Self; 7] = [
        Self(chrono::Weekday::Sun),
        Self(chrono::Weekday::Mon),
        Self(chrono::Weekday::Tue),
        Self(chrono::Weekday::Wed),
        Self(chrono::Weekday::Thu),
        Self(chrono::Weekday::Fri),
        Self(chrono::Weekday::Sat),
    ];

    /// The weekday of a date.
    pub fn of(date: LocalDate) -> Self {
        Self(date.weekday())
    }

    /// The weekday stored as a number, 0 (Sunday) to 6 (Saturday).
    pub fn from_number(number: i16) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }

    /// The number it is stored as, 0 (Sunday) to 6 (Saturday).
    pub fn number(self) -> i16 {
        i16::try_from(self.0.num_days_from_sunday()).unwrap_or_default()
    }

    /// The seven days of a week that begins on this one, in order.
    pub fn week(self) -> impl Iterator<Item = Self> {
        let first = usize::try_from(self.0.num_days_from_sunday()).unwrap_or_default();
        Self::ALL.into_iter().cycle().skip(first).take(7)
    }

    /// The last date, at or before the given one, on which a week beginning on this day begins.
    pub fn week_from(self, date: LocalDate) -> LocalDate {
        date.week(self.0).checked_first_day().unwrap_or(date)
    }
}

impl WallTime {
    /// Midnight, with which the business day begins.
    pub const MIDNIGHT: Self = Self(0);

    /// So many minutes after midnight; `None` after 30:00.
    pub fn new(minutes: u16) -> Option<Self> {
        (minutes <= LAST_MINUTE).then_some(Self(minutes))
    }

    /// What a person typed: `9:00`, `25:30`, `９：００`. Anything else is `None`.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain: String = typed.nfkc().collect();
        let (hours, minutes) = plain.trim().split_once(':')?;
        let hours = digits(hours, 1..=2)?;
        let minutes = digits(minutes, 2..=2).filter(|minutes| *minutes < 60)?;
        Self::new(hours * 60 + minutes)
    }

    /// The same with or without the colon, as people type in a hurry: `930`, `1430`, `25:30`.
    pub fn hurried(typed: &str) -> Option<Self> {
        let plain: String = typed.nfkc().collect();
        let plain = plain.trim();
        let is_bare = (3..=4).contains(&plain.len()) && plain.bytes().all(|b| b.is_ascii_digit());
        match plain.split_at_checked(plain.len().saturating_sub(2)) {
            Some((hours, minutes)) if is_bare => Self::parse(&format!("{hours}:{minutes}")),
            _ => Self::parse(plain),
        }
    }

    /// Minutes after midnight of the business day.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl WallSpan {
    /// The span between two wall times; `None` when there is nothing between them.
    pub fn new(from: WallTime, until: WallTime) -> Option<Self> {
        (from < until).then_some(Self { from, until })
    }

    /// The span of two columns of minutes; `None` when they make none.
    pub fn of_minutes(from: i16, until: i16) -> Option<Self> {
        let wall = |minute: i16| WallTime::new(u16::try_from(minute).ok()?);
        Self::new(wall(from)?, wall(until)?)
    }

    /// Its minutes, as columns keep them.
    pub fn minutes(self) -> (i16, i16) {
        let column = |wall: WallTime| i16::try_from(wall.minutes()).unwrap_or(i16::MAX);
        (column(self.from), column(self.until))
    }

    /// When it begins.
    pub fn from(self) -> WallTime {
        self.from
    }

    /// When it has ended.
    pub fn until(self) -> WallTime {
        self.until
    }

    /// Whether a wall time lies inside.
    pub fn contains(self, wall: WallTime) -> bool {
        self.from <= wall && wall < self.until
    }

    /// Spans in any order, sorted; what overlaps or touches becomes one.
    pub fn merged(mut spans: Vec<Self>) -> Vec<Self> {
        spans.sort_unstable();
        spans.dedup_by(|next, last| {
            let together = next.from <= last.until;
            if together {
                last.until = last.until.max(next.until);
            }
            together
        });
        spans
    }
}

impl BusinessDay {
    /// A date of a shop in this zone.
    pub fn new(zone: Tz, date: LocalDate) -> Self {
        let mut day = Self {
            zone,
            date,
            steady: None,
        };
        let (first, last) = (day.at(WallTime(0)), day.at(WallTime(LAST_MINUTE)));
        let unchanged = first
            .zip(last)
            .is_some_and(|(first, last)| last - first == i64::from(LAST_MINUTE) * 60);
        day.steady = first.filter(|_| unchanged);
        day
    }

    /// Another date of the same shop.
    pub fn on(&self, date: LocalDate) -> Self {
        Self::new(self.zone, date)
    }

    /// The date.
    pub fn date(&self) -> LocalDate {
        self.date
    }

    /// Seconds since 1970 at a wall time. `None` where clocks jump over it; where it happens
    /// twice, the first.
    pub fn at(&self, wall: WallTime) -> Option<i64> {
        match self.steady {
            Some(midnight) => Some(midnight + i64::from(wall.0) * 60),
            None => self.looked_up(wall, 0),
        }
    }

    /// Seconds since 1970 when the clock first shows a wall time or, where clocks jump over it, a
    /// later one: what opening or closing at that time means. `None` only past the calendar's end.
    pub fn reached(&self, wall: WallTime) -> Option<i64> {
        // the longest jump in the zone tables is a whole day (Samoa, 2011)
        self.at(wall)
            .or_else(|| (1..=1441).find_map(|later| self.looked_up(wall, later)))
    }

    fn looked_up(&self, wall: WallTime, later_minutes: i64) -> Option<i64> {
        let midnight = self.date.and_hms_opt(0, 0, 0)?;
        let minutes = i64::from(wall.0) + later_minutes;
        let local = midnight.checked_add_signed(TimeDelta::minutes(minutes))?;
        let instant = self.zone.from_local_datetime(&local).earliest()?;
        Some(instant.timestamp())
    }
}

/// The instant of a wall time. `None` where clocks jump over it; where it happens twice, the first.
pub fn instant(zone: Tz, date: LocalDate, wall: WallTime) -> Option<DateTime<Utc>> {
    let day = BusinessDay {
        zone,
        date,
        steady: None,
    };
    DateTime::from_timestamp(day.at(wall)?, 0)
}

/// What a clock on the shop's wall shows at an instant; at the very ends of the calendar, where no
/// local time can be written, what a clock in Greenwich shows.
pub fn local(zone: Tz, instant: DateTime<Utc>) -> NaiveDateTime {
    let greenwich = instant.naive_utc();
    let offset = zone.offset_from_utc_datetime(&greenwich).fix();
    greenwich.checked_add_offset(offset).unwrap_or(greenwich)
}

/// What a clock that counts on past midnight of the given date shows at an instant, which must be
/// a whole minute of that business day.
pub fn wall_on(zone: Tz, date: LocalDate, instant: DateTime<Utc>) -> Option<WallTime> {
    let passed = local(zone, instant) - date.and_hms_opt(0, 0, 0)?;
    let minutes = passed.num_minutes();
    (TimeDelta::minutes(minutes) == passed)
        .then(|| u16::try_from(minutes).ok().and_then(WallTime::new))?
}

/// A date as forms and addresses write it, `2026-11-20` or `2026/11/20`, full width or not, in the
/// years 2000 to 2200.
pub fn parse_date(typed: &str) -> Option<LocalDate> {
    let plain: String = typed.nfkc().collect();
    let mut parts = plain.trim().split(['-', '/']);
    let year = digits(parts.next()?, 4..=4).filter(|year| (2000..=2200).contains(year))?;
    let month = digits(parts.next()?, 1..=2)?;
    let day = digits(parts.next()?, 1..=2)?;
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
}

/// Which of its month's Tuesdays (or whatever it is) a date is, 1 to 5.
pub fn week_of_month(date: LocalDate) -> u8 {
    u8::try_from(date.day0() / 7 + 1).unwrap_or_default()
}

/// A number of days after a date; the end of the calendar stays where it is.
pub fn days_after(date: LocalDate, days: u32) -> LocalDate {
    date.checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(LocalDate::MAX)
}

fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<u16> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    (plain && count.contains(&text.len())).then(|| text.parse().ok())?
}
