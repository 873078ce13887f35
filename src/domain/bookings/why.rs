//! Read: why a time cannot be booked, with every reason: what keeps guests from it, what keeps staff from it, and of each person,
//! room and table that would do what they have then instead.

use super::clash::{self, InTheWay};
use crate::{
    base::{ids::ResourceId, time::local},
    db::{self, TenantTx},
    domain::{
        businesses::profile::Profile,
        catalog::service::Service,
        scheduling::{
            availability::{Refusal, Slot},
            caps::{self, Counting, Reached},
            load::{By, Own},
            occupancy,
            resource::{self, Resource},
            seek::{self, Sought},
        },
    },
};
use chrono::{DateTime, Utc};

/// What somebody would like to book.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// What.
    pub service: &'a Service,
    /// For how many.
    pub party: i16,
    /// With whom, if it matters.
    pub person: Option<ResourceId>,
    /// From when.
    pub start: DateTime<Utc>,
}

/// What keeps guests from booking, whatever the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halt {
    /// An operator has stopped the shop's bookings online.
    Stopped,
    /// The shop has.
    NotAccepting,
    /// The service is given by hand alone.
    ByHand,
    /// That person takes nothing online.
    NotOnline,
    /// So many cannot book it: from how many to how many can.
    Party(i16, i16),
}

/// Somebody or something that would do.
#[derive(Clone, Debug)]
pub struct One {
    /// Who or what.
    pub resource: Resource,
    /// Why they cannot, were nobody asked but them; none where they can.
    pub reasons: Vec<Refusal>,
    /// What they have then.
    pub in_the_way: Vec<InTheWay>,
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Why {
    /// What keeps guests from it at any time.
    pub halts: Vec<Halt>,
    /// What keeps guests from this time.
    pub guests: Vec<Refusal>,
    /// What keeps staff from it.
    pub staff: Vec<Refusal>,
    /// Each of those who would do.
    pub each: Vec<One>,
    /// What of it is booked as often as guests may, where that keeps them from it.
    pub caps: Vec<Reached>,
    /// The nearest times that guests can book.
    pub nearest: Vec<Slot>,
}

impl Why {
    /// Whether guests can book it.
    pub fn is_free(&self) -> bool {
        self.halts.is_empty() && self.guests.is_empty()
    }
}

impl<'a> Wish<'a> {
    fn sought(&self, person: Option<ResourceId>, by: By) -> Sought<'a> {
        Sought {
            profile: self.profile,
            service: self.service,
            party: self.party,
            nominated: person,
            by,
            own: Own::None,
        }
    }
}

/// Why a time cannot be had.
pub fn read(tx: &mut TenantTx<'_>, wish: &Wish<'_>) -> db::Result<Why> {
    let as_guest = wish.sought(wish.person, By::Guest);
    let as_staff = wish.sought(wish.person, By::Hand);
    let date = local(wish.profile.zone, wish.start).date();
    let service = wish.service.clone().on(date);
    let mut each = Vec::new();
    for (resource, link) in resource::linked(tx, &service)? {
        if link.is_required {
            each.push(one(tx, wish, (resource, &service))?);
        }
    }
    let guests = seek::reasons(tx, &as_guest, wish.start)?;
    let people = each.iter().map(|one| one.resource.id);
    let people = people.filter(|id| wish.person.is_none_or(|person| person == *id));
    let caps = match guests.contains(&Refusal::Capped) {
        true => reached(tx, wish, people.collect())?,
        false => Vec::new(),
    };
    Ok(Why {
        halts: halts(tx, wish)?,
        guests,
        caps,
        staff: seek::reasons(tx, &as_staff, wish.start)?,
        nearest: seek::nearest(tx, &as_guest, wish.start)?,
        each,
    })
}

/// What is booked as often as guests may: the service, and whoever would do it.
fn reached(
    tx: &mut TenantTx<'_>,
    wish: &Wish<'_>,
    people: Vec<ResourceId>,
) -> db::Result<Vec<Reached>> {
    let line = |service, person| Counting {
        service,
        person,
        start: wish.start,
    };
    let people = people.into_iter().map(|id| line(None, Some(id)));
    let lines: Vec<Counting> = [line(Some(wish.service.id), None)]
        .into_iter()
        .chain(people)
        .collect();
    caps::reached(tx, wish.profile.zone, &lines)
}

fn one(
    tx: &mut TenantTx<'_>,
    wish: &Wish<'_>,
    (resource, service): (Resource, &Service),
) -> db::Result<One> {
    let sought = wish.sought(Some(resource.id), By::Hand);
    let reasons = seek::reasons(tx, &sought, wish.start)?;
    let spans = occupancy::of(service, wish.start, resource.kind.is_person());
    let in_the_way = match reasons.contains(&Refusal::Taken) {
        true => clash::between(tx, &[(resource.id, spans)], None)?,
        false => Vec::new(),
    };
    Ok(One {
        resource,
        reasons,
        in_the_way,
    })
}

/// What keeps guests from this service, or from this person, at any time.
pub(super) fn halts(tx: &mut TenantTx<'_>, wish: &Wish<'_>) -> db::Result<Vec<Halt>> {
    let (profile, figures) = (wish.profile, &wish.service.figures);
    let roster = resource::roster(tx)?;
    let person = wish.person.and_then(|id| roster.find(id));
    let (least, most) = (figures.party_min, figures.party_max);
    let is_so = [
        (profile.is_stopped, Halt::Stopped),
        (
            !profile.is_stopped && !profile.settings.is_accepting,
            Halt::NotAccepting,
        ),
        (roster.is_by_hand(wish.service), Halt::ByHand),
        (
            person.is_some_and(|person| !person.takes_online),
            Halt::NotOnline,
        ),
        (
            !(least..=most).contains(&wish.party),
            Halt::Party(least, most),
        ),
    ];
    let held = is_so.into_iter().filter(|(is_so, _)| *is_so);
    Ok(held.map(|(_, halt)| halt).collect())
}
