//! People, rooms, tables and machines.

use super::{setup_plan, ties::Tie};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{PhotoId, ResourceId, ServiceId},
    },
    db::{self, TenantTx},
    domain::{
        businesses::{photo::Spot, picture::Picture, portrait},
        catalog::{option::Terms, service::Service},
    },
    schema::scheduling::{
        resources, service_resources,
        sql_types::{ResourceType as ResourceTypeSql, ResourceUse as ResourceUseSql},
    },
};
use diesel::prelude::*;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

crate::pg_enum! {
    /// What kind of thing it is; a booking takes one of each kind its service needs.
    ResourceType as ResourceTypeSql {
        /// Somebody who serves.
        Staff = "staff",
        /// A room.
        Room = "room",
        /// A table, with its seats.
        Table = "table",
        /// A machine.
        Equipment = "equipment",
        /// Somebody who teaches.
        Trainer = "trainer",
        /// A vehicle.
        Vehicle = "vehicle",
    }
}

crate::pg_enum! {
    /// How much of it a booking takes.
    ResourceUse as ResourceUseSql {
        /// All of its seats.
        Exclusive = "exclusive",
        /// A seat a person.
        Seats = "seats",
    }
}

crate::pg_enum_in_json!(ResourceUse);

impl ResourceType {
    /// Whether it is a person.
    pub fn is_person(self) -> bool {
        matches!(self, Self::Staff | Self::Trainer)
    }

    /// Whether several of them can be put together for one party.
    pub fn is_joinable(self) -> bool {
        matches!(self, Self::Table | Self::Room)
    }
}

/// A resource, as the pages and the engine need it.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its key.
    pub id: ResourceId,
    /// What kind of thing it is.
    pub kind: ResourceType,
    /// Its name.
    pub name: Bilingual,
    /// Seats.
    pub capacity: i16,
    /// The largest party it fits when taken as a whole.
    pub party_max: i16,
    /// 指名料, tax included, minor units.
    pub nomination_fee: i64,
    /// Whether guests may choose it.
    pub is_nominable: bool,
    /// Whether what guests book by themselves can take it.
    pub takes_online: bool,
    /// Works by shifts; otherwise whenever the business is open.
    pub has_shifts: bool,
    /// Seniority: smaller is more senior; also the order of columns.
    pub sort_order: i16,
    /// What a person looks like.
    pub picture: Option<Arc<Picture>>,
}

/// A resource and how a service uses it.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// The service.
    pub service: ServiceId,
    /// The resource.
    pub resource: ResourceId,
    /// How much of it.
    pub take: ResourceUse,
    /// Whether a booking needs one of this kind.
    pub is_required: bool,
    /// At what price and in what time this person does it.
    pub terms: Terms,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = resources)]
struct Row {
    id: ResourceId,
    resource_type: ResourceType,
    name: String,
    name_en: String,
    capacity: i16,
    party_max: i16,
    nomination_fee_cents: i64,
    is_nominable: bool,
    takes_online: bool,
    has_shifts: bool,
    sort_order: i16,
    photo_id: Option<PhotoId>,
}

impl From<Row> for Resource {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            kind: row.resource_type,
            name: Bilingual::new(row.name, row.name_en),
            capacity: row.capacity,
            party_max: row.party_max,
            nomination_fee: row.nomination_fee_cents,
            is_nominable: row.is_nominable,
            takes_online: row.takes_online,
            has_shifts: row.has_shifts,
            sort_order: row.sort_order,
            picture: None,
        }
    }
}

pub(super) type LinkRow = (
    ServiceId,
    ResourceId,
    ResourceUse,
    bool,
    (Option<i64>, Option<i16>),
);

/// Only people have a price and a time of their own: a room is as quick as whoever is in it.
fn link_of((service, resource, take, is_required, terms): LinkRow, kind: ResourceType) -> Link {
    let (price, minutes) = terms;
    let terms = if kind.is_person() {
        Terms { price, minutes }
    } else {
        Terms::default()
    };
    Link {
        service,
        resource,
        take,
        is_required,
        terms,
    }
}

/// Who and what a business has, in column order, and who or what can do which service.
pub struct Roster {
    /// People, rooms, tables, machines.
    pub resources: Vec<Resource>,
    links: Vec<Link>,
    /// What services need of those who rest or have gone.
    away: Vec<(ServiceId, ResourceType)>,
    /// Those who rest or have gone.
    resting: Vec<(ResourceId, ResourceType)>,
}

impl Roster {
    /// One of them, by its key.
    pub fn find(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.id == id)
    }

    /// Whose column a booking of these stands in: the person's, else the first by kind and column order.
    pub fn foremost(&self, ids: &[ResourceId]) -> Option<ResourceId> {
        let named = ids.iter().filter_map(|id| self.find(*id));
        let first = named.min_by_key(|one| (!one.kind.is_person(), one.kind, one.sort_order));
        first.map(|one| one.id)
    }

    /// The kinds that a service needs and of which some rest or have gone. Where nobody of such a kind is left, the
    /// service cannot be had: needing somebody who is not there is not needing nobody.
    pub fn away(&self, service: &Service) -> Vec<ResourceType> {
        let Some(plan) = &service.plan else {
            let own = self.away.iter().filter(|(one, _)| *one == service.id);
            return own.map(|(_, kind)| *kind).collect();
        };
        let needed = setup_plan::ties(plan).into_iter();
        let needed: Vec<ResourceId> = needed
            .filter(|tie| tie.is_required)
            .map(|tie| tie.resource)
            .collect();
        let resting = self.resting.iter().filter(|(id, _)| needed.contains(id));
        resting.map(|(_, kind)| *kind).collect()
    }

    /// Whether a service is to be had, and not by guests themselves: somebody or something of every kind that it needs is
    /// there, and of one of these kinds nobody takes what is booked online.
    pub fn is_by_hand(&self, service: &Service) -> bool {
        let there = self.links_of(service).into_iter();
        let there = there.filter(|link| link.is_required);
        let there: Vec<&Resource> = there.filter_map(|link| self.find(link.resource)).collect();
        let has = |kind| there.iter().any(|one| one.kind == kind);
        let takes = |kind| there.iter().any(|one| one.kind == kind && one.takes_online);
        let is_whole = self.away(service).into_iter().all(has);
        // What is planned may be had online.
        is_whole && service.later.is_none() && there.iter().any(|one| !takes(one.kind))
    }

    /// How many come to a service at once, as far as rooms, tables and a person that it cannot do without say so.
    pub fn places(&self, service: &Service) -> Option<i64> {
        let mut kinds: BTreeMap<ResourceType, Vec<i64>> = BTreeMap::new();
        for link in self.links_of(service).iter().filter(|one| one.is_required) {
            let Some(one) = self.find(link.resource) else {
                continue;
            };
            let seats = match link.take {
                ResourceUse::Exclusive => 1,
                ResourceUse::Seats => i64::from(one.capacity),
            };
            kinds.entry(one.kind).or_default().push(seats);
        }
        // Which of several people is there is another question.
        kinds.retain(|kind, each| !kind.is_person() || each.len() == 1);
        kinds.values().map(|each| each.iter().sum()).min()
    }

    /// At what price and in what time somebody does a service; as on the menu for whoever does not.
    pub fn terms(&self, service: &Service, resource: Option<ResourceId>) -> Terms {
        let mut links = self.links_of(service).into_iter();
        let own = links.find(|link| Some(link.resource) == resource);
        own.map(|link| link.terms).unwrap_or_default()
    }

    /// What a service can take, on the days that it is about, in column order.
    pub fn links_of(&self, service: &Service) -> Vec<Link> {
        let Some(plan) = &service.plan else {
            return self.links(Some(service.id)).collect();
        };
        let ties = setup_plan::ties(plan);
        let link = |tie: &Tie| {
            let kind = self.find(tie.resource)?.kind;
            let terms = (tie.terms.price, tie.terms.minutes);
            let row = (service.id, tie.resource, tie.take, tie.is_required, terms);
            Some(link_of(row, kind))
        };
        let mut links: Vec<Link> = ties.iter().filter_map(link).collect();
        if !ties.iter().any(|tie| tie.is_required) {
            // The place of its own, which is not planned.
            links.extend(self.links(Some(service.id)).filter(|one| one.is_required));
        }
        let column = |id| self.resources.iter().position(|one| one.id == id);
        links.sort_by_key(|link| column(link.resource));
        links
    }

    /// What a service can take or, with `None`, what each of the services can, in column order.
    pub fn links(&self, service: Option<ServiceId>) -> impl Iterator<Item = Link> + '_ {
        self.links
            .iter()
            .filter(move |link| service.is_none_or(|service| service == link.service))
            .copied()
    }
}

/// All of a business, in column order.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<Resource>> {
    Ok(roster(tx)?.resources.clone())
}

/// One of the business's, by its key.
pub fn find(tx: &mut TenantTx<'_>, id: ResourceId) -> db::Result<Option<Resource>> {
    Ok(roster(tx)?.find(id).cloned())
}

/// Whose column a booking of these stands in: the person's, else the first by kind and column order.
pub fn foremost(tx: &mut TenantTx<'_>, ids: &[ResourceId]) -> db::Result<Option<ResourceId>> {
    Ok(roster(tx)?.foremost(ids))
}

/// What a service needs: resources in column order with their links.
pub fn linked(tx: &mut TenantTx<'_>, service: &Service) -> db::Result<Vec<(Resource, Link)>> {
    let roster = roster(tx)?;
    let links = roster.links_of(service).into_iter();
    Ok(links
        .filter_map(|link| Some((roster.find(link.resource)?.clone(), link)))
        .collect())
}

/// Everything of a business that can be taken.
pub fn roster(tx: &mut TenantTx<'_>) -> db::Result<Arc<Roster>> {
    tx.kept(read)
}

fn read(tx: &mut TenantTx<'_>) -> db::Result<Roster> {
    let business = tx.business();
    let rows = resources::table
        .left_join(
            service_resources::table.on(service_resources::resource_id
                .eq(resources::id)
                .and(service_resources::business_id.eq(business))),
        )
        .filter(resources::business_id.eq(business))
        .order((resources::sort_order, resources::name, resources::id))
        .select((
            Row::as_select(),
            resources::is_active.and(resources::deleted_at.is_null()),
            (
                service_resources::service_id,
                service_resources::resource_id,
                service_resources::use_,
                service_resources::is_required,
                (
                    service_resources::price_cents,
                    service_resources::duration_minutes,
                ),
            )
                .nullable(),
        ))
        .load::<(Row, bool, Option<LinkRow>)>(tx.conn())?;
    let shows = |(row, is_there, _): &(Row, bool, _)| *is_there && row.photo_id.is_some();
    // A business that shows nobody has nothing read about it.
    let mut pictures = match rows.iter().any(shows) {
        true => portrait::shown(tx, Spot::Person)?,
        false => HashMap::new(),
    };
    Ok(gathered(rows.into_iter().map(|(row, is_there, link)| {
        let photo = row.photo_id.filter(|_| is_there);
        let picture = photo.and_then(|photo| pictures.remove(&photo));
        let resource = Resource::from(row);
        let resource = Resource {
            picture,
            ..resource
        };
        (resource, is_there, link)
    })))
}

/// Out of one row a link, or one for whoever has none, those of a resource one after another: whether it is there, too.
pub(super) fn gathered(
    rows: impl IntoIterator<Item = (Resource, bool, Option<LinkRow>)>,
) -> Roster {
    let mut roster = Roster {
        resources: Vec::new(),
        links: Vec::new(),
        away: Vec::new(),
        resting: Vec::new(),
    };
    for (resource, is_there, link) in rows {
        let (id, kind) = (resource.id, resource.kind);
        let link = link.map(|link| link_of(link, kind));
        if !is_there {
            let needed = link.filter(|link| link.is_required);
            roster.away.extend(needed.map(|link| (link.service, kind)));
            if roster.resting.last().is_none_or(|(last, _)| *last != id) {
                roster.resting.push((id, kind));
            }
            continue;
        }
        if roster.resources.last().is_none_or(|last| last.id != id) {
            roster.resources.push(resource);
        }
        roster.links.extend(link);
    }
    roster
}
