//! The rules that make prices another than the menu's, as their owner sees to them: those that were deleted, too. Bookings keep
//! what was agreed, so whatever is changed here is for bookings to come.

use super::rules::{Days, PriceChange, PriceRule};
use crate::{
    base::{
        bilingual::Bilingual,
        fingerprint::fingerprint,
        ids::{PricingRuleId, ResourceId, ServiceId},
        time::{LocalDate, WallSpan},
    },
    db::{self, EditError, TenantTx, statement::prepared},
    schema::catalog::{pricing_rules, service_pricing_rules, services},
};
use diesel::prelude::*;

/// What is written about a rule.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = pricing_rules, treat_none_as_null = true)]
pub struct RuleCard {
    /// What guests read, Japanese.
    pub name_ja: String,
    /// What guests read, English; empty when it has none.
    pub name_en: String,
    /// About every service.
    pub is_for_all: bool,
    /// On which days: [`Days`].
    pub days: i16,
    /// Visits begin from here on, in minutes after midnight of the business day.
    pub start_minute: Option<i16>,
    /// Visits begin before.
    pub end_minute: Option<i16>,
    /// The first business day.
    pub first_date: Option<LocalDate>,
    /// The last business day.
    pub last_date: Option<LocalDate>,
    /// Who serves.
    pub resource_id: Option<ResourceId>,
    /// So many come or more.
    pub party_min: Option<i16>,
    /// So many come or fewer.
    pub party_max: Option<i16>,
    /// Booked so many hours ahead or more.
    pub lead_min_hours: Option<i32>,
    /// Booked less than so many hours ahead.
    pub lead_max_hours: Option<i32>,
    /// Whole percent of the price; else an amount.
    pub percent: Option<i16>,
    /// Tax-included, minor units, for each of the party; else percent.
    pub amount_cents: Option<i64>,
    /// 1 is reckoned first, 4 last.
    pub priority: i16,
}

/// A rule and the services it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSetup {
    /// What is written about it.
    pub card: RuleCard,
    /// The services that it is about where it is not about all, by key.
    pub services: Vec<ServiceId>,
}

/// A rule of the business.
#[derive(Clone, Debug)]
pub struct OwnRule {
    /// Its key.
    pub id: PricingRuleId,
    /// What is written about it, and what it is about.
    pub setup: RuleSetup,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

impl RuleSetup {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }

    /// Whether it is about a service.
    pub fn is_about(&self, service: ServiceId) -> bool {
        self.card.is_for_all || self.services.contains(&service)
    }
}

impl RuleCard {
    /// The rule as prices are reckoned by it; nothing where it would change nothing.
    pub fn rule(&self, id: PricingRuleId) -> Option<PriceRule> {
        let amount = self.amount_cents.map(PriceChange::Amount);
        let span = self.start_minute.zip(self.end_minute);
        Some(PriceRule {
            id,
            name: self.name(),
            days: Days(self.days),
            span: span.and_then(|(from, until)| WallSpan::of_minutes(from, until)),
            dates: (self.first_date, self.last_date),
            resource: self.resource_id,
            party: (self.party_min, self.party_max),
            ahead: (self.lead_min_hours, self.lead_max_hours),
            change: self.percent.map(PriceChange::Percent).or(amount)?,
            priority: self.priority,
        })
    }

    /// What guests read.
    pub fn name(&self) -> Bilingual {
        Bilingual::new(&self.name_ja, &self.name_en)
    }
}

impl OwnRule {
    /// The rule as prices are reckoned by it.
    pub fn rule(&self) -> Option<PriceRule> {
        self.setup.card.rule(self.id)
    }
}

/// All rules in the order in which they are reckoned, those that were deleted last.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<OwnRule>> {
    let business = tx.business();
    let rows: Vec<(PricingRuleId, RuleCard, bool)> = pricing_rules::table
        .filter(pricing_rules::business_id.eq(business))
        .order((
            pricing_rules::deleted_at.desc().nulls_first(),
            pricing_rules::priority,
            pricing_rules::created_at,
            pricing_rules::id,
        ))
        .select((
            pricing_rules::id,
            RuleCard::as_select(),
            pricing_rules::deleted_at.is_not_null(),
        ))
        .load(tx.conn())?;
    let ties: Vec<(PricingRuleId, ServiceId)> = service_pricing_rules::table
        .filter(service_pricing_rules::business_id.eq(business))
        .order(service_pricing_rules::service_id)
        .select((
            service_pricing_rules::rule_id,
            service_pricing_rules::service_id,
        ))
        .load(tx.conn())?;
    let services = |id| {
        let own = ties.iter().filter(|(rule, _)| *rule == id);
        own.map(|(_, service)| *service).collect()
    };
    let own = |(id, card, is_deleted)| OwnRule {
        id,
        setup: RuleSetup {
            services: services(id),
            card,
        },
        is_deleted,
    };
    Ok(rows.into_iter().map(own).collect())
}

/// Those that were not deleted.
pub fn standing(tx: &mut TenantTx<'_>) -> db::Result<Vec<OwnRule>> {
    let mut all = all(tx)?;
    all.retain(|one| !one.is_deleted);
    Ok(all)
}

/// A new rule.
pub fn add(tx: &mut TenantTx<'_>, setup: &RuleSetup) -> db::Result<PricingRuleId> {
    let business = tx.business();
    let id = diesel::insert_into(pricing_rules::table)
        .values((&setup.card, pricing_rules::business_id.eq(business)))
        .returning(pricing_rules::id)
        .get_result(tx.conn())?;
    tie(tx, id, &setup.services)?;
    Ok(id)
}

/// Writes a rule anew, if it is still what `version` was made of.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: PricingRuleId,
    setup: &RuleSetup,
    version: &str,
) -> Result<(), EditError> {
    let own = pricing_rules::table
        .filter(pricing_rules::id.eq(id))
        .filter(pricing_rules::business_id.eq(tx.business()))
        .filter(pricing_rules::deleted_at.is_null());
    // The lock is the row's; what belongs to it is only written with it.
    let locked: Option<PricingRuleId> = own
        .select(pricing_rules::id)
        .for_update()
        .first(tx.conn())
        .optional()?;
    locked.ok_or(EditError::Unknown)?;
    let found = all(tx)?.into_iter().find(|one| one.id == id);
    let found = found.ok_or(EditError::Unknown)?;
    if found.setup.version() != version {
        return Err(EditError::Stale);
    }
    prepared(diesel::update(own).set(&setup.card)).execute(tx.conn())?;
    if found.setup.services != setup.services {
        tie(tx, id, &setup.services)?;
    }
    Ok(())
}

/// Deletes a rule, or takes it back.
pub fn delete(tx: &mut TenantTx<'_>, id: PricingRuleId, gone: bool) -> Result<(), EditError> {
    let now = tx.now();
    let own = pricing_rules::table
        .filter(pricing_rules::id.eq(id))
        .filter(pricing_rules::business_id.eq(tx.business()));
    let change = pricing_rules::deleted_at.eq(gone.then_some(now));
    match prepared(diesel::update(own).set(change)).execute(tx.conn())? {
        0 => Err(EditError::Unknown),
        _ => Ok(()),
    }
}

/// Makes a rule be about these services and no others.
fn tie(tx: &mut TenantTx<'_>, id: PricingRuleId, services: &[ServiceId]) -> db::Result<()> {
    let business = tx.business();
    // A service that was deleted keeps what it had: it may come back.
    let standing = services::table
        .filter(services::business_id.eq(business))
        .filter(services::deleted_at.is_null())
        .select(services::id);
    let all = service_pricing_rules::table
        .filter(service_pricing_rules::business_id.eq(business))
        .filter(service_pricing_rules::rule_id.eq(id))
        .filter(service_pricing_rules::service_id.eq_any(standing));
    prepared(diesel::delete(all)).execute(tx.conn())?;
    for service in services {
        let row = (
            service_pricing_rules::business_id.eq(business),
            service_pricing_rules::service_id.eq(*service),
            service_pricing_rules::rule_id.eq(id),
        );
        let insert = diesel::insert_into(service_pricing_rules::table).values(row);
        prepared(insert.on_conflict_do_nothing()).execute(tx.conn())?;
    }
    Ok(())
}
