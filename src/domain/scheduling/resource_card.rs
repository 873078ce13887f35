//! People, rooms, tables and machines, as the owner of a business sees to them: those that rest and those that were
//! deleted, too.

use super::{
    resource::{ResourceType, ResourceUse},
    ties::{self, Tie},
};
use crate::{
    base::{
        bilingual::Bilingual,
        fingerprint::fingerprint,
        ids::{ResourceId, ServiceId},
        order::{Toward, moved},
    },
    db::{self, EditError, TenantTx, statement::prepared},
    domain::catalog::{option::Terms, service_card},
    schema::scheduling::{resources, service_resources},
};
use diesel::prelude::*;

/// What is written about a resource.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = resources)]
pub struct ResourceCard {
    /// What kind of thing it is.
    pub resource_type: ResourceType,
    /// Its name, Japanese.
    pub name: String,
    /// Its name, English; empty when it has none.
    pub name_en: String,
    /// How its name is read.
    pub kana: String,
    /// Seats.
    pub capacity: i16,
    /// The largest party it fits when taken as a whole.
    pub party_max: i16,
    /// 指名料, tax included, minor units.
    pub nomination_fee_cents: i64,
    /// Whether guests may choose it.
    pub is_nominable: bool,
    /// Whether what guests book by themselves can take it; by hand it can be taken all the same.
    pub takes_online: bool,
    /// Works by shifts; otherwise whenever the business is open.
    pub has_shifts: bool,
    /// Whether it can be taken now.
    pub is_active: bool,
}

impl ResourceCard {
    /// Both names.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.name, &self.name_en)
    }
}

/// A resource of the business, and what can be booked with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceSetup {
    /// What is written about it.
    pub card: ResourceCard,
    /// The services that can take it, by key.
    pub services: Vec<ServiceId>,
}

impl ResourceSetup {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// A resource of the business.
#[derive(Clone, Debug, Queryable)]
pub struct OwnResource {
    /// Its key.
    pub id: ResourceId,
    /// What is written about it.
    pub card: ResourceCard,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

/// All of them in column order, those that were deleted last; not the places that services have of their own.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<OwnResource>> {
    Ok(resources::table
        .filter(resources::business_id.eq(tx.business()))
        .filter(resources::own_of_service.is_null())
        .order((
            resources::deleted_at.desc().nulls_first(),
            resources::sort_order,
            resources::name,
            resources::id,
        ))
        .select((
            resources::id,
            ResourceCard::as_select(),
            resources::deleted_at.is_not_null(),
        ))
        .load(tx.conn())?)
}

/// The services that can take it, by key.
pub fn services(tx: &mut TenantTx<'_>, id: ResourceId) -> db::Result<Vec<ServiceId>> {
    Ok(service_resources::table
        .filter(service_resources::business_id.eq(tx.business()))
        .filter(service_resources::resource_id.eq(id))
        .order(service_resources::service_id)
        .select(service_resources::service_id)
        .load(tx.conn())?)
}

/// A new one, after all others.
pub fn add(tx: &mut TenantTx<'_>, setup: &ResourceSetup) -> db::Result<ResourceId> {
    let business = tx.business();
    let last: Option<i16> = resources::table
        .filter(resources::business_id.eq(business))
        .filter(resources::own_of_service.is_null())
        .select(diesel::dsl::max(resources::sort_order))
        .first(tx.conn())?;
    let id = diesel::insert_into(resources::table)
        .values((
            &setup.card,
            resources::business_id.eq(business),
            resources::sort_order.eq(last.map_or(0, |last| last.saturating_add(1))),
        ))
        .returning(resources::id)
        .get_result(tx.conn())?;
    serve(tx, id, &[], setup)?;
    Ok(id)
}

/// Writes it anew, if it is still what `version` was made of. What kind of thing it is stays.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: ResourceId,
    setup: &ResourceSetup,
    version: &str,
) -> Result<(), EditError> {
    let own = resources::table.filter(
        resources::id
            .eq(id)
            .and(resources::business_id.eq(tx.business()))
            .and(resources::own_of_service.is_null())
            .and(resources::deleted_at.is_null()),
    );
    let card: ResourceCard = own
        .select(ResourceCard::as_select())
        .for_update()
        .first(tx.conn())
        .optional()?
        .ok_or(EditError::Unknown)?;
    let kind = card.resource_type;
    let services = services(tx, id)?;
    let found = ResourceSetup { card, services };
    if found.version() != version {
        return Err(EditError::Stale);
    }
    let mut wanted = setup.clone();
    wanted.card.resource_type = kind;
    prepared(diesel::update(own).set(&wanted.card)).execute(tx.conn())?;
    serve(tx, id, &found.services, &wanted)?;
    Ok(())
}

/// Deletes it, or takes it back. Who deletes asks first what is booked with it (`bookings::resource_removal`).
pub fn delete(tx: &mut TenantTx<'_>, id: ResourceId, gone: bool) -> Result<(), EditError> {
    let now = tx.now();
    let own = resources::table.filter(
        resources::id
            .eq(id)
            .and(resources::business_id.eq(tx.business()))
            .and(resources::own_of_service.is_null()),
    );
    let change = diesel::update(own).set(resources::deleted_at.eq(gone.then_some(now)));
    match prepared(change).execute(tx.conn())? {
        0 => Err(EditError::Unknown),
        _ => Ok(()),
    }
}

/// Lets guests book with it by themselves, or no more; whether there is such a one.
pub fn take_online(tx: &mut TenantTx<'_>, id: ResourceId, takes: bool) -> db::Result<bool> {
    let own = resources::table
        .filter(resources::business_id.eq(tx.business()))
        .filter(resources::id.eq(id))
        .filter(resources::own_of_service.is_null())
        .filter(resources::deleted_at.is_null());
    let change = diesel::update(own).set(resources::takes_online.eq(takes));
    Ok(prepared(change).execute(tx.conn())? > 0)
}

/// Moves it by one place among those of its kind.
pub fn shift(tx: &mut TenantTx<'_>, id: ResourceId, toward: Toward) -> Result<(), EditError> {
    let standing: Vec<OwnResource> = all(tx)?.into_iter().filter(|one| !one.is_deleted).collect();
    let own = standing.iter().find(|one| one.id == id);
    let kind = own.ok_or(EditError::Unknown)?.card.resource_type;
    let beside = standing
        .iter()
        .filter(|one| one.card.resource_type == kind)
        .map(|one| one.id);
    let order = moved(&beside.collect::<Vec<_>>(), id, toward).ok_or(EditError::Unknown)?;
    // Those of other kinds keep the places they have between them.
    let mut order = order.into_iter();
    let all = standing.iter().map(|one| match one.card.resource_type {
        other if other == kind => order.next().unwrap_or(one.id),
        _ => one.id,
    });
    db::put_in_order(
        tx,
        ("scheduling.resources", "sort_order"),
        all.map(|id| id.0),
    )?;
    Ok(())
}

/// Lets it serve what is wanted: a service that takes it from now on takes it as it takes others of its kind.
fn serve(
    tx: &mut TenantTx<'_>,
    id: ResourceId,
    had: &[ServiceId],
    wanted: &ResourceSetup,
) -> db::Result<()> {
    let kinds: Vec<(ResourceId, ResourceType)> = resources::table
        .filter(resources::business_id.eq(tx.business()))
        .select((resources::id, resources::resource_type))
        .load(tx.conn())?;
    let is_alike = |other: &Tie| {
        kinds.contains(&(other.resource, wanted.card.resource_type)) && other.resource != id
    };
    let new = wanted.services.iter().filter(|one| !had.contains(one));
    let gone = had.iter().filter(|one| !wanted.services.contains(one));
    for service in new.chain(gone) {
        let Some(card) = service_card::lock(tx, *service)? else {
            continue;
        };
        let mut all = ties::of_service(tx, *service)?;
        let like = all.iter().find(|other| is_alike(other)).copied();
        all.retain(|other| other.resource != id);
        if wanted.services.contains(service) {
            all.push(Tie {
                resource: id,
                take: like.map_or(ResourceUse::Exclusive, |like| like.take),
                is_required: like.is_none_or(|like| like.is_required),
                terms: Terms::default(),
            });
        }
        ties::tie(tx, (*service, &card), &all)?;
    }
    Ok(())
}
