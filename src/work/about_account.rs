//! Letters to a person about their own account: whether they still hold, and what they are written from.

use super::{
    Shift,
    letters::{
        personal::{Personal, draw},
        time_off,
    },
    send_notice::{Due, Task},
    wishes,
};
use crate::{
    base::ids::{BusinessId, NoticeId, ProofId},
    db::{self, PlatformTx},
    domain::{
        accounts::{
            email_change,
            message_preferences::{self, MessagePreferences},
            person, reset, sign_in_code, verification,
        },
        businesses::{invitation, review},
        notifications::{
            delivery,
            personal::{Kind, take_back},
        },
        scheduling::time_off_told::{self, Told},
    },
};
use chrono::{DateTime, Utc};

enum Found {
    Nothing,
    Impossible(&'static str),
    Material(Box<(Personal, MessagePreferences, DateTime<Utc>)>),
}

/// Looks the letter up and writes it. Fails with the reason in one line, and is tried again.
pub(super) async fn prepare(shift: &Shift, notice: NoticeId) -> Result<Task, String> {
    let found = shift
        .db
        .platform(move |tx| look_up(tx, notice))
        .await
        .map_err(|error| error.to_string())?;
    let (personal, chosen, now) = match found {
        Found::Nothing => return Ok(Task::Nothing),
        Found::Impossible(why) => return Ok(Task::Impossible(why)),
        Found::Material(parts) => *parts,
    };
    let letter = draw(&personal, &shift.desk(now)).map_err(|error| error.to_string())?;
    Ok(Task::Write(Box::new(Due {
        letter: wishes::dress(letter, Some(chosen)),
        row: personal.letter,
        now,
    })))
}

fn look_up(tx: &mut PlatformTx<'_>, id: NoticeId) -> db::Result<Found> {
    let Some(letter) = delivery::find_personal(tx, id)? else {
        return Ok(Found::Nothing);
    };
    if letter.sent_at.is_some() {
        return Ok(Found::Nothing);
    }
    let Some(kind) = Kind::from_name(&letter.kind) else {
        return Ok(Found::Impossible("no letter is called that"));
    };
    let about = letter.data_json.get("about").cloned();
    let about: Option<ProofId> = about.and_then(|about| serde_json::from_value(about).ok());
    let Some(user) = letter.recipient_id else {
        return offer(tx, kind, (letter, about));
    };
    let name = match (person::find(tx, user)?, kind) {
        (Some(person), _) => person.display_name,
        // Whoever is told that their account is gone or closed cannot be found by a name any more.
        (None, Kind::AccountErased | Kind::AccountClosed) => String::new(),
        (None, _) => {
            take_back(tx, id)?;
            return Ok(Found::Nothing);
        }
    };
    let Some(address) = still_holds(tx, kind, about)? else {
        take_back(tx, id)?;
        return Ok(Found::Nothing);
    };
    let business = match about.filter(|_| kind.is_about_a_business()) {
        Some(about) => review::told(tx, BusinessId(about.0))?,
        None => None,
    };
    if kind.is_about_a_business() && business.is_none() {
        take_back(tx, id)?;
        return Ok(Found::Nothing);
    }
    let off = asked_off(tx, kind, about)?;
    if kind.is_about_time_off() && off.is_none() {
        take_back(tx, id)?;
        return Ok(Found::Nothing);
    }
    let personal = Personal {
        kind,
        business,
        time_off: off,
        letter,
        name,
        about,
        address,
        invited: None,
    };
    let chosen = message_preferences::of(tx, user)?;
    Ok(Found::Material(Box::new((personal, chosen, tx.now()))))
}

/// The request for time off that a letter is about, if it stands as the letter says.
fn asked_off(
    tx: &mut PlatformTx<'_>,
    kind: Kind,
    about: Option<ProofId>,
) -> db::Result<Option<Told>> {
    let Some(about) = about.filter(|_| kind.is_about_time_off()) else {
        return Ok(None);
    };
    let told = time_off_told::of_letter(tx, about)?;
    Ok(told.filter(|told| time_off::holds(kind, told)))
}

/// A letter to an address that may be nobody's account: the offer of a seat, while it is open.
fn offer(
    tx: &mut PlatformTx<'_>,
    kind: Kind,
    (letter, about): (delivery::Letter, Option<ProofId>),
) -> db::Result<Found> {
    let (Kind::StaffInvitation, Some(proof)) = (kind, about) else {
        return Ok(Found::Impossible("the letter is about nobody"));
    };
    let Some(invited) = invitation::of_key(tx, proof)? else {
        take_back(tx, letter.id)?;
        return Ok(Found::Nothing);
    };
    let personal = Personal {
        kind,
        letter,
        name: invited.offer.name.clone(),
        about,
        address: String::new(),
        business: None,
        time_off: None,
        invited: Some(invited),
    };
    let chosen = MessagePreferences::default();
    Ok(Found::Material(Box::new((personal, chosen, tx.now()))))
}

/// Whether a link in the letter would still work, and the address it tells of (empty for most). A mail server that was
/// away for a day must not send dead ones.
fn still_holds(
    tx: &mut PlatformTx<'_>,
    kind: Kind,
    about: Option<ProofId>,
) -> db::Result<Option<String>> {
    let told = |is_open: bool| is_open.then(String::new);
    match (kind, about) {
        (Kind::VerifyAddress, Some(proof)) => Ok(told(verification::is_open(tx, proof)?)),
        (Kind::ResetPassword, Some(proof)) => Ok(told(reset::is_open(tx, proof)?)),
        (Kind::SignInCode, Some(proof)) => Ok(told(sign_in_code::is_open(tx, proof)?)),
        (Kind::EmailChangeNew | Kind::EmailChangeOld, Some(proof)) => {
            email_change::new_email(tx, proof)
        }
        (
            Kind::BusinessApproved
            | Kind::BusinessRejected
            | Kind::BusinessSuspended
            | Kind::BusinessReopened
            | Kind::BookingsStopped
            | Kind::BookingsResumed
            | Kind::FactorDemanded
            | Kind::SessionsAsked
            | Kind::WebhookStopped
            | Kind::TimeOffAsked
            | Kind::TimeOffApproved
            | Kind::TimeOffDeclined
            | Kind::TimeOffRevoked,
            Some(_),
        ) => Ok(told(true)),
        (
            Kind::AddressInUse
            | Kind::PasswordChanged
            | Kind::EmailChanged
            | Kind::FactorAdded
            | Kind::FactorRemoved
            | Kind::FactorsReset
            | Kind::RecoveryCodeUsed
            | Kind::DataTaken
            | Kind::AccountClosed
            | Kind::AccountReopened
            | Kind::AccountErased
            | Kind::IdentityLinked
            | Kind::IdentityUnlinked,
            _,
        ) => Ok(told(true)),
        // Offers go to addresses, and never come here.
        (Kind::StaffInvitation, _) | (_, None) => Ok(None),
    }
}
