//! Read: what services and their policies will be from a date on, as their owner has planned it. Whatever is booked for such
//! a day goes by it, long before it has come.

use super::{policy::Policy, policy_plan, processing::Processing, service::Figures};
use crate::{
    base::{
        ids::{PolicyId, ServiceId},
        time::LocalDate,
    },
    db::{self, TenantTx},
    schema::catalog::{cancellation_policies, policy_changes, service_changes},
};
use diesel::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use std::{collections::HashMap, sync::Arc};

/// What a service will be.
#[derive(Clone, Debug)]
pub struct Later {
    /// The first business day it holds for.
    pub from: LocalDate,
    /// Its figures.
    pub figures: Figures,
    /// When it will need nobody.
    pub processing: Option<Processing>,
    /// What cancelling costs; `None` is nothing.
    pub policy: Option<Policy>,
    /// What that policy will be from a date on.
    pub policy_later: Option<(LocalDate, Policy)>,
    /// All of it, as it was planned: who and what it takes and its timetable, too.
    pub setup: Value,
}

/// What a business has planned.
#[derive(Default)]
pub(super) struct Plans {
    services: HashMap<ServiceId, Arc<Later>>,
    policies: HashMap<PolicyId, (Policy, Option<(LocalDate, Policy)>)>,
}

#[derive(Deserialize)]
struct Document {
    card: Card,
    #[serde(default)]
    processing: Option<Processing>,
}

#[derive(Deserialize)]
struct Card {
    policy_id: Option<PolicyId>,
    #[serde(flatten)]
    figures: Figures,
}

/// What a service will be, but for what cancelling costs; `None` where this program cannot read it.
pub(super) fn of_figures(from: LocalDate, setup: Value) -> Option<Later> {
    let Document { card, processing } = Document::deserialize(&setup).ok()?;
    Some(Later {
        from,
        figures: card.figures,
        processing,
        policy: None,
        policy_later: None,
        setup,
    })
}

impl Plans {
    /// What a service and its policy will be.
    pub fn of(
        &mut self,
        service: ServiceId,
        policy: Option<PolicyId>,
    ) -> (Option<Arc<Later>>, Option<(LocalDate, Policy)>) {
        let change = policy.and_then(|id| self.policies.get(&id)?.1.clone());
        (self.services.remove(&service), change)
    }
}

/// All of it. What a program that knew other figures has planned, and this one cannot read, holds for nothing; its owner is
/// told so where it stands.
pub(super) fn read(tx: &mut TenantTx<'_>) -> db::Result<Plans> {
    let business = tx.business();
    let rows = cancellation_policies::table
        .left_join(
            policy_changes::table.on(policy_changes::policy_id.eq(cancellation_policies::id)),
        )
        .filter(cancellation_policies::business_id.eq(business))
        .filter(cancellation_policies::deleted_at.is_null())
        .select((
            cancellation_policies::id,
            Policy::as_select(),
            (policy_changes::valid_from, policy_changes::card_json).nullable(),
        ))
        .load::<(PolicyId, Policy, Option<(LocalDate, Value)>)>(tx.conn())?;
    let policies: HashMap<_, _> = rows
        .into_iter()
        .map(|(id, policy, change)| {
            let change = change.and_then(|(from, card)| Some((from, policy_plan::policy(card)?)));
            (id, (policy, change))
        })
        .collect();
    let rows = service_changes::table
        .filter(service_changes::business_id.eq(business))
        .select((
            service_changes::service_id,
            service_changes::valid_from,
            service_changes::setup_json,
        ))
        .load::<(ServiceId, LocalDate, Value)>(tx.conn())?;
    let later = |(id, from, setup): (ServiceId, LocalDate, Value)| {
        let Document { card, processing } = Document::deserialize(&setup).ok()?;
        let known = card.policy_id.and_then(|id| policies.get(&id));
        let later = Later {
            from,
            figures: card.figures,
            processing,
            policy: known.map(|(policy, _)| policy.clone()),
            policy_later: known.and_then(|(_, change)| change.clone()),
            setup,
        };
        Some((id, Arc::new(later)))
    };
    let services = rows.into_iter().filter_map(later).collect();
    Ok(Plans { services, policies })
}
