//! What the engine is told. Plain data without behaviour; whoever loads it decides nothing.

use super::{limits::Limits, sessions::Sessions, weekly::Weekly};
use crate::base::{
    ids::ResourceId,
    time::{LocalDate, WallSpan, WallTime, Weekday, local},
};
use chrono::{DateTime, Days, Utc};
use chrono_tz::Tz;

/// One question: when, within these days, can this service be had?
#[derive(Clone, Debug)]
pub struct Input {
    /// The shop's zone; all wall times are in it.
    pub zone: Tz,
    /// The present instant.
    pub now: DateTime<Utc>,
    /// The first business day asked for.
    pub from: LocalDate,
    /// How many business days are asked for, 1 to 62; more are cut off.
    pub days: u16,
    /// When the shop is open.
    pub opening: Opening,
    /// What is to be booked.
    pub service: ServiceRules,
    /// One entry for each *kind* of thing the service takes: a stylist, and a chair. Without any,
    /// nothing is offered, because nothing would guard against double booking.
    pub needs: Vec<Need>,
    /// What is to be booked and what it takes from a business day on, where that will be otherwise.
    pub later: Option<Later>,
    /// Every resource a need names, once.
    pub resources: Vec<Resource>,
    /// How many may begin in each half-hour; nothing where it is not guests who book.
    pub limits: Limits,
}

/// What a service will be from a business day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Later {
    /// The first business day it holds for.
    pub from: LocalDate,
    /// What is to be booked then.
    pub service: ServiceRules,
    /// What it takes then.
    pub needs: Vec<Need>,
}

/// When the shop is open. For a date, the first of these that says anything is all that counts:
/// its dated exceptions, the rules for holidays, the rules for days before holidays, its weekday.
/// Among rules of one kind, those for this week of the month replace the plain ones. A row that
/// says closed beats hours beside it.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// What repeats.
    pub weekly: Weekly<WeeklyRule>,
    /// What was said about single dates.
    pub exceptions: Vec<OpeningException>,
    /// Whether Japanese national holidays change anything.
    pub holidays: bool,
}

/// The kinds of day opening hours are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// 月 to 日
    Weekday(Weekday),
    /// 祝: a national holiday
    Holiday,
    /// 祝前日: the day before one
    DayBeforeHoliday,
}

/// Hours that repeat. Several for a day make split shifts.
#[derive(Clone, Copy, Debug)]
pub struct WeeklyRule {
    /// The days it is about.
    pub day: DayKind,
    /// Only the first, second, .. fifth such day of a month: 1 to 5.
    pub week_of_month: Option<u8>,
    /// The hours; `None` is closed.
    pub span: Option<WallSpan>,
}

/// Hours of one date. Several for a date make split shifts.
#[derive(Clone, Copy, Debug)]
pub struct OpeningException {
    /// The business day.
    pub date: LocalDate,
    /// The hours; `None` is closed.
    pub span: Option<WallSpan>,
}

/// What is to be booked, and the limits on when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRules {
    /// Length in real minutes; 0 is read as 1.
    pub minutes: u32,
    /// Minutes kept free before it.
    pub before: u32,
    /// Minutes kept free after it.
    pub after: u32,
    /// When nobody is needed in between.
    pub processing: Option<Processing>,
    /// Minutes between starts, whatever the length; 0 is read as 1.
    pub step: u32,
    /// How long beforehand it must be booked, in minutes.
    pub notice_minutes: u32,
    /// How many days after today's date it may be booked.
    pub horizon_days: u32,
    /// How many people come.
    pub party: u32,
    /// Where it may begin.
    pub starts: Starts,
}

/// A part of a service that needs nobody: the colour sets, and the chair stays taken (放置時間). It begins and lasts the same
/// whoever serves; what a quicker or a slower hand saves or needs lies after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Processing {
    /// Minutes from the start of the service; 0 is none.
    pub after: u32,
    /// Minutes it lasts; what would reach beyond the service is cut off.
    pub minutes: u32,
}

/// Where a service may begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Starts {
    /// Every `step` minutes on the wall clock, counted from the beginning of each opening span.
    Grid,
    /// Only at these times, and only while the shop is open: a class.
    Timetable(Vec<(Weekday, WallTime)>),
    /// The same, and otherwise on single dates: a class of which something was said.
    Sessions(Sessions),
}

/// One kind of thing the service takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Any one of them will do.
    pub candidates: Vec<Candidate>,
    /// Whether it can do something else during the processing: a person, not a chair.
    pub leaves: bool,
    /// What may be put together where none of them is large enough alone, in the owner's order.
    pub groups: Vec<Group>,
}

/// Tables that are put together for a party. All of them are taken as a whole, and for as long as the service usually lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which; one that is not among the input's resources keeps all of them from being put together.
    pub members: Vec<ResourceId>,
    /// The smallest party they are put together for.
    pub least: u32,
    /// The largest.
    pub most: u32,
}

/// A resource that would do. One that is not among the input's resources is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub resource: ResourceId,
    /// How much of it.
    pub take: Take,
    /// How long the service takes with them, where that is not the length of the service.
    pub minutes: Option<u32>,
}

/// How much of a resource is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// All of its seats: a person, a room, a table.
    Exclusive,
    /// As many of its seats as people come.
    Seats,
}

/// A person, room, table or machine.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its key.
    pub id: ResourceId,
    /// Its seats are numbered from 0 up to but without this; with none it can never be taken.
    pub capacity: u16,
    /// The largest party it fits when taken as a whole.
    pub party_max: u16,
    /// When it works; `None` is whenever the shop is open.
    pub shifts: Option<Weekly<WeeklyShift>>,
    /// What was said about single dates; replaces that date's shifts.
    pub exceptions: Vec<ShiftException>,
    /// What it is taken for already, the buffers of those others inside, expired holds left out.
    pub taken: Vec<Taken>,
    /// Rank among equals: the smaller number is the more senior and goes first.
    pub seniority: u32,
}

/// Working hours that repeat.
#[derive(Clone, Copy, Debug)]
pub struct WeeklyShift {
    /// The day of the business day.
    pub day: Weekday,
    /// The hours.
    pub span: WallSpan,
}

/// Working hours of one date. Several for a date make split shifts; one that says off wins.
#[derive(Clone, Copy, Debug)]
pub struct ShiftException {
    /// The business day.
    pub date: LocalDate,
    /// The hours; `None` is off.
    pub span: Option<WallSpan>,
}

/// A seat that somebody has.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    /// The seat's number.
    pub seat: u16,
    /// From when, buffer included.
    pub start: DateTime<Utc>,
    /// Until when, buffer included.
    pub end: DateTime<Utc>,
}

impl Input {
    /// The limits on when, as they are and as they will be.
    pub fn every_rule(&mut self) -> impl Iterator<Item = &mut ServiceRules> {
        let later = self.later.as_mut().map(|later| &mut later.service);
        std::iter::once(&mut self.service).chain(later)
    }

    /// The business days a start may belong to, as `from` and `days` of an input that is to
    /// decide about this one start: at half past one it may be last night's or today's.
    pub fn window(zone: Tz, start: DateTime<Utc>) -> (LocalDate, u16) {
        let date = local(zone, start).date();
        match date.checked_sub_days(Days::new(1)) {
            Some(before) => (before, 2),
            None => (date, 1),
        }
    }
}
