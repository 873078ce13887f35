//! Dates. `today` is the date where the business is; it decides whether the year is written.

use crate::{base::holidays::holiday, i18n::Words};
use chrono::{Datelike, NaiveDate, Weekday};

impl Words {
    /// One letter or three: `金`, `Fri`.
    pub fn weekday(self, weekday: Weekday) -> String {
        self.format_weekday(weekday_key(weekday))
    }

    /// In full: `金曜日`, `Friday`.
    pub fn weekday_in_full(self, weekday: Weekday) -> String {
        self.format_weekday_full(weekday_key(weekday))
    }

    /// The heading of a month's calendar: `2026年11月`, `November 2026`.
    pub fn month_of(self, date: NaiveDate) -> String {
        self.format_month_year(date.month(), date.year())
    }

    /// With the year, for letters and documents: `2026年11月20日(金)`, `Fri, 20 Nov 2026`; a national holiday says so:
    /// `2026年11月23日(月・祝)`, `Mon, 23 Nov 2026 (holiday)`.
    pub fn date(self, date: NaiveDate) -> String {
        let (month, weekday) = (self.month(date), self.weekday(date.weekday()));
        match holiday(date) {
            Some(_) => self.format_date_holiday(date.day(), month, weekday, date.year()),
            None => self.format_date(date.day(), month, weekday, date.year()),
        }
    }

    /// With the year only if it is another than today's: `11月20日(金)`, `Fri, 20 Nov`.
    pub fn day(self, date: NaiveDate, today: NaiveDate) -> String {
        if date.year() == today.year() {
            self.day_and_month(date)
        } else {
            self.date(date)
        }
    }

    /// The name of a holiday by the id that the calendar of holidays gives it: `勤労感謝の日`.
    pub fn holiday_name(self, id: &str) -> String {
        self.of_family("format-holiday", id)
    }

    /// Both days belong to the range: `11月20日(金)〜22日(日)`, `Fri, 20 – Sun, 22 Nov`.
    pub fn days(self, first: NaiveDate, last: NaiveDate, today: NaiveDate) -> String {
        let year = first.year();
        let bare = year == today.year();
        if first == last {
            self.day(first, today)
        } else if last.year() != year {
            self.format_days(self.date(first), self.date(last))
        } else if first.month() == last.month() {
            self.days_of_a_month(first, last, bare)
        } else if bare {
            self.format_days(self.day_and_month(first), self.day_and_month(last))
        } else {
            self.format_days_year(self.day_and_month(first), self.day_and_month(last), year)
        }
    }

    /// From the day of arrival to the day of leaving, with the nights between:
    /// `11月20日(金)〜22日(日) 2泊`, `Fri, 20 – Sun, 22 Nov (2 nights)`.
    pub fn stay(self, arrival: NaiveDate, leaving: NaiveDate, today: NaiveDate) -> String {
        let nights = (leaving - arrival).num_days();
        self.format_stay(self.days(arrival, leaving, today), self.nights(nights))
    }

    /// How far off, always shown beside the date, never in its place: `明日`, `in 3 days`.
    pub fn relative(self, date: NaiveDate, today: NaiveDate) -> String {
        match (date - today).num_days() {
            0 => self.format_relative_today(),
            1 => self.format_relative_tomorrow(),
            -1 => self.format_relative_yesterday(),
            ahead if ahead > 0 => self.format_relative_ahead(ahead),
            ago => self.format_relative_ago(-ago),
        }
    }

    /// Without the year: `11月20日(金)`, `Fri, 20 Nov`; of a national holiday `11月23日(月・祝)`, `Mon, 23 Nov (holiday)`.
    pub(super) fn day_and_month(self, date: NaiveDate) -> String {
        let (month, weekday) = (self.month(date), self.weekday(date.weekday()));
        match holiday(date) {
            Some(_) => self.format_day_holiday(date.day(), month, weekday),
            None => self.format_day(date.day(), month, weekday),
        }
    }

    /// The weekday inside a range of days, with the mark of a holiday where it is as short.
    fn weekday_within(self, date: NaiveDate) -> String {
        let weekday = self.weekday(date.weekday());
        match holiday(date) {
            Some(_) => self.format_weekday_holiday(weekday),
            None => weekday,
        }
    }

    /// The day after a business day, in a note beside it: the month only where it is needed.
    pub(super) fn day_again(self, date: NaiveDate, beside: NaiveDate) -> String {
        if date.month() == beside.month() {
            let weekday = self.weekday_within(date);
            self.format_day_again(date.day(), self.month(date), weekday)
        } else {
            self.day_and_month(date)
        }
    }

    fn days_of_a_month(self, first: NaiveDate, last: NaiveDate, bare: bool) -> String {
        let month = self.month(first);
        let (from, until) = (self.weekday_within(first), self.weekday_within(last));
        if bare {
            self.format_days_month(first.day(), from, last.day(), until, month)
        } else {
            let year = first.year();
            self.format_days_month_year(first.day(), from, last.day(), until, month, year)
        }
    }

    fn month(self, date: NaiveDate) -> String {
        self.format_month(date.month())
    }
}

const fn weekday_key(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}
