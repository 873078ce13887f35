//! One message across one redirect. The cookie holds the name of a message and nothing else, so it can say nothing of
//! its own.

use super::{
    flash_cards::CardSaid,
    middleware::ONLY_HERE,
    ui::flash::{Flash, Outcome},
};
use crate::i18n::Words;
use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
};

const NAME: &str = "oc_flash";

/// What can be said after a redirect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// A guest's booking has another time.
    Moved,
    /// A guest's booking is called off.
    Cancelled,
    /// It was called off before.
    AlreadyCancelled,
    /// The hold has its minutes once more.
    Extended,
    /// A booking was entered by hand.
    Taken,
    /// The state of a booking was set.
    Advanced,
    /// And taken back.
    Undone,
    /// Could not be taken back: somebody else has the time by now.
    TimeGone,
    /// Could not be done: somebody else was first.
    Overtaken,
    /// A note was saved.
    NoteSaved,
    /// Staff moved a booking.
    GuestMoved,
    /// Staff called a booking off.
    CalledOff,
    /// Nobody can have stayed away before it was time.
    TooEarly,
    /// A forgotten password has a successor.
    PasswordReset,
    /// A known one has.
    PasswordChanged,
    /// Signed out.
    SignedOut,
    /// One of one's sessions was ended.
    SessionEnded,
    /// All of them but this one were.
    OthersEnded,
    /// An application for a business was written down.
    ApplicationSaved,
    /// It was sent.
    ApplicationSent,
    /// A paper was added to it.
    PaperAdded,
    /// One was taken back.
    PaperRemoved,
    /// An operator let a business in.
    Approved,
    /// Sent its application back.
    SentBack,
    /// Took its pages off.
    Suspended,
    /// Put them up again.
    Lifted,
    /// Stopped the bookings of guests.
    BookingsStopped,
    /// Let them go on.
    BookingsResumed,
    /// Closed an account.
    AccountClosed,
    /// Opened one again.
    AccountReopened,
    /// Took away a second factor that was lost.
    FactorsReset,
    /// Turned a feature.
    FlagSaved,
    /// Left somebody's place.
    VisitEnded,
    /// Somebody was offered a seat.
    Invited,
    /// And is no longer.
    InvitationWithdrawn,
    /// Somebody has another role.
    RoleChanged,
    /// Somebody has other rights than their role.
    RightsChanged,
    /// Somebody has lost their seat.
    MemberLeft,
    /// Somebody has taken theirs.
    Joined,
    /// This browser is a tablet of the shop now.
    DeviceEnrolled,
    /// A tablet is none any more.
    DeviceRevoked,
    /// The digits for tablets were chosen.
    PinSaved,
    /// A seat or an offer is not there any more.
    TeamOvertaken,
    /// An app counts as a second factor from now on.
    AppAdded,
    /// And no longer.
    AppRemoved,
    /// The last second factor of somebody who must have one stays.
    FactorNeeded,
    /// There are new recovery codes.
    CodesRenewed,
    /// All who work at a shop must have a second factor.
    FactorDemanded,
    /// Only its owners must.
    FactorOptional,
    /// A passkey counts from now on.
    PasskeyAdded,
    /// And no longer.
    PasskeyRemoved,
    /// What the browser sent was no answer to what it was asked.
    PasskeyRefused,
    /// Somebody told otherwise of themselves.
    ProfileSaved,
    /// And how they want their letters.
    MessagesSaved,
    /// Somebody told of one of their family.
    FamilySaved,
    /// And took one off the list.
    FamilyRemoved,
    /// A provider's account is a way in now.
    IdentityLinked,
    /// It was one before.
    AlreadyLinked,
    /// It is none any more.
    IdentityUnlinked,
    /// It stays one: it is the last.
    LastWayIn,
    /// The address was never proved: a second letter is on its way.
    ProofSentAgain,
    /// Another letter was asked for.
    SentAgain,
    /// It is now.
    AddressProved,
    /// Something was done to the card of a guest.
    Cards(CardSaid),
}

impl Said {
    const ALL: &'static [Self] = &[
        Self::Moved,
        Self::Cancelled,
        Self::AlreadyCancelled,
        Self::Extended,
        Self::Taken,
        Self::Advanced,
        Self::Undone,
        Self::TimeGone,
        Self::Overtaken,
        Self::NoteSaved,
        Self::GuestMoved,
        Self::CalledOff,
        Self::TooEarly,
        Self::PasswordReset,
        Self::PasswordChanged,
        Self::SignedOut,
        Self::SessionEnded,
        Self::OthersEnded,
        Self::ApplicationSaved,
        Self::ApplicationSent,
        Self::PaperAdded,
        Self::PaperRemoved,
        Self::Approved,
        Self::SentBack,
        Self::Suspended,
        Self::Lifted,
        Self::BookingsStopped,
        Self::BookingsResumed,
        Self::AccountClosed,
        Self::AccountReopened,
        Self::FactorsReset,
        Self::FlagSaved,
        Self::VisitEnded,
        Self::Invited,
        Self::InvitationWithdrawn,
        Self::RoleChanged,
        Self::RightsChanged,
        Self::MemberLeft,
        Self::Joined,
        Self::DeviceEnrolled,
        Self::DeviceRevoked,
        Self::PinSaved,
        Self::TeamOvertaken,
        Self::AppAdded,
        Self::AppRemoved,
        Self::FactorNeeded,
        Self::CodesRenewed,
        Self::FactorDemanded,
        Self::FactorOptional,
        Self::PasskeyAdded,
        Self::PasskeyRemoved,
        Self::PasskeyRefused,
        Self::ProfileSaved,
        Self::MessagesSaved,
        Self::FamilySaved,
        Self::FamilyRemoved,
        Self::IdentityLinked,
        Self::AlreadyLinked,
        Self::IdentityUnlinked,
        Self::LastWayIn,
        Self::ProofSentAgain,
        Self::SentAgain,
        Self::AddressProved,
    ];

    fn id(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Cancelled => "cancelled",
            Self::AlreadyCancelled => "already-cancelled",
            Self::Extended => "extended",
            Self::Taken => "taken",
            Self::Advanced => "advanced",
            Self::Undone => "undone",
            Self::TimeGone => "time-gone",
            Self::Overtaken => "overtaken",
            Self::NoteSaved => "note-saved",
            Self::GuestMoved => "guest-moved",
            Self::CalledOff => "called-off",
            Self::TooEarly => "too-early",
            Self::PasswordReset => "password-reset",
            Self::PasswordChanged => "password-changed",
            Self::SignedOut => "signed-out",
            Self::SessionEnded => "session-ended",
            Self::OthersEnded => "others-ended",
            Self::ApplicationSaved => "application-saved",
            Self::ApplicationSent => "application-sent",
            Self::PaperAdded => "paper-added",
            Self::PaperRemoved => "paper-removed",
            Self::Approved => "approved",
            Self::SentBack => "sent-back",
            Self::Suspended => "suspended",
            Self::Lifted => "lifted",
            Self::BookingsStopped => "bookings-stopped",
            Self::BookingsResumed => "bookings-resumed",
            Self::AccountClosed => "account-closed",
            Self::AccountReopened => "account-reopened",
            Self::FactorsReset => "factors-reset",
            Self::FlagSaved => "flag-saved",
            Self::VisitEnded => "visit-ended",
            Self::Invited => "invited",
            Self::InvitationWithdrawn => "invitation-withdrawn",
            Self::RoleChanged => "role-changed",
            Self::RightsChanged => "rights-changed",
            Self::MemberLeft => "member-left",
            Self::Joined => "joined",
            Self::DeviceEnrolled => "device-enrolled",
            Self::DeviceRevoked => "device-revoked",
            Self::PinSaved => "pin-saved",
            Self::TeamOvertaken => "team-overtaken",
            Self::AppAdded => "app-added",
            Self::AppRemoved => "app-removed",
            Self::FactorNeeded => "factor-needed",
            Self::CodesRenewed => "codes-renewed",
            Self::FactorDemanded => "factor-demanded",
            Self::FactorOptional => "factor-optional",
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyRemoved => "passkey-removed",
            Self::PasskeyRefused => "passkey-refused",
            Self::ProfileSaved => "profile-saved",
            Self::MessagesSaved => "messages-saved",
            Self::FamilySaved => "family-saved",
            Self::FamilyRemoved => "family-removed",
            Self::IdentityLinked => "identity-linked",
            Self::AlreadyLinked => "already-linked",
            Self::IdentityUnlinked => "identity-unlinked",
            Self::LastWayIn => "last-way-in",
            Self::ProofSentAgain => "proof-sent-again",
            Self::SentAgain => "sent-again",
            Self::AddressProved => "address-proved",
            Self::Cards(said) => said.id(),
        }
    }

    /// The same with the name of whom or what it was done to, where operators act on one of many.
    fn about(self, t: Words, name: &str) -> Option<String> {
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

    fn outcome(self) -> Outcome {
        match self {
            Self::AlreadyCancelled | Self::AlreadyLinked => Outcome::Note,
            Self::Overtaken
            | Self::TooEarly
            | Self::TimeGone
            | Self::FactorNeeded
            | Self::PasskeyRefused
            | Self::TeamOvertaken
            | Self::LastWayIn
            | Self::ProofSentAgain
            | Self::Cards(CardSaid::CustomerExpected) => Outcome::Mind,
            _ => Outcome::Done,
        }
    }
}

/// Lets the next page say it.
pub fn say(mut answer: HttpResponse, said: Said) -> HttpResponse {
    let cookie = Cookie::build(NAME, said.id())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::minutes(1))
        .finish();
    // A cookie whose name and value are literals of ours is always a valid header.
    if let Err(error) = answer.add_cookie(&cookie) {
        tracing::error!(%error, "the flash cookie could not be set");
    }
    answer
}

/// What the last page wanted said.
pub fn read(request: &HttpRequest, t: Words) -> Option<Flash> {
    let said = told(request)?;
    Some(Flash {
        outcome: said.outcome(),
        words: t.of_family("flash", said.id()),
        undo: None,
    })
}

/// The same by the page of whom it is about, which knows the name: no name travels in a cookie.
pub fn read_about(request: &HttpRequest, t: Words, name: &str) -> Option<Flash> {
    let words = told(request)?.about(t, name)?;
    let said = read(request, t)?;
    Some(Flash { words, ..said })
}

fn told(request: &HttpRequest) -> Option<Said> {
    let cookie = request.cookie(NAME);
    let cookie = cookie.or_else(|| request.cookie(&format!("{ONLY_HERE}{NAME}")))?;
    let cards = CardSaid::ALL.iter().copied().map(Said::Cards);
    let mut all = Said::ALL.iter().copied().chain(cards);
    all.find(|said| said.id() == cookie.value())
}

/// Takes the cookie away once it has been said.
pub fn gone() -> Cookie<'static> {
    let mut cookie = Cookie::build(NAME, "")
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .finish();
    cookie.make_removal();
    cookie
}
