//! Commands: what a cancellation policy will be from a date on. What is booked for a visit then goes by it; when the date has
//! come it is written down as the policy itself.

use super::{
    policy::Policy,
    policy_card::{self, PolicyCard},
};
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{BusinessId, PolicyId},
        json::carried,
        time::LocalDate,
    },
    db::{
        self, EditError, PlatformTx, TenantTx,
        statement::{bind, prepared, statement},
    },
    schema::catalog::policy_changes,
};
use diesel::{
    prelude::*,
    sql_types::{Timestamptz, Uuid as SqlUuid},
};
use serde_json::{Value, json};

/// What is planned.
#[derive(Clone, Debug)]
pub struct PolicyPlan {
    /// The first business day of visits that go by it.
    pub from: LocalDate,
    /// What it will be.
    pub card: PolicyCard,
}

/// What a kept plan comes to for bookings; `None` where it cannot be read.
pub(super) fn policy(card: Value) -> Option<Policy> {
    let card: PolicyCard = serde_json::from_value(card).ok()?;
    Some(card.policy())
}

/// Tells a policy with its plan from what somebody else makes of it.
pub fn version(card: &PolicyCard, plan: Option<&PolicyPlan>) -> String {
    fingerprint(&(card, plan))
}

/// What is planned for one.
pub fn find(tx: &mut TenantTx<'_>, id: PolicyId) -> db::Result<Option<PolicyPlan>> {
    Ok(kept(tx, id)?.and_then(understood))
}

/// From when on something is planned that cannot be read, as a program has planned it that knew other figures.
pub fn unreadable(tx: &mut TenantTx<'_>, id: PolicyId) -> db::Result<Option<LocalDate>> {
    let kept = kept(tx, id)?;
    Ok(kept.and_then(|(from, card)| understood((from, card)).is_none().then_some(from)))
}

fn understood((from, card): (LocalDate, Value)) -> Option<PolicyPlan> {
    let card = serde_json::from_value(card).ok()?;
    Some(PolicyPlan { from, card })
}

fn kept(tx: &mut TenantTx<'_>, id: PolicyId) -> db::Result<Option<(LocalDate, Value)>> {
    Ok(policy_changes::table
        .filter(policy_changes::business_id.eq(tx.business()))
        .filter(policy_changes::policy_id.eq(id))
        .select((policy_changes::valid_from, policy_changes::card_json))
        .first(tx.conn())
        .optional()?)
}

/// Plans it, in the place of whatever was planned.
pub(super) fn write(
    tx: &mut TenantTx<'_>,
    id: PolicyId,
    (card, from): (&PolicyCard, LocalDate),
) -> db::Result<()> {
    let plan = (
        policy_changes::valid_from.eq(from),
        policy_changes::card_json.eq(json!(card)),
    );
    let insert = diesel::insert_into(policy_changes::table)
        .values((
            policy_changes::policy_id.eq(id),
            policy_changes::business_id.eq(tx.business()),
            plan.clone(),
        ))
        .on_conflict(policy_changes::policy_id)
        .do_update()
        .set(plan);
    prepared(insert).execute(tx.conn())?;
    Ok(())
}

/// What was changed at once is changed in the plan, too, where the plan did not mean to change it.
pub(super) fn carry_over(
    tx: &mut TenantTx<'_>,
    id: PolicyId,
    plan: Option<PolicyPlan>,
    (before, now): (&PolicyCard, &PolicyCard),
) -> db::Result<()> {
    let Some(plan) = plan else {
        return Ok(());
    };
    let card = carried(json!(plan.card), &json!(before), &json!(now));
    match serde_json::from_value::<PolicyCard>(card) {
        Ok(card) if card != *now => write(tx, id, (&card, plan.from)),
        _ => give_up(tx, id).map(drop),
    }
}

/// Gives up what was planned; whether there was anything.
fn give_up(tx: &mut TenantTx<'_>, id: PolicyId) -> db::Result<bool> {
    let own = policy_changes::table
        .filter(policy_changes::business_id.eq(tx.business()))
        .filter(policy_changes::policy_id.eq(id));
    Ok(prepared(diesel::delete(own)).execute(tx.conn())? > 0)
}

/// Gives up what was planned.
pub fn revoke(tx: &mut TenantTx<'_>, id: PolicyId) -> Result<(), EditError> {
    match give_up(tx, id)? {
        true => Ok(()),
        false => Err(EditError::Unknown),
    }
}

/// The plans of all businesses whose date has come where they are.
pub fn due(tx: &mut PlatformTx<'_>) -> db::Result<Vec<(BusinessId, PolicyId)>> {
    let now = tx.now();
    Ok(statement::<(SqlUuid, SqlUuid), _>(
        "select c.business_id, c.policy_id from catalog.policy_changes c \
         join businesses.businesses b on b.id = c.business_id \
         where c.valid_from <= (? at time zone b.timezone)::date",
        (bind::<Timestamptz, _>(now),),
    )
    .load(tx.conn())?)
}

/// Writes a plan down as the policy itself; whether it did. Not where somebody else has done so; and what cannot be read stays
/// for its owner to see.
pub fn make(tx: &mut TenantTx<'_>, id: PolicyId) -> db::Result<bool> {
    let Some(kept) = kept(tx, id)? else {
        return Ok(false);
    };
    let Some(plan) = understood(kept) else {
        tracing::warn!(policy = %id, "what is planned for a policy cannot be read");
        return Ok(false);
    };
    if !give_up(tx, id)? {
        return Ok(false);
    }
    policy_card::write(tx, id, &plan.card)?;
    Ok(true)
}
