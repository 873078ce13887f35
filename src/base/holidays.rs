//! The national holidays of Japan, worked out from the law instead of copied from a list.
//!
//! Known for 2000 to 2100. Equinoxes are fixed by the government each February for the year
//! after; until then the usual astronomical approximation is given, which has not failed yet.
//! Days that a future law adds or moves are unknown here, of course.

use crate::base::time::LocalDate;
use chrono::{Datelike, Weekday};

/// A day on which the law gives the nation a rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// 元日
    NewYear,
    /// 成人の日
    ComingOfAge,
    /// 建国記念の日
    Foundation,
    /// 天皇誕生日
    EmperorsBirthday,
    /// 春分の日
    VernalEquinox,
    /// 昭和の日
    Showa,
    /// 憲法記念日
    Constitution,
    /// みどりの日
    Greenery,
    /// こどもの日
    Children,
    /// 海の日
    Marine,
    /// 山の日
    Mountain,
    /// 敬老の日
    RespectForTheAged,
    /// 秋分の日
    AutumnalEquinox,
    /// 体育の日, as it was called until 2019
    HealthAndSports,
    /// スポーツの日
    Sports,
    /// 文化の日
    Culture,
    /// 勤労感謝の日
    LabourThanksgiving,
    /// 即位の日, 2019 only
    Enthronement,
    /// 即位礼正殿の儀, 2019 only
    EnthronementCeremony,
    /// 国民の休日: the day between two holidays
    Between,
    /// 振替休日: for a holiday that fell on a Sunday
    Substitute,
}

impl Holiday {
    /// The last part of the message id of its name.
    pub fn id(self) -> &'static str {
        match self {
            Self::NewYear => "new-year",
            Self::ComingOfAge => "coming-of-age",
            Self::Foundation => "foundation",
            Self::EmperorsBirthday => "emperors-birthday",
            Self::VernalEquinox => "vernal-equinox",
            Self::Showa => "showa",
            Self::Constitution => "constitution",
            Self::Greenery => "greenery",
            Self::Children => "children",
            Self::Marine => "marine",
            Self::Mountain => "mountain",
            Self::RespectForTheAged => "respect-for-the-aged",
            Self::AutumnalEquinox => "autumnal-equinox",
            Self::HealthAndSports => "health-and-sports",
            Self::Sports => "sports",
            Self::Culture => "culture",
            Self::LabourThanksgiving => "labour-thanksgiving",
            Self::Enthronement => "enthronement",
            Self::EnthronementCeremony => "enthronement-ceremony",
            Self::Between => "between",
            Self::Substitute => "substitute",
        }
    }
}

/// The national holiday on a date, if there is one; nothing is known before 2000 or after 2100.
pub fn holiday(date: LocalDate) -> Option<Holiday> {
    (2000..=2100).contains(&date.year()).then(|| {
        named(date)
            .or_else(|| substitute(date))
            .or_else(|| between(date))
    })?
}

/// Article 2 of the law, with the moves and single days of 2019 to 2021.
fn named(date: LocalDate) -> Option<Holiday> {
    let year = date.year();
    match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (1, _) if monday(date, 2) => Some(Holiday::ComingOfAge),
        (2, 11) => Some(Holiday::Foundation),
        (2, 23) if year >= 2020 => Some(Holiday::EmperorsBirthday),
        (3, day) if day == equinox(year, 20_843_100) => Some(Holiday::VernalEquinox),
        (4, 29) if year >= 2007 => Some(Holiday::Showa),
        (4, 29) => Some(Holiday::Greenery),
        (5, 1) if year == 2019 => Some(Holiday::Enthronement),
        (5, 3) => Some(Holiday::Constitution),
        (5, 4) if year >= 2007 => Some(Holiday::Greenery),
        (5, 5) => Some(Holiday::Children),
        (7, _) => july(date),
        (8, day) => (day == mountain_day(year)?).then_some(Holiday::Mountain),
        (9, 15) if year <= 2002 => Some(Holiday::RespectForTheAged),
        (9, _) if year >= 2003 && monday(date, 3) => Some(Holiday::RespectForTheAged),
        (9, day) if day == equinox(year, 23_248_800) => Some(Holiday::AutumnalEquinox),
        (10, 22) if year == 2019 => Some(Holiday::EnthronementCeremony),
        (10, _) if year <= 2019 && monday(date, 2) => Some(Holiday::HealthAndSports),
        (10, _) if year >= 2022 && monday(date, 2) => Some(Holiday::Sports),
        (11, 3) => Some(Holiday::Culture),
        (11, 23) => Some(Holiday::LabourThanksgiving),
        (12, 23) if year <= 2018 => Some(Holiday::EmperorsBirthday),
        _ => None,
    }
}

/// In 2020 and 2021 the Games drew the day of sports to July and moved the day of the sea.
fn july(date: LocalDate) -> Option<Holiday> {
    match (date.year(), date.day()) {
        (2020, 23) | (2021, 22) => Some(Holiday::Marine),
        (2020, 24) | (2021, 23) => Some(Holiday::Sports),
        (2020 | 2021, _) => None,
        (..=2002, day) => (day == 20).then_some(Holiday::Marine),
        _ => monday(date, 3).then_some(Holiday::Marine),
    }
}

fn mountain_day(year: i32) -> Option<u32> {
    match year {
        ..=2015 => None,
        2020 => Some(10),
        2021 => Some(8),
        _ => Some(11),
    }
}

/// Article 3.2: the first day that is no holiday itself after one that fell on a Sunday.
fn substitute(date: LocalDate) -> Option<Holiday> {
    date.iter_days()
        .rev()
        .skip(1)
        .take_while(|day| named(*day).is_some())
        .any(|day| day.weekday() == Weekday::Sun)
        .then_some(Holiday::Substitute)
}

/// Article 3.3: a day between two holidays; until 2006 Sundays stayed plain Sundays.
fn between(date: LocalDate) -> Option<Holiday> {
    let sunday = date.weekday() == Weekday::Sun && date.year() < 2007;
    (!sunday && named(date.pred_opt()?).is_some() && named(date.succ_opt()?).is_some())
        .then_some(Holiday::Between)
}

fn monday(date: LocalDate, week: u32) -> bool {
    date.weekday() == Weekday::Mon && date.day0() / 7 + 1 == week
}

/// The day of the month of an equinox, from its moment in 1980 in millionths of a day: the
/// tropical year drifts by 0.242194 of a day, leap years take a day back, and 2100 is none.
fn equinox(year: i32, moment: i32) -> u32 {
    let passed = year - 1980;
    let leap_days = passed / 4 - i32::from(year >= 2100);
    let day = (moment + 242_194 * passed) / 1_000_000 - leap_days;
    u32::try_from(day).unwrap_or_default()
}
