//! What can be had besides a service: it adds to the price and to the time. What is chosen makes another service of it,
//! longer and dearer, so that everybody who reckons with a service reckons with its options.

use super::service::Service;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{OptionGroupId, OptionId, ServiceId},
    },
    db::{self, TenantTx},
    schema::catalog::{option_groups, options, service_option_groups},
};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// Options among which a guest chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionGroup {
    /// Its key.
    pub id: OptionGroupId,
    /// What is asked.
    pub name: Bilingual,
    /// At most one; otherwise as many as one likes.
    pub is_single: bool,
    /// At least one.
    pub is_required: bool,
    /// What there is, in order.
    pub options: Vec<Extra>,
}

/// Something that can be had besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra {
    /// Its key.
    pub id: OptionId,
    /// Its name.
    pub name: Bilingual,
    /// Tax-included, minor units, for each of the party.
    pub price: i64,
    /// Minutes that it adds.
    pub minutes: i16,
}

/// What is wrong with a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceError {
    /// One of them cannot be had with this service, or not any more.
    Gone,
    /// One of this group must be had.
    Missing(OptionGroupId),
    /// Only one of this group can be had.
    TooMany(OptionGroupId),
}

/// What the option groups of services are read as.
pub(super) type Offered = Vec<(ServiceId, OptionGroup)>;

type Row = (ServiceId, GroupRow, ExtraRow);
type GroupRow = (OptionGroupId, String, String, bool, bool);
type ExtraRow = (OptionId, String, String, i64, i16);

/// All that can be had with the services of the business, group by group in order. A group without options asks nothing.
pub(super) fn offered(tx: &mut TenantTx<'_>) -> db::Result<Offered> {
    let business = tx.business();
    let rows: Vec<Row> = service_option_groups::table
        .inner_join(option_groups::table.on(option_groups::id.eq(service_option_groups::group_id)))
        .inner_join(options::table.on(options::group_id.eq(option_groups::id)))
        .filter(service_option_groups::business_id.eq(business))
        .filter(option_groups::business_id.eq(business))
        .filter(options::business_id.eq(business))
        .filter(option_groups::deleted_at.is_null())
        .filter(options::deleted_at.is_null())
        .order((
            service_option_groups::service_id,
            option_groups::sort_order,
            option_groups::id,
            options::sort_order,
            options::id,
        ))
        .select((
            service_option_groups::service_id,
            (
                option_groups::id,
                option_groups::name_ja,
                option_groups::name_en,
                option_groups::is_single,
                option_groups::is_required,
            ),
            (
                options::id,
                options::name_ja,
                options::name_en,
                options::price_cents,
                options::minutes,
            ),
        ))
        .load(tx.conn())?;
    let mut offered: Offered = Vec::new();
    for (service, group, (id, ja, en, price, minutes)) in rows {
        let extra = Extra {
            id,
            name: Bilingual::new(ja, en),
            price,
            minutes,
        };
        match offered.last_mut() {
            Some((same, last)) if *same == service && last.id == group.0 => {
                last.options.push(extra);
            }
            _ => {
                let (id, ja, en, is_single, is_required) = group;
                let group = OptionGroup {
                    id,
                    name: Bilingual::new(ja, en),
                    is_single,
                    is_required,
                    options: vec![extra],
                };
                offered.push((service, group));
            }
        }
    }
    Ok(offered)
}

impl Service {
    /// The service with what was chosen besides, whatever of it is still missing; a choice that is not there is left out,
    /// and of those of which one can be had the first is.
    pub fn with_known(self, chosen: &[OptionId]) -> Self {
        let mut extras: Vec<Extra> = Vec::new();
        for group in &self.groups {
            let own = group.options.iter().filter(|one| chosen.contains(&one.id));
            let most = if group.is_single { 1 } else { usize::MAX };
            extras.extend(own.take(most).cloned());
        }
        let minutes = extras
            .iter()
            .fold(0_i16, |sum, one| sum.saturating_add(one.minutes));
        let mut service = self;
        service.figures.duration_minutes = service
            .figures
            .duration_minutes
            .saturating_sub(service.extra_minutes())
            .saturating_add(minutes);
        service.extras = extras;
        service
    }

    /// The service with what was chosen besides, if it can be had like that.
    pub fn with_options(self, chosen: &[OptionId]) -> Result<Self, ChoiceError> {
        let known = |id: &OptionId| {
            let mut all = self.groups.iter().flat_map(|group| &group.options);
            all.any(|one| one.id == *id)
        };
        if !chosen.iter().all(known) {
            return Err(ChoiceError::Gone);
        }
        for group in &self.groups {
            let own = group.options.iter().filter(|one| chosen.contains(&one.id));
            match own.count() {
                0 if group.is_required => return Err(ChoiceError::Missing(group.id)),
                2.. if group.is_single => return Err(ChoiceError::TooMany(group.id)),
                _ => {}
            }
        }
        Ok(self.with_known(chosen))
    }

    /// What was chosen, by key, in the order of the menu.
    pub fn chosen(&self) -> Vec<OptionId> {
        self.extras.iter().map(|one| one.id).collect()
    }

    /// Minutes that what was chosen adds.
    pub fn extra_minutes(&self) -> i16 {
        self.extras
            .iter()
            .fold(0, |sum, one| sum.saturating_add(one.minutes))
    }

    /// The groups of which one must be had and none is.
    pub fn lacking(&self) -> impl Iterator<Item = &OptionGroup> {
        let has = |group: &OptionGroup| {
            let mut own = group.options.iter();
            own.any(|one| self.extras.iter().any(|extra| extra.id == one.id))
        };
        self.groups
            .iter()
            .filter(move |group| group.is_required && !has(group))
    }

    /// The service with somebody who does it at a price and in a time of their own.
    pub fn done_by(self, terms: Terms) -> Self {
        let mut service = self;
        service.figures.price_cents = terms.price.unwrap_or(service.figures.price_cents);
        service.figures.duration_minutes = service.minutes_by(terms);
        service
    }

    /// How long it takes somebody.
    pub fn minutes_by(&self, terms: Terms) -> i16 {
        let own = terms.minutes.filter(|_| !self.is_agreed);
        own.map_or(self.figures.duration_minutes, |minutes| {
            minutes.saturating_add(self.extra_minutes())
        })
    }

    /// The service with the least that must be chosen besides.
    pub fn with_least(self) -> Self {
        let required = self.groups.iter().filter(|group| group.is_required);
        let least = required.filter_map(|group| group.options.iter().min_by_key(|one| one.minutes));
        let least: Vec<OptionId> = least.map(|one| one.id).collect();
        self.with_known(&least)
    }

    /// The service as it was agreed: it takes as long as it was promised, whoever does it and whatever the menu says by now.
    pub fn lasting(self, minutes: i64) -> Self {
        let mut service = self;
        service.figures.duration_minutes = i16::try_from(minutes).unwrap_or(i16::MAX).max(1);
        service.is_agreed = true;
        service
    }
}

/// At what price and in what time somebody does a service, where it is not as on the menu.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Terms {
    /// Tax-included, minor units, for each of the party.
    pub price: Option<i64>,
    /// Minutes.
    pub minutes: Option<i16>,
}
