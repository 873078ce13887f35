//! Commands: what operators decide about a business, one of them at a time. Whoever comes second is told.

use super::{
    document,
    profile::{BusinessStatus, OnboardingStatus},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BusinessId, UserId, VerificationId},
    },
    db::{self, DbError, PlatformTx, statement::prepared},
    refusal,
    schema::businesses::{
        business_settings, business_verifications, businesses,
        sql_types::VerificationStatus as VerificationStatusSql,
    },
};
use diesel::prelude::*;

crate::pg_enum! {
    /// What became of a question to the operators, or of a paper.
    VerificationStatus as VerificationStatusSql {
        /// Nobody has looked at it.
        Pending = "pending",
        /// Good.
        Approved = "approved",
        /// Not good.
        Rejected = "rejected",
    }
}

/// What an operator can do about a business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Open it to the public.
    Approve,
    /// Send the application back.
    Reject,
    /// Close it to the public.
    Suspend,
    /// Open it again.
    Lift,
    /// Let no guest book there.
    Stop,
    /// Let guests book there again.
    Resume,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Approve,
        Self::Reject,
        Self::Suspend,
        Self::Lift,
        Self::Stop,
        Self::Resume,
    ];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Reject => "reject",
            Self::Suspend => "suspend",
            Self::Lift => "lift",
            Self::Stop => "stop",
            Self::Resume => "resume",
        }
    }

    /// The act of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == word)
    }

    /// Whether whoever it is done to is owed a reason.
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Reject | Self::Suspend | Self::Stop)
    }
}

/// What is decided.
#[derive(Clone, Debug)]
pub struct Decision {
    /// About which business.
    pub business: BusinessId,
    /// What.
    pub act: Act,
    /// Why; the owner reads it.
    pub reason: String,
    /// The question that the operator has read: an answer is to no other.
    pub seen: Option<VerificationId>,
}

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// There is no such business.
    #[error("no such business")]
    Unknown,
    /// Somebody else has decided meanwhile.
    #[error("decided already")]
    Overtaken,
    /// Nobody decides about their own.
    #[error("one's own business")]
    Own,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(DecideError);

/// Decides. Gives the owner, who is to be told.
pub fn decide(
    tx: &mut PlatformTx<'_>,
    by: UserId,
    decision: &Decision,
) -> Result<Option<UserId>, DecideError> {
    let row: Option<(Option<UserId>, BusinessStatus, OnboardingStatus)> = businesses::table
        .filter(businesses::id.eq(decision.business))
        .filter(businesses::deleted_at.is_null())
        .select((
            businesses::owner_id,
            businesses::status,
            businesses::onboarding_status,
        ))
        .for_update()
        .first(tx.conn())
        .optional()?;
    let Some((owner, status, onboarding)) = row else {
        return Err(DecideError::Unknown);
    };
    if owner == Some(by) {
        return Err(DecideError::Own);
    }
    let waits = status == BusinessStatus::PendingReview
        && onboarding == OnboardingStatus::PendingVerification;
    match decision.act {
        Act::Approve if waits => {
            answer(tx, by, decision, VerificationStatus::Approved)?;
            let open = (BusinessStatus::Approved, OnboardingStatus::Live);
            set(tx, decision, open, "")?;
        }
        Act::Reject if waits => {
            answer(tx, by, decision, VerificationStatus::Rejected)?;
            let back = (BusinessStatus::PendingReview, OnboardingStatus::Incomplete);
            set(tx, decision, back, "")?;
        }
        Act::Suspend if status == BusinessStatus::Approved => {
            let closed = (BusinessStatus::Suspended, onboarding);
            set(tx, decision, closed, &decision.reason)?;
        }
        Act::Lift if status == BusinessStatus::Suspended => {
            set(tx, decision, (BusinessStatus::Approved, onboarding), "")?;
        }
        Act::Stop | Act::Resume => bookings(tx, decision)?,
        Act::Approve | Act::Reject | Act::Suspend | Act::Lift => {
            return Err(DecideError::Overtaken);
        }
    }
    Ok(owner)
}

fn set(
    tx: &mut PlatformTx<'_>,
    decision: &Decision,
    (status, onboarding): (BusinessStatus, OnboardingStatus),
    reason: &str,
) -> db::Result<()> {
    prepared(
        diesel::update(businesses::table.filter(businesses::id.eq(decision.business))).set((
            businesses::status.eq(status),
            businesses::onboarding_status.eq(onboarding),
            businesses::status_reason.eq(reason),
        )),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Answers the very question that was read, and judges the papers with it.
fn answer(
    tx: &mut PlatformTx<'_>,
    by: UserId,
    decision: &Decision,
    found: VerificationStatus,
) -> Result<(), DecideError> {
    let (now, seen) = (tx.now(), decision.seen.ok_or(DecideError::Overtaken)?);
    let answered = prepared(
        diesel::update(
            business_verifications::table
                .filter(business_verifications::id.eq(seen))
                .filter(business_verifications::business_id.eq(decision.business))
                .filter(business_verifications::status.eq(VerificationStatus::Pending)),
        )
        .set((
            business_verifications::status.eq(found),
            business_verifications::notes.eq(&decision.reason),
            business_verifications::reviewed_by.eq(by),
            business_verifications::reviewed_at.eq(now),
        )),
    )
    .execute(tx.conn())?;
    if answered == 0 {
        return Err(DecideError::Overtaken);
    }
    Ok(document::judge(tx, decision.business, by, found)?)
}

/// Stops the bookings of guests in one business, or lets them go on.
fn bookings(tx: &mut PlatformTx<'_>, decision: &Decision) -> Result<(), DecideError> {
    let (now, own) = (
        tx.now(),
        business_settings::table.filter(business_settings::business_id.eq(decision.business)),
    );
    let changed = if decision.act == Act::Stop {
        let running = own.filter(business_settings::bookings_stopped_at.is_null());
        prepared(diesel::update(running).set((
            business_settings::bookings_stopped_at.eq(now),
            business_settings::bookings_stopped_reason.eq(&decision.reason),
        )))
        .execute(tx.conn())?
    } else {
        let stopped = own.filter(business_settings::bookings_stopped_at.is_not_null());
        prepared(diesel::update(stopped).set((
            business_settings::bookings_stopped_at.eq(None::<chrono::DateTime<chrono::Utc>>),
            business_settings::bookings_stopped_reason.eq(""),
        )))
        .execute(tx.conn())?
    };
    if changed == 0 {
        return Err(DecideError::Overtaken);
    }
    Ok(())
}

/// What a letter about a decision tells.
#[derive(Clone, Debug)]
pub struct Told {
    /// The business's name.
    pub name: Bilingual,
    /// Its word in addresses.
    pub slug: String,
    /// Why the application came back, the last time it did.
    pub rejected_because: String,
    /// Why it is suspended.
    pub suspended_because: String,
    /// Why guests cannot book there.
    pub stopped_because: String,
}

/// What a letter tells, as it stands when the letter is written.
pub fn told(tx: &mut PlatformTx<'_>, business: BusinessId) -> db::Result<Option<Told>> {
    let found: Option<(String, String, String, String, String)> = businesses::table
        .inner_join(business_settings::table)
        .filter(businesses::id.eq(business))
        .filter(businesses::deleted_at.is_null())
        .select((
            businesses::display_name_ja,
            businesses::display_name_en,
            businesses::slug,
            businesses::status_reason,
            business_settings::bookings_stopped_reason,
        ))
        .first(tx.conn())
        .optional()?;
    let Some((ja, en, slug, suspended_because, stopped_because)) = found else {
        return Ok(None);
    };
    let rejected_because: Option<String> = business_verifications::table
        .filter(business_verifications::business_id.eq(business))
        .filter(business_verifications::status.eq(VerificationStatus::Rejected))
        .order(business_verifications::reviewed_at.desc())
        .select(business_verifications::notes)
        .first(tx.conn())
        .optional()?;
    Ok(Some(Told {
        name: Bilingual::new(ja, en),
        slug,
        rejected_because: rejected_because.unwrap_or_default(),
        suspended_because,
        stopped_because,
    }))
}
