//! How good what is said is, and whom it is said of.

use super::said::Said;
use crate::{i18n::Words, web::ui::flash::Outcome};

impl Said {
    /// The same with the name of whom or what it was done to, where operators act on one of many.
    pub(super) fn about(self, t: Words, name: &str) -> Option<String> {
        Some(match self {
            Self::Approved => t.flash_approved_of(name),
            Self::SentBack => t.flash_sent_back_of(name),
            Self::Suspended => t.flash_suspended_of(name),
            Self::Lifted => t.flash_lifted_of(name),
            Self::BookingsStopped => t.flash_bookings_stopped_of(name),
            Self::BookingsResumed => t.flash_bookings_resumed_of(name),
            Self::AccountClosed => t.flash_account_closed_of(name),
            Self::AccountReopened => t.flash_account_reopened_of(name),
            Self::FactorsReset => t.flash_factors_reset_of(name),
            Self::VisitEnded => t.flash_visit_ended_of(name),
            _ => return None,
        })
    }

    pub(super) fn outcome(self) -> Outcome {
        match self {
            Self::AlreadyCancelled | Self::AlreadyLinked | Self::PartAlready => Outcome::Note,
            Self::Overtaken
            | Self::TooEarly
            | Self::MoveFeeChanged
            | Self::CouponGone
            | Self::NotUndone
            | Self::TimeOffPast
            | Self::ReceiptNotYet
            | Self::OfferGone
            | Self::NoLongerFits
            | Self::TimeGone
            | Self::PriceRuleNotRestored
            | Self::SessionHeldWithout
            | Self::FactorNeeded
            | Self::PasskeyRefused
            | Self::TeamOvertaken
            | Self::LastWayIn
            | Self::CatalogNameTaken
            | Self::PhotosFull
            | Self::WaitlistOver
            | Self::WaitlistNotOffered
            | Self::CustomerExpected
            | Self::ProofSentAgain => Outcome::Mind,
            _ => Outcome::Done,
        }
    }
}
