//! Rows into the engine's input. Who is needed and what the rules are is remembered between transactions; what is taken
//! is read anew, in one statement however many rows there are.

mod needs;
mod ruled;

use super::{
    allocation,
    availability::{Input, Limits, Opening, Resource as Able},
    begun,
    reach::bounds,
    resource::{self, Link, Resource, Roster},
    rule_read,
    rule_rows::{Tables, Timetable},
    taken::{self, Taken},
};
use crate::{
    base::{
        ids::{BookingId, ReservationId, ResourceId},
        time::local,
    },
    db::{self, TenantTx},
    domain::{businesses::profile::Profile, catalog::service::Service},
};
use chrono::{DateTime, NaiveDate, Utc};
use std::sync::Arc;

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
    /// Who books.
    pub by: By,
    /// The first business day.
    pub from: NaiveDate,
    /// How many business days.
    pub days: u16,
    /// Claims that do not count, because they are the asker's own.
    pub own: Own,
}

/// Who books: not everybody takes what guests book by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A guest, on the pages of the shop.
    Guest,
    /// Staff, by telephone or at the counter.
    Hand,
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

/// Everything of a business that the engine needs for some of its services within some days.
pub struct Shop {
    roster: Arc<Roster>,
    links: Vec<Link>,
    able: Vec<Able>,
    opening: Opening,
    timetable: Timetable,
    limits: Limits,
    groups: Vec<Tables>,
    from: NaiveDate,
    days: u16,
    now: DateTime<Utc>,
}

/// Loads what one question needs, to show it.
pub fn input(tx: &mut TenantTx<'_>, ask: &Ask<'_>) -> db::Result<Input> {
    Ok(service_shop(tx, ask)?.into_input(ask))
}

/// Loads what the question about one start needs, to decide it: queues up for everything the service could take, and for the
/// half-hour where that is limited, before it reads what is taken and what begins.
pub fn input_locked(
    tx: &mut TenantTx<'_>,
    ask: &Ask<'_>,
    start: DateTime<Utc>,
) -> db::Result<Input> {
    let mut shop = locked(tx, ask, &[ask.service], start)?;
    let bounds = bounds(ask, &shop.roster);
    shop.read_taken(tx, ask, bounds)?;
    Ok(shop.into_input(ask))
}

/// Loads what a question about several services together needs, to show it: an input for each, in their order.
pub fn inputs(tx: &mut TenantTx<'_>, asks: &[Ask<'_>]) -> db::Result<Vec<Input>> {
    let Some(first) = asks.first() else {
        return Ok(Vec::new());
    };
    let services: Vec<&Service> = asks.iter().map(|ask| ask.service).collect();
    let mut shop = rules(tx, first, &services)?;
    shop.read_taken(tx, first, hull(asks, &shop.roster))?;
    Ok(shop.into_inputs(asks))
}

/// The same to decide about one start: queues up first for everything that any of them could take.
pub fn inputs_locked(
    tx: &mut TenantTx<'_>,
    asks: &[Ask<'_>],
    start: DateTime<Utc>,
) -> db::Result<Vec<Input>> {
    let Some(first) = asks.first() else {
        return Ok(Vec::new());
    };
    let services: Vec<&Service> = asks.iter().map(|ask| ask.service).collect();
    let mut shop = locked(tx, first, &services, start)?;
    shop.read_taken(tx, first, hull(asks, &shop.roster))?;
    Ok(shop.into_inputs(asks))
}

/// Loads one service's part of the shop, whose people the page wants to name besides.
pub fn service_shop(tx: &mut TenantTx<'_>, ask: &Ask<'_>) -> db::Result<Shop> {
    let mut shop = rules(tx, ask, &[ask.service])?;
    let bounds = bounds(ask, &shop.roster);
    shop.read_taken(tx, ask, bounds)?;
    Ok(shop)
}

/// The same for two stretches of days, from one reading of what is taken.
pub fn service_shops(tx: &mut TenantTx<'_>, asks: [&Ask<'_>; 2]) -> db::Result<[Shop; 2]> {
    let [one, other] = asks;
    let roster = resource::roster(tx)?;
    let taken = taken::within(tx, &asks.map(|ask| bounds(ask, &roster)), one.own)?;
    let mut shops = [
        rules(tx, one, &[one.service])?,
        rules(tx, other, &[other.service])?,
    ];
    // What begins is counted once for both; what begins on other days than those asked about is in nobody's way.
    let [own, others] = shops.each_ref().map(|shop| &shop.limits);
    let mut counted = if own.is_empty() { others } else { own }.clone();
    begun::fill(
        tx,
        &mut counted,
        hull(&asks.map(Clone::clone), &roster),
        one.own,
    )?;
    for shop in &mut shops {
        shop.limits.begun.clone_from(&counted.begun);
        shop.limits.caps.clone_from(&counted.caps);
    }
    for (shop, ask) in shops.iter_mut().zip(asks) {
        let (since, until) = bounds(ask, &roster);
        let meets = |taken: &&Taken| taken.start < until && taken.end > since;
        shop.fill(taken.iter().filter(meets));
    }
    Ok(shops)
}

/// Loads what many services of the business need within the same days, so that a menu is drawn from one reading;
/// `None` when there are none.
pub fn whole_shop(tx: &mut TenantTx<'_>, asks: &[Ask<'_>]) -> db::Result<Option<Shop>> {
    let Some(first) = asks.first() else {
        return Ok(None);
    };
    let mut shop = rules(tx, first, &[])?;
    let spans: Vec<_> = asks.iter().map(|ask| bounds(ask, &shop.roster)).collect();
    shop.fill(&taken::within(tx, &spans, first.own)?);
    let first_of_all = spans.iter().map(|(since, _)| *since).min();
    let last_of_all = spans.iter().map(|(_, until)| *until).max();
    if let Some(whole) = first_of_all.zip(last_of_all) {
        begun::fill(tx, &mut shop.limits, whole, first.own)?;
    }
    Ok(Some(shop))
}

/// Queues up for everything of the business that can be taken, for whoever decides about much of it: the rules that are read
/// afterwards are those by which whoever stood before has left it.
pub fn queue_up(tx: &mut TenantTx<'_>) -> db::Result<()> {
    let roster = resource::roster(tx)?;
    let ids: Vec<ResourceId> = roster.resources.iter().map(|one| one.id).collect();
    allocation::lock(tx, &ids)?;
    tx.rules_changed()?;
    Ok(())
}

/// The whole shop over the days of a question, and apart from it what is taken then and as long before and after as anything
/// lasts; queues up for everything it has first, where something is to be decided.
pub(super) fn shop_and_taken(
    tx: &mut TenantTx<'_>,
    ask: &Ask<'_>,
    is_to_decide: bool,
) -> db::Result<(Shop, Vec<Taken>)> {
    let mut shop = rules(tx, ask, &[])?;
    if is_to_decide {
        let ids: Vec<ResourceId> = shop.able.iter().map(|able| able.id).collect();
        allocation::lock(tx, &ids)?;
        if tx.rules_changed()? {
            shop = rules(tx, ask, &[])?;
        }
    }
    let (since, until) = bounds(ask, &shop.roster);
    let spans = [(since - taken::LONGEST, until + taken::LONGEST)];
    let taken = taken::within(tx, &spans, ask.own)?;
    Ok((shop, taken))
}

/// The shop with nothing taken, as far as some of its services need it; without any named, all of it.
fn rules(tx: &mut TenantTx<'_>, ask: &Ask<'_>, services: &[&Service]) -> db::Result<Shop> {
    let (roster, rows) = (resource::roster(tx)?, rule_read::since(tx, ask.from)?);
    Ok(ruled::ruled((roster, &*rows), ask, services, tx.now()))
}

/// The shop with nothing read of what is taken, once nobody can take anything of it before us.
fn locked(
    tx: &mut TenantTx<'_>,
    ask: &Ask<'_>,
    services: &[&Service],
    start: DateTime<Utc>,
) -> db::Result<Shop> {
    let mut shop = rules(tx, ask, services)?;
    let ids: Vec<ResourceId> = shop.able.iter().map(|able| able.id).collect();
    allocation::lock(tx, &ids)?;
    shop.stand_in_line(tx, ask, start)?;
    // Whoever stood before us may have taken somebody off their shift, or have set a limit.
    if tx.rules_changed()? {
        shop = rules(tx, ask, services)?;
        shop.stand_in_line(tx, ask, start)?;
    }
    Ok(shop)
}

/// The instants between which taken time can matter to any of some questions about the same days.
fn hull(asks: &[Ask<'_>], roster: &Roster) -> (DateTime<Utc>, DateTime<Utc>) {
    let spans = || asks.iter().map(|ask| bounds(ask, roster));
    let since = spans().map(|(since, _)| since).min();
    let until = spans().map(|(_, until)| until).max();
    since.zip(until).unwrap_or_default()
}

impl Shop {
    /// The question for one service of this shop.
    pub fn into_input(self, ask: &Ask<'_>) -> Input {
        let (needs, service) = (self.needs(ask, ask.service), self.rules(ask, ask.service));
        let later = self.later(ask);
        let mut limits = self.limits;
        limits.service = Some(ask.service.id);
        Input {
            zone: ask.profile.zone,
            now: self.now,
            from: self.from,
            days: self.days,
            opening: self.opening,
            service,
            needs,
            later,
            resources: self.able,
            limits,
        }
    }

    /// The questions for several services of this shop, in their order.
    fn into_inputs(mut self, asks: &[Ask<'_>]) -> Vec<Input> {
        let Some(first) = asks.first() else {
            return Vec::new();
        };
        let mut input = self.take_input(first);
        let turned = asks.iter().map(|ask| {
            self.turn(&mut input, ask);
            input.clone()
        });
        turned.collect()
    }

    /// Turns an input of this shop to another of its services.
    pub fn turn(&self, input: &mut Input, ask: &Ask<'_>) {
        input.needs = self.needs(ask, ask.service);
        input.service = self.rules(ask, ask.service);
        input.later = self.later(ask);
        input.limits.service = Some(ask.service.id);
    }

    /// Everything of the business that can be taken.
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// One of its people, rooms or tables.
    pub fn find(&self, id: ResourceId) -> Option<&Resource> {
        self.roster.find(id)
    }

    /// Those whom guests may choose, in column order.
    pub fn nominable(&self) -> impl Iterator<Item = &Resource> {
        self.roster.resources.iter().filter(|one| {
            one.kind.is_person()
                && one.is_nominable
                && one.takes_online
                && self.links.iter().any(|link| link.resource == one.id)
        })
    }

    /// Queues up for the half-hour of a start, behind everything that is taken, where that is limited.
    fn stand_in_line(
        &self,
        tx: &mut TenantTx<'_>,
        ask: &Ask<'_>,
        start: DateTime<Utc>,
    ) -> db::Result<()> {
        match self.limits.is_empty() {
            true => Ok(()),
            false => begun::lock(tx, local(ask.profile.zone, start)),
        }
    }

    fn read_taken(
        &mut self,
        tx: &mut TenantTx<'_>,
        ask: &Ask<'_>,
        bounds: (DateTime<Utc>, DateTime<Utc>),
    ) -> db::Result<()> {
        self.fill(&taken::within(tx, &[bounds], ask.own)?);
        begun::fill(tx, &mut self.limits, bounds, ask.own)
    }

    fn fill<'a>(&mut self, all: impl IntoIterator<Item = &'a Taken>) {
        let mut places: Vec<(ResourceId, usize)> = self
            .able
            .iter()
            .enumerate()
            .map(|(place, able)| (able.id, place))
            .collect();
        places.sort_unstable();
        for taken in all {
            let known = places.binary_search_by_key(&taken.resource, |(id, _)| *id);
            let place = known.ok().and_then(|known| places.get(known));
            if let Some(able) = place.and_then(|(_, place)| self.able.get_mut(*place)) {
                able.taken.push(taken.on(able.capacity));
            }
        }
    }

    /// An input that [`Shop::turn`] then turns to each service; takes the engine's part out of the shop.
    pub fn take_input(&mut self, ask: &Ask<'_>) -> Input {
        Input {
            zone: ask.profile.zone,
            now: self.now,
            from: self.from,
            days: self.days,
            opening: std::mem::take(&mut self.opening),
            service: self.rules(ask, ask.service),
            needs: self.needs(ask, ask.service),
            later: self.later(ask),
            resources: std::mem::take(&mut self.able),
            limits: Limits {
                service: Some(ask.service.id),
                ..std::mem::take(&mut self.limits)
            },
        }
    }
}
