//! What hangs on services: options that can be had besides, and questions that guests are asked beforehand.

use super::{Town, known};
use crate::{
    base::ids::{OptionGroupId, OptionId, QuestionId, ServiceId},
    cli::seed::{
        SeedError,
        chance::Chance,
        written::{Question, Service, Shop},
    },
    db::TenantTx,
    domain::catalog::question::{Choice, Kind},
    schema::catalog::{
        option_groups, options, questions, service_option_groups, service_questions,
    },
};
use diesel::prelude::*;
use std::collections::HashMap;

/// Writes both, with chance of their own: whatever else a shop has stays as it was.
pub(super) fn extras(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (shop, services): (&Shop, &[(ServiceId, Service)]),
) -> Result<(), SeedError> {
    let mut chance = Chance::new(town.random_seed, &format!("extras {}", shop.slug));
    besides(tx, town, (shop, services), &mut chance)?;
    asked(tx, town, (shop, services), &mut chance)
}

/// The services of these names; all of them where none is named.
fn named(services: &[(ServiceId, Service)], names: &[String]) -> Result<Vec<ServiceId>, SeedError> {
    if names.is_empty() {
        return Ok(services.iter().map(|(id, _)| *id).collect());
    }
    let one = |name: &String| {
        let mut all = services.iter();
        let found = all.find(|(_, service)| service.name.0 == *name);
        known(found.map(|(id, _)| *id), name)
    };
    names.iter().map(one).collect()
}

fn besides(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (shop, services): (&Shop, &[(ServiceId, Service)]),
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    for (group, order) in shop.options.iter().zip(0_i16..) {
        let id = OptionGroupId(chance.id());
        diesel::insert_into(option_groups::table)
            .values((
                option_groups::id.eq(id),
                option_groups::business_id.eq(business),
                option_groups::name_ja.eq(&group.name.0),
                option_groups::name_en.eq(&group.name.1),
                option_groups::is_single.eq(group.single),
                option_groups::sort_order.eq(order),
                option_groups::created_at.eq(town.joined_at()),
            ))
            .execute(tx.conn())?;
        for ((name, price, minutes), order) in group.options.iter().zip(0_i16..) {
            diesel::insert_into(options::table)
                .values((
                    options::id.eq(OptionId(chance.id())),
                    options::business_id.eq(business),
                    options::group_id.eq(id),
                    options::name_ja.eq(&name.0),
                    options::name_en.eq(&name.1),
                    options::price_cents.eq(price),
                    options::minutes.eq(minutes),
                    options::sort_order.eq(order),
                    options::created_at.eq(town.joined_at()),
                ))
                .execute(tx.conn())?;
        }
        let ties: Vec<_> = named(services, &group.services)?
            .into_iter()
            .map(|service| {
                (
                    service_option_groups::id.eq(chance.id()),
                    service_option_groups::business_id.eq(business),
                    service_option_groups::service_id.eq(service),
                    service_option_groups::group_id.eq(id),
                )
            })
            .collect();
        diesel::insert_into(service_option_groups::table)
            .values(ties)
            .execute(tx.conn())?;
    }
    Ok(())
}

/// Asked since today: whoever has booked before was not, and owes no answer.
fn asked(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (shop, services): (&Shop, &[(ServiceId, Service)]),
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    let mut ids = HashMap::new();
    for (question, order) in shop.questions.iter().zip(0_i16..) {
        let id = QuestionId(chance.id());
        question_row(tx, town, (id, order, &ids), question)?;
        ids.insert(question.key.as_str(), id);
        let ties: Vec<_> = named(services, &question.services)?
            .into_iter()
            .map(|service| {
                (
                    service_questions::id.eq(chance.id()),
                    service_questions::business_id.eq(business),
                    service_questions::service_id.eq(service),
                    service_questions::question_id.eq(id),
                )
            })
            .collect();
        diesel::insert_into(service_questions::table)
            .values(ties)
            .execute(tx.conn())?;
    }
    Ok(())
}

fn question_row(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (id, order, ids): (QuestionId, i16, &HashMap<&str, QuestionId>),
    question: &Question,
) -> Result<(), SeedError> {
    let choices: Vec<Choice> = question
        .choices
        .iter()
        .zip(1_i16..)
        .map(|(both, key)| Choice {
            key,
            ja: both.0.clone(),
            en: both.1.clone(),
        })
        .collect();
    let cause = match &question.only_if {
        Some((key, _)) => Some(known(ids.get(key.as_str()).copied(), key)?),
        None => None,
    };
    let since = town.today.and_time(chrono::NaiveTime::MIN).and_utc();
    diesel::insert_into(questions::table)
        .values((
            (
                questions::id.eq(id),
                questions::business_id.eq(tx.business()),
                questions::kind.eq(known(Kind::from_label(&question.kind), &question.kind)?),
                questions::sort_order.eq(order),
                questions::created_at.eq(since),
            ),
            (
                questions::name_ja.eq(&question.name.0),
                questions::name_en.eq(&question.name.1),
                questions::description_ja.eq(&question.hint.0),
                questions::description_en.eq(&question.hint.1),
                questions::wording_ja.eq(&question.wording.0),
                questions::wording_en.eq(&question.wording.1),
            ),
            questions::choices.eq(serde_json::to_value(choices).unwrap_or_default()),
            questions::is_required.eq(question.required),
            questions::is_health.eq(question.health),
            questions::only_if.eq(cause),
            questions::only_if_choice.eq(question.only_if.as_ref().map(|(_, choice)| *choice)),
        ))
        .execute(tx.conn())?;
    Ok(())
}
