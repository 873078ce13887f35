//! How often is too often: the figures of a real site, and none.

use crate::domain::platform::limit::Limit;
use chrono::TimeDelta;

/// How often is too often.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// New holds, by one network address at one business (seed 001: reserving).
    pub holds: Limit,
    /// New holds at one business, by all: above what a shop's telephone and doors can bear, below what a crowd of
    /// machines does.
    pub holds_of_all: Limit,
    /// Bookings by one network address at all businesses together: each writes a letter to whoever is named. An office
    /// or a school shares one address.
    pub bookings: Limit,
    /// Forms with files, by one network address.
    pub files: Limit,
    /// Looking for free times or for businesses, by one network address (seed 000: standard).
    pub looks: Limit,
    /// Looking for free times of one business, by all.
    pub looks_of_all: Limit,
    /// Links that open nothing, by one network address: who has a letter follows its link and guesses none.
    pub links: Limit,
    /// Wrong passwords of everybody together, before whoever runs the site is told.
    pub wrong_passwords: Limit,
}

impl Limits {
    /// The figures of a real site.
    pub const REAL: Self = Self {
        holds: Limit {
            most: 10,
            window: TimeDelta::minutes(5),
        },
        holds_of_all: Limit {
            most: 600,
            window: TimeDelta::minutes(5),
        },
        bookings: Limit {
            most: 60,
            window: TimeDelta::hours(1),
        },
        files: Limit {
            most: 60,
            window: TimeDelta::hours(1),
        },
        looks: Limit {
            most: 1_000,
            window: TimeDelta::hours(1),
        },
        looks_of_all: Limit {
            most: 30_000,
            window: TimeDelta::hours(1),
        },
        links: Limit {
            most: 100,
            window: TimeDelta::minutes(15),
        },
        wrong_passwords: Limit {
            most: 500,
            window: TimeDelta::minutes(15),
        },
    };
    /// None that anybody meets: for measuring, where one machine is all visitors.
    pub const NONE: Self = {
        let none = Limit {
            most: i32::MAX,
            window: TimeDelta::hours(1),
        };
        Self {
            holds: none,
            holds_of_all: none,
            bookings: none,
            files: none,
            looks: none,
            looks_of_all: none,
            links: none,
            wrong_passwords: none,
        }
    };
}
