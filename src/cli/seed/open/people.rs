//! Who works there, in accounts, seats and columns of the calendar; when; and the rooms and tables.

use super::{Town, known};
use crate::{
    base::{
        holidays::holiday,
        ids::{ResourceId, UserId},
    },
    cli::seed::{
        SeedError,
        chance::Chance,
        written::{Shop, days, spans},
    },
    db::{PlatformTx, TenantTx},
    domain::{
        accounts::role::Role, businesses::role::StaffRole, scheduling::resource::ResourceType,
    },
    schema::{
        accounts::users as accounts,
        businesses::staff_assignments,
        scheduling::{resources as columns, staff_exceptions, staff_working_hours},
    },
};
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use std::collections::HashMap;

/// Days off and holiday shifts are written so far ahead, past every horizon.
const AHEAD: Days = Days::new(120);
/// Everybody is off on so many days besides their weekly ones.
const DAYS_OFF: usize = 4;

/// Accounts belong to no business, so they are written outside all of them.
pub(in crate::cli::seed) fn users(
    tx: &mut PlatformTx<'_>,
    town: &Town,
    shop: &Shop,
) -> Result<HashMap<String, UserId>, SeedError> {
    let joined = town.joined_at();
    let mut chance = Chance::new(town.random_seed, &format!("people of {}", shop.slug));
    let mut ids = HashMap::new();
    for person in &shop.people {
        let id = UserId(chance.id());
        let role = match person.role.as_str() {
            "owner" => Role::Owner,
            _ => Role::Staff,
        };
        diesel::insert_into(accounts::table)
            .values((
                accounts::id.eq(id),
                accounts::email.eq(&person.email),
                accounts::password_hash.eq(&town.password_hash),
                accounts::family_name.eq(&person.family.0),
                accounts::given_name.eq(&person.given.0),
                accounts::family_name_kana.eq(&person.family.1),
                accounts::given_name_kana.eq(&person.given.1),
                accounts::display_name.eq(format!("{} {}", person.family.0, person.given.0)),
                accounts::role.eq(role),
                accounts::email_verified_at.eq(joined),
                accounts::created_at.eq(joined),
                accounts::updated_at.eq(joined),
            ))
            .execute(tx.conn())?;
        ids.insert(person.key.clone(), id);
    }
    Ok(ids)
}

pub(super) fn assignments(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    (users, resources): (&HashMap<String, UserId>, &HashMap<String, ResourceId>),
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    let mut rows = Vec::new();
    for person in &shop.people {
        let user = known(users.get(&person.key).copied(), &person.key)?;
        let role = known(StaffRole::from_label(&person.role), &person.role)?;
        let column = match &person.resource {
            Some(word) => Some(known(resources.get(word).copied(), word)?),
            None => None,
        };
        rows.push((
            staff_assignments::id.eq(chance.id()),
            staff_assignments::user_id.eq(user),
            staff_assignments::business_id.eq(business),
            staff_assignments::role.eq(role),
            staff_assignments::resource_id.eq(column),
            staff_assignments::hired_at.eq(town.joined_at()),
        ));
    }
    diesel::insert_into(staff_assignments::table)
        .values(rows)
        .execute(tx.conn())?;
    Ok(())
}

pub(super) fn resources(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    chance: &mut Chance,
) -> Result<HashMap<String, ResourceId>, SeedError> {
    let business = tx.business();
    let mut ids = HashMap::new();
    for (resource, order) in shop.resources.iter().zip(0_i16..) {
        let id = ResourceId(chance.id());
        let kind = known(ResourceType::from_label(&resource.kind), &resource.kind)?;
        diesel::insert_into(columns::table)
            .values((
                columns::id.eq(id),
                columns::business_id.eq(business),
                columns::resource_type.eq(kind),
                columns::name.eq(&resource.name.0),
                columns::name_en.eq(&resource.name.1),
                columns::kana.eq(&resource.kana),
                columns::about_ja.eq(&resource.about.0),
                columns::about_en.eq(&resource.about.1),
                columns::capacity.eq(resource.capacity),
                columns::party_max.eq(resource.party_max.max(resource.capacity)),
                columns::nomination_fee_cents.eq(resource.fee),
                columns::is_nominable.eq(resource.nominable),
                columns::has_shifts.eq(!resource.shifts.is_empty()),
                columns::sort_order.eq(order),
                columns::created_at.eq(town.joined_at()),
                columns::updated_at.eq(town.joined_at()),
            ))
            .execute(tx.conn())?;
        ids.insert(resource.key.clone(), id);
    }
    Ok(ids)
}

pub(super) fn shifts(
    tx: &mut TenantTx<'_>,
    shop: &Shop,
    resources: &HashMap<String, ResourceId>,
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    let mut rows = Vec::new();
    for resource in &shop.resources {
        let id = known(resources.get(&resource.key).copied(), &resource.key)?;
        for shift in &resource.shifts {
            for day in days(&shift.days)? {
                for (start, end) in spans(&shift.spans)? {
                    rows.push((
                        staff_working_hours::id.eq(chance.id()),
                        staff_working_hours::business_id.eq(business),
                        staff_working_hours::resource_id.eq(id),
                        staff_working_hours::day_of_week.eq(day),
                        staff_working_hours::start_minute.eq(start),
                        staff_working_hours::end_minute.eq(end),
                    ));
                }
            }
        }
    }
    if !rows.is_empty() {
        diesel::insert_into(staff_working_hours::table)
            .values(rows)
            .execute(tx.conn())?;
    }
    Ok(())
}

/// Single dates: days off, and what is worked on public holidays.
pub(super) fn exceptions(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (shop, resources): (&Shop, &HashMap<String, ResourceId>),
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    let all: Vec<NaiveDate> = town
        .first()
        .iter_days()
        .take_while(|date| *date <= town.today + AHEAD)
        .collect();
    let on_holidays = spans(shop.holiday_shift.as_deref().unwrap_or_default())?;
    let mut rows = Vec::new();
    for resource in shop.resources.iter().filter(|one| !one.shifts.is_empty()) {
        let id = known(resources.get(&resource.key).copied(), &resource.key)?;
        let off: Vec<NaiveDate> = (0..DAYS_OFF)
            .filter_map(|_| chance.pick(&all).copied())
            .filter(|date| *date != town.today)
            .collect();
        for date in &all {
            let works: Vec<Option<(i16, i16)>> = match holiday(*date) {
                _ if off.contains(date) => vec![None],
                Some(_) => on_holidays.iter().copied().map(Some).collect(),
                None => Vec::new(),
            };
            let note = chance.pick(&town.names.days_off).cloned();
            for span in works {
                let note = note.clone().filter(|_| span.is_none());
                rows.push((
                    staff_exceptions::id.eq(chance.id()),
                    staff_exceptions::business_id.eq(business),
                    staff_exceptions::resource_id.eq(id),
                    staff_exceptions::date.eq(*date),
                    staff_exceptions::is_working.eq(span.is_some()),
                    staff_exceptions::start_minute.eq(span.map(|(start, _)| start)),
                    staff_exceptions::end_minute.eq(span.map(|(_, end)| end)),
                    staff_exceptions::note.eq(note.unwrap_or_default()),
                ));
            }
        }
    }
    if !rows.is_empty() {
        diesel::insert_into(staff_exceptions::table)
            .values(rows)
            .execute(tx.conn())?;
    }
    Ok(())
}
