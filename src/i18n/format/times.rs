//! Times of day and lengths of time. Twenty-four hours in both languages. What lies after
//! midnight but belongs to the evening before is written both ways, because a guest who reads
//! "Saturday 0:00" and a bar that reads its business day come on different nights.

use crate::i18n::Words;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// A booked time as its place sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The day whose opening hours it belongs to.
    pub business_date: NaiveDate,
    /// On the wall clock of the place.
    pub start: NaiveDateTime,
    pub end: NaiveDateTime,
    /// Real minutes between the two; the clock may have been changed in between.
    pub minutes: u32,
}

impl Words {
    /// `9:00` in Japanese, `09:00` in English.
    pub fn time(self, time: NaiveTime) -> String {
        self.format_time(time.hour(), time.minute())
    }

    /// Minutes after the midnight that begins a business day, which may run on: 1530 is `25:30`.
    pub fn wall_time(self, minutes: u32) -> String {
        self.format_time(minutes / 60, minutes % 60)
    }

    /// The same for guests: `25:30` in Japanese, `01:30` in English. Whoever shows it says that it is the next day's.
    pub fn late_wall_time(self, minutes: u32) -> String {
        if minutes < 1440 {
            return self.wall_time(minutes);
        }
        self.format_time_late(self.wall_time(minutes), self.wall_time(minutes % 1440))
    }

    /// `14:30〜16:00`, `14:30–16:00`.
    pub fn time_range(self, from: NaiveTime, until: NaiveTime) -> String {
        self.format_time_range(self.time(from), self.time(until))
    }

    /// `14:30〜16:00(90分)`, `14:30–16:00 (90 min)`.
    pub fn time_range_with_length(self, from: NaiveTime, until: NaiveTime, minutes: u32) -> String {
        let length = self.length(minutes);
        self.format_time_range_length(self.time(from), length, self.time(until))
    }

    /// A moment of a business day: `11月20日(金) 14:30`, or late at night
    /// `11月13日(金) 24:30(14日(土) 午前0:30)`, `Fri, 13 Nov, late night (Sat, 14 Nov 00:30)`.
    pub fn at(self, business_date: NaiveDate, moment: NaiveDateTime, today: NaiveDate) -> String {
        let day = self.day(business_date, today);
        let time = self.time(moment.time());
        if moment.date() <= business_date {
            return self.format_at(day, time);
        }
        let late = self.late_time(business_date, moment);
        let next = self.day_again(moment.date(), business_date);
        self.format_at_late(day, late, next, time)
    }

    /// A booked time with its length: `11月20日(金) 14:30〜16:00(90分)`,
    /// `Fri, 20 Nov 14:30–16:00 (90 min)`.
    pub fn when(self, when: &When, today: NaiveDate) -> String {
        let day = self.day(when.business_date, today);
        let (from, until) = (self.time(when.start.time()), self.time(when.end.time()));
        let length = self.length(when.minutes);
        if when.end.date() <= when.business_date {
            return self.format_when(day, from, length, until);
        }
        let next = self.day_again(when.end.date(), when.business_date);
        if when.start.date() <= when.business_date {
            return self.format_when_midnight(day, from, length, next, until);
        }
        let late_from = self.late_time(when.business_date, when.start);
        let late_until = self.late_time(when.business_date, when.end);
        self.format_when_late(day, from, late_from, late_until, length, next, until)
    }

    /// Under two hours in minutes, as menus say it: `90分`, `2時間`, `2時間30分`; `90 min`,
    /// `2 hours`, `2 hr 30 min`.
    pub fn length(self, minutes: u32) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        match (hours, rest) {
            (..=1, _) => self.format_minutes(minutes),
            (_, 0) => self.format_hours(hours),
            _ => self.format_hours_minutes(hours, rest),
        }
    }

    /// How long to wait, rounded up, so that it is never too early to try again: `30秒`, `2分`.
    pub fn wait(self, seconds: u32) -> String {
        if seconds < 60 {
            self.format_seconds(seconds.max(1))
        } else {
            self.length(seconds.div_ceil(60))
        }
    }

    fn late_time(self, business_date: NaiveDate, moment: NaiveDateTime) -> String {
        let days = (moment.date() - business_date).num_days();
        let hour = days * 24 + i64::from(moment.hour());
        self.format_time(hour, moment.minute())
    }
}
