//! What is on the menu of the shop that histories are played in, and what somebody may wish for there.

use chrono::{DateTime, NaiveDate, TimeDelta, Timelike, Utc};
use chrono_tz::Asia::Tokyo;

/// Those who serve; each does everything that needs a person.
pub const PEOPLE: usize = 2;
/// Places of the studio.
pub const PLACES: u16 = 3;
/// Minutes of the day at which a lesson begins.
pub const LESSONS: [u32; 2] = [600, 840];
/// Open from ten to seven, and never on Wednesdays.
pub const OPEN: (u32, u32) = (600, 1140);
/// Minutes between two starts on the pages of the shop.
pub const STEP: u32 = 30;

/// A service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A person for an hour.
    Cut,
    /// A person for three quarters.
    Colour,
    /// A person and the only room for an hour, and a quarter to tidy up.
    Spa,
    /// A lesson of an hour in the studio, a place for each who comes.
    Yoga,
    /// A person for half an hour, once the shop has said yes.
    Talk,
}

/// Something that can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    Person(usize),
    Room,
    Studio,
}

/// Time of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub thing: Thing,
    pub seats: u16,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// One service of one guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub guest: i16,
    pub kind: Kind,
    pub person: Option<usize>,
}

/// What is wished for: a visit, each guest's services in their order. How many come is said where one service is wished for;
/// else each guest is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub parts: Vec<Part>,
    pub party: u16,
}

impl Kind {
    pub const ALL: [Self; 5] = [Self::Cut, Self::Colour, Self::Spa, Self::Yoga, Self::Talk];

    pub fn minutes(self) -> i64 {
        match self {
            Self::Cut | Self::Spa | Self::Yoga => 60,
            Self::Colour => 45,
            Self::Talk => 30,
        }
    }

    /// What is kept free afterwards.
    pub fn tidying(self) -> i64 {
        if self == Self::Spa { 15 } else { 0 }
    }

    pub fn price(self) -> i64 {
        match self {
            Self::Cut => 5500,
            Self::Colour => 7700,
            Self::Spa => 8800,
            Self::Yoga => 2200,
            Self::Talk => 1100,
        }
    }

    pub fn needs_person(self) -> bool {
        self != Self::Yoga
    }

    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Cut => ("カット", "Haircut"),
            Self::Colour => ("カラー", "Colour"),
            Self::Spa => ("スパ", "Spa"),
            Self::Yoga => ("ヨガ", "Yoga"),
            Self::Talk => ("相談", "Talk"),
        }
    }
}

impl Thing {
    pub fn capacity(self) -> u16 {
        match self {
            Self::Person(_) | Self::Room => 1,
            Self::Studio => PLACES,
        }
    }
}

impl Claim {
    pub fn meets(&self, other: &Self) -> bool {
        self.from < other.until && other.from < self.until
    }
}

impl Wish {
    /// One service.
    pub fn one(kind: Kind, person: Option<usize>, party: u16) -> Self {
        let part = Part {
            guest: 0,
            kind,
            person,
        };
        Self {
            parts: vec![part],
            party,
        }
    }

    /// Each service from when until when, if the visit begins at an instant.
    pub fn times(&self, start: DateTime<Utc>) -> Vec<(Part, DateTime<Utc>, DateTime<Utc>)> {
        let (mut guest, mut at, mut times) = (None, start, Vec::new());
        for part in &self.parts {
            if guest != Some(part.guest) {
                (guest, at) = (Some(part.guest), start);
            }
            let end = at + TimeDelta::minutes(part.kind.minutes());
            times.push((*part, at, end));
            at = end;
        }
        times
    }

    /// The only service, where there is one.
    pub fn only(&self) -> Option<Part> {
        match self.parts.as_slice() {
            [part] => Some(*part),
            _ => None,
        }
    }

    /// What it costs: nobody in this shop costs a fee.
    pub fn price(&self) -> i64 {
        let each: i64 = self.parts.iter().map(|part| part.kind.price()).sum();
        each * i64::from(self.party)
    }

    /// Whether the shop has its say first.
    pub fn asks(&self) -> bool {
        self.parts
            .first()
            .is_some_and(|part| part.kind == Kind::Talk)
    }
}

/// The day and the minute of an instant in the shop.
pub fn wall(at: DateTime<Utc>) -> (NaiveDate, u32) {
    let local = at.with_timezone(&Tokyo);
    (local.date_naive(), local.hour() * 60 + local.minute())
}

/// The instant of a minute of a day.
pub fn instant(date: NaiveDate, minute: u32) -> DateTime<Utc> {
    let time = date.and_hms_opt(minute / 60, minute % 60, 0).unwrap();
    time.and_local_timezone(Tokyo).unwrap().to_utc()
}
