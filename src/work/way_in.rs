//! Finds out whether an address has an account, and owes it a way in: a link to a new password, or digits instead of one.
//! For nobody's address nothing is done.

use super::Shift;
use crate::{
    base::ids::ProofId,
    db::{self, PlatformTx},
    domain::{
        accounts::{
            jobs::{RecoverAccount, SendProofAgain, SendSignInCode},
            person::Person,
            reset, sign_in_code,
            sign_up::{self, SignedUp},
        },
        notifications::personal::{Kind, Notice, send},
    },
    queue::{outcome::Outcome, row::JobRow},
};
use std::sync::Arc;

/// A link to a new password.
pub(super) async fn recover(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(asked) = serde_json::from_value::<RecoverAccount>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let secret = Arc::clone(&shift.secret);
    let done = shift
        .db
        .platform(move |tx| {
            let found = reset::issue(tx, &asked.email, &secret)?;
            owe(tx, Kind::ResetPassword, found, &asked.locale)
        })
        .await;
    outcome(done)
}

/// The letter of somebody who has signed up, once more.
pub(super) async fn prove_again(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(asked) = serde_json::from_value::<SendProofAgain>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let secret = Arc::clone(&shift.secret);
    let done = shift
        .db
        .platform(move |tx| match sign_up::again(tx, &asked.email, &secret)? {
            SignedUp::New(user, proof) => send(
                tx,
                &Notice {
                    kind: Kind::VerifyAddress,
                    user,
                    to_email: asked.email.clone(),
                    locale: asked.locale.clone(),
                    about: Some(proof),
                },
            ),
            SignedUp::Known(person) => send(tx, &Notice::to(&person, Kind::AddressInUse)),
            SignedUp::Closed => Ok(()),
        })
        .await;
    outcome(done)
}

/// Digits.
pub(super) async fn send_code(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(asked) = serde_json::from_value::<SendSignInCode>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let done = shift
        .db
        .platform(move |tx| {
            let found = sign_in_code::issue(tx, &asked.email, &asked.ticket_hash)?;
            owe(tx, Kind::SignInCode, found, &asked.locale)
        })
        .await;
    outcome(done)
}

fn owe(
    tx: &mut PlatformTx<'_>,
    kind: Kind,
    found: Option<(Person, ProofId)>,
    locale: &str,
) -> db::Result<()> {
    let Some((person, proof)) = found else {
        return Ok(());
    };
    let notice = Notice {
        kind,
        user: person.id,
        to_email: person.email,
        locale: locale.to_owned(),
        about: Some(proof),
    };
    send(tx, &notice)
}

fn outcome(done: db::Result<()>) -> Outcome {
    match done {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Retry(error.to_string()),
    }
}
