//! A booking as an iCalendar file: for the letter, and for the download of its page. Pure: words come ready-made.

use crate::base::ids::BookingId;
use chrono::{DateTime, Duration, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Property, Trigger};

/// Who wrote the file, as the format wants to know.
const PRODUCT: &str = "-//Omotenashi Connect//Booking//EN";

/// A booking as a calendar shows it.
#[derive(Clone, Copy, Debug)]
pub struct Appointment<'a> {
    /// Which booking; with `host` it makes the name that later files change or cancel.
    pub booking: BookingId,
    /// The host of the public address.
    pub host: &'a str,
    /// The booking's version: calendars believe the highest they have seen.
    pub version: i32,
    /// When this file is written.
    pub written_at: DateTime<Utc>,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// One line.
    pub summary: &'a str,
    /// Where to go; empty when somebody comes.
    pub location: &'a str,
    /// More lines.
    pub description: &'a str,
    /// The booking's page.
    pub url: &'a str,
}

/// What the file is for.
#[derive(Clone, Copy, Debug)]
pub enum Method<'a> {
    /// In a letter: put it in, or move it.
    Request(Parties<'a>),
    /// In a letter: take it out.
    Cancel(Parties<'a>),
    /// To be downloaded; it brings a reminder, which nobody should be given unasked.
    Publish,
    /// In a letter about several: put them in, or move them. The format lets nobody be asked to more than one thing at a time.
    Tell,
    /// In a letter about several: they are off.
    TellOff,
}

/// Between whom an appointment is; calendars want to know it of what comes by mail.
#[derive(Clone, Copy, Debug)]
pub struct Parties<'a> {
    /// The business.
    pub shop_name: &'a str,
    /// Where it can be written to.
    pub shop_email: &'a str,
    /// The customer.
    pub customer_name: &'a str,
    /// To whom the letter goes.
    pub customer_email: &'a str,
}

impl Method<'_> {
    /// The word in the file, and in the letter's content type.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Request(_) => "REQUEST",
            Self::Cancel(_) => "CANCEL",
            Self::Publish | Self::Tell | Self::TellOff => "PUBLISH",
        }
    }
}

/// The host in a public address, without scheme and port: what names of letters and appointments end in.
pub fn host_of(public_url: &str) -> &str {
    let rest = public_url
        .split_once("://")
        .map_or(public_url, |(_, rest)| rest);
    rest.split([':', '/']).next().unwrap_or(rest)
}

/// The file. Instants are written in UTC, which needs no table of zones.
pub fn calendar(appointment: &Appointment<'_>, method: &Method<'_>) -> String {
    calendar_of(std::slice::from_ref(appointment), method)
}

/// What a calendar outside reads again and again: one file of all of it. It says how often to ask, and what it may be called.
pub fn feed(name: &str, appointments: &[Appointment<'_>]) -> String {
    let mut calendar = empty("PUBLISH");
    calendar
        .append_property(Property::new("X-WR-CALNAME", text(name)))
        .append_property(
            Property::new("REFRESH-INTERVAL", "PT15M")
                .add_parameter("VALUE", "DURATION")
                .done(),
        )
        .append_property(Property::new("X-PUBLISHED-TTL", "PT15M"));
    for appointment in appointments {
        calendar.push(event(appointment, &Method::Tell));
    }
    calendar.to_string()
}

/// One file of several.
pub fn calendar_of(appointments: &[Appointment<'_>], method: &Method<'_>) -> String {
    let mut calendar = empty(method.name());
    for appointment in appointments {
        calendar.push(event(appointment, method));
    }
    calendar.to_string()
}

fn empty(method: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", PRODUCT))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", method));
    calendar
}

fn event(appointment: &Appointment<'_>, method: &Method<'_>) -> Event {
    let mut event = Event::new();
    event
        .uid(&format!("{}@{}", appointment.booking, appointment.host))
        .timestamp(appointment.written_at)
        .sequence(u32::try_from(appointment.version).unwrap_or_default())
        .starts(appointment.start)
        .ends(appointment.end)
        .summary(&text(appointment.summary))
        .description(&text(appointment.description))
        .url(&word(appointment.url))
        .status(match method {
            Method::Cancel(_) | Method::TellOff => EventStatus::Cancelled,
            Method::Request(_) | Method::Publish | Method::Tell => EventStatus::Confirmed,
        });
    if !appointment.location.is_empty() {
        event.location(&text(appointment.location));
    }
    match method {
        Method::Request(parties) | Method::Cancel(parties) => invite(&mut event, parties),
        Method::Publish => {
            event.alarm(day_before(appointment));
        }
        Method::Tell | Method::TellOff => {}
    }
    event
}

/// Names both sides. The customer has agreed already by booking, so no answer is asked for.
fn invite(event: &mut Event, parties: &Parties<'_>) {
    let mut organizer = Property::new("ORGANIZER", format!("mailto:{}", word(parties.shop_email)));
    organizer.add_parameter("CN", &parameter(parties.shop_name));
    let mut attendee = Property::new(
        "ATTENDEE",
        format!("mailto:{}", word(parties.customer_email)),
    );
    attendee
        .add_parameter("CN", &parameter(parties.customer_name))
        .add_parameter("PARTSTAT", "ACCEPTED")
        .add_parameter("RSVP", "FALSE");
    event.append_property(organizer);
    event.append_property(attendee);
}

/// The crate would stamp the alarm with its own clock and a random name, so that the same booking never gave the same
/// file twice, and would write the day in seconds.
fn day_before(appointment: &Appointment<'_>) -> Alarm {
    let day = Duration::days(1);
    let mut alarm = Alarm::display(&text(appointment.summary), Trigger::before_start(day));
    alarm
        .append_property(Property::new("TRIGGER", "-P1D"))
        .timestamp(appointment.written_at)
        .add_property(
            "UID",
            format!("{}-day-before@{}", appointment.booking, appointment.host),
        );
    alarm
}

/// Text of several lines; the crate escapes the rest.
fn text(text: &str) -> String {
    text.chars()
        .filter(|letter| *letter == '\n' || !letter.is_control())
        .collect()
}

/// A value that the crate writes as it is.
fn word(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}

/// A parameter: quoted by the crate where it must be, and a quote inside cannot be written at all.
fn parameter(text: &str) -> String {
    word(text).replace('"', "'")
}
