//! Who and what a service takes, as the owner of a business sees to it, and the place of its own that a service has which
//! takes nobody and nothing: without one, nothing would end it.

use super::resource::{ResourceType, ResourceUse};
use crate::{
    base::ids::{ResourceId, ServiceId},
    db::{self, TenantTx, statement::prepared},
    domain::catalog::{option::Terms, service_card::ServiceCard},
    schema::scheduling::{resources, service_resources},
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// That a service can take a resource, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tie {
    /// What it takes.
    pub resource: ResourceId,
    /// How much of it.
    pub take: ResourceUse,
    /// Whether a booking needs one of its kind.
    pub is_required: bool,
    /// At what price and in what time this person does it, where it is not as on the menu.
    pub terms: Terms,
}

type Row = (
    ServiceId,
    (ResourceId, ResourceUse, bool),
    (Option<i64>, Option<i16>),
);

/// What a service takes, by key; not the place of its own.
pub fn of_service(tx: &mut TenantTx<'_>, service: ServiceId) -> db::Result<Vec<Tie>> {
    let all = of_all(tx)?;
    let own = all.into_iter().filter(|(other, _)| *other == service);
    Ok(own.map(|(_, tie)| tie).collect())
}

/// What every service of the business takes, by the key of what it takes; not the places of their own.
pub fn of_all(tx: &mut TenantTx<'_>) -> db::Result<Vec<(ServiceId, Tie)>> {
    let business = tx.business();
    let rows: Vec<Row> = service_resources::table
        .inner_join(
            resources::table.on(resources::id
                .eq(service_resources::resource_id)
                .and(resources::business_id.eq(business))),
        )
        .filter(service_resources::business_id.eq(business))
        .filter(resources::own_of_service.is_null())
        .order(service_resources::resource_id)
        .select((
            service_resources::service_id,
            (
                service_resources::resource_id,
                service_resources::use_,
                service_resources::is_required,
            ),
            (
                service_resources::price_cents,
                service_resources::duration_minutes,
            ),
        ))
        .load(tx.conn())?;
    let tie = |(service, (resource, take, is_required), (price, minutes)): Row| {
        let tie = Tie {
            resource,
            take,
            is_required,
            terms: Terms { price, minutes },
        };
        (service, tie)
    };
    Ok(rows.into_iter().map(tie).collect())
}

/// Lets a service take these and nothing else.
pub fn tie(
    tx: &mut TenantTx<'_>,
    (service, card): (ServiceId, &ServiceCard),
    ties: &[Tie],
) -> db::Result<()> {
    let business = tx.business();
    let all = service_resources::table
        .filter(service_resources::business_id.eq(business))
        .filter(service_resources::service_id.eq(service));
    prepared(diesel::delete(all)).execute(tx.conn())?;
    for one in ties {
        link(tx, service, one)?;
    }
    own_place(tx, service, card, ties.iter().any(|one| one.is_required))
}

/// One link, where there is none yet.
pub(super) fn link(tx: &mut TenantTx<'_>, service: ServiceId, one: &Tie) -> db::Result<()> {
    let row = (
        service_resources::business_id.eq(tx.business()),
        service_resources::service_id.eq(service),
        service_resources::resource_id.eq(one.resource),
        service_resources::use_.eq(one.take),
        service_resources::is_required.eq(one.is_required),
        service_resources::price_cents.eq(one.terms.price),
        service_resources::duration_minutes.eq(one.terms.minutes),
    );
    let insert = diesel::insert_into(service_resources::table).values(row);
    prepared(insert.on_conflict_do_nothing()).execute(tx.conn())?;
    Ok(())
}

/// Gives a service a place of its own, or, where it takes somebody or something by now, puts that place away. Bookings
/// that are there stay there.
pub(super) fn own_place(
    tx: &mut TenantTx<'_>,
    service: ServiceId,
    card: &ServiceCard,
    is_guarded: bool,
) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    if is_guarded {
        let own = resources::table
            .filter(resources::business_id.eq(business))
            .filter(resources::own_of_service.eq(service))
            .filter(resources::deleted_at.is_null());
        let away = resources::deleted_at.eq(Some(now));
        prepared(diesel::update(own).set(away)).execute(tx.conn())?;
        return Ok(());
    }
    let looks = (
        resources::name.eq(&card.name_ja),
        resources::name_en.eq(&card.name_en),
        resources::capacity.eq(card.max_simultaneous_bookings),
        resources::deleted_at.eq(None::<DateTime<Utc>>),
    );
    let place: ResourceId = diesel::insert_into(resources::table)
        .values((
            resources::business_id.eq(business),
            resources::resource_type.eq(ResourceType::Room),
            resources::own_of_service.eq(service),
            looks,
        ))
        .on_conflict(resources::own_of_service)
        .do_update()
        .set(looks)
        .returning(resources::id)
        .get_result(tx.conn())?;
    let seats = Tie {
        resource: place,
        take: ResourceUse::Seats,
        is_required: true,
        terms: Terms::default(),
    };
    link(tx, service, &seats)
}
