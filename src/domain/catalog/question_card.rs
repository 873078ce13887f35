//! Questions as their owner sees to them: those that were deleted, too. What guests have answered stays with their bookings
//! in the words of then, so whatever is changed here is for bookings to come.

use super::question::{Choice, Kind};
use crate::{
    base::{
        fingerprint::fingerprint,
        ids::{QuestionId, ServiceId},
        order::{Toward, moved},
    },
    db::{self, EditError, TenantTx, statement::prepared},
    schema::catalog::{questions, service_questions, services},
};
use diesel::prelude::*;
use serde_json::Value;

/// What is written about a question.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = questions, treat_none_as_null = true)]
pub struct QuestionCard {
    /// How it is answered.
    pub kind: Kind,
    /// What is asked, Japanese.
    pub name_ja: String,
    /// What is asked, English; empty when it has none.
    pub name_en: String,
    /// A hint, Japanese.
    pub description_ja: String,
    /// A hint, English.
    pub description_en: String,
    /// What a consent agrees to, Japanese.
    pub wording_ja: String,
    /// What a consent agrees to, English.
    pub wording_en: String,
    /// Among what one chooses: a list of [`Choice`].
    pub choices: Value,
    /// Whether it must be answered.
    pub is_required: bool,
    /// Whether its answer is about health.
    pub is_health: bool,
    /// Of whom it is asked only: who has answered this question ...
    pub only_if: Option<QuestionId>,
    /// ... with the choice of this key.
    pub only_if_choice: Option<i16>,
}

/// A question and the services it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionSetup {
    /// What is written about it.
    pub card: QuestionCard,
    /// For which services it is asked, by key.
    pub services: Vec<ServiceId>,
}

/// A question of the business.
#[derive(Clone, Debug)]
pub struct OwnQuestion {
    /// Its key.
    pub id: QuestionId,
    /// What is written about it, and where it is asked.
    pub setup: QuestionSetup,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

impl QuestionCard {
    /// Among what one chooses.
    pub fn choices(&self) -> Vec<Choice> {
        serde_json::from_value(self.choices.clone()).unwrap_or_default()
    }
}

impl QuestionSetup {
    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// All questions in their order, those that were deleted last.
pub fn all(tx: &mut TenantTx<'_>) -> db::Result<Vec<OwnQuestion>> {
    let business = tx.business();
    let rows: Vec<(QuestionId, QuestionCard, bool)> = questions::table
        .filter(questions::business_id.eq(business))
        .order((
            questions::deleted_at.desc().nulls_first(),
            questions::sort_order,
            questions::id,
        ))
        .select((
            questions::id,
            QuestionCard::as_select(),
            questions::deleted_at.is_not_null(),
        ))
        .load(tx.conn())?;
    let ties: Vec<(QuestionId, ServiceId)> = service_questions::table
        .filter(service_questions::business_id.eq(business))
        .order(service_questions::service_id)
        .select((
            service_questions::question_id,
            service_questions::service_id,
        ))
        .load(tx.conn())?;
    let services = |id| {
        let own = ties.iter().filter(|(question, _)| *question == id);
        own.map(|(_, service)| *service).collect()
    };
    let own = |(id, card, is_deleted)| OwnQuestion {
        id,
        setup: QuestionSetup {
            services: services(id),
            card,
        },
        is_deleted,
    };
    Ok(rows.into_iter().map(own).collect())
}

/// A new question, after all others.
pub fn add(tx: &mut TenantTx<'_>, setup: &QuestionSetup) -> db::Result<QuestionId> {
    let business = tx.business();
    let last: Option<i16> = questions::table
        .filter(questions::business_id.eq(business))
        .select(diesel::dsl::max(questions::sort_order))
        .first(tx.conn())?;
    let id = diesel::insert_into(questions::table)
        .values((
            &setup.card,
            questions::business_id.eq(business),
            questions::sort_order.eq(last.map_or(0, |last| last.saturating_add(1))),
        ))
        .returning(questions::id)
        .get_result(tx.conn())?;
    tie(tx, id, &setup.services)?;
    Ok(id)
}

/// Writes a question anew, if it is still what `version` was made of.
pub fn save(
    tx: &mut TenantTx<'_>,
    id: QuestionId,
    setup: &QuestionSetup,
    version: &str,
) -> Result<(), EditError> {
    let own = questions::table
        .filter(questions::id.eq(id))
        .filter(questions::business_id.eq(tx.business()))
        .filter(questions::deleted_at.is_null());
    // The lock is the row's; what belongs to it is only written with it.
    let locked: Option<QuestionId> = own
        .select(questions::id)
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

/// Deletes a question, or takes it back.
pub fn delete(tx: &mut TenantTx<'_>, id: QuestionId, gone: bool) -> Result<(), EditError> {
    let now = tx.now();
    let own = questions::table
        .filter(questions::id.eq(id))
        .filter(questions::business_id.eq(tx.business()));
    let change = questions::deleted_at.eq(gone.then_some(now));
    match prepared(diesel::update(own).set(change)).execute(tx.conn())? {
        0 => Err(EditError::Unknown),
        _ => Ok(()),
    }
}

/// Moves a question by one place.
pub fn shift(tx: &mut TenantTx<'_>, id: QuestionId, toward: Toward) -> Result<(), EditError> {
    let standing = all(tx)?.into_iter().filter(|one| !one.is_deleted);
    let ids: Vec<QuestionId> = standing.map(|one| one.id).collect();
    let order = moved(&ids, id, toward).ok_or(EditError::Unknown)?;
    db::put_in_order(
        tx,
        ("catalog.questions", "sort_order"),
        order.into_iter().map(|id| id.0),
    )?;
    Ok(())
}

/// Has a question asked for these services and no others.
fn tie(tx: &mut TenantTx<'_>, id: QuestionId, services: &[ServiceId]) -> db::Result<()> {
    let business = tx.business();
    // A service that was deleted keeps what it had: it may come back.
    let standing = services::table
        .filter(services::business_id.eq(business))
        .filter(services::deleted_at.is_null())
        .select(services::id);
    let all = service_questions::table
        .filter(service_questions::business_id.eq(business))
        .filter(service_questions::question_id.eq(id))
        .filter(service_questions::service_id.eq_any(standing));
    prepared(diesel::delete(all)).execute(tx.conn())?;
    for service in services {
        let row = (
            service_questions::business_id.eq(business),
            service_questions::service_id.eq(*service),
            service_questions::question_id.eq(id),
        );
        let insert = diesel::insert_into(service_questions::table).values(row);
        prepared(insert.on_conflict_do_nothing()).execute(tx.conn())?;
    }
    Ok(())
}
