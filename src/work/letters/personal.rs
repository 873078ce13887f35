//! Letters to a person about their own account. They come from the house, not from a shop.

use super::{
    Desk, about_business, done,
    facts::Fact,
    frame::{Frame, Link, POLITE, greeting},
    signature::Signature,
    time_off,
};
use crate::{
    base::{ids::ProofId, lang::Lang},
    domain::{
        accounts::{
            email_change::{self, End},
            reset, sign_in_code, verification,
        },
        bookings::calendar::host_of,
        businesses::{
            invitation::{self, Invited},
            review::Told,
        },
        notifications::{delivery, personal::Kind},
        scheduling::time_off_told,
    },
    i18n::Words,
    mail,
};
use askama::Template;
use uuid::Uuid;

/// What such a letter is written from, read in one transaction.
#[derive(Clone, Debug)]
pub struct Personal {
    /// Which letter.
    pub kind: Kind,
    /// Its row.
    pub letter: delivery::Letter,
    /// What to call the person.
    pub name: String,
    /// What its link proves.
    pub about: Option<ProofId>,
    /// The address that it tells of; empty when it tells of none.
    pub address: String,
    /// The business that it is about, if it is about one.
    pub business: Option<Told>,
    /// The request for time off that it is about, if it is about one.
    pub time_off: Option<time_off_told::Told>,
    /// The seat that is offered, where one is.
    pub invited: Option<Invited>,
}

#[derive(Template)]
#[template(path = "letters/personal.txt")]
struct Text<'a> {
    frame: &'a Frame,
    opening: &'a str,
    closing: &'a [String],
}

#[derive(Template)]
#[template(path = "letters/personal.html")]
struct Html<'a> {
    frame: &'a Frame,
    opening: &'a str,
    closing: &'a [String],
}

/// A letter's own sentences.
pub(super) struct Said {
    pub subject: String,
    pub opening: String,
    pub closing: Vec<String>,
}

/// Writes a letter. Fails only if a template does.
pub fn draw(personal: &Personal, desk: &Desk<'_>) -> Result<mail::Letter, askama::Error> {
    let t = Words::of(Lang::from_code(&personal.letter.locale).unwrap_or_default());
    let said = match (&personal.business, &personal.time_off) {
        (Some(told), _) => about_business::said((personal.kind, told), desk.contact, t),
        (None, Some(told)) => time_off::said((personal.kind, told), t),
        (None, None) => said(personal, desk, t),
    };
    let link = match (&personal.time_off, &personal.business) {
        (Some(told), _) => Some(time_off::way(personal.kind, told, t)),
        (None, Some(told)) if personal.kind == Kind::SessionsAsked => {
            let path = format!("staff/{}/sessions", told.slug);
            Some((t.letters_sessions_asked_link(), path))
        }
        (None, Some(told)) if personal.kind == Kind::WebhookStopped => {
            let path = format!("owner/{}/webhooks", told.slug);
            Some((t.letters_webhook_stopped_link(), path))
        }
        _ => way(personal, desk, t).map(|(label, path)| (label, format!("account/{path}"))),
    };
    let link = link.map(|(label, path)| {
        let url = format!("{}/{}/{path}", desk.public_url, t.lang());
        Link::new(t, url, label)
    });
    let frame = Frame {
        t,
        subject: said.subject,
        greeting: greeting(t, &personal.name, POLITE),
        opening: Vec::new(),
        facts: facts(personal, desk, t),
        link,
        closing: Vec::new(),
        signature: Signature::of_the_house(t, desk.public_url),
    };
    let (opening, closing) = (said.opening.as_str(), said.closing.as_slice());
    let text = Text {
        frame: &frame,
        opening,
        closing,
    }
    .render()?;
    let html = Html {
        frame: &frame,
        opening,
        closing,
    }
    .render()?;
    Ok(mail::Letter {
        message_id: format!("{}@{}", personal.letter.id, host_of(desk.public_url)),
        from_name: t.ui_brand(),
        reply_to: None,
        to: personal.letter.to_email.clone().unwrap_or_default(),
        to_name: personal.name.clone(),
        subject: frame.subject.clone(),
        text,
        html,
        calendar: None,
        unsubscribe: None,
    })
}

fn said(personal: &Personal, desk: &Desk<'_>, t: Words) -> Said {
    let (subject, opening, closing) = match personal.kind {
        Kind::VerifyAddress => (
            t.letters_verify_subject(),
            t.letters_verify_opening(),
            vec![t.letters_verify_life(), t.letters_verify_not_you()],
        ),
        Kind::AddressInUse => (
            t.letters_in_use_subject(),
            t.letters_in_use_opening(),
            vec![t.letters_in_use_forgotten(), t.letters_in_use_not_you()],
        ),
        Kind::ResetPassword => (
            t.letters_reset_subject(),
            t.letters_reset_opening(),
            vec![t.letters_reset_life(), t.letters_reset_not_you()],
        ),
        Kind::EmailChangeNew => (
            t.letters_email_new_subject(),
            t.letters_email_new_opening(),
            vec![t.letters_email_both(), t.letters_email_new_not_you()],
        ),
        Kind::EmailChangeOld => (
            t.letters_email_old_subject(),
            t.letters_email_old_opening(),
            vec![t.letters_email_both(), t.letters_email_old_not_you()],
        ),
        Kind::StaffInvitation => (
            t.letters_invitation_subject(place(personal, t)),
            t.letters_invitation_opening(place(personal, t)),
            vec![t.letters_invitation_life(), t.letters_invitation_not_you()],
        ),
        Kind::SignInCode => (
            t.letters_code_subject(digits(personal, desk)),
            t.letters_code_opening(),
            vec![t.letters_code_life(), t.letters_code_not_you()],
        ),
        kind => done::said(kind, t),
    };
    Said {
        subject,
        opening,
        closing,
    }
}

/// Where the letter leads, below the pages of an account: what the link says, and its path.
fn way(personal: &Personal, desk: &Desk<'_>, t: Words) -> Option<(String, String)> {
    let (secret, proof) = (desk.secret, proof(personal));
    let change = |end| format!("email/{}", email_change::token(secret, proof, end).text());
    Some(match personal.kind {
        Kind::VerifyAddress => {
            let token = verification::token(secret, proof).text();
            (t.letters_verify_link(), format!("verification/{token}"))
        }
        Kind::ResetPassword => {
            let token = reset::token(secret, proof).text();
            (t.letters_reset_link(), format!("reset/{token}"))
        }
        Kind::AddressInUse => (t.letters_in_use_link(), "sign-in".to_owned()),
        Kind::PasswordChanged => (t.letters_password_link(), "reset".to_owned()),
        Kind::EmailChangeNew => (t.letters_email_new_link(), change(End::New)),
        Kind::EmailChangeOld => (t.letters_email_old_link(), change(End::Old)),
        Kind::FactorDemanded => (t.letters_factor_demanded_link(), "second-factor".to_owned()),
        Kind::BusinessApproved
        | Kind::BusinessRejected
        | Kind::BusinessSuspended
        | Kind::BusinessReopened
        | Kind::BookingsStopped
        | Kind::BookingsResumed => {
            let told = personal.business.as_ref()?;
            (
                t.operators_letter_link(),
                format!("businesses/{}", told.slug),
            )
        }
        Kind::StaffInvitation => {
            let token = invitation::token(secret, proof).text();
            (t.letters_invitation_link(), format!("invitation/{token}"))
        }
        Kind::FactorAdded | Kind::FactorRemoved | Kind::FactorsReset | Kind::RecoveryCodeUsed => {
            (t.letters_factor_link(), "second-factor".to_owned())
        }
        Kind::DataTaken => (t.letters_password_link(), "reset".to_owned()),
        Kind::IdentityLinked | Kind::IdentityUnlinked => {
            (t.letters_identity_link(), "identities".to_owned())
        }
        Kind::AccountReopened => (t.letters_in_use_link(), "sign-in".to_owned()),
        Kind::SignInCode
        | Kind::EmailChanged
        | Kind::AccountClosed
        | Kind::AccountErased
        | Kind::SessionsAsked
        | Kind::WebhookStopped
        | Kind::TimeOffAsked
        | Kind::TimeOffApproved
        | Kind::TimeOffDeclined
        | Kind::TimeOffRevoked => {
            return None;
        }
    })
}

fn facts(personal: &Personal, desk: &Desk<'_>, t: Words) -> Vec<Fact> {
    if let Some(told) = &personal.business {
        return about_business::facts(personal.kind, told, t);
    }
    if let Some(told) = &personal.time_off {
        return time_off::facts(told, t);
    }
    let (label, value) = match personal.kind {
        Kind::SignInCode => (t.letters_code(), digits(personal, desk)),
        Kind::EmailChangeOld => (t.letters_email_old_to(), personal.address.clone()),
        Kind::StaffInvitation => (t.letters_invitation_role(), role(personal, t)),
        _ => return Vec::new(),
    };
    vec![Fact {
        line: t.letters_fact(&label, &value),
        label,
        value,
        other_lang: None,
    }]
}

fn digits(personal: &Personal, desk: &Desk<'_>) -> String {
    sign_in_code::digits(desk.secret, proof(personal))
}

/// Where a seat is offered.
fn place(personal: &Personal, t: Words) -> String {
    let invited = personal.invited.as_ref();
    invited.map_or_else(String::new, |one| one.place.text(t.lang()).to_owned())
}

/// And which.
fn role(personal: &Personal, t: Words) -> String {
    let invited = personal.invited.as_ref();
    invited.map_or_else(String::new, |one| {
        t.of_family("accounts-role", &one.offer.role.id())
    })
}

/// A letter that proves something is only drawn while what it proves is open.
fn proof(personal: &Personal) -> ProofId {
    personal.about.unwrap_or(ProofId(Uuid::nil()))
}
