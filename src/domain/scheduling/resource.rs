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
#[derive(Clone, Debug)]
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

/// All of a business, in column order.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<Resource>> {
    let business = tx.business();
    let rows = resources::table
        .filter(resources::business_id.eq(business))
        .filter(resources::is_active.and(resources::deleted_at.is_null()))
        .order((resources::sort_order, resources::name))
        .select(Row::as_select())
        .load(tx.conn())?;
    Ok(rows.into_iter().map(Resource::from).collect())
}

/// One of the business's, by its key.
pub fn find(tx: &mut TenantTx<'_>, id: ResourceId) -> db::Result<Option<Resource>> {
    let business = tx.business();
    let row = resources::table
        .filter(
            resources::business_id
                .eq(business)
                .and(resources::id.eq(id)),
        )
        .filter(resources::is_active.and(resources::deleted_at.is_null()))
        .select(Row::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(row.map(Resource::from))
}

/// Whose column a booking of these stands in: the person's, else the first in column order.
pub fn foremost(tx: &mut TenantTx<'_>, ids: &[ResourceId]) -> db::Result<Option<ResourceId>> {
    if let [only] = ids {
        return Ok(Some(*only));
    }
    let business = tx.business();
    let found = resources::table
        .filter(
            resources::business_id
                .eq(business)
                .and(resources::id.eq_any(ids)),
        )
        .order((resources::resource_type, resources::sort_order))
        .select((resources::id, resources::resource_type))
        .load::<(ResourceId, ResourceType)>(tx.conn())?;
    let person = found.iter().find(|(_, kind)| kind.is_person());
    Ok(person.or(found.first()).map(|(id, _)| *id))
}

/// What a service needs, or (`None`) what each service of the business needs: resources in column order with their
/// links, in one statement.
pub fn linked(
    tx: &mut TenantTx<'_>,
    service: Option<ServiceId>,
) -> db::Result<Vec<(Resource, Link)>> {
    let business = tx.business();
    let mut query = service_resources::table
        .inner_join(resources::table.on(resources::id.eq(service_resources::resource_id)))
        .filter(service_resources::business_id.eq(business))
        .filter(resources::is_active.and(resources::deleted_at.is_null()))
        .order((resources::sort_order, resources::name))
        .select((
            Row::as_select(),
            (
                service_resources::service_id,
                service_resources::resource_id,
                service_resources::use_,
                service_resources::is_required,
            ),
        ))
        .into_boxed();
    if let Some(service) = service {
        query = query.filter(service_resources::service_id.eq(service));
    }
    let rows = query.load::<(Row, (ServiceId, ResourceId, ResourceUse, bool))>(tx.conn())?;
    Ok(rows
        .into_iter()
        .map(|(row, (service, resource, take, is_required))| {
            (
                Resource::from(row),
                Link {
                    service,
                    resource,
                    take,
                    is_required,
                },
            )
        })
        .collect())
}
