//! Command: a letter to a person about their own account. It comes from the house and belongs to no business. Of what it
//! is about it carries a key and no secret: the night shift makes the link again from the house's own.

use super::jobs::SendNotice;
use crate::{
    base::ids::{NoticeId, ProofId, UserId},
    db::{
        self, PlatformTx,
        statement::{prepared, together},
    },
    domain::accounts::person::Person,
    queue,
    schema::notifications::notification_outbox,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::json;
use uuid::Uuid;

/// Every kind of letter about an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody signed up: is the address theirs?
    VerifyAddress,
    /// Somebody signed up with an address that is known already.
    AddressInUse,
    /// Somebody forgot their password.
    ResetPassword,
    /// A password was changed.
    PasswordChanged,
    /// Somebody comes in without one.
    SignInCode,
    /// An account is to have this address.
    EmailChangeNew,
    /// An account is to lose this address.
    EmailChangeOld,
    /// It has lost it.
    EmailChanged,
    /// A business was let in.
    BusinessApproved,
    /// An application came back.
    BusinessRejected,
    /// A business was suspended.
    BusinessSuspended,
    /// It is open again.
    BusinessReopened,
    /// Guests cannot book there for now.
    BookingsStopped,
    /// They can again.
    BookingsResumed,
    /// Somebody is offered a seat in a business. Whether they have an account is not known.
    StaffInvitation,
    /// Whoever works at a business needs a second factor from now on.
    FactorDemanded,
    /// There is another thing to prove with.
    FactorAdded,
    /// There is one less.
    FactorRemoved,
    /// The operators took away all that was lost.
    FactorsReset,
    /// A recovery code opened the door.
    RecoveryCodeUsed,
    /// Somebody took all their data along.
    DataTaken,
    /// The operators closed an account.
    AccountClosed,
    /// They opened it again.
    AccountReopened,
    /// An account has ended.
    AccountErased,
    /// A provider's account is a way into this one.
    IdentityLinked,
    /// It is none any more.
    IdentityUnlinked,
    /// Somebody who works at a shop would like days off.
    TimeOffAsked,
    /// They have them.
    TimeOffApproved,
    /// They have not.
    TimeOffDeclined,
    /// They had, and have not any more.
    TimeOffRevoked,
    /// Sessions of a class have too few guests, and the shop wants to decide itself.
    SessionsAsked,
    /// Another program of a business does not hear any more what happens there.
    WebhookStopped,
}

impl Kind {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::VerifyAddress,
        Self::AddressInUse,
        Self::ResetPassword,
        Self::PasswordChanged,
        Self::SignInCode,
        Self::EmailChangeNew,
        Self::EmailChangeOld,
        Self::EmailChanged,
        Self::BusinessApproved,
        Self::BusinessRejected,
        Self::BusinessSuspended,
        Self::BusinessReopened,
        Self::BookingsStopped,
        Self::BookingsResumed,
        Self::StaffInvitation,
        Self::FactorDemanded,
        Self::FactorAdded,
        Self::FactorRemoved,
        Self::FactorsReset,
        Self::RecoveryCodeUsed,
        Self::DataTaken,
        Self::AccountClosed,
        Self::AccountReopened,
        Self::AccountErased,
        Self::IdentityLinked,
        Self::IdentityUnlinked,
        Self::TimeOffAsked,
        Self::TimeOffApproved,
        Self::TimeOffDeclined,
        Self::TimeOffRevoked,
        Self::SessionsAsked,
        Self::WebhookStopped,
    ];

    /// The name in the row.
    pub fn name(self) -> &'static str {
        match self {
            Self::VerifyAddress => "verify_address",
            Self::AddressInUse => "address_in_use",
            Self::ResetPassword => "reset_password",
            Self::PasswordChanged => "password_changed",
            Self::SignInCode => "sign_in_code",
            Self::EmailChangeNew => "email_change_new",
            Self::EmailChangeOld => "email_change_old",
            Self::EmailChanged => "email_changed",
            Self::BusinessApproved => "business_approved",
            Self::BusinessRejected => "business_rejected",
            Self::BusinessSuspended => "business_suspended",
            Self::BusinessReopened => "business_reopened",
            Self::BookingsStopped => "bookings_stopped",
            Self::BookingsResumed => "bookings_resumed",
            Self::StaffInvitation => "staff_invitation",
            Self::FactorDemanded => "factor_demanded",
            Self::FactorAdded => "factor_added",
            Self::FactorRemoved => "factor_removed",
            Self::FactorsReset => "factors_reset",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::DataTaken => "data_taken",
            Self::AccountClosed => "account_closed",
            Self::AccountReopened => "account_reopened",
            Self::AccountErased => "account_erased",
            Self::IdentityLinked => "identity_linked",
            Self::IdentityUnlinked => "identity_unlinked",
            Self::TimeOffAsked => "time_off_asked",
            Self::TimeOffApproved => "time_off_approved",
            Self::TimeOffDeclined => "time_off_declined",
            Self::TimeOffRevoked => "time_off_revoked",
            Self::SessionsAsked => "sessions_asked",
            Self::WebhookStopped => "webhook_stopped",
        }
    }

    /// Whether it is about a business of the person, whose key it then carries.
    pub fn is_about_a_business(self) -> bool {
        matches!(
            self,
            Self::BusinessApproved
                | Self::BusinessRejected
                | Self::BusinessSuspended
                | Self::BusinessReopened
                | Self::BookingsStopped
                | Self::BookingsResumed
                | Self::FactorDemanded
                | Self::SessionsAsked
                | Self::WebhookStopped
        )
    }

    /// Whether it is about a request for time off, whose key it then carries.
    pub fn is_about_time_off(self) -> bool {
        matches!(
            self,
            Self::TimeOffAsked
                | Self::TimeOffApproved
                | Self::TimeOffDeclined
                | Self::TimeOffRevoked
        )
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

/// A letter to be written.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Which letter.
    pub kind: Kind,
    /// About whose account.
    pub user: UserId,
    /// To which address.
    pub to_email: String,
    /// The code of the reader's language.
    pub locale: String,
    /// What the link in it proves.
    pub about: Option<ProofId>,
}

impl Notice {
    /// A letter that proves nothing, to somebody at the address they have.
    pub fn to(person: &Person, kind: Kind) -> Self {
        Self {
            kind,
            user: person.id,
            to_email: person.email.clone(),
            locale: person.locale.clone(),
            about: None,
        }
    }
}

/// Writes the letter's row and its job.
pub fn send(tx: &mut PlatformTx<'_>, notice: &Notice) -> db::Result<()> {
    let now = tx.now();
    send_at(tx, notice, now)
}

/// The same for a letter that is not to leave before an instant.
pub fn send_at(tx: &mut PlatformTx<'_>, notice: &Notice, due: DateTime<Utc>) -> db::Result<()> {
    let to = (notice.to_email.as_str(), notice.locale.as_str());
    let about = (notice.about, due);
    write(tx, notice.kind, (Some(notice.user), to), about)
}

/// The same to an address that may be nobody's account, in a language.
pub fn send_to_address(
    tx: &mut PlatformTx<'_>,
    kind: Kind,
    to: (&str, &str),
    about: ProofId,
) -> db::Result<()> {
    let now = tx.now();
    write(tx, kind, (None, to), (Some(about), now))
}

fn write(
    tx: &mut PlatformTx<'_>,
    kind: Kind,
    (user, (to_email, locale)): (Option<UserId>, (&str, &str)),
    (about, due): (Option<ProofId>, DateTime<Utc>),
) -> db::Result<()> {
    let id = NoticeId(Uuid::new_v4());
    let letter = diesel::insert_into(notification_outbox::table).values((
        notification_outbox::id.eq(id),
        notification_outbox::recipient_id.eq(user),
        notification_outbox::kind.eq(kind.name()),
        notification_outbox::template.eq(kind.name()),
        notification_outbox::to_email.eq(to_email),
        notification_outbox::locale.eq(locale),
        notification_outbox::data_json.eq(json!({ "about": about })),
        notification_outbox::scheduled_at.eq(due),
    ));
    let job = queue::job(None, &SendNotice { notice: id }, due)?;
    together(vec![Box::new(letter), Box::new(job)]).execute(tx.conn())?;
    Ok(())
}

/// Whether somebody has been written such a letter about this.
pub fn is_written(
    tx: &mut PlatformTx<'_>,
    (kind, user): (Kind, UserId),
    about: ProofId,
) -> db::Result<bool> {
    let letter = notification_outbox::table
        .filter(notification_outbox::recipient_id.eq(user))
        .filter(notification_outbox::kind.eq(kind.name()))
        .filter(notification_outbox::data_json.eq(json!({ "about": about })));
    Ok(diesel::select(diesel::dsl::exists(letter)).get_result(tx.conn())?)
}

/// Takes back a letter that has not gone out: what it is about is no longer so.
pub fn take_back(tx: &mut PlatformTx<'_>, id: NoticeId) -> db::Result<()> {
    prepared(diesel::delete(
        notification_outbox::table
            .filter(notification_outbox::id.eq(id))
            .filter(
                notification_outbox::business_id
                    .is_null()
                    .and(notification_outbox::sent_at.is_null()),
            ),
    ))
    .execute(tx.conn())?;
    Ok(())
}
