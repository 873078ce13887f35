//! What cancelling costs, as the owner of a business sees to it. Bookings keep the steps that were agreed, so whatever is
//! changed here is for bookings to come.

use super::{
    move_rules::{self, MoveRules},
    policy::{Policy, Step},
    policy_plan,
};
use crate::{
    base::{bilingual::Bilingual, ids::PolicyId, time::LocalDate},
    db::{self, EditError, TenantTx, statement::prepared},
    schema::catalog::{cancellation_policies, service_changes, services},
};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// A week before the start nothing is lost yet that a fee could make good (Consumer Contract Act, article 9).
const EARLY_HOURS: i32 = 7 * 24;

/// What is written about a policy.
#[derive(
    Clone,
    Debug,
    PartialEq,
    Eq,
    Queryable,
    Selectable,
    Insertable,
    AsChangeset,
    Serialize,
    Deserialize,
)]
#[diesel(table_name = cancellation_policies)]
pub struct PolicyCard {
    /// What the owner calls it.
    pub name: String,
    /// Free until so many hours before the start.
    pub hours_before: i32,
    /// From then on, whole percent of the price.
    pub penalty_percent: i16,
    /// Further steps: an array of [`Step`].
    pub steps_json: serde_json::Value,
    /// When nobody comes and nobody calls.
    pub no_show_percent: i16,
    /// How the fee is reckoned, Japanese.
    pub basis_ja: String,
    /// How the fee is reckoned, English.
    pub basis_en: String,
    /// What moving asks for: [`MoveRules`].
    #[serde(default = "move_rules::none")]
    pub moves_json: serde_json::Value,
}

impl PolicyCard {
    /// Of steps in any order: the earliest goes into columns of its own.
    pub fn new(name: String, mut steps: Vec<Step>, no_show_percent: i16, basis: Bilingual) -> Self {
        steps.sort_by_key(|step| std::cmp::Reverse(step.hours_before));
        let mut steps = steps.into_iter();
        let first = steps.next();
        Self {
            name,
            hours_before: first.map_or(0, |step| step.hours_before),
            penalty_percent: first.map_or(0, |step| step.percent),
            steps_json: json!(steps.collect::<Vec<_>>()),
            no_show_percent,
            basis_ja: basis.ja,
            basis_en: basis.en,
            moves_json: move_rules::none(),
        }
    }

    /// The same with rules for moving.
    pub fn with_moves(self, moves: &MoveRules) -> Self {
        Self {
            moves_json: moves.kept(),
            ..self
        }
    }

    /// As bookings keep it.
    pub fn policy(&self) -> Policy {
        Policy {
            name: self.name.clone(),
            hours_before: self.hours_before,
            penalty_percent: self.penalty_percent,
            steps_json: self.steps_json.clone(),
            no_show_percent: self.no_show_percent,
            moves_json: self.moves_json.clone(),
        }
    }

    /// Whether it asks for the same as another, whatever it is called and however that is explained.
    pub fn asks_like(&self, other: &Self) -> bool {
        self.policy().steps() == other.policy().steps()
            && self.no_show_percent == other.no_show_percent
    }

    /// Whether the whole price is asked for more than a week ahead: most of it could not be enforced.
    pub fn is_harsh(&self) -> bool {
        let steps = self.policy().steps();
        steps
            .iter()
            .any(|step| step.percent >= 100 && step.hours_before > EARLY_HOURS)
    }
}

/// A policy of the business.
#[derive(Clone, Debug, Queryable)]
pub struct OwnPolicy {
    /// Its key.
    pub id: PolicyId,
    /// What is written about it.
    pub card: PolicyCard,
    /// Whether new services begin with it.
    pub is_default: bool,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

/// What becomes of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyFate {
    /// New services begin with it.
    Default,
    /// It is gone, and can be had back.
    Deleted,
    /// It is back.
    Restored,
}

/// All of them by name, the default first and those that were deleted last.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<OwnPolicy>> {
    Ok(cancellation_policies::table
        .filter(cancellation_policies::business_id.eq(tx.business()))
        .order((
            cancellation_policies::deleted_at.desc().nulls_first(),
            cancellation_policies::is_default.desc(),
            cancellation_policies::name,
            cancellation_policies::id,
        ))
        .select((
            cancellation_policies::id,
            PolicyCard::as_select(),
            cancellation_policies::is_default,
            cancellation_policies::deleted_at.is_not_null(),
        ))
        .load(tx.conn())?)
}

/// A new one; the first of a business is its default.
pub fn add(tx: &mut TenantTx<'_>, card: &PolicyCard) -> db::Result<PolicyId> {
    let is_first = !all(tx)?.iter().any(|one| one.is_default && !one.is_deleted);
    let business = tx.business();
    Ok(diesel::insert_into(cancellation_policies::table)
        .values((
            card,
            cancellation_policies::business_id.eq(business),
            cancellation_policies::is_default.eq(is_first),
        ))
        .returning(cancellation_policies::id)
        .get_result(tx.conn())?)
}

/// Writes it anew, at once or from a date on, if it is still what `version` was made of.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: PolicyId,
    (card, from): (&PolicyCard, Option<LocalDate>),
    version: &str,
) -> Result<(), EditError> {
    let found = lock(tx, id)?;
    if found.is_deleted {
        return Err(EditError::Unknown);
    }
    let plan = policy_plan::find(tx, id)?;
    if policy_plan::version(&found.card, plan.as_ref()) != version {
        return Err(EditError::Stale);
    }
    match from {
        Some(from) => policy_plan::write(tx, id, (card, from))?,
        None => {
            write(tx, id, card)?;
            policy_plan::carry_over(tx, id, plan, (&found.card, card))?;
        }
    }
    Ok(())
}

/// Writes it anew.
pub(super) fn write(tx: &mut TenantTx<'_>, id: PolicyId, card: &PolicyCard) -> db::Result<()> {
    let own = cancellation_policies::table
        .filter(cancellation_policies::business_id.eq(tx.business()))
        .filter(cancellation_policies::id.eq(id));
    prepared(diesel::update(own).set(card)).execute(tx.conn())?;
    Ok(())
}

/// Makes it the default, deletes or restores it.
pub fn settle(tx: &mut TenantTx<'_>, id: PolicyId, fate: PolicyFate) -> Result<(), EditError> {
    let found = lock(tx, id)?;
    if found.is_deleted != (fate == PolicyFate::Restored) {
        return Err(EditError::Unknown);
    }
    let (business, now) = (tx.business(), tx.now());
    let own = cancellation_policies::table.find(id);
    match fate {
        PolicyFate::Default => {
            let others = cancellation_policies::table
                .filter(cancellation_policies::business_id.eq(business))
                .filter(cancellation_policies::is_default);
            let none = cancellation_policies::is_default.eq(false);
            prepared(diesel::update(others).set(none)).execute(tx.conn())?;
            let this = cancellation_policies::is_default.eq(true);
            prepared(diesel::update(own).set(this)).execute(tx.conn())?;
        }
        PolicyFate::Deleted => {
            if is_used(tx, id)? {
                return Err(EditError::InUse);
            }
            let gone = (
                cancellation_policies::deleted_at.eq(Some(now)),
                cancellation_policies::is_default.eq(false),
            );
            prepared(diesel::update(own).set(gone)).execute(tx.conn())?;
        }
        PolicyFate::Restored => {
            let back = cancellation_policies::deleted_at.eq(None::<chrono::DateTime<chrono::Utc>>);
            prepared(diesel::update(own).set(back)).execute(tx.conn())?;
        }
    }
    Ok(())
}

/// Whether a service that is not deleted goes by it, or will from a date on.
fn is_used(tx: &mut TenantTx<'_>, id: PolicyId) -> db::Result<bool> {
    let policy = service_changes::setup_json
        .retrieve_as_object("card")
        .retrieve_as_text("policy_id");
    let planning = service_changes::table
        .filter(service_changes::business_id.eq(tx.business()))
        .filter(policy.eq(id.to_string()));
    if diesel::select(diesel::dsl::exists(planning)).get_result(tx.conn())? {
        return Ok(true);
    }
    let using = services::table
        .filter(services::business_id.eq(tx.business()))
        .filter(services::policy_id.eq(id))
        .filter(services::deleted_at.is_null());
    Ok(diesel::select(diesel::dsl::exists(using)).get_result(tx.conn())?)
}

/// All of the business, locked, so that there is one default however many choose at once; and this one of them.
fn lock(tx: &mut TenantTx<'_>, id: PolicyId) -> Result<OwnPolicy, EditError> {
    let all: Vec<OwnPolicy> = cancellation_policies::table
        .filter(cancellation_policies::business_id.eq(tx.business()))
        .order(cancellation_policies::id)
        .select((
            cancellation_policies::id,
            PolicyCard::as_select(),
            cancellation_policies::is_default,
            cancellation_policies::deleted_at.is_not_null(),
        ))
        .for_update()
        .load(tx.conn())?;
    let mut all = all.into_iter();
    all.find(|one| one.id == id).ok_or(EditError::Unknown)
}
