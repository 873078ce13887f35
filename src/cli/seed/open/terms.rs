//! On which terms a shop is booked, beside its menu: what is asked for and not booked at once, which rules make prices others than
//! the menu's, which codes make a booking cheaper, how many a class needs, and whether the shop keeps a waiting list.

use super::{Town, known};
use crate::{
    base::ids::{CouponId, PricingRuleId, ServiceId},
    cli::seed::{
        SeedError,
        chance::Chance,
        written::{Coupon, PriceRule, Service, Shop, days, spans},
    },
    db::TenantTx,
    domain::catalog::rules::Days as Kinds,
    schema::{
        bookings::waitlist_rules,
        catalog::{
            coupon_services, coupons, pricing_rules, service_approvals, service_pricing_rules,
        },
        scheduling::class_rules,
    },
};
use chrono::{DateTime, Days, NaiveTime, Utc};
use diesel::prelude::*;

/// So many days a coupon of the town can be used.
const COUPON_DAYS: Days = Days::new(60);

/// Writes all of it, with chance of its own: whatever else a shop has stays as it was. It holds since today, so that whoever has
/// booked before has what was agreed then.
pub(super) fn terms(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (shop, services): (&Shop, &[(ServiceId, Service)]),
) -> Result<(), SeedError> {
    let chance = &mut Chance::new(town.random_seed, &format!("terms {}", shop.slug));
    asked_for(tx, (shop, services), chance)?;
    for rule in &shop.prices {
        price_rule(tx, town, (rule, services), chance)?;
    }
    for coupon in &shop.coupons {
        self::coupon(tx, town, (coupon, services), chance)?;
    }
    classes(tx, town, (shop, services), chance)?;
    if let Some(hours) = shop.waitlist_hours {
        diesel::insert_into(waitlist_rules::table)
            .values((
                waitlist_rules::id.eq(chance.id()),
                waitlist_rules::business_id.eq(tx.business()),
                waitlist_rules::is_on.eq(true),
                waitlist_rules::answer_hours.eq(hours),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

fn named(services: &[(ServiceId, Service)], name: &str) -> Result<ServiceId, SeedError> {
    let mut all = services.iter();
    let found = all.find(|(_, service)| service.name.0 == name);
    known(found.map(|(id, _)| *id), name)
}

fn asked_for(
    tx: &mut TenantTx<'_>,
    (shop, services): (&Shop, &[(ServiceId, Service)]),
    chance: &mut Chance,
) -> Result<(), SeedError> {
    for (name, hours) in &shop.requests {
        diesel::insert_into(service_approvals::table)
            .values((
                service_approvals::id.eq(chance.id()),
                service_approvals::business_id.eq(tx.business()),
                service_approvals::service_id.eq(named(services, name)?),
                service_approvals::answer_hours.eq(*hours),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

fn price_rule(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (rule, services): (&PriceRule, &[(ServiceId, Service)]),
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let (id, business) = (PricingRuleId(chance.id()), tx.business());
    let span = spans(&rule.spans)?.first().copied();
    diesel::insert_into(pricing_rules::table)
        .values((
            pricing_rules::id.eq(id),
            pricing_rules::business_id.eq(business),
            pricing_rules::name_ja.eq(&rule.name.0),
            pricing_rules::name_en.eq(&rule.name.1),
            pricing_rules::is_for_all.eq(rule.services.is_empty()),
            pricing_rules::days.eq(Kinds::of(days(&rule.days)?).0),
            pricing_rules::start_minute.eq(span.map(|(from, _)| from)),
            pricing_rules::end_minute.eq(span.map(|(_, until)| until)),
            pricing_rules::percent.eq(rule.percent),
            pricing_rules::amount_cents.eq(rule.amount),
            pricing_rules::created_at.eq(today(town)),
        ))
        .execute(tx.conn())?;
    for name in &rule.services {
        diesel::insert_into(service_pricing_rules::table)
            .values((
                service_pricing_rules::id.eq(chance.id()),
                service_pricing_rules::business_id.eq(business),
                service_pricing_rules::service_id.eq(named(services, name)?),
                service_pricing_rules::rule_id.eq(id),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

fn coupon(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (coupon, services): (&Coupon, &[(ServiceId, Service)]),
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let (id, business) = (CouponId(chance.id()), tx.business());
    diesel::insert_into(coupons::table)
        .values((
            coupons::id.eq(id),
            coupons::business_id.eq(business),
            coupons::code.eq(&coupon.code),
            coupons::name_ja.eq(&coupon.name.0),
            coupons::name_en.eq(&coupon.name.1),
            coupons::is_for_all.eq(coupon.services.is_empty()),
            coupons::percent.eq(coupon.percent),
            coupons::amount_cents.eq(coupon.amount),
            coupons::least_cents.eq(coupon.least),
            coupons::last_date.eq(town.today.checked_add_days(COUPON_DAYS)),
            coupons::most_uses.eq(coupon.most_uses),
            coupons::most_each.eq(1),
            coupons::created_at.eq(today(town)),
        ))
        .execute(tx.conn())?;
    for name in &coupon.services {
        diesel::insert_into(coupon_services::table)
            .values((
                coupon_services::id.eq(chance.id()),
                coupon_services::business_id.eq(business),
                coupon_services::service_id.eq(named(services, name)?),
                coupon_services::coupon_id.eq(id),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// The shop decides itself where too few come, so that nothing is called off by looking at the town.
fn classes(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (shop, services): (&Shop, &[(ServiceId, Service)]),
    chance: &mut Chance,
) -> Result<(), SeedError> {
    for (name, least, hours) in &shop.classes {
        diesel::insert_into(class_rules::table)
            .values((
                class_rules::id.eq(chance.id()),
                class_rules::business_id.eq(tx.business()),
                class_rules::service_id.eq(named(services, name)?),
                class_rules::least.eq(*least),
                class_rules::decide_hours.eq(*hours),
                class_rules::calls_off_itself.eq(false),
                class_rules::since.eq(today(town)),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

fn today(town: &Town) -> DateTime<Utc> {
    town.today.and_time(NaiveTime::MIN).and_utc()
}
