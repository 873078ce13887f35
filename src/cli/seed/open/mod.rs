//! A shop opens: what its owner would type into the back office in the first weeks, written as rows. Nothing here is
//! drawn by chance but keys and the days people are off.

mod business;
mod extras;
mod hours;
mod menu;
mod people;
mod tables;
mod terms;

use super::{
    SeedError,
    chance::Chance,
    written::{self, Names, Shop},
};
use crate::{
    base::ids::{BusinessId, ResourceId, ServiceId, UserId},
    db::TenantTx,
};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use std::collections::HashMap;

pub(super) use people::users;

/// How far back and ahead dated rows are written: closings, days off, bookings.
pub(super) const WEEKS: u64 = 6;

/// What is the same for the whole town.
#[derive(Clone)]
pub(super) struct Town {
    /// The number everything is drawn from.
    pub random_seed: u64,
    /// The date in the middle of the bookings.
    pub today: NaiveDate,
    /// The hash of the one password.
    pub password_hash: String,
    /// The guest with an account.
    pub guest: UserId,
    /// What people are called.
    pub names: Names,
}

/// An opened shop: its keys by the words its file uses.
pub(super) struct Opened {
    /// Every resource by its key word.
    pub resources: HashMap<String, ResourceId>,
    /// Who can have touched a booking: those at the desk.
    pub desk: Vec<UserId>,
    /// Each service with what is written of it.
    pub services: Vec<(ServiceId, written::Service)>,
}

impl Town {
    /// The first date of the story.
    pub fn first(&self) -> NaiveDate {
        let back = self.today.checked_sub_days(Days::new(7 * WEEKS));
        back.unwrap_or(self.today)
    }

    /// The last date of the story.
    pub fn last(&self) -> NaiveDate {
        let ahead = self.today.checked_add_days(Days::new(7 * WEEKS));
        ahead.unwrap_or(self.today)
    }

    /// When the shops joined: a year and some weeks ago.
    pub fn joined_at(&self) -> DateTime<Utc> {
        self.today
            .and_time(chrono::NaiveTime::MIN)
            .and_utc()
            .checked_sub_signed(TimeDelta::days(400))
            .unwrap_or_default()
    }
}

/// Writes a shop: business, settings, hours, people, menu.
pub(super) fn open(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (shop, users): (&Shop, &HashMap<String, UserId>),
    chance: &mut Chance,
) -> Result<Opened, SeedError> {
    let owner = shop
        .people
        .iter()
        .find(|person| person.role == "owner")
        .and_then(|person| users.get(&person.key))
        .copied();
    business::business(tx, town, shop, owner)?;
    business::settings(tx, town, shop, chance)?;
    hours::hours(tx, town, shop, chance)?;
    hours::closings(tx, town, shop, chance)?;
    business::media(tx, town, shop, chance)?;
    let resources = people::resources(tx, town, shop, chance)?;
    tables::tables(tx, town, (shop, &resources))?;
    people::shifts(tx, shop, &resources, chance)?;
    people::exceptions(tx, town, (shop, &resources), chance)?;
    people::assignments(tx, town, shop, (users, &resources), chance)?;
    let policies = menu::policies(tx, town, shop, chance)?;
    let services = menu::services(tx, town, (shop, &policies), chance)?;
    menu::links(tx, &services, &resources, chance)?;
    menu::timetable(tx, &services, chance)?;
    extras::extras(tx, town, (shop, &services))?;
    terms::terms(tx, town, (shop, &services))?;
    let at_desk = |role: &str| matches!(role, "owner" | "manager" | "receptionist");
    let desk = shop
        .people
        .iter()
        .filter(|person| at_desk(&person.role))
        .filter_map(|person| users.get(&person.key).copied())
        .collect();
    Ok(Opened {
        resources,
        desk,
        services,
    })
}

/// The value of a word that the file uses, or a complaint that names it.
fn known<T>(found: Option<T>, word: &str) -> Result<T, SeedError> {
    found.ok_or_else(|| SeedError::Written(format!("unknown word: {word}")))
}

/// The tenant of a shop, from the seed number and its slug alone.
pub(super) fn business_id(random_seed: u64, slug: &str) -> BusinessId {
    BusinessId(Chance::new(random_seed, &format!("business {slug}")).id())
}
