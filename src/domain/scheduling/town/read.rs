//! What free times are reckoned from, of many shops at once; remembered until a shop changes one of its rules, so that mostly
//! nothing is read but what is taken.

use super::super::{
    resource::{self, LinkRow, Resource, ResourceType, Roster},
    rule_read::{self, RuleRows},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BusinessId, ResourceId},
    },
    db::{self, TownTx},
    domain::{
        businesses::town::{self, TownShop},
        catalog::town::{self as menus, TownService},
    },
    schema::scheduling::{resources, service_resources},
};
use diesel::prelude::*;
use std::{collections::HashMap, sync::Arc};

/// A shop.
pub struct Known {
    /// How it takes bookings.
    pub shop: TownShop,
    /// What can be booked there.
    pub menu: Vec<TownService>,
    /// Who and what it has, without names.
    pub roster: Arc<Roster>,
    /// When it is open, and who works when.
    pub rows: RuleRows,
}

impl Known {
    /// Whether it says how much of a service or by a person may begin, so that the lines of what is booked must be counted.
    pub fn is_capped(&self) -> bool {
        self.rows.has_caps()
    }

    /// Whether it says how much may begin, so that what begins must be counted.
    pub fn is_limited(&self) -> bool {
        let settings = &self.shop.profile.settings;
        let whole = [settings.most_starts_a_day, settings.most_starts_a_week];
        whole.iter().any(Option::is_some) || self.rows.has_limits()
    }
}

/// Some shops, in their order: those of which nothing is remembered are read together, in as many statements as for one.
pub fn known(tx: &mut TownTx<'_>, ids: &[(BusinessId, i64)]) -> db::Result<Vec<Arc<Known>>> {
    let mut all: HashMap<BusinessId, Arc<Known>> = ids
        .iter()
        .filter_map(|(id, revision)| Some((*id, tx.known::<Known>(*id, *revision)?)))
        .collect();
    let unknown = ids.iter().filter(|(id, _)| !all.contains_key(id));
    let unknown: Vec<(BusinessId, i64)> = unknown.copied().collect();
    if !unknown.is_empty() {
        let keys: Vec<BusinessId> = unknown.iter().map(|(id, _)| *id).collect();
        let mut read = read(tx, &keys)?;
        for (id, revision) in unknown {
            if let Some(known) = read.remove(&id) {
                all.insert(id, tx.keep(id, revision, known));
            }
        }
    }
    Ok(ids.iter().filter_map(|(id, _)| all.remove(id)).collect())
}

fn read(tx: &mut TownTx<'_>, ids: &[BusinessId]) -> db::Result<HashMap<BusinessId, Known>> {
    let shops = town::shops(tx, ids)?;
    let mut menus = menus::services(tx, ids)?;
    let mut rosters = rosters(tx, ids)?;
    let mut rows = rule_read::of_many(tx, ids)?;
    let known = shops.into_iter().filter_map(|(id, shop)| {
        let known = Known {
            shop,
            menu: menus.remove(&id).unwrap_or_default(),
            roster: Arc::new(resource::gathered(rosters.remove(&id)?)),
            rows: rows.remove(&id).unwrap_or_default(),
        };
        Some((id, known))
    });
    Ok(known.collect())
}

type Own = (Resource, bool, Option<LinkRow>);
type Row = (
    BusinessId,
    (ResourceId, ResourceType, i16, i16, i16),
    (bool, bool, bool),
    bool,
    Option<LinkRow>,
);

/// Who and what they have, a row a link.
fn rosters(tx: &mut TownTx<'_>, ids: &[BusinessId]) -> db::Result<HashMap<BusinessId, Vec<Own>>> {
    let rows: Vec<Row> = resources::table
        .left_join(
            service_resources::table.on(service_resources::resource_id
                .eq(resources::id)
                .and(service_resources::business_id.eq(resources::business_id))),
        )
        .filter(resources::business_id.eq_any(ids.to_vec()))
        .order((resources::business_id, resources::sort_order, resources::id))
        .select((
            resources::business_id,
            (
                resources::id,
                resources::resource_type,
                resources::capacity,
                resources::party_max,
                resources::sort_order,
            ),
            (
                resources::is_nominable,
                resources::takes_online,
                resources::has_shifts,
            ),
            resources::is_active.and(resources::deleted_at.is_null()),
            (
                service_resources::service_id,
                service_resources::resource_id,
                service_resources::use_,
                service_resources::is_required,
                (
                    service_resources::price_cents,
                    service_resources::duration_minutes,
                ),
            )
                .nullable(),
        ))
        .load(tx.conn())?;
    let mut each: HashMap<BusinessId, Vec<Own>> = HashMap::new();
    for (business, own, does, is_there, link) in rows {
        let row = (nameless(own, does), is_there, link);
        each.entry(business).or_default().push(row);
    }
    Ok(each)
}

/// Somebody or something, as far as its time goes.
fn nameless(
    (id, kind, capacity, party_max, sort_order): (ResourceId, ResourceType, i16, i16, i16),
    (is_nominable, takes_online, has_shifts): (bool, bool, bool),
) -> Resource {
    Resource {
        id,
        kind,
        name: Bilingual::default(),
        capacity,
        party_max,
        nomination_fee: 0,
        is_nominable,
        takes_online,
        has_shifts,
        sort_order,
        picture: None,
    }
}
