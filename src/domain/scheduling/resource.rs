//! People, rooms, tables and machines.

use crate::{
    base::{
        bilingual::Bilingual,
        ids::{ResourceId, ServiceId},
    },
    db::{self, TenantTx},
    schema::scheduling::{
        resources, service_resources,
        sql_types::{ResourceType as ResourceTypeSql, ResourceUse as ResourceUseSql},
    },
};
use diesel::prelude::*;
use std::sync::Arc;

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

impl ResourceType {
    /// Whether it is a person.
    pub fn is_person(self) -> bool {
        matches!(self, Self::Staff | Self::Trainer)
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
    /// Works by shifts; otherwise whenever the business is open.
    pub has_shifts: bool,
    /// Seniority: smaller is more senior; also the order of columns.
    pub sort_order: i16,
}

/// A resource and how a service uses it.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Link {
    /// The service.
    pub service: ServiceId,
    /// The resource.
    pub resource: ResourceId,
    /// How much of it.
    pub take: ResourceUse,
    /// Whether a booking needs one of this kind.
    pub is_required: bool,
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
    has_shifts: bool,
    sort_order: i16,
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
            has_shifts: row.has_shifts,
            sort_order: row.sort_order,
        }
    }
}

/// Who and what a business has, in column order, and who or what can do which service.
pub struct Roster {
    /// People, rooms, tables, machines.
    pub resources: Vec<Resource>,
    links: Vec<Link>,
    /// What services need of those who rest or have gone.
    away: Vec<(ServiceId, ResourceType)>,
}

impl Roster {
    /// One of them, by its key.
    pub fn find(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.id == id)
    }

    /// The kinds that a service needs and of which some rest or have gone. Where nobody of such a kind is left, the
    /// service cannot be had: needing somebody who is not there is not needing nobody.
    pub fn away(&self, service: ServiceId) -> impl Iterator<Item = ResourceType> + '_ {
        let own = self.away.iter().filter(move |(one, _)| *one == service);
        own.map(|(_, kind)| *kind)
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
    let roster = roster(tx)?;
    let named = ids.iter().filter_map(|id| roster.find(*id));
    let first = named.min_by_key(|one| (!one.kind.is_person(), one.kind, one.sort_order));
    Ok(first.map(|one| one.id))
}

/// What a service needs: resources in column order with their links.
pub fn linked(tx: &mut TenantTx<'_>, service: ServiceId) -> db::Result<Vec<(Resource, Link)>> {
    let roster = roster(tx)?;
    let links = roster.links(Some(service));
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
            )
                .nullable(),
        ))
        .load::<(Row, bool, Option<Link>)>(tx.conn())?;
    let mut roster = Roster {
        resources: Vec::new(),
        links: Vec::new(),
        away: Vec::new(),
    };
    for (row, is_there, link) in rows {
        if !is_there {
            let needed = link.filter(|link| link.is_required);
            let kind = row.resource_type;
            roster.away.extend(needed.map(|link| (link.service, kind)));
            continue;
        }
        // One row a link; the links of a resource come one after another.
        if roster.resources.last().is_none_or(|last| last.id != row.id) {
            roster.resources.push(Resource::from(row));
        }
        roster.links.extend(link);
    }
    Ok(roster)
}
