//! The bookings of a shop, six weeks back and six ahead. Each is placed by the engine that places guests' bookings, so
//! none can lie outside opening hours or shifts, or on top of another.

mod fate;
mod guests;
mod write;

use super::{
    SeedError,
    chance::Chance,
    open::{Opened, Town},
    written,
};
use crate::{
    base::{
        holidays::holiday,
        ids::{BookingId, ResourceId, UserId},
        time::{LocalDate, WallTime, instant},
    },
    db::TenantTx,
    domain::{
        bookings::{booking::Source, quote::quote},
        businesses::profile::{self, Profile},
        catalog::{
            policy::Policy,
            price::Quote,
            service::{self, Service},
        },
        scheduling::{
            availability::{
                Candidate, Input, Need, Placement, ServiceRules, Starts, Take, Taken, free_slots,
                place,
            },
            load::{self, Ask, Own},
            resource::Resource,
        },
    },
};
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use fate::{Circumstances, Fate};
use guests::Cast;

pub(super) use write::write;

/// A day is left as it is after so many wishes that could not be met.
const MISSES: u32 = 30;

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
}

/// The diary when it is full: who comes, and when.
pub(super) struct Filled {
    cast: Cast,
    visits: Vec<Visit>,
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
        from: town.first(),
        days: u16::try_from(days).unwrap_or(0),
        own: Own::None,
    };
    let mut loaded = load::whole_shop(tx, &ask)?;
    let input = loaded.take_input(&ask);
    let mut diary = Diary {
        now: within_today(town, &profile, tx.now()),
        cast: Cast::draw(town, shop, chance),
        main: main_resources(opened, &services),
        visits: Vec::new(),
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
    })
}

impl Diary<'_> {
    fn day(&mut self, date: LocalDate, chance: &mut Chance) {
        let midnight = date.and_time(chrono::NaiveTime::MIN).and_utc();
        let yesterday = midnight - TimeDelta::days(1);
        for resource in &mut self.input.resources {
            resource.taken.retain(|taken| taken.end > yesterday);
        }
        self.input.from = date;
        self.input.days = 1;
        self.input.now = yesterday;
        let fullness = self.fullness(date, chance);
        for index in 0..self.services.len() {
            if self
                .written(index)
                .is_some_and(|service| service.each_start)
            {
                self.each_start(index, fullness, chance);
            }
        }
        let goal = self.working_minutes() * i64::try_from(fullness).unwrap_or(0) / 100;
        let (mut busy, mut misses) = (0, 0);
        while busy < goal && misses < MISSES {
            match self.one_more(chance) {
                Some(minutes) => busy += minutes,
                None => misses += 1,
            }
        }
    }

    /// Percent of the day that will be taken. The further ahead, the more is still open.
    fn fullness(&self, date: LocalDate, chance: &mut Chance) -> u64 {
        let weekday = usize::try_from(date.weekday().num_days_from_sunday()).unwrap_or(0);
        let index = if holiday(date).is_some() { 7 } else { weekday };
        let usual = self.shop.guests.fullness.get(index).copied().unwrap_or(0);
        let ahead = date.signed_duration_since(self.town.today).num_days();
        let booked_so_far = 100 - u64::try_from((ahead - 7).clamp(0, 35)).unwrap_or(0) * 3 / 2;
        usual * booked_so_far * (90 + chance.below(21)) / 10_000
    }

    /// Minutes that the main resources work on this day, together, while the shop is open.
    fn working_minutes(&self) -> i64 {
        let step = u32::try_from(self.profile.settings.slot_step_minutes).unwrap_or(30);
        let mut probe = self.input.clone();
        for resource in &mut probe.resources {
            resource.taken.clear();
        }
        probe.service = ServiceRules {
            minutes: step,
            before: 0,
            after: 0,
            step,
            notice_minutes: 0,
            horizon_days: u32::MAX,
            party: 1,
            starts: Starts::Grid,
        };
        let candidates = self.main.iter().map(|resource| Candidate {
            resource: *resource,
            take: Take::Exclusive,
        });
        probe.needs = vec![Need {
            candidates: candidates.collect(),
        }];
        free_slots(&probe)
            .iter()
            .map(|slot| i64::from(slot.left) * i64::from(step))
            .sum()
    }

    /// Fills a class: at each of its starts, each place in so many of a hundred cases.
    fn each_start(&mut self, index: usize, fullness: u64, chance: &mut Chance) {
        let weight = self.written(index).map_or(0, |service| service.weight);
        let alone = Wish {
            service: index,
            party: 1,
            nominated: None,
        };
        self.turn(&alone);
        for slot in free_slots(&self.input) {
            for _ in 0..slot.left {
                if !chance.percent(fullness * weight / 10) {
                    continue;
                }
                let wish = Wish {
                    party: self.party(index, chance),
                    nominated: self.nominated(index, chance),
                    service: index,
                };
                self.turn(&wish);
                if let Ok(placement) = place(&self.input, slot.start) {
                    self.book(&wish, placement, chance);
                }
            }
        }
    }

    /// One booking more on this day: the minutes it takes of the main resources, or `None` if it could not be had.
    fn one_more(&mut self, chance: &mut Chance) -> Option<i64> {
        let weighed = self.services.iter().enumerate().map(|(index, (_, about))| {
            let weight = if about.each_start { 0 } else { about.weight };
            (index, weight)
        });
        let weighed: Vec<(usize, u64)> = weighed.collect();
        let (index, _) = *chance.weigh(weighed.iter().map(|one| (one, one.1)))?;
        let mut wish = Wish {
            service: index,
            party: self.party(index, chance),
            nominated: self.nominated(index, chance),
        };
        self.turn(&wish);
        let mut slots = free_slots(&self.input);
        if slots.is_empty() && wish.nominated.is_some() {
            wish.nominated = None;
            self.turn(&wish);
            slots = free_slots(&self.input);
        }
        let start = chance.pick(&slots)?.start;
        let placement = place(&self.input, start).ok()?;
        let length = placement.occupied_until - placement.occupied_from;
        let takes = placement.takes.iter();
        let of_main = takes.filter(|(id, _)| self.main.contains(id)).count();
        let minutes = length.num_minutes() * i64::try_from(of_main).unwrap_or(0);
        let holds = self.book(&wish, placement, chance)?;
        Some(if holds { minutes } else { 0 })
    }

    /// Writes a booking into the diary, and takes its time if its story ends that way. `None` when nobody wants it.
    fn book(&mut self, wish: &Wish, placement: Placement, chance: &mut Chance) -> Option<bool> {
        let (service, _) = self.services.get(wish.service)?;
        let service = service.clone();
        let audience = service.figures.audience;
        let index = self.cast.choose(audience, placement.date, chance)?;
        let guest = self.cast.guests.get(index)?;
        let person = wish.nominated.and_then(|id| self.resource(id));
        let currency = &self.profile.settings.currency;
        let quote = quote(&service, wish.party, person, currency);
        let circumstances = Circumstances {
            today: self.town.today,
            zone: self.profile.zone,
            now: self.now,
            date: placement.date,
            start: placement.start,
            end: placement.end,
            has_email: guest.email.is_some(),
            cancel_until: TimeDelta::minutes(i64::from(self.profile.settings.cancel_until_minutes)),
            policy: service.policy.as_ref(),
            price: quote.total(),
            desk: self.opened.desk.as_slice(),
            reasons: &self.shop.guests.reasons,
        };
        let (source, created_at, fate) = fate::draw(&circumstances, chance);
        let wishes = self.shop.guests.wishes.as_slice();
        let said = chance.pick(wishes).filter(|_| chance.percent(18));
        let customer_note = said.map_or_else(String::new, |said| said.in_language(&guest.locale));
        let noted = chance.pick(&self.shop.guests.staff_notes);
        let staff_note = noted.filter(|_| chance.percent(8)).cloned();
        let holds = fate.status.takes_time();
        if holds {
            self.take(&placement);
        }
        self.visits.push(Visit {
            id: BookingId(chance.id()),
            number: chance.number(),
            guest: index,
            column: self.column(&placement),
            party: wish.party,
            is_nominated: wish.nominated.is_some(),
            policy: service.policy.clone(),
            staff_note: staff_note.unwrap_or_default(),
            service,
            placement,
            quote,
            source,
            created_at,
            customer_note,
            fate,
        });
        Some(holds)
    }

    fn take(&mut self, placement: &Placement) {
        for (id, seats) in &placement.takes {
            let found = self.input.resources.iter_mut().find(|one| one.id == *id);
            if let Some(resource) = found {
                resource.taken.extend(seats.iter().map(|seat| Taken {
                    seat: *seat,
                    start: placement.occupied_from,
                    end: placement.occupied_until,
                }));
            }
        }
    }

    /// Turns the engine's question to a wish, with staff's freedom as to when it is asked.
    fn turn(&mut self, wish: &Wish) {
        if let Some((service, _)) = self.services.get(wish.service) {
            let ask = Ask {
                profile: &self.profile,
                service,
                party: u32::try_from(wish.party).unwrap_or(1),
                nominated: wish.nominated,
                from: self.input.from,
                days: 1,
                own: Own::None,
            };
            self.loaded.turn(&mut self.input, &ask);
            self.input.service.notice_minutes = 0;
            self.input.service.horizon_days = u32::MAX;
        }
    }

    fn party(&self, index: usize, chance: &mut Chance) -> i16 {
        let (least, most) = self.written(index).map_or((1, 1), |service| service.party);
        let parties = self.shop.guests.parties.iter();
        let fitting = parties.filter(|(size, _)| (least..=most).contains(size));
        let drawn = chance.weigh(fitting.map(|party| (&party.0, party.1)));
        drawn.copied().unwrap_or(least)
    }

    fn nominated(&self, index: usize, chance: &mut Chance) -> Option<ResourceId> {
        if !chance.percent(self.shop.guests.nominated_percent) {
            return None;
        }
        let needs = self.written(index)?.needs.iter();
        let ids = needs
            .flat_map(|need| need.of.split_whitespace())
            .filter_map(|word| self.opened.resources.get(word).copied());
        let nominable: Vec<ResourceId> = ids
            .filter(|id| self.resource(*id).is_some_and(|one| one.is_nominable))
            .collect();
        chance.pick(&nominable).copied()
    }

    fn written(&self, index: usize) -> Option<&written::Service> {
        self.services.get(index).map(|(_, written)| *written)
    }

    fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.loaded.resources().iter().find(|one| one.id == id)
    }

    /// Whose column a booking stands in: the person's, else the first's.
    fn column(&self, placement: &Placement) -> Option<ResourceId> {
        let is_person = |id: ResourceId| self.resource(id).is_some_and(|one| one.kind.is_person());
        let ids = || placement.takes.iter().map(|(id, _)| *id);
        ids().find(|id| is_person(*id)).or_else(|| ids().next())
    }
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
