//! Instants said in the reader's language and the business's zone.

use crate::{
    base::{
        holidays,
        time::{LocalDate, local},
    },
    i18n::{Words, format::When},
    web::ui::slot_table::DayTone,
};
use chrono::{DateTime, Datelike, NaiveDateTime, SecondsFormat, Utc, Weekday};
use chrono_tz::Tz;

/// The words, the zone, and the day it is there.
#[derive(Clone, Copy)]
pub struct Moments {
    t: Words,
    zone: Tz,
    now: DateTime<Utc>,
}

impl Moments {
    /// For a reader of `t`, at a place in `zone`.
    pub fn new(t: Words, zone: Tz, now: DateTime<Utc>) -> Self {
        Self { t, zone, now }
    }

    /// The instant it is.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The date it is there.
    pub fn today(&self) -> LocalDate {
        local(self.zone, self.now).date()
    }

    /// What the clock there shows.
    pub fn wall(&self, at: DateTime<Utc>) -> NaiveDateTime {
        local(self.zone, at)
    }

    /// A booked time with its length.
    pub fn when(&self, date: LocalDate, start: DateTime<Utc>, end: DateTime<Utc>) -> String {
        let minutes = u32::try_from((end - start).num_minutes()).unwrap_or(0);
        let when = When {
            business_date: date,
            start: self.wall(start),
            end: self.wall(end),
            minutes,
        };
        self.t.when(&when, self.today())
    }

    /// A moment of a business day.
    pub fn at(&self, date: LocalDate, at: DateTime<Utc>) -> String {
        self.t.at(date, self.wall(at), self.today())
    }

    /// A moment that belongs to no business day: a deadline.
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        let wall = self.wall(at);
        self.t.at(wall.date(), wall, self.today())
    }

    /// The time of day alone.
    pub fn clock(&self, at: DateTime<Utc>) -> String {
        self.t.time(self.wall(at).time())
    }

    /// A date, with the mark of a national holiday.
    pub fn day(&self, date: LocalDate) -> String {
        self.t.day(date, self.today())
    }

    /// The weekday in one word, 祝 on a holiday of the Japanese calendar.
    pub fn weekday(&self, date: LocalDate) -> String {
        match holidays::holiday(date) {
            Some(_) => self.t.booking_holiday_mark(),
            None => self.t.weekday(date.weekday()),
        }
    }

    /// The colour of a day; the word beside it says the same.
    pub fn tone(date: LocalDate) -> DayTone {
        match date.weekday() {
            Weekday::Sun => DayTone::Sunday,
            _ if holidays::holiday(date).is_some() => DayTone::Sunday,
            Weekday::Sat => DayTone::Saturday,
            _ => DayTone::Plain,
        }
    }
}

/// An instant as a form's field carries it.
pub fn to_field(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// An instant out of a form's field, between the years 2000 and 2200.
pub fn from_field(text: &str) -> Option<DateTime<Utc>> {
    let at = DateTime::parse_from_rfc3339(text).ok()?.to_utc();
    (2000..=2200).contains(&at.year()).then_some(at)
}
