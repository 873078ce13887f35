//! Rows into the engine's input, in three statements however many rows there are: who is needed, what the rules are,
//! what is taken.

use super::{
    allocation,
    availability::{Candidate, Input, Need, Opening, Resource as Able, ServiceRules, Starts, Take},
    resource::{self, Link, Resource, ResourceType, ResourceUse},
    rule_rows,
};
use crate::{
    base::{
        ids::{BookingId, ReservationId, ResourceId, ServiceId},
        time::{WallTime, Weekday},
    },
    db::{self, TenantTx},
    domain::{businesses::profile::Profile, catalog::service::Service},
};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// What.
    pub service: &'a Service,
    /// For how many.
    pub party: u32,
    /// Only with this person.
    pub nominated: Option<ResourceId>,
    /// The first business day.
    pub from: NaiveDate,
    /// How many business days.
    pub days: u16,
    /// Claims that do not count, because they are the asker's own.
    pub own: Own,
}

/// Whose claims on time are left out of what is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Own {
    /// Nobody's.
    #[default]
    None,
    /// A booking that is being moved.
    Booking(BookingId),
    /// A hold that is being changed.
    Hold(ReservationId),
}

/// Everything of a business that the engine needs for any of its services within some days.
pub struct Shop {
    links: Vec<Link>,
    resources: Vec<Resource>,
    able: Vec<Able>,
    opening: Opening,
    timetable: Vec<(ServiceId, Weekday, WallTime)>,
    from: NaiveDate,
    days: u16,
    now: DateTime<Utc>,
}

/// Loads what one question needs, to show it.
pub fn input(tx: &mut TenantTx<'_>, ask: &Ask<'_>) -> db::Result<Input> {
    let shop = shop(tx, ask, Some(ask.service.id), false)?;
    Ok(shop.into_input(ask))
}

/// Loads what one question needs, to decide it: queues up for everything the service could take before it reads what
/// is taken.
pub fn input_locked(tx: &mut TenantTx<'_>, ask: &Ask<'_>) -> db::Result<Input> {
    let shop = shop(tx, ask, Some(ask.service.id), true)?;
    Ok(shop.into_input(ask))
}

/// Over how many business days a first free time is looked for, when none is near.
pub const AHEAD_DAYS: u16 = 62;

/// Loads one service's part of the shop, whose people the page wants to name besides.
pub fn service_shop(tx: &mut TenantTx<'_>, ask: &Ask<'_>) -> db::Result<Shop> {
    shop(tx, ask, Some(ask.service.id), false)
}

/// Loads what every service of the business needs, so that a menu is drawn from one reading.
pub fn whole_shop(tx: &mut TenantTx<'_>, ask: &Ask<'_>) -> db::Result<Shop> {
    shop(tx, ask, None, false)
}

fn shop(
    tx: &mut TenantTx<'_>,
    ask: &Ask<'_>,
    service: Option<ServiceId>,
    locked: bool,
) -> db::Result<Shop> {
    let mut resources: Vec<Resource> = Vec::new();
    let mut links = Vec::new();
    for (resource, link) in resource::linked(tx, service)? {
        if !resources.iter().any(|known| known.id == resource.id) {
            resources.push(resource);
        }
        links.push(link);
    }
    let mut able: Vec<Able> = resources.iter().map(rule_rows::able).collect();
    let mut shop = Shop {
        links,
        resources,
        able: Vec::new(),
        opening: Opening::default(),
        timetable: Vec::new(),
        from: ask.from,
        days: ask.days,
        now: tx.now(),
    };
    let rules = rule_rows::read(tx, &mut able, ask.from, ask.days)?;
    (shop.opening, shop.timetable) = (rules.opening, rules.timetable);
    if locked {
        let ids: Vec<ResourceId> = shop.resources.iter().map(|resource| resource.id).collect();
        allocation::lock(tx, &ids)?;
    }
    let (since, until) = bounds(ask);
    for taken in allocation::taken(tx, since, until, ask.own)? {
        if let Some(able) = able.iter_mut().find(|able| able.id == taken.resource) {
            able.taken.push(taken.on(able.capacity));
        }
    }
    shop.able = able;
    Ok(shop)
}

impl Shop {
    /// The question for one service of this shop.
    pub fn into_input(self, ask: &Ask<'_>) -> Input {
        let (needs, service) = (self.needs(ask), self.rules(ask));
        Input {
            zone: ask.profile.zone,
            now: self.now,
            from: self.from,
            days: self.days,
            opening: self.opening,
            service,
            needs,
            resources: self.able,
        }
    }

    /// Turns an input of this shop to another of its services.
    pub fn turn(&self, input: &mut Input, ask: &Ask<'_>) {
        input.needs = self.needs(ask);
        input.service = self.rules(ask);
    }

    /// The people, rooms and tables, in column order.
    pub fn resources(&self) -> &[Resource] {
        &self.resources
    }

    /// An input that [`Shop::turn`] then turns to each service; takes the engine's part out of the shop.
    pub fn take_input(&mut self, ask: &Ask<'_>) -> Input {
        Input {
            zone: ask.profile.zone,
            now: self.now,
            from: self.from,
            days: self.days,
            opening: std::mem::take(&mut self.opening),
            service: self.rules(ask),
            needs: self.needs(ask),
            resources: std::mem::take(&mut self.able),
        }
    }

    /// One need for each kind of resource the service requires; a nominated person is the only candidate of their kind.
    fn needs(&self, ask: &Ask<'_>) -> Vec<Need> {
        let nominated_kind = ask.nominated.and_then(|id| self.kind_of(id));
        let mut kinds: Vec<(ResourceType, Vec<Candidate>)> = Vec::new();
        for link in self
            .links
            .iter()
            .filter(|link| link.service == ask.service.id && link.is_required)
        {
            let Some(kind) = self.kind_of(link.resource) else {
                continue;
            };
            if nominated_kind == Some(kind) && ask.nominated != Some(link.resource) {
                continue;
            }
            let take = match link.take {
                ResourceUse::Exclusive => Take::Exclusive,
                ResourceUse::Seats => Take::Seats,
            };
            let candidate = Candidate {
                resource: link.resource,
                take,
            };
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, candidates)) => candidates.push(candidate),
                None => kinds.push((kind, vec![candidate])),
            }
        }
        let served = ask.nominated.is_none_or(|id| {
            kinds
                .iter()
                .any(|(_, all)| all.iter().any(|one| one.resource == id))
        });
        // A nominated person who does not do this service must not turn into "anybody".
        if served {
            kinds
                .into_iter()
                .map(|(_, candidates)| Need { candidates })
                .collect()
        } else {
            Vec::new()
        }
    }

    fn kind_of(&self, id: ResourceId) -> Option<ResourceType> {
        self.resources
            .iter()
            .find(|resource| resource.id == id)
            .map(|resource| resource.kind)
    }

    fn rules(&self, ask: &Ask<'_>) -> ServiceRules {
        let (figures, settings) = (&ask.service.figures, &ask.profile.settings);
        let minutes = |value: i32| u32::try_from(value).unwrap_or(0);
        let starts: Vec<(Weekday, WallTime)> = self
            .timetable
            .iter()
            .filter(|(service, ..)| *service == ask.service.id)
            .map(|(_, day, time)| (*day, *time))
            .collect();
        ServiceRules {
            minutes: minutes(figures.duration_minutes.into()),
            before: minutes(figures.buffer_before.into()),
            after: minutes(figures.buffer_after.into()),
            step: minutes(
                figures
                    .slot_step_minutes
                    .unwrap_or(settings.slot_step_minutes)
                    .into(),
            ),
            notice_minutes: minutes(figures.notice_minutes.unwrap_or(settings.notice_minutes)),
            horizon_days: minutes(figures.horizon_days.unwrap_or(settings.horizon_days).into()),
            party: ask.party,
            starts: if starts.is_empty() {
                Starts::Grid
            } else {
                Starts::Timetable(starts)
            },
        }
    }
}

/// The instants between which taken time can matter: the days asked for and their nights.
fn bounds(ask: &Ask<'_>) -> (DateTime<Utc>, DateTime<Utc>) {
    let midnight = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc();
    let until = ask
        .from
        .checked_add_days(Days::new(u64::from(ask.days) + 2))
        .unwrap_or(ask.from);
    (
        midnight(ask.from) - TimeDelta::hours(18),
        midnight(until) + TimeDelta::hours(14),
    )
}
