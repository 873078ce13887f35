//! Commands: a business on its way to its first guest. Its owner publishes it, at once unless the operators want to look
//! at it first.

use super::{
    open::being_prepared,
    profile::{BusinessStatus, OnboardingStatus},
};
use crate::{
    base::ids::{BusinessId, UserId},
    db::{self, DbError, PlatformTx, TenantTx, statement::prepared},
    domain::platform::flag::{self, Subject},
    refusal,
    schema::businesses::{business_settings, businesses},
};
use diesel::prelude::*;

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its owner is at it.
    Draft,
    /// The operators are.
    Waiting,
    /// It has been opened.
    Opened,
}

/// Why it was not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// It is not its owner who asks, or it has been published.
    #[error("nothing to publish")]
    Unknown,
    /// The operators want to look at it first.
    #[error("reviewed first")]
    Reviewed,
    /// It has no hours or nothing to book.
    #[error("not whole yet")]
    Unready,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(PublishError);

/// How far the business of this transaction has come.
pub fn stage(tx: &mut TenantTx<'_>) -> db::Result<Stage> {
    let states: (BusinessStatus, OnboardingStatus) = businesses::table
        .filter(businesses::id.eq(tx.business()))
        .select((businesses::status, businesses::onboarding_status))
        .first(tx.conn())?;
    Ok(match states {
        (BusinessStatus::PendingReview, OnboardingStatus::Incomplete) => Stage::Draft,
        (BusinessStatus::PendingReview, OnboardingStatus::PendingVerification) => Stage::Waiting,
        _ => Stage::Opened,
    })
}

/// Nobody else opens or changes what belongs to the opening until the transaction ends.
pub fn lock(tx: &mut TenantTx<'_>) -> db::Result<()> {
    let _: bool = business_settings::table
        .filter(business_settings::business_id.eq(tx.business()))
        .select(business_settings::is_accepting)
        .for_update()
        .first(tx.conn())?;
    Ok(())
}

/// Whether what this person opens is looked at by the operators first.
pub fn is_reviewed(tx: &mut PlatformTx<'_>, owner: UserId) -> db::Result<bool> {
    let subject = Subject {
        user: Some(owner),
        business: None,
    };
    flag::is_on(tx, flag::BUSINESS_REVIEW, subject)
}

/// From now on everybody finds it.
pub fn publish(
    tx: &mut PlatformTx<'_>,
    owner: UserId,
    business: BusinessId,
) -> Result<(), PublishError> {
    if is_reviewed(tx, owner)? {
        return Err(PublishError::Reviewed);
    }
    let opened = prepared(diesel::update(being_prepared(owner, business)).set((
        businesses::status.eq(BusinessStatus::Approved),
        businesses::onboarding_status.eq(OnboardingStatus::Live),
    )))
    .execute(tx.conn())?;
    match opened {
        0 => Err(PublishError::Unknown),
        _ => Ok(()),
    }
}

/// Puts the list of first steps away, or takes it out again.
pub fn put_away(tx: &mut TenantTx<'_>, away: bool) -> db::Result<()> {
    let at = away.then_some(tx.now());
    let own = business_settings::table.filter(business_settings::business_id.eq(tx.business()));
    prepared(diesel::update(own).set(business_settings::first_steps_away_at.eq(at)))
        .execute(tx.conn())?;
    Ok(())
}
