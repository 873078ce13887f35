//! A thing on the menu.

use super::{
    option::{self, Extra, OptionGroup},
    planned::{self, Later, Plans},
    policy::Policy,
    price_rules,
    processing::Processing,
    question::{self, Question},
    rules::PriceRule,
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{PhotoId, PolicyId, ServiceId},
        time::{LocalDate, local},
    },
    db::{self, TenantTx},
    domain::businesses::{photo::Spot, picture::Picture, portrait, profile},
    schema::catalog::{
        cancellation_policies, categories, policy_changes, pricing_rules, processing_times,
        service_changes, service_questions, services, sql_types::Audience as AudienceSql,
    },
};
use chrono_tz::Tz;
use diesel::prelude::*;
use serde::Deserialize;
use std::{collections::HashMap, sync::Arc};

crate::pg_enum! {
    /// Whom it is for.
    Audience as AudienceSql {
        /// Everyone.
        Everyone = "everyone",
        /// First visit only.
        New = "new",
        /// Not on the first visit.
        Returning = "returning",
    }
}

/// A service as it is booked.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its key.
    pub id: ServiceId,
    /// The heading it stands under.
    pub category: Bilingual,
    /// Its name.
    pub name: Bilingual,
    /// What it is.
    pub about: Bilingual,
    /// 重要事項: what must be known before booking.
    pub important: Bilingual,
    /// Its row's figures.
    pub figures: Figures,
    /// What cancelling costs; `None` is nothing.
    pub policy: Option<Policy>,
    /// What makes its price another, in the order in which it is reckoned.
    pub rules: Vec<PriceRule>,
    /// What can be had besides.
    pub groups: Vec<OptionGroup>,
    /// What is had besides; its minutes are in the figures, its price is not.
    pub extras: Vec<Extra>,
    /// What guests are asked beforehand.
    pub questions: Vec<Question>,
    /// When it needs nobody.
    pub processing: Option<Processing>,
    /// Whether its length is what was promised, so that nobody does it in a time of their own.
    pub is_agreed: bool,
    /// What it looks like.
    pub picture: Option<Arc<Picture>>,
    /// What it will be from a date on.
    pub later: Option<Arc<Later>>,
    /// What its policy will be from a date on.
    pub policy_later: Option<(LocalDate, Policy)>,
    /// The plan by which it goes already, on the days it is about.
    pub plan: Option<Arc<Later>>,
}

/// The figures of a service.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Deserialize)]
#[diesel(table_name = services)]
pub struct Figures {
    /// Minutes it takes.
    pub duration_minutes: i16,
    /// Tax-included, minor units, for each of the party.
    pub price_cents: i64,
    /// Whole percent.
    pub tax_rate_percent: i16,
    /// Minutes kept free before it.
    pub buffer_before: i16,
    /// Minutes kept free after it.
    pub buffer_after: i16,
    /// The smallest party.
    pub party_min: i16,
    /// The largest party.
    pub party_max: i16,
    /// Minutes between starts; `None` is the business's.
    pub slot_step_minutes: Option<i16>,
    /// Minutes it must be booked ahead; `None` is the business's.
    pub notice_minutes: Option<i32>,
    /// Business days ahead it can be booked; `None` is the business's.
    pub horizon_days: Option<i16>,
    /// Whom it is for.
    pub audience: Audience,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = services)]
struct Row {
    id: ServiceId,
    name_ja: String,
    name_en: String,
    description_ja: String,
    description_en: String,
    important_ja: String,
    important_en: String,
    photo_id: Option<PhotoId>,
    policy_id: Option<PolicyId>,
    #[diesel(embed)]
    figures: Figures,
}

crate::pg_enum_in_json!(Audience);

type Found = (
    Row,
    Option<Policy>,
    Option<(String, String)>,
    Option<Processing>,
    (bool, bool, bool),
);

/// The whole menu of a business.
struct Menu(Vec<Service>);

/// The services as they are today: what was planned for a day that has come holds, whether it was written down yet or not.
fn today<'a>(
    tx: &mut TenantTx<'_>,
    all: impl Iterator<Item = &'a Service>,
) -> db::Result<Vec<Service>> {
    let all: Vec<Service> = all.cloned().collect();
    let is_planned = |one: &Service| one.later.is_some() || one.policy_later.is_some();
    if !all.iter().any(is_planned) {
        return Ok(all);
    }
    let zone = profile::own(tx)?.map_or(Tz::UTC, |own| own.zone);
    let today = local(zone, tx.now()).date();
    Ok(all.into_iter().map(|one| one.on(today)).collect())
}

impl Service {
    /// The service as it is on a business day. What was agreed of its length stays.
    pub fn on(self, date: LocalDate) -> Self {
        let mut service = self;
        if let Some(later) = service.later.take_if(|later| later.from <= date) {
            let minutes = match service.is_agreed {
                true => service.figures.duration_minutes,
                false => {
                    let own = later.figures.duration_minutes;
                    own.saturating_add(service.extra_minutes())
                }
            };
            service.figures = Figures {
                duration_minutes: minutes,
                ..later.figures.clone()
            };
            service.processing = later.processing;
            service.policy.clone_from(&later.policy);
            service.policy_later.clone_from(&later.policy_later);
            service.plan = Some(later);
        }
        if let Some((_, policy)) = service.policy_later.take_if(|(from, _)| *from <= date) {
            service.policy = Some(policy);
        }
        service
    }
}

/// A service that can be booked now: active, not deleted, of this business.
pub fn find(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<Option<Service>> {
    let menu = tx.kept(read)?;
    let own = menu.0.iter().filter(|service| service.id == id);
    Ok(today(tx, own)?.pop())
}

/// Whether this business has such a service, on its menu or taken off it.
pub fn is_known(tx: &mut TenantTx<'_>, id: ServiceId) -> db::Result<bool> {
    let business = tx.business();
    let known = services::table.filter(services::business_id.eq(business).and(services::id.eq(id)));
    Ok(diesel::select(diesel::dsl::exists(known)).get_result(tx.conn())?)
}

/// Everything that can be booked now, in the order of the menu.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<Service>> {
    let menu = tx.kept(read)?;
    today(tx, menu.0.iter())
}

fn read(tx: &mut TenantTx<'_>) -> db::Result<Menu> {
    let business = tx.business();
    let rows = services::table
        .left_join(cancellation_policies::table.on(policy_of_service()))
        .left_join(categories::table.on(category_of_service()))
        .left_join(processing_times::table.on(processing_times::service_id.eq(services::id)))
        .filter(services::business_id.eq(business))
        .filter(services::is_active.and(services::deleted_at.is_null()))
        .order((
            categories::sort_order.asc().nulls_last(),
            // Two headings of one number must not take turns.
            categories::name_ja,
            services::sort_order,
            services::name_ja,
        ))
        .select((
            Row::as_select(),
            Option::<Policy>::as_select(),
            (categories::name_ja, categories::name_en).nullable(),
            Option::<Processing>::as_select(),
            (
                diesel::dsl::exists(question_of_service()),
                diesel::dsl::exists(change_of_service())
                    .or(diesel::dsl::exists(change_of_policy())),
                diesel::dsl::exists(rule_of_business()),
            ),
        ))
        .load::<Found>(tx.conn())?;
    // A business that asks nothing has nothing read about it.
    let asks = rows.iter().any(|(.., (asks, ..))| *asks);
    let mut plans = match rows.iter().any(|(.., (_, plans, _))| *plans) {
        true => planned::read(tx)?,
        false => Plans::default(),
    };
    let is_ruled = rows.iter().any(|(.., (.., ruled))| *ruled);
    // Nor one that shows nothing.
    let mut pictures = match rows.iter().any(|(row, ..)| row.photo_id.is_some()) {
        true => portrait::shown(tx, Spot::Service)?,
        false => HashMap::new(),
    };
    let mut draw = |found: Found| {
        let picture = found.0.photo_id.and_then(|photo| pictures.remove(&photo));
        let (later, policy_later) = plans.of(found.0.id, found.0.policy_id);
        Service {
            picture,
            later,
            policy_later,
            ..assemble(found)
        }
    };
    let mut menu: Vec<Service> = rows.into_iter().map(&mut draw).collect();
    for (id, group) in option::offered(tx)? {
        if let Some(service) = menu.iter_mut().find(|service| service.id == id) {
            service.groups.push(group);
        }
    }
    if is_ruled {
        for own in price_rules::standing(tx)? {
            let about = menu.iter_mut().filter(|one| own.setup.is_about(one.id));
            about.for_each(|one| one.rules.extend(own.rule()));
        }
    }
    let asked = if asks {
        question::offered(tx)?
    } else {
        Vec::new()
    };
    for (id, question) in asked {
        if let Some(service) = menu.iter_mut().find(|service| service.id == id) {
            service.questions.push(question);
        }
    }
    Ok(Menu(menu))
}

#[diesel::dsl::auto_type]
fn policy_of_service() -> _ {
    cancellation_policies::id
        .nullable()
        .eq(services::policy_id)
        .and(cancellation_policies::deleted_at.is_null())
}

#[diesel::dsl::auto_type]
fn category_of_service() -> _ {
    categories::id
        .nullable()
        .eq(services::category)
        .and(categories::deleted_at.is_null())
}

#[diesel::dsl::auto_type]
fn question_of_service() -> _ {
    service_questions::table
        .filter(service_questions::business_id.eq(services::business_id))
        .filter(service_questions::service_id.eq(services::id))
}

#[diesel::dsl::auto_type]
fn change_of_service() -> _ {
    service_changes::table.filter(service_changes::service_id.eq(services::id))
}

#[diesel::dsl::auto_type]
fn change_of_policy() -> _ {
    policy_changes::table.filter(policy_changes::policy_id.nullable().eq(services::policy_id))
}

#[diesel::dsl::auto_type]
fn rule_of_business() -> _ {
    pricing_rules::table
        .filter(pricing_rules::business_id.eq(services::business_id))
        .filter(pricing_rules::deleted_at.is_null())
}

fn assemble((row, policy, category, processing, _): Found) -> Service {
    let (category_ja, category_en) = category.unwrap_or_default();
    Service {
        id: row.id,
        category: Bilingual::new(category_ja, category_en),
        name: Bilingual::new(row.name_ja, row.name_en),
        about: Bilingual::new(row.description_ja, row.description_en),
        important: Bilingual::new(row.important_ja, row.important_en),
        figures: row.figures,
        policy,
        rules: Vec::new(),
        groups: Vec::new(),
        extras: Vec::new(),
        questions: Vec::new(),
        processing,
        is_agreed: false,
        picture: None,
        later: None,
        policy_later: None,
        plan: None,
    }
}
