//! Finds out whether an address has an account, and owes it the way back in.

use super::Shift;
use crate::{
    db::{self, PlatformTx},
    domain::{
        accounts::{jobs::RecoverAccount, reset},
        notifications::personal::{Kind, Notice, send},
    },
    queue::{outcome::Outcome, row::JobRow},
};
use std::sync::Arc;

/// For nobody's address nothing is done.
pub(super) async fn perform(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(asked) = serde_json::from_value::<RecoverAccount>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let secret = Arc::clone(&shift.secret);
    let done = shift
        .db
        .platform(move |tx| recover(tx, &asked, &secret))
        .await;
    match done {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

fn recover(tx: &mut PlatformTx<'_>, asked: &RecoverAccount, secret: &[u8]) -> db::Result<()> {
    let Some((person, proof)) = reset::issue(tx, &asked.email, secret)? else {
        return Ok(());
    };
    let notice = Notice {
        kind: Kind::ResetPassword,
        user: person.id,
        to_email: person.email,
        locale: asked.locale.clone(),
        about: Some(proof),
    };
    send(tx, &notice)
}
