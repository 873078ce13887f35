//! What is offered: headings, services, their conditions, and who or what each one takes.

use super::{Town, known};
use crate::{
    base::ids::{ResourceId, ServiceId},
    cli::seed::{
        SeedError,
        chance::Chance,
        written::{self, Shop, days, times},
    },
    db::TenantTx,
    domain::{catalog::service::Audience, scheduling::resource::ResourceUse},
    schema::{
        catalog::{cancellation_policies, categories, processing_times, services as menu},
        scheduling::{service_resources, timetable_entries},
    },
};
use diesel::prelude::*;
use std::collections::HashMap;
use uuid::Uuid;

pub(super) fn policies(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    chance: &mut Chance,
) -> Result<HashMap<String, Uuid>, SeedError> {
    let business = tx.business();
    let mut ids = HashMap::new();
    for policy in &shop.policies {
        let id = chance.id();
        diesel::insert_into(cancellation_policies::table)
            .values((
                cancellation_policies::id.eq(id),
                cancellation_policies::business_id.eq(business),
                cancellation_policies::name.eq(&policy.name),
                cancellation_policies::hours_before.eq(policy.hours_before),
                cancellation_policies::penalty_percent.eq(policy.percent),
                cancellation_policies::steps_json.eq(&policy.steps),
                cancellation_policies::no_show_percent.eq(policy.no_show_percent),
                cancellation_policies::basis_ja.eq(&policy.basis.0),
                cancellation_policies::basis_en.eq(&policy.basis.1),
                cancellation_policies::is_default.eq(policy.is_default),
                cancellation_policies::created_at.eq(town.joined_at()),
                cancellation_policies::updated_at.eq(town.joined_at()),
            ))
            .execute(tx.conn())?;
        ids.insert(policy.key.clone(), id);
    }
    Ok(ids)
}

pub(super) fn services(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (shop, policies): (&Shop, &HashMap<String, Uuid>),
    chance: &mut Chance,
) -> Result<Vec<(ServiceId, written::Service)>, SeedError> {
    let business = tx.business();
    let mut written = Vec::new();
    for (category, order) in shop.categories.iter().zip(0_i16..) {
        let heading = chance.id();
        diesel::insert_into(categories::table)
            .values((
                categories::id.eq(heading),
                categories::business_id.eq(business),
                categories::name_ja.eq(&category.name.0),
                categories::name_en.eq(&category.name.1),
                categories::sort_order.eq(order),
                categories::created_at.eq(town.joined_at()),
            ))
            .execute(tx.conn())?;
        for (service, order) in category.services.iter().zip(0_i16..) {
            let id = ServiceId(chance.id());
            let policy = match &service.policy {
                Some(word) => Some(known(policies.get(word).copied(), word)?),
                None => None,
            };
            insert_service(tx, town, (id, heading, policy, order), service)?;
            if let Some((after, minutes)) = service.processing {
                diesel::insert_into(processing_times::table)
                    .values((
                        processing_times::id.eq(chance.id()),
                        processing_times::business_id.eq(business),
                        processing_times::service_id.eq(id),
                        processing_times::after_minutes.eq(after),
                        processing_times::processing_minutes.eq(minutes),
                    ))
                    .execute(tx.conn())?;
            }
            written.push((id, service.clone()));
        }
    }
    Ok(written)
}

fn insert_service(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (id, heading, policy, order): (ServiceId, Uuid, Option<Uuid>, i16),
    service: &written::Service,
) -> Result<(), SeedError> {
    let (business, joined) = (tx.business(), town.joined_at());
    let word = service.audience.as_deref().unwrap_or("everyone");
    let audience = known(Audience::from_label(word), word)?;
    diesel::insert_into(menu::table)
        .values((
            (
                menu::id.eq(id),
                menu::business_id.eq(business),
                menu::category.eq(heading),
                menu::policy_id.eq(policy),
                menu::sort_order.eq(order),
                menu::audience.eq(audience),
            ),
            (
                menu::name_ja.eq(&service.name.0),
                menu::name_en.eq(&service.name.1),
                menu::description_ja.eq(&service.about.0),
                menu::description_en.eq(&service.about.1),
                menu::important_ja.eq(&service.important.0),
                menu::important_en.eq(&service.important.1),
            ),
            menu::duration_minutes.eq(service.minutes),
            menu::price_cents.eq(service.price),
            menu::tax_rate_percent.eq(service.tax),
            menu::buffer_before.eq(service.before),
            menu::buffer_after.eq(service.after),
            menu::party_min.eq(service.party.0),
            menu::party_max.eq(service.party.1),
            menu::notice_minutes.eq(service.notice_minutes),
            menu::horizon_days.eq(service.horizon_days),
            menu::created_at.eq(joined),
            menu::updated_at.eq(joined),
        ))
        .execute(tx.conn())?;
    Ok(())
}

pub(super) fn links(
    tx: &mut TenantTx<'_>,
    services: &[(ServiceId, written::Service)],
    resources: &HashMap<String, ResourceId>,
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    let mut rows = Vec::new();
    for (service, written) in services {
        for need in &written.needs {
            let take = known(ResourceUse::from_label(&need.take), &need.take)?;
            for word in need.of.split_whitespace() {
                let resource = known(resources.get(word).copied(), word)?;
                rows.push((
                    service_resources::id.eq(chance.id()),
                    service_resources::business_id.eq(business),
                    service_resources::service_id.eq(*service),
                    service_resources::resource_id.eq(resource),
                    service_resources::use_.eq(take),
                ));
            }
        }
    }
    diesel::insert_into(service_resources::table)
        .values(rows)
        .execute(tx.conn())?;
    Ok(())
}

pub(super) fn timetable(
    tx: &mut TenantTx<'_>,
    services: &[(ServiceId, written::Service)],
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    let mut rows = Vec::new();
    for (service, written) in services {
        for lesson in &written.timetable {
            for day in days(&lesson.days)? {
                for start in times(&lesson.times)? {
                    rows.push((
                        timetable_entries::id.eq(chance.id()),
                        timetable_entries::business_id.eq(business),
                        timetable_entries::service_id.eq(*service),
                        timetable_entries::day_of_week.eq(day),
                        timetable_entries::start_minute.eq(start),
                    ));
                }
            }
        }
    }
    if !rows.is_empty() {
        diesel::insert_into(timetable_entries::table)
            .values(rows)
            .execute(tx.conn())?;
    }
    Ok(())
}
