//! The bookings of a shop, six weeks back and six ahead. Each is placed by the engine that places guests' bookings, so
//! none can lie outside opening hours or shifts, or on top of another.

mod after;
mod book;
mod consents;
mod day;
mod fate;
mod guests;
mod repeated;
mod write;

use super::{
    SeedError,
    chance::Chance,
    open::{Opened, Town},
    written,
};
use crate::{
    base::{
        ids::{BookingId, ResourceId, UserId},
        time::{WallTime, instant},
    },
    db::TenantTx,
    domain::{
        bookings::booking::Source,
        businesses::profile::{self, Profile},
        catalog::{
            policy::Policy,
            price::Quote,
            service::{self, Service},
        },
        scheduling::{
            availability::{Input, Placement},
            load::{self, Ask, By, Own},
        },
    },
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use fate::Fate;
use guests::Cast;

pub(super) use after::after;
pub(super) use consents::consents;
pub(super) use write::write;

/// The diary while it is being filled.
struct Diary<'a> {
    town: &'a Town,
    shop: &'a written::Shop,
    opened: &'a Opened,
    profile: Profile,
    /// What the menu reads, with what is written of it.
    services: Vec<(Service, &'a written::Service)>,
    loaded: load::Shop,
    input: Input,
    /// The people or tables by whose time a day's fullness is measured.
    main: Vec<ResourceId>,
    now: DateTime<Utc>,
    cast: Cast,
    visits: Vec<Visit>,
    /// Which of them somebody has every week.
    repeated: Vec<usize>,
}

/// The diary when it is full: who comes, and when.
pub(super) struct Filled {
    cast: Cast,
    visits: Vec<Visit>,
    repeated: Vec<usize>,
    zone: Tz,
}

/// One booking with its story.
struct Visit {
    id: BookingId,
    number: String,
    guest: usize,
    service: Service,
    column: Option<ResourceId>,
    placement: Placement,
    party: i16,
    is_nominated: bool,
    quote: Quote,
    policy: Option<Policy>,
    source: Source,
    created_at: DateTime<Utc>,
    customer_note: String,
    staff_note: String,
    fate: Fate,
}

/// What somebody wants.
struct Wish {
    service: usize,
    party: i16,
    nominated: Option<ResourceId>,
}

impl Filled {
    /// How many bookings there are.
    pub fn len(&self) -> usize {
        self.visits.len()
    }
}

/// Draws the bookings of a shop; writes nothing.
pub(super) fn fill(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &written::Shop,
    opened: &Opened,
    chance: &mut Chance,
) -> Result<Filled, SeedError> {
    let gone = || SeedError::Written(format!("{} cannot be read back", shop.slug));
    let profile = profile::own(tx)?.ok_or_else(gone)?;
    let find = |service: &Service| {
        let mut known = opened.services.iter();
        known
            .find(|(id, _)| *id == service.id)
            .map(|(_, written)| written)
    };
    let services: Vec<_> = service::all(tx)?
        .into_iter()
        .filter_map(|service| find(&service).map(|written| (service, written)))
        .collect();
    let (first, _) = services.first().ok_or_else(gone)?;
    let days = town.last().signed_duration_since(town.first()).num_days() + 1;
    let ask = Ask {
        profile: &profile,
        service: first,
        party: 1,
        nominated: None,
        by: By::Hand,
        from: town.first(),
        days: u16::try_from(days).unwrap_or(0),
        own: Own::None,
    };
    let asks = std::slice::from_ref(&ask);
    let mut loaded = load::whole_shop(tx, asks)?.ok_or_else(gone)?;
    let input = loaded.take_input(&ask);
    let mut diary = Diary {
        now: within_today(town, &profile, tx.now()),
        cast: Cast::draw(town, shop, chance),
        main: main_resources(opened, &services),
        visits: Vec::new(),
        repeated: Vec::new(),
        town,
        shop,
        opened,
        profile,
        services,
        loaded,
        input,
    };
    for date in town.first().iter_days().take_while(|d| *d <= town.last()) {
        diary.day(date, chance);
    }
    Ok(Filled {
        cast: diary.cast,
        visits: diary.visits,
        repeated: diary.repeated,
        zone: diary.profile.zone,
    })
}

/// What is taken first by services that are not filled start by start: stylists, dentists, tables.
fn main_resources(opened: &Opened, services: &[(Service, &written::Service)]) -> Vec<ResourceId> {
    let mut main: Vec<ResourceId> = services
        .iter()
        .filter(|(_, written)| !written.each_start)
        .filter_map(|(_, written)| written.needs.first())
        .flat_map(|need| need.of.split_whitespace())
        .filter_map(|word| opened.resources.get(word).copied())
        .collect();
    main.sort_unstable();
    main.dedup();
    main
}

/// The present instant, on the town's own day: at its end when the day is over, at its beginning when it is not yet.
fn within_today(town: &Town, profile: &Profile, now: DateTime<Utc>) -> DateTime<Utc> {
    let midnight = |date| instant(profile.zone, date, WallTime::MIDNIGHT).unwrap_or(now);
    let next = town.today.succ_opt().unwrap_or(town.today);
    now.clamp(midnight(town.today), midnight(next))
}

/// Somebody at the desk; nobody where nobody works.
fn at_desk(desk: &[UserId], chance: &mut Chance) -> Option<UserId> {
    chance.pick(desk).copied()
}
