//! What is typed where somebody is suddenly off: who and from when, and under the key of each booking what becomes of it.

use super::new_fields::parse_clock;
use crate::{
    base::{
        ids::{BookingId, ResourceId},
        msg::Msg,
        text,
        time::{LocalDate, WallTime, instant, parse_date},
    },
    domain::bookings::{
        absence::Touched,
        absence_decisions::{Decision, Way},
    },
    web::{
        error::Error,
        form::{Errors, fields},
    },
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What an address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AbsenceQuery {
    /// Who is off.
    pub staff: String,
    /// On which business day.
    pub date: String,
    /// From when.
    pub from: String,
}

/// What was typed, by name.
#[derive(Clone, Debug, Default)]
pub struct AbsenceForm(pub BTreeMap<String, String>);

/// Who is off, and from when.
#[derive(Clone, Copy, Debug)]
pub struct Who {
    /// Who.
    pub person: ResourceId,
    /// On which business day.
    pub date: LocalDate,
    /// From when.
    pub from: WallTime,
}

/// The ways, with the word of each in the form.
pub const WAYS: [&str; 4] = ["move", "ask", "call-off", "leave"];

impl AbsenceQuery {
    /// Who is meant, or what is wrong with it.
    pub fn who(&self, errors: &mut Errors) -> Option<Who> {
        let person: Option<ResourceId> = self.staff.parse().ok();
        if person.is_none() {
            errors.add("staff", Msg::new("absence-staff-required"));
        }
        let date = match text::is_blank(&self.date) {
            true => {
                errors.add("date", Msg::new("form-date-required"));
                None
            }
            false => fields::date(errors, "date", &self.date),
        };
        let from = parse_clock(errors, "from", &self.from);
        Some(Who {
            person: person?,
            date: date?,
            from: from?,
        })
    }
}

impl AbsenceForm {
    /// A field.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// A field of a booking, if it was sent.
    pub fn of(&self, name: &str, booking: BookingId) -> Option<&str> {
        let typed = self.0.get(&named(name, booking));
        typed.map(String::as_str)
    }

    /// Who is off, as the form carries it.
    pub fn query(&self) -> AbsenceQuery {
        AbsenceQuery {
            staff: self.get("staff").to_owned(),
            date: self.get("date").to_owned(),
            from: self.get("from").to_owned(),
        }
    }

    /// What was decided about every booking that was shown, in the order in which they were: what one gives up, another may be
    /// given.
    pub fn decisions(&self, zone: Tz, errors: &mut Errors) -> Result<Vec<Decision>, Error> {
        let mut decisions = Vec::new();
        for (booking, version) in read_seen(self.get("seen")).ok_or(Error::Unreadable)? {
            let typed = self.of("way", booking).ok_or(Error::Unreadable)?;
            let way = match typed {
                "move" => self.place(booking, zone, errors),
                "ask" => Some(Way::Ask),
                "call-off" => Some(Way::CallOff),
                "leave" => Some(Way::Leave),
                _ => return Err(Error::Unreadable),
            };
            decisions.extend(way.map(|way| Decision {
                booking,
                version,
                way,
            }));
        }
        Ok(decisions)
    }

    /// Where a booking is to go.
    fn place(&self, booking: BookingId, zone: Tz, errors: &mut Errors) -> Option<Way> {
        let typed = |name: &str| self.of(name, booking).unwrap_or_default();
        let person: Option<ResourceId> = typed("to").parse().ok();
        if person.is_none() {
            let msg = Msg::new("absence-new-staff-required");
            errors.add(named("to", booking), msg);
        }
        let date = parse_date(typed("day"));
        if date.is_none() {
            errors.add(named("day", booking), Msg::new("form-date-form"));
        }
        let time = WallTime::hurried(typed("time"));
        if time.is_none() {
            errors.add(named("time", booking), Msg::new("form-time-late-form"));
        }
        let start: Option<DateTime<Utc>> = instant(zone, date?, time?);
        if start.is_none() {
            let msg = Msg::new("desk-refusal-no-such-time");
            errors.add(named("time", booking), msg);
        }
        Some(Way::Move(start?, person?))
    }
}

/// The name of a field of a booking.
pub fn named(name: &str, booking: BookingId) -> String {
    format!("{name}-{booking}")
}

/// Keys and versions as the form carries them: `key:version`, one after the other.
pub fn written_seen(all: &[Touched]) -> String {
    let words = all.iter().map(|one| {
        let row = &one.booking.row;
        format!("{}:{}", row.id, row.version)
    });
    words.collect::<Vec<_>>().join(",")
}

/// The same, read.
pub fn read_seen(typed: &str) -> Option<Vec<(BookingId, i32)>> {
    let one = |word: &str| {
        let (id, version) = word.split_once(':')?;
        Some((id.parse().ok()?, version.parse().ok()?))
    };
    match typed {
        "" => Some(Vec::new()),
        typed => typed.split(',').map(one).collect(),
    }
}
